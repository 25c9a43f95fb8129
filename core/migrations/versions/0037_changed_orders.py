"""What was paid online for an order, what of a payment went back because its order became less, links not wanted."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0037"
down_revision = "0041"
branch_labels = None
depends_on = None

# As core/orders/tables.py and core/payments/tables.py have them.
CHECKS = (
    (
        "orders",
        "order_is_paid_at_its_door",
        "cash_paise >= 0 AND upi_paise >= 0 AND cash_paise + upi_paise ="
        " CASE WHEN status = 'delivered' THEN total_paise - prepaid_paise ELSE 0 END",
    ),
    ("orders", "order_is_not_prepaid_twice", "0 <= prepaid_paise AND prepaid_paise <= total_paise"),
    (
        "orders",
        "order_paid_online_owes_nothing",
        "confirmed_at IS NULL OR total_paise = 0 OR (payment_method = 'online') = (prepaid_paise = total_paise)",
    ),
    (
        "payments",
        "what_was_given_back_was_reserved",
        "0 <= given_back_paise AND given_back_paise <= refund_reserved_paise",
    ),
)
# One of each kind, made anew for what they now say.
LINKS = (
    "CREATE UNIQUE INDEX payment_links_one_live_per_order ON payment_links (order_id)"
    " WHERE status IN ('creating', 'open') AND withdrawn_at IS NULL"
)
PAYMENTS = "CREATE UNIQUE INDEX payments_one_settled_per_link ON payments (link_id) WHERE status = 'settled'"
# Choosing cash, and cancelling, withdrew the link before as well.
WITHDRAWN = """
    UPDATE payment_links l SET withdrawn_at = coalesce(o.confirmed_at, o.ended_at) FROM orders o
     WHERE o.id = l.order_id AND l.status <> 'paid'
       AND (o.status = 'cancelled' OR o.confirmed_at IS NOT NULL AND o.payment_method = 'cod')
"""
PREPAID = "UPDATE orders SET prepaid_paise = total_paise WHERE payment_method = 'online' AND confirmed_at IS NOT NULL"


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE orders ADD COLUMN prepaid_paise bigint NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE payments ADD COLUMN given_back_paise bigint NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE payment_links ADD COLUMN withdrawn_at timestamptz")
    op.execute("ALTER TABLE orders DROP CONSTRAINT order_is_paid_at_its_door")
    op.execute(PREPAID)
    op.execute(WITHDRAWN)
    for table, name, condition in CHECKS:
        add_check(table, name, condition)
    op.execute("DROP INDEX payment_links_one_live_per_order")
    op.execute(LINKS)
    op.execute("DROP INDEX payments_one_settled_per_order")
    op.execute(PAYMENTS)
