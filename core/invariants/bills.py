"""Rules about bills and what was packed."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "bill-follows-the-one-before",
        "The bills of a financial year are numbered from one on without a gap.",
        """
        SELECT b.id, b.code FROM bills b
         WHERE b.id BETWEEN :first AND :last AND b.number > 1
           AND NOT EXISTS (SELECT FROM bills p
                            WHERE p.financial_year = b.financial_year AND p.number = b.number - 1)
        """,
        over="bills",
    ),
    Rule(
        "bill-counter-stands-at-the-last",
        "The counter of a financial year stands at its last bill.",
        """
        SELECT c.financial_year, c.last FROM bill_counters c
         WHERE c.last IS DISTINCT FROM (SELECT max(b.number) FROM bills b WHERE b.financial_year = c.financial_year)
        """,
    ),
    Rule(
        "what-is-packed-has-a-bill",
        "An order whose fruit came out of lots has a bill.",
        """
        SELECT t.order_id FROM lot_takings t
         WHERE t.id BETWEEN :first AND :last AND NOT EXISTS (SELECT FROM bills b WHERE b.order_id = t.order_id)
        """,
        over="lot_takings",
    ),
    Rule(
        "what-is-packed-came-out-of-lots",
        "What was taken out of lots for an order is what it packed, of each kind of fruit.",
        """
        SELECT t.order_id, l.inventory_id, sum(t.quantity) AS taken FROM lot_takings t JOIN lots l ON l.id = t.lot_id
         WHERE t.order_id IN (SELECT order_id FROM lot_takings WHERE id BETWEEN :first AND :last)
         GROUP BY t.order_id, l.inventory_id
        HAVING sum(t.quantity) IS DISTINCT FROM (
               SELECT h.quantity FROM holds h WHERE h.order_id = t.order_id AND h.inventory_id = l.inventory_id
                  AND h.status = 'consumed' AND h.packed_at IS NOT NULL)
        """,
        over="lot_takings",
    ),
)
