"""Cash that somebody of the house takes at a door, and what a day's close has taken over of days before it."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

ACCOUNTS = (
    "razorpay", "bank", "office_cash", "rider_cash", "till_cash", "customer", "orders", "parked", "refunds_due",
    "credit", "sales", "claims", "cash_differences",
)  # fmt: skip
SOURCES = ("payment", "refund", "run", "order", "till_sale", "shift", "close", "claim", "bill")
# What was noted as paid at a door while no rider had the order stood in no account: it was in the shop's box.
AT_DOORS = """
    WITH paid AS (
        SELECT o.id, o.cash_paise + o.upi_paise AS paise FROM orders o
         WHERE o.status = 'delivered' AND o.cash_paise + o.upi_paise > 0
           AND NOT EXISTS (SELECT FROM ledger_postings p WHERE p.order_id = o.id AND p.source = 'run')),
         posted AS (
        INSERT INTO ledger_postings (source, source_id, event, order_id) SELECT 'order', id, 'collected', id FROM paid
        RETURNING id, order_id)
    INSERT INTO ledger_entries (posting_id, account, amount_paise)
    SELECT posted.id, side.account, side.sign * paid.paise FROM posted JOIN paid ON paid.id = posted.order_id
     CROSS JOIN (VALUES ('bank', 1), ('sales', -1)) AS side (account, sign)
"""


def upgrade() -> None:
    set_timeouts()
    for table, name, words in (("ledger_entries", "account", ACCOUNTS), ("ledger_postings", "source", SOURCES)):
        named = ", ".join(f"'{each}'" for each in words)
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({name} IN ({named}))")
    op.execute(AT_DOORS)
    # Days that were closed before this stay as they were counted: nothing of them is taken over.
    op.execute("ALTER TABLE day_closes ADD COLUMN taken_paise bigint")
    op.execute("ALTER TABLE day_closes ADD COLUMN carried_paise bigint NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE day_closes DROP CONSTRAINT cash_counts_up")
    op.execute("ALTER TABLE day_closes ADD CONSTRAINT cash_counts_up CHECK (counted_paise >= 0)")
    op.execute("CREATE INDEX stall_sales_by_receipt ON stall_sales (received_at)")
    op.execute("CREATE INDEX shifts_by_close ON shifts (closed_at) WHERE status = 'closed'")
