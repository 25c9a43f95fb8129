"""What an apartment society is called in other languages, beside the name that it has everywhere."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE apartments ADD COLUMN IF NOT EXISTS other_names jsonb NOT NULL DEFAULT '{}'::jsonb")
