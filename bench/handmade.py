"""What the core is measured against: the same order, held and confirmed, as one would write it by hand in psycopg.

Same tables, same rows written, same two transactions; no session, no objects, no refusals, no second thoughts.
"""

from typing import Any

from psycopg import Connection
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool

from core.db import SESSION_LIMITS
from core.ids import new_token

CART = """
SELECT c.address_id, c.slot_id, c.note, a.line, b.name AS apartment, b.pincode, b.zone_id, u.name,
       l.pack_id, l.quantity, k.product_id, k.base_units, k.price_paise, k.labels, p.names, i.id AS inventory_id,
       CASE WHEN z.free_above_paise IS NOT NULL AND k.price_paise * l.quantity >= z.free_above_paise
            THEN 0 ELSE z.fee_paise END AS fee_paise
FROM carts c JOIN users u ON u.id = c.customer_id JOIN addresses a ON a.id = c.address_id
JOIN apartments b ON b.id = a.apartment_id JOIN zones z ON z.id = b.zone_id
JOIN cart_items l ON l.cart_id = c.id JOIN packs k ON k.id = l.pack_id JOIN products p ON p.id = k.product_id
JOIN inventory i ON i.product_id = p.id WHERE c.customer_id = %(customer_id)s
"""
PLACE = """
WITH placed AS (
    INSERT INTO orders (code, token, customer_id, channel, address_id, address, zone_id, slot_id, items_paise,
                        delivery_fee_paise, total_paise, note, held_until)
    VALUES (%(code)s, %(token)s, %(customer_id)s, 'whatsapp', %(address_id)s, %(address)s, %(zone_id)s, %(slot_id)s,
            %(items_paise)s, %(fee_paise)s, %(items_paise)s + %(fee_paise)s, %(note)s,
            clock_timestamp() + interval '10 min') RETURNING id
), item AS (
    INSERT INTO order_items (order_id, product_id, pack_id, names, labels, quantity, base_units, unit_price_paise,
                             line_paise)
    SELECT id, %(product_id)s, %(pack_id)s, %(names)s, %(labels)s, %(quantity)s, %(base_units)s, %(price_paise)s,
           %(items_paise)s FROM placed
), noted AS (
    INSERT INTO audit_log (actor, action, subject) SELECT 'system:handmade', 'order-placed', 'order:' || id FROM placed
) SELECT id FROM placed
"""
HOLD = """
WITH kept AS (UPDATE inventory SET held = held + %(units)s
               WHERE id = %(inventory_id)s AND held + %(units)s <= on_hand RETURNING id)
INSERT INTO holds (order_id, customer_id, inventory_id, quantity)
SELECT %(order_id)s, %(customer_id)s, id, %(units)s FROM kept
"""
HOLD_PLACE = """
WITH kept AS (UPDATE delivery_slots SET booked = booked + 1
               WHERE id = %(slot_id)s AND open AND booked < capacity RETURNING id)
INSERT INTO slot_bookings (order_id, customer_id, slot_id) SELECT %(order_id)s, %(customer_id)s, id FROM kept
"""
CONFIRM = """
WITH moved AS (UPDATE orders SET status = 'confirmed', version = version + 1, payment_method = 'cod',
                      confirmed_at = clock_timestamp() WHERE id = %(order_id)s AND status = 'awaiting_payment'
               RETURNING id, customer_id, code),
     noted AS (INSERT INTO audit_log (actor, action, subject)
               SELECT 'system:handmade', 'order-confirm', 'order:' || id FROM moved),
     booked AS (UPDATE slot_bookings SET status = 'booked' FROM moved WHERE order_id = moved.id),
     emptied AS (DELETE FROM cart_items USING carts, moved
                  WHERE cart_id = carts.id AND carts.customer_id = moved.customer_id)
INSERT INTO outbox (kind, message_class, chat_id, order_id, body)
SELECT 'notice', 'order', chats.id, moved.id, jsonb_build_object('key', 'order-confirmed', 'code', moved.code)
  FROM moved JOIN chats ON chats.customer_id = moved.customer_id
"""
SELL = """
WITH ended AS (UPDATE holds SET status = 'consumed', ended_at = clock_timestamp()
                WHERE order_id = %(order_id)s AND status = 'active' RETURNING inventory_id, quantity),
     sold AS (UPDATE inventory i SET on_hand = on_hand - quantity, held = held - quantity
                FROM ended WHERE i.id = ended.inventory_id RETURNING i.id, quantity)
INSERT INTO stock_movements (inventory_id, delta, reason, order_id, actor)
SELECT id, -quantity, 'sold', %(order_id)s, 'system:handmade' FROM sold
"""


Wire = Connection[dict[str, Any]]


def open_pool(url: str, size: int) -> ConnectionPool[Wire]:
    """As many connections as buyers, with the shop's own time limits."""
    options = {"options": f"{SESSION_LIMITS} -c timezone=UTC", "row_factory": dict_row}
    return ConnectionPool(
        url, min_size=size, max_size=size, kwargs=options, connection_class=Connection[dict[str, Any]]
    )


def order_by_hand(pool: ConnectionPool[Wire], customer_id: int) -> None:
    """Hold and confirm one customer's cart, in two transactions."""
    with pool.connection() as wire:
        order_id = _place(wire, customer_id)
    with pool.connection() as wire:
        wire.execute(CONFIRM, {"order_id": order_id})
        wire.execute(SELL, {"order_id": order_id})


def _place(wire: Wire, customer_id: int) -> int:
    line = wire.execute(CART, {"customer_id": customer_id}).fetchone()
    assert line is not None
    address = Jsonb({name: line[name] for name in ("line", "apartment", "pincode", "name")})
    values = {**line, "names": Jsonb(line["names"]), "labels": Jsonb(line["labels"]), "customer_id": customer_id}
    values |= {"code": new_token(), "token": new_token(), "address": address}
    values["items_paise"] = line["price_paise"] * line["quantity"]
    placed = wire.execute(PLACE, values).fetchone()
    assert placed is not None
    order_id = int(placed["id"])
    units = line["quantity"] * line["base_units"]
    order = {"order_id": order_id, "customer_id": customer_id}
    wire.execute(HOLD, {**order, "units": units, "inventory_id": line["inventory_id"]})
    wire.execute(HOLD_PLACE, {**order, "slot_id": line["slot_id"]})
    return order_id
