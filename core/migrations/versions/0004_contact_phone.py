"""The number that somebody without a visible one tells us for the rider.

The first databases were made before 0002 had the column; all later ones have it already.
"""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE users ADD COLUMN IF NOT EXISTS contact_phone text NOT NULL DEFAULT ''")
