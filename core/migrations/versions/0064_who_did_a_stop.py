"""Who reported a stop: a rider takes back only what he did himself. What was done before is taken as his."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None

ROLES = "founder|manager|packer|rider|stall_keeper"
WRITTEN = rf"^(customer:[0-9]+|staff:[0-9]+:({ROLES})|razorpay|meta|(job|system):[a-z][a-z-]*)$"


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE delivery_assignments ADD COLUMN IF NOT EXISTS done_by text")
    add_check("delivery_assignments", "stop_names_who_did_it", f"done_by ~ '{WRITTEN}'")
