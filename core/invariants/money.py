"""Rules about payments and refunds (invariants I9 to I12, I15 and I16). The ledger speaks of rupees only."""

from core.invariants.rule import Rule
from core.payments.money_here import PARKED
from core.payments.refunds import ORDER_CHANGED

# Each payment with its refunds by state, and where the ledger says its money is.
BALANCES = """
    SELECT p.id, p.order_id, p.status, p.amount_paise, p.refund_reserved_paise, r.waiting, r.processed, r.failed,
           e.razorpay, e.orders, e.parked, e.refunds_due
      FROM payments p
     CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount_paise) FILTER (WHERE status IN ('requested', 'pending')), 0) AS waiting,
               coalesce(sum(amount_paise) FILTER (WHERE status = 'processed'), 0) AS processed,
               coalesce(sum(amount_paise) FILTER (WHERE status = 'failed'), 0) AS failed
          FROM refunds WHERE payment_id = p.id) r
     CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount_paise) FILTER (WHERE account = 'razorpay'), 0) AS razorpay,
               coalesce(sum(amount_paise) FILTER (WHERE account = 'orders'), 0) AS orders,
               coalesce(sum(amount_paise) FILTER (WHERE account = 'parked'), 0) AS parked,
               coalesce(sum(amount_paise) FILTER (WHERE account = 'refunds_due'), 0) AS refunds_due
          FROM ledger_entries WHERE posting_id IN (
               SELECT id FROM ledger_postings WHERE source = 'payment' AND source_id = p.id
                UNION ALL SELECT g.id FROM refunds f JOIN ledger_postings g ON g.source_id = f.id
                           WHERE g.source = 'refund' AND f.payment_id = p.id)) e
     WHERE p.id BETWEEN :first AND :last AND p.currency = 'INR'
"""


def _balance(condition: str) -> str:
    return f"SELECT * FROM ({BALANCES}) AS balance WHERE {condition}"  # noqa: S608 - conditions of this file


