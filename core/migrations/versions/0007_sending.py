"""Editions of a message, and the places to send that all workers share."""

import sqlalchemy as sa
from alembic import op

from core.migrations.steps import set_timeouts

revision = "0007"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.add_column("outbox", sa.Column("edition", sa.Integer(), server_default=sa.text("0"), nullable=False))
    # What a late answer of our own did to a notice before this: it was lost, and says no more than that.
    op.execute("UPDATE outbox SET body = body - 'failed_id' WHERE body ->> 'failed_id' = provider_message_id")
    op.create_check_constraint(
        "outbox_is_not_what_failed",
        "outbox",
        "provider_message_id IS NULL OR body ->> 'failed_id' IS DISTINCT FROM provider_message_id",
    )
    op.create_table(
        "send_places",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("free_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("taken", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("id = 1", name="send_places_is_one_row"),
        sa.PrimaryKeyConstraint("id", name="send_places_key"),
        prefixes=["UNLOGGED"],
    )
