"""Whether somebody has put the stops of a run in their order by hand."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0058"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE runs ADD COLUMN IF NOT EXISTS by_hand boolean NOT NULL DEFAULT false")
