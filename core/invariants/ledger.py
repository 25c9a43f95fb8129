"""Rules about the ledger itself, whatever moved the money (invariant I10)."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "posting-sums-to-zero",
        "Money that goes somewhere comes from somewhere: a posting has entries, and they sum to zero.",
        """
        SELECT p.id, p.source, p.source_id, e.off FROM ledger_postings p
         CROSS JOIN LATERAL (SELECT sum(amount_paise) AS off FROM ledger_entries WHERE posting_id = p.id) e
         WHERE p.id BETWEEN :first AND :last AND e.off IS DISTINCT FROM 0
        """,
        over="ledger_postings",
    ),
    Rule(
        "posting-has-its-source",
        "What moved money is a row of ours, and the posting names that row's order.",
        """
        SELECT p.id, p.source, p.source_id, p.order_id FROM ledger_postings p
          LEFT JOIN refunds r ON p.source = 'refund' AND r.id = p.source_id
          LEFT JOIN payments m ON m.id = CASE p.source WHEN 'payment' THEN p.source_id ELSE r.payment_id END
         WHERE p.id BETWEEN :first AND :last AND p.source IN ('payment', 'refund')
           AND (m.id IS NULL OR m.order_id IS DISTINCT FROM p.order_id)
        """,
        over="ledger_postings",
    ),
    Rule(
        "orders-and-closes-move-their-own-money",
        "What an order moved was moved by that order, and what a day's close moved by a day that was closed.",
        """
        SELECT p.id, p.source, p.source_id, p.order_id FROM ledger_postings p
         WHERE p.id BETWEEN :first AND :last
           AND (p.source = 'order' AND p.order_id IS DISTINCT FROM p.source_id
                OR p.source = 'close'
                   AND NOT EXISTS (SELECT FROM day_closes c WHERE c.day - date '0001-01-01' + 1 = p.source_id))
        """,
        over="ledger_postings",
    ),
    Rule(
        "account-is-held-by-somebody-we-know",
        "Cash that is carried is carried by one of the staff, what customers owe and may spend is a customer's.",
        """
        SELECT e.id, e.account, e.holder_id FROM ledger_entries e
         WHERE e.id BETWEEN :first AND :last
           AND (e.account = 'rider_cash' AND NOT EXISTS (SELECT FROM staff WHERE id = e.holder_id)
                OR e.account IN ('customer', 'credit') AND NOT EXISTS (SELECT FROM users WHERE id = e.holder_id))
        """,
        over="ledger_entries",
    ),
)
