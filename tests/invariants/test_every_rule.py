"""Break one row, ask all rules: the one that is meant must see it. A rule without such a test fails the last test."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from core.invariants import RULES, find_violations
from tests.support.books import broken_rules
from tests.support.shelf import Shelf

UNPAID = "(SELECT id FROM orders WHERE status = 'awaiting_payment')"
CONFIRMED = "(SELECT min(id) FROM orders WHERE status = 'confirmed')"
EXPIRED = "(SELECT id FROM orders WHERE status = 'expired')"
ALPHONSO = "(SELECT i.id FROM inventory i JOIN products p ON p.id = i.product_id WHERE p.slug = 'alphonso')"
UNGUARDED = "ALTER TABLE ledger_entries DISABLE TRIGGER USER"
LEDGER = (
    "INSERT INTO ledger_entries (posting_id, account, amount_paise) SELECT id, '{}', 1 FROM ledger_postings"
    " WHERE event = 'captured'"
)
SECOND_ORDER = """
    INSERT INTO orders (code, token, customer_id, channel, status, address_id, address, zone_id, slot_id, items_paise,
                        delivery_fee_paise, total_paise, held_until)
    SELECT 'TWICE', 'twice', customer_id, channel, status, address_id, address, zone_id, slot_id, items_paise,
           delivery_fee_paise, total_paise, held_until FROM orders WHERE status = 'awaiting_payment'
"""
SECOND_PAYMENT = """
    INSERT INTO payments (order_id, link_id, provider_payment_id, status, amount_paise, currency)
    SELECT order_id, link_id, {}, 'settled', amount_paise, currency FROM payments
"""
LINK = (
    "INSERT INTO payment_links (order_id, reference_id, amount_paise, expires_at, status)"
    " SELECT id, '{}', total_paise + {}, held_until, '{}' FROM orders WHERE status = 'awaiting_payment'"
)

WITHOUT_ADDRESS = "ALTER TABLE payment_links DROP CONSTRAINT link_that_can_be_paid_has_its_address"

# Constraints and triggers that would refuse the damage are dropped first; all of it is rolled back.
# A cash sale of a stall's that has claimed money which is an order's.
CLAIMED = """
    INSERT INTO stall_qrs (uid, device_id, shift_id, amount_paise, status, provider_id, closes_at, payment_id, sale_id)
    SELECT s.uid, h.device_id, h.id, 100, 'closed', 'qr_1', jamango_now(), (SELECT min(id) FROM payments), s.id
      FROM stall_sales s JOIN shifts h ON h.id = s.shift_id ORDER BY s.id LIMIT 1
