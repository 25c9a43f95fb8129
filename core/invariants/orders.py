"""Rules about orders themselves (invariants I10 and I14)."""

from core.invariants.rule import Rule
from core.orders.addressing import READDRESSED
from core.orders.lifecycle import MOVES

ACTIONS = ", ".join(f"'{action}'" for action in sorted({f"order-{move.event.value}" for move in MOVES} | {READDRESSED}))

RULES = (
    Rule(
        "total-is-its-parts",
        "A total is items less discount plus delivery, and the items are the sum of the lines.",
        """
        SELECT o.id, o.items_paise, o.total_paise, l.lines_paise FROM orders o
          LEFT JOIN (SELECT order_id, sum(line_paise) AS lines_paise FROM order_items GROUP BY order_id) l
            ON l.order_id = o.id
         WHERE o.total_paise <> o.items_paise - o.discount_paise + o.delivery_fee_paise
            OR o.items_paise IS DISTINCT FROM l.lines_paise
        """,
    ),
    Rule(
        "line-is-price-times-quantity",
        "A line costs its price times its quantity.",
        "SELECT id, order_id FROM order_items WHERE line_paise <> unit_price_paise * quantity",
    ),
    Rule(
        "one-unpaid-order-per-customer",
        "Nobody has two orders awaiting payment.",
        """
        SELECT customer_id, count(*) AS unpaid FROM orders WHERE status = 'awaiting_payment'
         GROUP BY customer_id HAVING count(*) > 1
        """,
    ),
    Rule(
        "status-agrees-with-times",
        "An order has a moment of confirmation from then on, and a moment of its end once it has ended.",
        """
        SELECT id, status, confirmed_at, ended_at FROM orders
         WHERE (status IN ('delivered', 'expired', 'cancelled')) <> (ended_at IS NOT NULL)
            OR status IN ('awaiting_payment', 'expired') AND confirmed_at IS NOT NULL
            OR status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')
               AND confirmed_at IS NULL
        """,
    ),
    Rule(
        "confirmed-order-says-how-it-is-paid",
        "A confirmed order is paid online or in cash, one of both.",
        "SELECT id, status FROM orders WHERE confirmed_at IS NOT NULL AND payment_method IS NULL",
    ),
    Rule(
        "every-move-is-audited",
        "Each move and each new address of an order counted its version up and left a row in the audit log.",
        f"""
        SELECT o.id, o.version, coalesce(a.moves, 0) AS moves FROM orders o
          LEFT JOIN (SELECT subject, count(*) AS moves FROM audit_log WHERE action IN ({ACTIONS}) GROUP BY subject) a
            ON a.subject = 'order:' || o.id
         WHERE o.version - 1 <> coalesce(a.moves, 0)
        """,  # noqa: S608 - the names of our own events
    ),
)
