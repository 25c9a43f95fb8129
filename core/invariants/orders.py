"""Rules about orders themselves (invariants I10 and I14)."""

from core.invariants.rule import Rule
from core.orders.lifecycle import LIFECYCLE
from core.orders.owners import TAKEN_OVER
from core.orders.prepaying import PREPAID
from core.orders.revising import CHANGED

# What a new address left in the log before it was a change like others.
FORMER = "order-readdressed"
MOVES = {f"order-{move.event.value}" for move in LIFECYCLE.moves}
ACTIONS = ", ".join(f"'{action}'" for action in sorted(MOVES | {CHANGED, PREPAID, TAKEN_OVER, FORMER}))

RULES = (
    Rule(
        "total-is-its-parts",
        "A total is items less discount plus delivery, and the items are the sum of the lines.",
        """
        SELECT o.id, o.items_paise, o.total_paise, l.lines_paise FROM orders o
          LEFT JOIN (SELECT order_id, sum(line_paise) AS lines_paise FROM order_items
                      WHERE order_id BETWEEN :first AND :last GROUP BY order_id) l
            ON l.order_id = o.id
         WHERE o.id BETWEEN :first AND :last
           AND (o.total_paise <> o.items_paise - o.discount_paise + o.delivery_fee_paise
                OR o.items_paise IS DISTINCT FROM l.lines_paise)
        """,
        over="orders",
    ),
    Rule(
        "line-is-price-times-quantity",
        "A line costs its price times its quantity.",
        """
        SELECT id, order_id FROM order_items
         WHERE id BETWEEN :first AND :last AND line_paise <> unit_price_paise * quantity
        """,
        over="order_items",
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
         WHERE id BETWEEN :first AND :last
           AND ((status IN ('delivered', 'expired', 'cancelled')) <> (ended_at IS NOT NULL)
                OR status IN ('awaiting_payment', 'expired') AND confirmed_at IS NOT NULL
                OR status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')
                   AND confirmed_at IS NULL)
        """,
        over="orders",
    ),
    Rule(
        "confirmed-order-says-how-it-is-paid",
        "A confirmed order is paid online or in cash, one of both.",
        """
        SELECT id, status FROM orders
         WHERE id BETWEEN :first AND :last AND confirmed_at IS NOT NULL AND payment_method IS NULL
        """,
        over="orders",
    ),
    Rule(
        "confirmed-before-its-window-ended",
        "No order is confirmed when the window that it was to come in has ended.",
        """
        SELECT o.id, o.confirmed_at, s.ends_at FROM orders o JOIN delivery_slots s ON s.id = o.slot_id
         WHERE o.confirmed_at >= s.ends_at
        """,
    ),
    Rule(
        "every-move-is-audited",
        "Each move and each change of an order counted its version up and left a row in the audit log.",
        f"""
        SELECT o.id, o.version, a.moves FROM orders o
         CROSS JOIN LATERAL (SELECT count(*) AS moves FROM audit_log
                              WHERE subject = 'order:' || o.id AND action IN ({ACTIONS})) a
         WHERE o.id BETWEEN :first AND :last AND o.version - 1 <> a.moves
        """,  # noqa: S608 - the names of our own events
        over="orders",
    ),
)