"""
DAMAGE: dict[str, list[str]] = {
    "inventory-never-oversold": [
        "ALTER TABLE inventory DROP CONSTRAINT inventory_never_oversold",
        f"UPDATE inventory SET held = on_hand + 1 WHERE id = {ALPHONSO}",
    ],
    "held-is-sum-of-holds": [f"UPDATE inventory SET held = held + 1 WHERE id = {ALPHONSO}"],
    "on-hand-is-sum-of-movements": [f"UPDATE inventory SET on_hand = on_hand + 1 WHERE id = {ALPHONSO}"],
    "on-hand-is-lots-less-unpacked": [f"UPDATE lots SET remaining = remaining - 1 WHERE inventory_id = {ALPHONSO}"],
    "unpaid-order-keeps-its-fruit": [f"UPDATE holds SET quantity = quantity - 1 WHERE order_id = {UNPAID}"],
    "sold-order-has-its-fruit": [f"UPDATE holds SET status = 'released' WHERE order_id = {CONFIRMED}"],
    "only-unpaid-orders-hold-fruit": [
        f"UPDATE holds SET status = 'active', ended_at = NULL WHERE order_id = {EXPIRED}"
    ],
    "order-knows-its-parked-money": [f"UPDATE orders SET parked = '{{\"INR\": 1}}' WHERE id = {UNPAID}"],
    "hold-lapses-with-its-order": [f"UPDATE holds SET lapses_at = NULL WHERE order_id = {UNPAID}"],
    "place-lapses-with-its-order": [
        "UPDATE slot_bookings SET customer_id = (SELECT min(id) FROM users) WHERE status = 'held'"
    ],
    "hold-knows-when-it-ended": [
        "ALTER TABLE holds DROP CONSTRAINT hold_has_its_end",
        f"UPDATE holds SET ended_at = jamango_now() WHERE order_id = {UNPAID}",
    ],
    "sale-is-a-movement": [
        "ALTER TABLE stock_movements DISABLE TRIGGER USER",
        f"DELETE FROM stock_movements WHERE order_id = {CONFIRMED}",
    ],
    "slot-never-overbooked": [
        "ALTER TABLE delivery_slots DROP CONSTRAINT slot_never_overbooked",
        "UPDATE delivery_slots SET capacity = 0 WHERE booked > 0",
    ],
    "booked-is-sum-of-bookings": ["UPDATE delivery_slots SET booked = booked + 1 WHERE booked > 0"],
    "order-has-its-place": [f"UPDATE slot_bookings SET status = 'held' WHERE order_id = {CONFIRMED}"],
    "slot-lies-in-the-orders-zone": [f"UPDATE orders SET zone_id = (SELECT max(id) FROM zones) WHERE id = {CONFIRMED}"],
    "total-is-its-parts": [
        f"UPDATE orders SET items_paise = 1, total_paise = 1 + delivery_fee_paise WHERE id = {UNPAID}"
    ],
    "line-is-price-times-quantity": [
        "ALTER TABLE order_items DROP CONSTRAINT line_is_price_times_quantity",
        f"UPDATE order_items SET unit_price_paise = 1 WHERE order_id = {UNPAID}",
    ],
    "one-unpaid-order-per-customer": ["DROP INDEX orders_one_unpaid_per_customer", SECOND_ORDER],
    "status-agrees-with-times": [f"UPDATE orders SET ended_at = jamango_now() WHERE id = {CONFIRMED}"],
    "confirmed-order-says-how-it-is-paid": [f"UPDATE orders SET payment_method = NULL WHERE id = {CONFIRMED}"],
    "confirmed-before-its-window-ended": [
        f"UPDATE orders SET confirmed_at = (SELECT max(ends_at) FROM delivery_slots) WHERE id = {CONFIRMED}"
    ],
    "every-move-is-audited": [f"UPDATE orders SET version = version + 1 WHERE id = {CONFIRMED}"],
    "posting-sums-to-zero": [UNGUARDED, LEDGER.format("bank")],
    "posting-has-its-source": [
        "INSERT INTO ledger_postings (source, source_id, event) VALUES ('payment', 999, 'captured')"
    ],
    "account-is-held-by-somebody-we-know": [
        UNGUARDED,
        "INSERT INTO ledger_entries (posting_id, account, holder_id, amount_paise)"
        " SELECT id, 'rider_cash', 999, 1 FROM ledger_postings",
    ],
    "stop-agrees-with-its-order": ["UPDATE delivery_assignments SET cash_paise = cash_paise - 1"],
    "order-is-in-one-run": [
        "DROP INDEX delivery_assignments_one_per_order",
        "INSERT INTO delivery_assignments (run_id, order_id, position, status, done_at, cash_paise)"
        " SELECT run_id, order_id, 9, status, done_at, cash_paise FROM delivery_assignments",
    ],
    "nothing-waits-in-a-run-that-is-over": [
        f"INSERT INTO delivery_assignments (run_id, order_id, position) SELECT id, {CONFIRMED}, 9 FROM runs"
    ],
    "rider-holds-what-he-took": ["UPDATE till_counts SET counted_paise = counted_paise - 1"],
    "difference-is-what-was-counted": ["UPDATE discrepancies SET amount_paise = amount_paise - 1"],
    "money-of-a-door-is-in-a-hand": [
        "UPDATE orders SET prepaid_paise = prepaid_paise + 1, cash_paise = cash_paise - 1 WHERE cash_paise > 0"
    ],
    "orders-and-closes-move-their-own-money": [
        "INSERT INTO ledger_postings (source, source_id, event) VALUES ('close', 999, 'closed')"
    ],
    "runs-move-money-of-runs": [
        "INSERT INTO ledger_postings (source, source_id, event) VALUES ('run', 999, 'counted')"
    ],
    "stall-sale-is-its-lines": [
        "ALTER TABLE stall_sales DISABLE TRIGGER USER",
        "UPDATE stall_sales SET priced_paise = 1",
    ],
    "stall-sale-is-a-movement": [
        "ALTER TABLE stock_movements DISABLE TRIGGER USER",
        "UPDATE stock_movements SET stall_sale_id = NULL WHERE stall_sale_id IS NOT NULL",
    ],
    "stall-sale-is-posted": [
        "ALTER TABLE stall_sales DISABLE TRIGGER USER",
        "UPDATE stall_sales SET paid_paise = paid_paise - 1",
    ],
    "short-fruit-is-a-discrepancy": ["UPDATE stall_discrepancies SET units = units + 1"],
    "claimed-credit-is-its-sale": [CLAIMED],
    "differing-credit-is-a-discrepancy": [CLAIMED],
    "credit-of-a-sale-taken-back-goes-back": [
        CLAIMED,
        "INSERT INTO stall_voids (sale_id, reason, made_at, received_at, actor)"
        " SELECT sale_id, 'bad-fruit', jamango_now(), jamango_now(), 'system:test' FROM stall_qrs WHERE sale_id > 0",
    ],
    "shift-is-counted-against-what-it-took": ["UPDATE shifts SET expected_paise = 1 WHERE status = 'closed'"],
    "till-holds-what-its-open-shifts-took": ["UPDATE shifts SET float_paise = float_paise + 1 WHERE status = 'open'"],
    "stalls-move-money-of-stalls": [
        "INSERT INTO ledger_postings (source, source_id, event) VALUES ('shift', 999, 'counted')"
    ],
    "razorpay-holds-captures-less-refunds": [UNGUARDED, LEDGER.format("razorpay")],
    "refunds-due-are-refunds-under-way": [UNGUARDED, LEDGER.format("refunds_due")],
    "orders-hold-what-they-were-paid": [UNGUARDED, LEDGER.format("orders")],
    "parked-money-is-accounted-for": [UNGUARDED, LEDGER.format("parked")],
    "reserved-is-sum-of-refunds": ["UPDATE payments SET refund_reserved_paise = refund_reserved_paise + 1"],
    "returned-payment-went-back-in-full": [
        "ALTER TABLE payments DROP CONSTRAINT returned_is_all_of_it",
        "UPDATE payments SET status = 'returned'",
    ],
    "refund-knows-when-it-finished": [
        "ALTER TABLE refunds DROP CONSTRAINT refund_has_its_end",
        "UPDATE refunds SET finished_at = NULL",
    ],
    "online-order-has-its-money": [
        "ALTER TABLE orders DROP CONSTRAINT order_paid_online_owes_nothing",
        "UPDATE orders SET payment_method = 'online' WHERE payment_method = 'cod'",
    ],
    "prepaid-is-what-payments-cover": [f"UPDATE orders SET prepaid_paise = 1 WHERE id = {UNPAID}"],
    "given-back-went-back": [
        "ALTER TABLE payments DROP CONSTRAINT what_was_given_back_was_reserved",
        "UPDATE payments SET given_back_paise = 1",
    ],
    "settled-payment-has-its-order": [f"UPDATE payments SET order_id = {EXPIRED}"],
    "nobody-is-called-unpaid-whose-money-is-here": [
        "INSERT INTO payments (order_id, provider_payment_id, status, reason, amount_paise, currency, recorded_at)"
        " SELECT id, 'pay_9', 'parked', 'wrong_amount', 100, 'INR', ended_at - interval '1 min' FROM orders"
        f" WHERE id = {EXPIRED}"
    ],
    "only-settled-money-is-adjusted": ["UPDATE payments SET adjustment_paise = 1, reason = 'late'"],
    "link-is-paid-once": ["DROP INDEX payments_one_settled_per_link", SECOND_PAYMENT.format("'pay_2'")],
    "payment-is-recorded-once": [
        "DROP INDEX payments_one_settled_per_link",
        "ALTER TABLE payments DROP CONSTRAINT payments_provider_payment_id_unique",
        SECOND_PAYMENT.format("provider_payment_id"),
    ],
    "one-live-link-per-order": [
        "DROP INDEX payment_links_one_live_per_order",
        LINK.format("A-1", 0, "creating"),
        LINK.format("A-2", 0, "creating"),
    ],
    "link-asks-for-what-is-due": [LINK.format("A-1", 1, "creating")],
    "paid-link-has-a-payment": [WITHOUT_ADDRESS, LINK.format("A-1", 0, "paid")],
    "open-link-can-be-paid": [WITHOUT_ADDRESS, LINK.format("A-1", 0, "open")],
    "identity-is-one-persons": [
        "ALTER TABLE identities DROP CONSTRAINT identity_of_one_person",
        "UPDATE identities SET staff_id = (SELECT min(id) FROM staff)",
    ],
    "identity-is-known-once": [
        "ALTER TABLE identities DROP CONSTRAINT identities_kind_value_unique",
        "INSERT INTO identities (kind, value, customer_id) SELECT kind, value, customer_id FROM identities"
        " WHERE customer_id IS NOT NULL",
    ],
    "one-user-id-per-person": [
        "INSERT INTO identities (kind, value, customer_id) SELECT 'user_id', 'IN.' || n, (SELECT min(id) FROM users)"
        " FROM generate_series(1, 2) AS n"
    ],
    "bill-follows-the-one-before": ["UPDATE bills SET number = number + 5"],
    "bill-counter-stands-at-the-last": ["UPDATE bill_counters SET last = 9"],
    "what-is-packed-has-a-bill": ["DELETE FROM bills"],
    "what-is-packed-came-out-of-lots": ["UPDATE lot_takings SET quantity = quantity + 1"],
    "customer-has-a-chat": ["INSERT INTO users (name) VALUES ('Nobody')"],
    "chat-is-one-persons": [
        "ALTER TABLE chats DROP CONSTRAINT chat_with_one_person",
        "INSERT INTO chats (script) VALUES ('ordering')",
    ],
    "address-is-the-customers": [f"UPDATE orders SET address_id = (SELECT max(id) FROM addresses) WHERE id = {UNPAID}"],
    "cart-goes-to-the-customers-home": [
        "UPDATE carts SET address_id = (SELECT a.id FROM addresses a WHERE a.customer_id <> carts.customer_id LIMIT 1)"
    ],
    "inbox-knows-when-it-was-handled": [
        "ALTER TABLE inbox DROP CONSTRAINT inbox_end_has_a_moment",
        "UPDATE inbox SET handled_at = NULL",
    ],
    "handled-message-has-a-chat": ["UPDATE inbox SET chat_id = NULL"],
    "waiting-chat-stands-in-line": [
        "INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at, chat_id, queued_at)"
        " SELECT 'whatsapp', 'wamid.2', 'message', '', jamango_now(), jamango_now(), max(id), NULL FROM chats"
    ],
    "outbox-status-agrees-with-times": [
        "ALTER TABLE outbox DROP CONSTRAINT outbox_lease_has_an_end",
        "UPDATE outbox SET leased_until = jamango_now() WHERE status = 'pending'",
    ],
    "message-has-a-chat": ["UPDATE outbox SET chat_id = NULL WHERE kind = 'notice'"],
    "notice-goes-to-the-orders-customer": [
        "UPDATE outbox SET chat_id = (SELECT min(id) FROM chats) WHERE kind = 'notice' AND order_id IS NOT NULL"
    ],
    "delivered-message-was-sent": ["UPDATE outbox SET delivery_status = 'read' WHERE kind = 'notice'"],
    "order-is-confirmed-in-words-once": [
        "INSERT INTO outbox (kind, chat_id, order_id, body) SELECT kind, chat_id, order_id, body FROM outbox"
        " WHERE body ->> 'key' = 'order-confirmed'"
    ],
}


@pytest.mark.parametrize("rule", DAMAGE)
def test_the_rule_sees_the_damage(shelf: Shelf, rule: str) -> None:
    with transaction() as session:
        for statement in DAMAGE[rule]:
            session.execute(text(statement))
        found = [violation.rule for violation in find_violations(session, piece=2)]
        at_once = broken_rules(session)
        session.rollback()
    assert rule in found, "also when it is looked for two rows at a time"
    assert at_once == found, "and when a story asks at its end"


def test_a_busy_hour_breaks_no_rule(shelf: Shelf) -> None:
    shelf.assert_sound()


def test_every_rule_is_tested_by_damage() -> None:
    assert set(DAMAGE) == {rule.name for rule in RULES}


def test_every_rule_has_a_name_of_its_own_and_a_promise() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.promise.endswith(".") for rule in RULES)
