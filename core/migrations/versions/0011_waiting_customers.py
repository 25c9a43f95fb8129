"""Who waits for a person, what proves a consent, and files that are passed on to staff."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OUTBOX_KINDS = ("message", "notice", "forward", "create_link", "cancel_link", "refund")


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE chats ADD COLUMN IF NOT EXISTS waits_since timestamptz")
    op.execute(
        "ALTER TABLE chats DROP CONSTRAINT IF EXISTS customers_wait_for_staff,"
        " ADD CONSTRAINT customers_wait_for_staff CHECK (waits_since IS NULL OR customer_id IS NOT NULL)"
    )
    op.execute("CREATE INDEX IF NOT EXISTS chats_that_wait ON chats (waits_since) WHERE waits_since IS NOT NULL")
    # Whoever is with the founder at this moment waits for her.
    op.execute("UPDATE chats SET waits_since = jamango_now() WHERE parked_until > jamango_now() AND customer_id > 0")
    op.execute("ALTER TABLE consents ADD COLUMN IF NOT EXISTS said text NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE consents ADD COLUMN IF NOT EXISTS message_id text NOT NULL DEFAULT ''")
    kinds = ", ".join(f"'{kind}'" for kind in OUTBOX_KINDS)
    op.execute("ALTER TABLE outbox DROP CONSTRAINT IF EXISTS outboxkind")
    op.execute(f"ALTER TABLE outbox ADD CONSTRAINT outboxkind CHECK (kind IN ({kinds}))")
    op.execute(
        "CREATE INDEX IF NOT EXISTS outbox_forwards_due ON outbox (next_attempt_at, id)"
        " WHERE kind = 'forward' AND status IN ('pending', 'leased')"
    )