RULES = (
    Rule(
        "order-knows-its-parked-money",
        "An unpaid order says what is parked for it, as its payments do.",
        f"""
        SELECT o.id, o.parked FROM orders o
         WHERE o.status = 'awaiting_payment' AND o.parked IS DISTINCT FROM {PARKED}
        """,  # noqa: S608 - SQL of core.payments.money_here
    ),
    Rule(
        "razorpay-holds-captures-less-refunds",
        "What Razorpay holds of a payment is what was captured less what went back.",
        _balance("razorpay <> amount_paise - processed"),
        over="payments",
    ),
    Rule(
        "refunds-due-are-refunds-under-way",
        "What is owed back is what was asked for and has neither gone back nor failed.",
        _balance("refunds_due <> -waiting"),
        over="payments",
    ),
    Rule(
        "orders-hold-what-they-were-paid",
        "Captured less refunded is what orders hold: a settled payment its rest, any other nothing.",
        _balance("orders <> CASE WHEN status = 'settled' THEN refund_reserved_paise - amount_paise ELSE 0 END"),
        over="payments",
    ),
    Rule(
        "parked-money-is-accounted-for",
        "Parked is the rest of payments that no order could use, and refunds that failed.",
        _balance(
            "parked <> -failed + CASE WHEN status = 'parked' THEN refund_reserved_paise - amount_paise ELSE 0 END"
        ),
        over="payments",
    ),
    Rule(
        "reserved-is-sum-of-refunds",
        "What is set aside for refunds is what was asked for, and never more than was captured.",
        """
        SELECT p.id, p.amount_paise, p.refund_reserved_paise, coalesce(r.amount_paise, 0) AS refunds FROM payments p
          LEFT JOIN (SELECT payment_id, sum(amount_paise) AS amount_paise FROM refunds
                      WHERE payment_id BETWEEN :first AND :last GROUP BY payment_id) r
            ON r.payment_id = p.id
         WHERE p.id BETWEEN :first AND :last
           AND (p.refund_reserved_paise <> coalesce(r.amount_paise, 0) OR p.refund_reserved_paise > p.amount_paise)
        """,
        over="payments",
    ),
    Rule(
        "returned-payment-went-back-in-full",
        "A payment is called returned when all of it is set aside for refunds, and only then.",
        """
        SELECT id, status, amount_paise, refund_reserved_paise FROM payments
         WHERE id BETWEEN :first AND :last AND (status = 'returned') <> (refund_reserved_paise = amount_paise)
        """,
        over="payments",
    ),
    Rule(
        "refund-knows-when-it-finished",
        "A refund has an end when it is processed or has failed, and none before.",
        """
        SELECT id, status, finished_at FROM refunds
         WHERE id BETWEEN :first AND :last AND (status IN ('processed', 'failed')) <> (finished_at IS NOT NULL)
        """,
        over="refunds",
    ),
    Rule(
        "online-order-has-its-money",
        "Nothing is due for an order that is confirmed and paid online.",
        """
        SELECT id, status, total_paise, prepaid_paise FROM orders
         WHERE id BETWEEN :first AND :last AND payment_method = 'online' AND confirmed_at IS NOT NULL
           AND prepaid_paise <> total_paise
        """,
        over="orders",
    ),
    Rule(
        "prepaid-is-what-payments-cover",
        "What an order says was paid for it online is what its payments came to, but for adjustments and what went back"
        " because it became less.",
        """
        SELECT o.id, o.status, o.prepaid_paise, p.covered FROM orders o
         CROSS JOIN LATERAL (
            SELECT coalesce(sum(amount_paise - adjustment_paise - given_back_paise), 0) AS covered FROM payments
             WHERE order_id = o.id AND status IN ('settled', 'returned') AND reason = '' AND currency = 'INR') p
         WHERE o.id BETWEEN :first AND :last AND o.prepaid_paise <> p.covered
        """,
        over="orders",
    ),
    Rule(
        "settled-payment-has-its-order",
        "A settled payment is in rupees and its order's, and that is confirmed and not cancelled.",
        """
        SELECT p.id, p.amount_paise, p.currency, o.id AS order_id, o.total_paise, o.status
          FROM payments p LEFT JOIN orders o ON o.id = p.order_id
         WHERE p.id BETWEEN :first AND :last AND p.status = 'settled'
           AND (o.id IS NULL OR p.currency <> 'INR' OR o.status IN ('awaiting_payment', 'expired', 'cancelled'))
        """,
        over="payments",
    ),
    Rule(
        "given-back-went-back",
        "What a payment gave back because its order became less was asked of Razorpay as refunds for that.",
        f"""
        SELECT p.id, p.given_back_paise, r.asked FROM payments p
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount_paise), 0) AS asked FROM refunds
                              WHERE payment_id = p.id AND reason = '{ORDER_CHANGED}') r
         WHERE p.id BETWEEN :first AND :last AND p.given_back_paise <> r.asked
        """,  # noqa: S608 - a name of core.payments.refunds
        over="payments",
    ),
    Rule(
        "nobody-is-called-unpaid-whose-money-is-here",
        "A hold that ended over parked money is not counted or called unpaid.",
        """
        SELECT o.id, p.id AS payment_id, p.recorded_at, o.ended_at FROM orders o JOIN payments p ON p.order_id = o.id
         WHERE o.status = 'expired' AND o.end_reason = 'unpaid' AND p.status = 'parked' AND p.recorded_at < o.ended_at
        """,
    ),
    Rule(
        "only-settled-money-is-adjusted",
        "Money that never was an order's differs from nothing.",
        """
        SELECT id, status, reason, adjustment_paise FROM payments
         WHERE id BETWEEN :first AND :last AND adjustment_paise <> 0 AND reason <> ''
        """,
        over="payments",
    ),
    Rule(
        "link-is-paid-once",
        "No link has two settled payments.",
        """
        SELECT link_id, count(*) AS payments FROM payments
         WHERE link_id BETWEEN :first AND :last AND status = 'settled'
         GROUP BY link_id HAVING count(*) > 1
        """,
        over="payment_links",
    ),
    Rule(
        "payment-is-recorded-once",
        "No capture at Razorpay is recorded twice.",
        """
        SELECT p.id, p.provider_payment_id, same.rows FROM payments p
         CROSS JOIN LATERAL (SELECT count(*) AS rows FROM payments
                              WHERE provider_payment_id = p.provider_payment_id) same
         WHERE p.id BETWEEN :first AND :last AND same.rows > 1
        """,
        over="payments",
    ),
    Rule(
        "one-live-link-per-order",
        "An order has at most one payment link that we want paid.",
        """
        SELECT order_id, count(*) AS links FROM payment_links
         WHERE status IN ('creating', 'open') AND withdrawn_at IS NULL
         GROUP BY order_id HAVING count(*) > 1
        """,
    ),
    Rule(
        "link-asks-for-what-is-due",
        "A link that we want paid asks for exactly what is due for its order, or for a part of that, in rupees.",
        """
        SELECT l.id, l.amount_paise, l.currency, o.total_paise, o.prepaid_paise
          FROM payment_links l JOIN orders o ON o.id = l.order_id
         WHERE l.id BETWEEN :first AND :last AND l.status IN ('creating', 'open') AND l.withdrawn_at IS NULL
           AND (l.currency <> 'INR' OR o.prepaid_paise < o.total_paise
                AND NOT CASE WHEN l.is_part THEN l.amount_paise <= o.total_paise - o.prepaid_paise
                             ELSE l.amount_paise = o.total_paise - o.prepaid_paise END)
        """,
        over="payment_links",
    ),
    Rule(
        "paid-link-has-a-payment",
        "When a link is paid, its order has a payment on record.",
        """
        SELECT l.id, l.order_id FROM payment_links l
         WHERE l.id BETWEEN :first AND :last AND l.status = 'paid'
           AND NOT EXISTS (SELECT FROM payments p WHERE p.order_id = l.order_id)
        """,
        over="payment_links",
    ),
    Rule(
        "open-link-can-be-paid",
        "A link that is open or paid has an address at Razorpay.",
        """
        SELECT id, status FROM payment_links
         WHERE id BETWEEN :first AND :last AND status IN ('open', 'paid')
           AND (provider_link_id IS NULL OR short_url IS NULL)
        """,
        over="payment_links",
    ),
)
