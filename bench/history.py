"""Years of a shop, made by the database itself: every table as a million orders would have left it, with sound books.

Order `i` belongs to customer `i % customers`; one in fifty lapsed, one in two was paid online, the last ones are open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

PACK_UNITS, PRICE, FEE = 12, 120_000, 4_000
PER_SLOT = 40
OPEN, UNPAID = 2_000, 100  # of the newest orders


@dataclass(frozen=True)
class Size:
    """How much history: orders, the events that came in for each of them, and the messages that went out."""

    orders: int = 1_000_000
    events_per_order: int = 5
    messages_per_order: int = 3
    customers: int = 100_000


# Triggers and foreign keys are not asked row by row: that the books are sound is what fsck then says.
PREPARE = "SET session_replication_role = replica; SET synchronous_commit = off; SET statement_timeout = 0"

FACTS = """
CREATE TEMPORARY TABLE facts AS
SELECT (SELECT k.id FROM packs k WHERE k.product_id = p.id ORDER BY k.position LIMIT 1) AS pack_id,
       p.id AS product_id, i.id AS inventory_id, b.id AS apartment_id, b.zone_id, jamango_now() AS now, p.names,
       '{"en": "1 dozen"}'::jsonb AS labels, ARRAY(SELECT id FROM apartments ORDER BY id) AS apartments,
       ARRAY['whatsapp', 'web', 'whatsapp', 'phone', 'office', 'whatsapp', 'web'] AS channels
  FROM products p JOIN inventory i ON i.product_id = p.id, apartments b
 ORDER BY p.position DESC, b.id LIMIT 1
"""

STATUS = """
CREATE TEMPORARY TABLE made AS
SELECT i, 1000 + i AS id, 1000 + i %% %(customers)s AS customer_id, 1000 + i / %(per_slot)s AS slot_id,
       i %% 2 = 0 AND i <= %(orders)s - %(unpaid)s AS online,
       facts.now - (%(orders)s - i) * interval '95 seconds' - interval '1 minute' AS at,
       CASE WHEN i > %(orders)s - %(unpaid)s THEN 'awaiting_payment' WHEN i > %(orders)s - %(open)s THEN 'confirmed'
            WHEN i %% 50 = 0 THEN 'expired' ELSE 'delivered' END AS status
  FROM generate_series(1, %(orders)s) AS i, facts
