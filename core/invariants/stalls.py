"""Rules about stalls: every sale has its fruit and its money, and a closed shift owes nothing."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "stall-sale-is-its-lines",
        "A sale at a stall has lines, and they come to what it is priced.",
        """
        SELECT s.id, s.priced_paise, l.paise FROM stall_sales s
         CROSS JOIN LATERAL (SELECT sum(line_paise) AS paise FROM stall_sale_lines WHERE sale_id = s.id) l
         WHERE s.id BETWEEN :first AND :last AND s.priced_paise IS DISTINCT FROM l.paise
        """,
        over="stall_sales",
    ),
    Rule(
        "stall-sale-is-a-movement",
        "What a sale at a stall took of the fruit that was there has left it, unless the sale was taken back.",
        """
        SELECT s.id, took.units, moved.units AS moved FROM stall_sales s
         CROSS JOIN LATERAL (SELECT coalesce(sum(own_units + shared_units), 0) AS units FROM stall_sale_lines
                              WHERE sale_id = s.id) took
         CROSS JOIN LATERAL (SELECT coalesce(sum(delta), 0) AS units FROM stock_movements
                              WHERE stall_sale_id = s.id) moved
         WHERE s.id BETWEEN :first AND :last AND moved.units <> -took.units
               * (NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id))::int
        """,
        over="stall_sales",
    ),
    Rule(
        "stall-sale-is-posted",
        "What a sale at a stall earned stands in the ledger, once, and nothing of one that was taken back.",
        """
        SELECT s.id, s.paid_paise, e.paise FROM stall_sales s
         CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount_paise), 0) AS paise
                               FROM ledger_postings p JOIN ledger_entries e ON e.posting_id = p.id
                              WHERE p.source = 'till_sale' AND p.source_id = s.id AND e.account = 'sales') e
         WHERE s.id BETWEEN :first AND :last AND e.paise <> -s.paid_paise
               * (NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id))::int
        """,
        over="stall_sales",
    ),
    Rule(
        "short-fruit-is-a-discrepancy",
        "Fruit that a stall sold although it was there according to nobody was raised.",
        """
        SELECT l.sale_id, l.product_id, sum(l.short_units) AS short, d.units FROM stall_sale_lines l
          LEFT JOIN stall_discrepancies d ON d.sale_id = l.sale_id AND d.product_id = l.product_id AND d.kind = 'short'
         WHERE l.sale_id BETWEEN :first AND :last GROUP BY l.sale_id, l.product_id, d.units
        HAVING sum(l.short_units) <> coalesce(d.units, 0)
        """,
        over="stall_sales",
    ),
    Rule(
        "shift-is-counted-against-what-it-took",
        "A closed shift should have its float and the cash of the sales that it knew.",
        """
        SELECT s.id, s.expected_paise, s.float_paise, took.paise FROM shifts s
         CROSS JOIN LATERAL (SELECT coalesce(sum(x.paid_paise), 0) AS paise FROM stall_sales x
                              WHERE x.shift_id = s.id AND x.payment = 'cash' AND NOT x.is_late
                                AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = x.id)) took
         WHERE s.id BETWEEN :first AND :last AND s.status = 'closed' AND s.expected_paise <> s.float_paise + took.paise
        """,
        over="shifts",
    ),
    Rule(
        "till-holds-what-its-open-shifts-took",
        "The ledger says that a stall's till holds the float and cash of its open shifts, and nothing of closed ones.",
        """
        SELECT l.id, held.paise AS held, took.paise AS took FROM stalls l
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount_paise), 0) AS paise FROM ledger_entries
                              WHERE account = 'till_cash' AND holder_id = l.id) held
         CROSS JOIN LATERAL (SELECT coalesce(sum(s.float_paise + (
                                      SELECT coalesce(sum(x.paid_paise), 0) FROM stall_sales x
                                       WHERE x.shift_id = s.id AND x.payment = 'cash'
                                         AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = x.id))), 0)
                                    AS paise FROM shifts s WHERE s.stall_id = l.id AND s.status = 'open') took
         WHERE held.paise <> took.paise
        """,
    ),
    Rule(
        "stalls-move-money-of-stalls",
        "What a sale at a stall or a shift moved in the ledger was moved by one of ours.",
        """
        SELECT p.id, p.source, p.source_id FROM ledger_postings p
         WHERE p.id BETWEEN :first AND :last
           AND (p.source = 'till_sale' AND NOT EXISTS (SELECT FROM stall_sales s WHERE s.id = p.source_id)
                OR p.source = 'shift' AND NOT EXISTS (SELECT FROM shifts s WHERE s.id = p.source_id))
        """,
        over="ledger_postings",
    ),
    Rule(
        "claimed-credit-is-its-sale",
        "What came by a stall's code and its sale claimed was sold, and may have gone back; it was paid by UPI.",
        """
        SELECT q.id, q.sale_id, p.status, s.payment FROM stall_qrs q
          LEFT JOIN payments p ON p.id = q.payment_id LEFT JOIN stall_sales s ON s.id = q.sale_id
         WHERE q.id BETWEEN :first AND :last AND q.payment_id IS NOT NULL
           AND (p.status = 'sold' AND q.sale_id IS NULL
                OR p.status NOT IN ('sold', 'returned') AND q.sale_id IS NOT NULL
                OR q.sale_id IS NOT NULL AND (s.payment <> 'upi' OR s.uid <> q.uid OR NOT EXISTS (
                   SELECT FROM ledger_postings g
                    WHERE g.source = 'payment' AND g.source_id = p.id AND g.event = 'sold')))
        """,
        over="stall_qrs",
    ),
    Rule(
        "credit-of-a-sale-taken-back-goes-back",
        "A stall's sale that was taken back keeps nothing of what came by its code: all of it was asked back.",
        """
        SELECT q.id, q.sale_id, p.id AS payment_id, p.status FROM stall_qrs q
          JOIN payments p ON p.id = q.payment_id JOIN stall_voids v ON v.sale_id = q.sale_id
         WHERE q.id BETWEEN :first AND :last AND p.status <> 'returned'
        """,
        over="stall_qrs",
    ),
    Rule(
        "differing-credit-is-a-discrepancy",
        "Another sum at Razorpay than a stall's sale says was paid was raised.",
        """
        SELECT q.id, q.sale_id, p.amount_paise - s.paid_paise AS off, d.amount_paise FROM stall_qrs q
          JOIN payments p ON p.id = q.payment_id JOIN stall_sales s ON s.id = q.sale_id
          LEFT JOIN stall_discrepancies d ON d.sale_id = s.id AND d.kind = 'credit'
         WHERE q.id BETWEEN :first AND :last AND p.amount_paise - s.paid_paise <> coalesce(d.amount_paise, 0)
        """,
        over="stall_qrs",
    ),
)
