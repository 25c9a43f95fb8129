"""Who acted, in one form (`core.actor`). What was written before stays as it is: history is never rewritten."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0019"
down_revision = "0024"
branch_labels = None
depends_on = None

ROLES = "founder|manager|packer|rider|stall_keeper"
WRITTEN = f"^(customer:[0-9]+|staff:[0-9]+:({ROLES})|razorpay|meta|(job|system):[a-z][a-z-]*)$"


def upgrade() -> None:
    set_timeouts()
    for table, name in (("audit_log", "audit_names_an_actor"), ("stock_movements", "movement_names_an_actor")):
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (actor ~ '{WRITTEN}') NOT VALID")
        op.execute(
            f"DO $$ BEGIN ALTER TABLE {table} VALIDATE CONSTRAINT {name};"
            " EXCEPTION WHEN check_violation THEN NULL; END $$"
        )
