"""Rules about runs, their stops, and the cash that riders hold."""

from core.invariants.rule import Rule

RULES = (
    Rule(
        "stop-agrees-with-its-order",
        "What a rider has yet to bring is on its way, and what he brought is delivered, for the cash that he took.",
        """
        SELECT a.id, a.order_id, a.status, r.status AS run, o.status AS order_status, a.cash_paise, o.cash_paise AS paid
          FROM delivery_assignments a JOIN runs r ON r.id = a.run_id JOIN orders o ON o.id = a.order_id
         WHERE a.id BETWEEN :first AND :last
           AND (a.status = 'planned' AND r.status = 'open' AND o.status <> 'out_for_delivery'
                OR a.status = 'delivered' AND (o.status, o.cash_paise) <> ('delivered', a.cash_paise))
        """,
        over="delivery_assignments",
    ),
    Rule(
        "order-is-in-one-run",
        "No order is to be brought, or was brought, by two riders.",
        """
        SELECT a.order_id, same.stops FROM delivery_assignments a
         CROSS JOIN LATERAL (SELECT count(*) AS stops FROM delivery_assignments
                              WHERE order_id = a.order_id AND status IN ('planned', 'delivered')) same
         WHERE a.id BETWEEN :first AND :last AND same.stops > 1
        """,
        over="delivery_assignments",
    ),
    Rule(
        "nothing-waits-in-a-run-that-is-over",
        "A run that has ended or was dissolved has no stop left to do.",
        """
        SELECT a.id, a.run_id, r.status FROM delivery_assignments a JOIN runs r ON r.id = a.run_id
         WHERE a.id BETWEEN :first AND :last AND a.status = 'planned' AND r.status IN ('ended', 'dissolved')
        """,
        over="delivery_assignments",
    ),
    Rule(
        "rider-holds-what-he-took",
        "The ledger says that a rider holds of a run what he took at its doors, less what was counted and worked off.",
        """
        SELECT r.id, r.rider_id, taken.paise AS taken, t.counted_paise, held.paise AS held
          FROM runs r
         CROSS JOIN LATERAL (SELECT coalesce(sum(cash_paise), 0) AS paise FROM delivery_assignments
                              WHERE run_id = r.id) taken
          LEFT JOIN till_counts t ON t.run_id = r.id LEFT JOIN discrepancies d ON d.till_count_id = t.id
         CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount_paise), 0) AS paise
                               FROM ledger_postings p JOIN ledger_entries e ON e.posting_id = p.id
                              WHERE p.source = 'run' AND p.source_id = r.id AND e.account = 'rider_cash'
                                AND e.holder_id = r.rider_id) held
         WHERE r.id BETWEEN :first AND :last
           AND held.paise <> taken.paise - coalesce(t.counted_paise, 0)
                             + coalesce(sign(d.amount_paise) * (d.settled_paise + d.borne_paise), 0)
        """,
        over="runs",
    ),
    Rule(
        "money-of-a-door-is-in-a-hand",
        "What was paid at a door stands in the ledger: a rider holds it, or the office has it.",
        """
        SELECT o.id, o.cash_paise, o.upi_paise, e.paise AS posted FROM orders o
         CROSS JOIN LATERAL (SELECT coalesce(-sum(e.amount_paise), 0) AS paise
                               FROM ledger_postings p JOIN ledger_entries e ON e.posting_id = p.id
                              WHERE p.order_id = o.id AND p.source IN ('run', 'order') AND e.account = 'sales') e
         WHERE o.id BETWEEN :first AND :last AND o.status = 'delivered' AND e.paise <> o.cash_paise + o.upi_paise
        """,
        over="orders",
    ),
    Rule(
        "difference-is-what-was-counted",
        "A frozen difference is what was counted less what was taken, and there is one whenever they differ.",
        """
        SELECT t.id, t.run_id, t.expected_paise, t.counted_paise, d.amount_paise, taken.paise AS taken
          FROM till_counts t LEFT JOIN discrepancies d ON d.till_count_id = t.id
         CROSS JOIN LATERAL (SELECT coalesce(sum(cash_paise), 0) AS paise FROM delivery_assignments
                              WHERE run_id = t.run_id) taken
         WHERE t.id BETWEEN :first AND :last
           AND (t.expected_paise <> taken.paise
                OR coalesce(t.counted_paise - t.expected_paise, 0) <> coalesce(d.amount_paise, 0))
        """,
        over="till_counts",
    ),
    Rule(
        "runs-move-money-of-runs",
        "What a run moved in the ledger was moved by a run of ours.",
        """
        SELECT p.id, p.source_id FROM ledger_postings p
         WHERE p.id BETWEEN :first AND :last AND p.source = 'run'
           AND NOT EXISTS (SELECT FROM runs r WHERE r.id = p.source_id)
        """,
        over="ledger_postings",
    ),
)
