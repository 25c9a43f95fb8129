"""Rules about fruit (invariants I1 and I2)."""

from core.invariants.rule import Rule

# What an order needs of each inventory row, by its lines. LATERAL: looked up order by order, never for all orders.
DEMAND = """
    SELECT i.id AS inventory_id, sum(l.quantity * l.base_units) AS quantity
      FROM order_items l
      JOIN inventory i ON i.product_id = l.product_id
      JOIN locations p ON p.id = i.location_id AND p.code = 'main'
     WHERE l.order_id = o.id
     GROUP BY i.id
"""


def _keeps(which: str, hold_status: str) -> str:
    return f"""
        SELECT o.id AS order_id, d.inventory_id, d.quantity AS ordered, h.quantity AS kept, h.status
          FROM orders o
         CROSS JOIN LATERAL ({DEMAND}) d
          LEFT JOIN holds h ON h.order_id = o.id AND h.inventory_id = d.inventory_id AND h.status = '{hold_status}'
         WHERE {which} AND d.quantity IS DISTINCT FROM h.quantity
    """  # noqa: S608 - both parts are written in this file


def lapses_otherwise(table: str, status: str) -> str:
    """The rows that keep something, for another customer or until another moment than their order says."""
    return f"""
        SELECT kept.id, kept.order_id, kept.lapses_at, o.held_until
          FROM orders o JOIN {table} kept ON kept.order_id = o.id
         WHERE o.status = 'awaiting_payment' AND kept.status = '{status}' AND (kept.customer_id <> o.customer_id
            OR kept.lapses_at IS DISTINCT FROM CASE WHEN NOT EXISTS (
                   SELECT FROM payment_links l WHERE l.order_id = o.id AND l.status IN ('creating', 'open')
                      AND l.withdrawn_at IS NULL)
               THEN o.held_until END)
    """  # noqa: S608 - tables named in these files


RULES = (
    Rule(
        "inventory-never-oversold",
        "Nobody holds more than there is, and there is never less than nothing.",
        "SELECT id, on_hand, held FROM inventory WHERE NOT (0 <= held AND held <= on_hand)",
    ),
    Rule(
        "held-is-sum-of-holds",
        "What an inventory row says is held is what its active holds keep.",
        """
        SELECT i.id, i.held, coalesce(h.quantity, 0) AS kept FROM inventory i
          LEFT JOIN (SELECT inventory_id, sum(quantity) AS quantity FROM holds WHERE status = 'active'
                      GROUP BY inventory_id) h ON h.inventory_id = i.id
         WHERE i.held <> coalesce(h.quantity, 0)
        """,
    ),
    Rule(
        "on-hand-is-sum-of-movements",
        "Every change of what is on hand has its movement.",
        """
        SELECT i.id, i.on_hand, coalesce(m.delta, 0) AS moved FROM inventory i
          LEFT JOIN (SELECT inventory_id, sum(delta) AS delta FROM stock_movements
                      GROUP BY inventory_id) m ON m.inventory_id = i.id
         WHERE i.on_hand <> coalesce(m.delta, 0)
        """,
    ),
    Rule(
        "on-hand-is-lots-less-unpacked",
        "What is on hand lies in lots, less what is sold and not packed yet.",
        """
        SELECT i.id, i.on_hand, coalesce(l.remaining, 0) AS in_lots, coalesce(s.quantity, 0) AS unpacked
          FROM inventory i
          LEFT JOIN (SELECT inventory_id, sum(remaining) AS remaining FROM lots GROUP BY inventory_id) l
            ON l.inventory_id = i.id
          LEFT JOIN (SELECT h.inventory_id, sum(h.quantity) AS quantity
                       FROM holds h WHERE h.status = 'consumed' AND h.packed_at IS NULL GROUP BY h.inventory_id) s
            ON s.inventory_id = i.id
         WHERE i.on_hand <> coalesce(l.remaining, 0) - coalesce(s.quantity, 0)
        """,
    ),
    Rule(
        "unpaid-order-keeps-its-fruit",
        "An order awaiting payment keeps all the fruit of its lines.",
        _keeps("o.status = 'awaiting_payment'", "active"),
    ),
    Rule(
        "sold-order-has-its-fruit",
        "A confirmed order and all that follows has taken all the fruit of its lines.",
        _keeps(
            "o.id BETWEEN :first AND :last"
            " AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')",
            "consumed",
        ),
        over="orders",
    ),
    Rule(
        "only-unpaid-orders-hold-fruit",
        "No order but an unpaid one keeps fruit from others.",
        """
        SELECT h.id, h.order_id, h.inventory_id, o.status FROM holds h JOIN orders o ON o.id = h.order_id
         WHERE h.status = 'active' AND o.status <> 'awaiting_payment'
        """,
    ),
    Rule(
        "hold-lapses-with-its-order",
        "A hold is its order's customer's, and lapses when the order's time is over, unless that may just be paid.",
        lapses_otherwise("holds", "active"),
    ),
    Rule(
        "hold-knows-when-it-ended",
        "A hold has an end when it is released or consumed, and none before.",
        """
        SELECT id, status, ended_at FROM holds
         WHERE id BETWEEN :first AND :last AND (status = 'active') <> (ended_at IS NULL)
        """,
        over="holds",
    ),
    Rule(
        "sale-is-a-movement",
        "What an order took out, less what came back, is what its consumed holds say.",
        """
        SELECT coalesce(h.order_id, m.order_id) AS order_id, coalesce(h.inventory_id, m.inventory_id) AS inventory_id,
               h.quantity AS consumed, m.delta AS moved
          FROM (SELECT order_id, inventory_id, quantity FROM holds
                 WHERE order_id BETWEEN :first AND :last AND status = 'consumed') h
          FULL JOIN (SELECT order_id, inventory_id, sum(delta) AS delta FROM stock_movements
                      WHERE order_id BETWEEN :first AND :last GROUP BY order_id, inventory_id) m
            ON m.order_id = h.order_id AND m.inventory_id = h.inventory_id
         WHERE coalesce(h.quantity, 0) <> -coalesce(m.delta, 0)
        """,
        over="orders",
    ),
)
