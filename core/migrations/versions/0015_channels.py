"""Orders also come from the office, from somebody on the phone, and from a weekly box."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0015"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE orders DROP CONSTRAINT IF EXISTS channel")
    add_check("orders", "channel", "channel IN ('whatsapp', 'web', 'office', 'phone', 'subscription')")
