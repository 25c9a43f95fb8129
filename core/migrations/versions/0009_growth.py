"""What keeps the shop as quick at a million orders as on its first day; and the counters of all processes.

The indexes are built while nobody writes: upgrade a large shop when it is closed (docs/bench.md says how long).
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from core.migrations.steps import set_timeouts

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

OPEN = "status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery', 'delivery_failed')"
IN_LINE = "status = 'pending' AND kind = 'message' AND chat_id IS NOT NULL AND queued_at IS NOT NULL"


def upgrade() -> None:
    set_timeouts()
    _make_tables()
    # Without a default at first: with one, every row of the inbox would be written anew.
    op.add_column("inbox", sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True))
    op.alter_column("inbox", "queued_at", server_default=sa.text("jamango_now()"))
    op.execute("UPDATE inbox SET queued_at = received_at WHERE status = 'pending'")
    op.create_index("inbox_line", "inbox", ["queued_at", "id"], postgresql_where=sa.text(IN_LINE))
    op.create_index(
        "inbox_unpruned", "inbox", ["received_at"], postgresql_where=sa.text("status <> 'pending' AND payload <> ''")
    )
    op.create_index(
        "outbox_unpruned",
        "outbox",
        ["created_at"],
        postgresql_where=sa.text("status NOT IN ('pending', 'leased') AND body <> '{}'"),
    )
    op.create_index("orders_open", "orders", ["id"], postgresql_where=sa.text(OPEN))


def _make_tables() -> None:
    op.create_table(
        "fsck_marks",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("passed_to", sa.BigInteger(), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.PrimaryKeyConstraint("rule", name="fsck_marks_key"),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("labels", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", "labels", name="counters_key"),
    )
