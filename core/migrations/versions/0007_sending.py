"""Editions of a message, and the places to send that all workers share."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE outbox ADD COLUMN IF NOT EXISTS edition integer NOT NULL DEFAULT 0")
    # What a late answer of our own did to a notice before this: it was lost, and says no more than that.
    op.execute("UPDATE outbox SET body = body - 'failed_id' WHERE body ->> 'failed_id' = provider_message_id")
    op.execute("ALTER TABLE outbox DROP CONSTRAINT IF EXISTS outbox_is_not_what_failed")
    op.execute(
        "ALTER TABLE outbox ADD CONSTRAINT outbox_is_not_what_failed CHECK "
        "(provider_message_id IS NULL OR body ->> 'failed_id' IS DISTINCT FROM provider_message_id)"
    )
    op.execute(
        """
        CREATE UNLOGGED TABLE IF NOT EXISTS send_places (
            id bigint NOT NULL CONSTRAINT send_places_key PRIMARY KEY,
            free_at timestamptz NOT NULL DEFAULT jamango_now(),
            taken integer NOT NULL DEFAULT 0,
            CONSTRAINT send_places_is_one_row CHECK (id = 1)
        )
        """
    )