"""

PEOPLE = [
    "INSERT INTO users (id, name, created_at) OVERRIDING SYSTEM VALUE"
    " SELECT 1000 + n, 'Customer ' || n, now FROM generate_series(0, %(customers)s - 1) AS n, facts",
    "INSERT INTO identities (id, kind, value, customer_id) OVERRIDING SYSTEM VALUE"
    " SELECT 1000 + n, 'phone', (920000000000 + n)::text, 1000 + n FROM generate_series(0, %(customers)s - 1) AS n",
    "INSERT INTO chats (id, customer_id, served_at) OVERRIDING SYSTEM VALUE"
    " SELECT 1000 + n, 1000 + n, now FROM generate_series(0, %(customers)s - 1) AS n, facts",
    "INSERT INTO addresses (id, customer_id, apartment_id, line) OVERRIDING SYSTEM VALUE"
    " SELECT 1000 + n, 1000 + n, apartment_id, 'B-1203' FROM generate_series(0, %(customers)s - 1) AS n, facts",
]

ORDERS = [
    f"""
    INSERT INTO orders (id, code, token, customer_id, channel, status, version, address_id, address,
        apartment_id, zone_id, slot_id, items_paise, delivery_fee_paise, total_paise, payment_method, prepaid_paise,
        cash_paise, placed_at, held_until, confirmed_at, ended_at)
    OVERRIDING SYSTEM VALUE
    SELECT id, 'H' || i, 'history-' || i, customer_id, channels[1 + i %% cardinality(channels)], status,
           CASE status WHEN 'delivered' THEN 5 WHEN 'awaiting_payment' THEN 1 ELSE 2 END,
           customer_id, '{{"apartment": "Palm Grove", "line": "B-1203"}}', apartments[1 + i %% cardinality(apartments)],
           zone_id, slot_id, {PRICE}, {FEE}, {PRICE + FEE},
           CASE WHEN online THEN 'online' WHEN status IN ('delivered', 'confirmed') THEN 'cod' END,
           CASE WHEN status IN ('delivered', 'confirmed') AND online THEN {PRICE + FEE} ELSE 0 END,
           CASE WHEN status = 'delivered' AND NOT online THEN {PRICE + FEE} ELSE 0 END,
           at, at + interval '10 min', CASE WHEN status IN ('delivered', 'confirmed') THEN at END,
           CASE WHEN status IN ('delivered', 'expired') THEN at + interval '1 day' END
      FROM made, facts
    """,
    f"INSERT INTO order_items (order_id, product_id, pack_id, names, labels, quantity, base_units, unit_price_paise,"
    f" line_paise) SELECT id, product_id, pack_id, names, labels, 1, {PACK_UNITS}, {PRICE}, {PRICE} FROM made, facts",
    f"INSERT INTO holds (order_id, customer_id, inventory_id, quantity, status, held_at, lapses_at, ended_at,"
    f" packed_at)"
    f" SELECT id, customer_id, inventory_id, {PACK_UNITS},"
    f" CASE status WHEN 'awaiting_payment' THEN 'active' WHEN 'expired' THEN 'released' ELSE 'consumed' END,"
    f" at, at + interval '10 min', CASE WHEN status <> 'awaiting_payment' THEN at END,"
    f" CASE status WHEN 'delivered' THEN at END FROM made, facts",
    """
    INSERT INTO delivery_slots (id, zone_id, day, starts_at, ends_at, cutoff_at, capacity, booked)
    OVERRIDING SYSTEM VALUE
    SELECT slot_id, zone_id, min(at)::date, min(at), min(at) + interval '2 hours', min(at), 60,
           count(*) FILTER (WHERE status <> 'expired') FROM made, facts GROUP BY slot_id, zone_id
    """,
    "INSERT INTO slot_bookings (order_id, customer_id, slot_id, status, made_at, lapses_at)"
    " SELECT id, customer_id, slot_id, CASE status WHEN 'awaiting_payment' THEN 'held' WHEN 'expired' THEN 'released'"
    " ELSE 'booked' END, at, at + interval '10 min' FROM made",
    f"INSERT INTO stock_movements (inventory_id, delta, reason, order_id, actor, at)"
    f" SELECT inventory_id, -{PACK_UNITS}, 'sold', id, 'system:history', at FROM made, facts"
    f" WHERE status IN ('delivered', 'confirmed')",
    """
    INSERT INTO audit_log (at, actor, action, subject)
    SELECT at, CASE action WHEN 'order-pack' THEN packer ELSE 'system:history' END, action, 'order:' || made.id
      FROM made, (SELECT 'staff:' || id || ':' || role AS packer FROM staff ORDER BY id LIMIT 1) AS somebody,
           unnest(CASE status WHEN 'delivered' THEN
               ARRAY['order-placed', 'order-confirm', 'order-pack', 'order-dispatch', 'order-deliver']
               WHEN 'confirmed' THEN ARRAY['order-placed', 'order-confirm']
               WHEN 'expired' THEN ARRAY['order-placed', 'order-expire'] ELSE ARRAY['order-placed'] END) AS action
    """,
]

# A lot for all of it, and what of it is held.
FRUIT = [
    f"INSERT INTO lots (inventory_id, received, remaining, harvested_on, ripe_by)"
    f" SELECT inventory_id, {PACK_UNITS} * %(orders)s,"
    f" {PACK_UNITS} * (%(orders)s - (SELECT count(*) FROM made WHERE status = 'delivered')), now::date, now::date"
    f" FROM facts",
    f"INSERT INTO stock_movements (inventory_id, delta, reason, actor)"
    f" SELECT inventory_id, {PACK_UNITS} * %(orders)s, 'received', 'system:history' FROM facts",
    f"UPDATE inventory SET held = held + {PACK_UNITS} * %(unpaid)s, on_hand = on_hand + {PACK_UNITS} * (%(orders)s -"
    f" (SELECT count(*) FROM made WHERE status IN ('delivered', 'confirmed'))) FROM facts WHERE id = inventory_id",
]

MONEY = [
    f"""
    INSERT INTO payment_links (id, order_id, reference_id, status, amount_paise, expires_at, provider_link_id,
        short_url)
    OVERRIDING SYSTEM VALUE
    SELECT id, id, 'H' || i, CASE status WHEN 'expired' THEN 'expired' ELSE 'paid' END, {PRICE + FEE}, at,
           'plink_' || i, 'https://pay.invalid/' || i FROM made WHERE online
    """,
    f"""
    INSERT INTO payments (id, order_id, link_id, provider_payment_id, status, amount_paise, currency, captured_at)
    OVERRIDING SYSTEM VALUE
    SELECT id, id, id, 'pay_' || i, 'settled', {PRICE + FEE}, 'INR', at FROM made WHERE online AND status <> 'expired'
    """,
    """
    INSERT INTO ledger_postings (id, source, source_id, event, order_id, at) OVERRIDING SYSTEM VALUE
    SELECT id, 'payment', id, 'captured', id, at FROM made WHERE online AND status <> 'expired'
    """,
    f"""
    INSERT INTO ledger_entries (posting_id, account, amount_paise)
    SELECT id, account, amount FROM made, (VALUES ('razorpay', {PRICE + FEE}), ('orders', -{PRICE + FEE})) AS side
           (account, amount) WHERE online AND status <> 'expired'
    """,
    """
    INSERT INTO ledger_postings (id, source, source_id, event, order_id, at) OVERRIDING SYSTEM VALUE
    SELECT id, 'order', id, 'collected', id, at + interval '1 day' FROM made WHERE status = 'delivered' AND NOT online
    """,
    f"""
    INSERT INTO ledger_entries (posting_id, account, amount_paise)
    SELECT id, account, amount FROM made, (VALUES ('office_cash', {PRICE + FEE}), ('sales', -{PRICE + FEE})) AS side
           (account, amount) WHERE status = 'delivered' AND NOT online
    """,
]

# What was said: old words are forgotten already, as pruning leaves them.
WORDS = [
    """
    INSERT INTO inbox (provider, event_key, kind, chat_id, sender_phone, payload, sent_at, received_at, status,
        handled_at)
    SELECT 'whatsapp', 'wamid.history.' || i || '.' || n, CASE WHEN n = 1 THEN 'status' ELSE 'message' END,
           customer_id, '9100', CASE WHEN at > now - interval '30 days' THEN convert_to(repeat('x', 400), 'UTF8')
           ELSE '' END, at, at, 'handled', at
      FROM made, facts, generate_series(1, %(events)s) AS n
    """,
    """
    INSERT INTO outbox (kind, message_class, chat_id, order_id, body, status, created_at, next_attempt_at, done_at,
                        provider_message_id, sent_payload)
    SELECT CASE WHEN n = 1 THEN 'notice' ELSE 'message' END, CASE WHEN n = 1 THEN 'order' ELSE 'reply' END,
           customer_id, id, CASE WHEN at > now - interval '180 days' THEN jsonb_build_object('key', CASE WHEN n = 1
           THEN 'order-confirmed' ELSE 'menu' END, 'values', jsonb_build_object('note', repeat('x', 300)))
           ELSE '{}' END,
           'done', at, at, at, 'wamid.out.' || i || '.' || n, '{}'
      FROM made, facts, generate_series(1, %(messages)s) AS n
    """,
]


def make_history(wire: psycopg.Connection[tuple[object, ...]], size: Size) -> None:
    """Write it all, and let the database learn its statistics. Needs a superuser and a freshly stocked shop."""
    values = {
        "orders": size.orders, "customers": size.customers, "events": size.events_per_order,
        "messages": size.messages_per_order, "per_slot": PER_SLOT, "open": OPEN, "unpaid": UNPAID,
    }  # fmt: skip
    wire.execute(PREPARE)
    for statement in (FACTS, STATUS, *PEOPLE, *ORDERS, *FRUIT, *MONEY, *WORDS):
        wire.execute(statement.encode(), values)
    _set_sequences(wire, ("users", "identities", "chats", "addresses", "orders", "delivery_slots", "payment_links",
                          "payments", "ledger_postings"))  # fmt: skip
    wire.execute("SET session_replication_role = origin")
    wire.execute("VACUUM ANALYZE")


def _set_sequences(wire: psycopg.Connection[tuple[object, ...]], tables: Sequence[str]) -> None:
    for table in tables:
        wire.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))".encode())
