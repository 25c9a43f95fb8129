"""Many confirmed orders at once, as their own verbs would have left them: copies of one, with its books."""

from __future__ import annotations

from sqlalchemy import text

from core.db import transaction

COPY = (
    """
    CREATE TEMPORARY TABLE copies ON COMMIT DROP AS
    SELECT nextval(pg_get_serial_sequence('orders', 'id')) AS id, n FROM generate_series(1, :count) AS n
    """,
    """
    INSERT INTO orders (id, code, token, customer_id, channel, status, version, address_id, address, apartment_id,
        zone_id, slot_id, items_paise, discount_paise, delivery_fee_paise, total_paise, payment_method, prepaid_paise,
        parked, note, placed_at, held_until, kept_since, confirmed_at) OVERRIDING SYSTEM VALUE
    SELECT c.id, 'COPY' || c.id, 'copy-' || c.id, o.customer_id, o.channel, o.status, o.version, o.address_id,
           o.address, o.apartment_id, o.zone_id, o.slot_id, o.items_paise, o.discount_paise, o.delivery_fee_paise,
           o.total_paise, o.payment_method, o.prepaid_paise, o.parked, o.note, o.placed_at, o.held_until, o.kept_since,
           o.confirmed_at FROM copies c, orders o WHERE o.id = :order_id
    """,
    """
    INSERT INTO order_items (order_id, product_id, pack_id, names, labels, quantity, base_units, unit_price_paise,
        line_paise)
    SELECT c.id, i.product_id, i.pack_id, i.names, i.labels, i.quantity, i.base_units, i.unit_price_paise, i.line_paise
      FROM copies c, order_items i WHERE i.order_id = :order_id
    """,
    """
    INSERT INTO holds (order_id, customer_id, inventory_id, quantity, status, held_at, ended_at)
    SELECT c.id, h.customer_id, h.inventory_id, h.quantity, h.status, h.held_at, h.ended_at
      FROM copies c, holds h WHERE h.order_id = :order_id
    """,
    """
    INSERT INTO slot_bookings (order_id, customer_id, slot_id, status)
    SELECT c.id, b.customer_id, b.slot_id, b.status FROM copies c, slot_bookings b WHERE b.order_id = :order_id
    """,
    "UPDATE delivery_slots SET capacity = capacity + :count, booked = booked + :count"
    " WHERE id = (SELECT slot_id FROM orders WHERE id = :order_id)",
    """
    INSERT INTO stock_movements (inventory_id, delta, reason, order_id, actor)
    SELECT h.inventory_id, -h.quantity, 'sold', h.order_id, 'system:test'
      FROM copies c JOIN holds h ON h.order_id = c.id
    """,
    """
    INSERT INTO stock_movements (inventory_id, delta, reason, actor)
    SELECT inventory_id, quantity * :count, 'received', 'system:test' FROM holds WHERE order_id = :order_id
    """,
    """
    INSERT INTO lots (inventory_id, received, remaining, harvested_on, ripe_by)
    SELECT inventory_id, quantity * :count, quantity * :count, '2099-01-01', '2099-01-02' FROM holds
     WHERE order_id = :order_id
    """,
    """
    INSERT INTO audit_log (actor, action, subject, details)
    SELECT a.actor, a.action, 'order:' || c.id, a.details FROM copies c, audit_log a
     WHERE a.subject = 'order:' || :order_id AND a.action <> 'order-placed'
    """,
)


def copy_order(order_id: int, count: int) -> list[int]:
    """So many more orders like a confirmed one, of the same customer in the same window; returns their ids."""
    with transaction() as session:
        for statement in COPY:
            session.execute(text(statement), {"order_id": order_id, "count": count})
        return list(session.execute(text("SELECT id FROM copies ORDER BY id")).scalars())
