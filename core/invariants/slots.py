"""Rules about places in delivery windows (invariant I3)."""

from core.invariants.fruit import lapses_otherwise
from core.invariants.rule import Rule

RULES = (
    Rule(
        "slot-never-overbooked",
        "A window has no more orders than places, and never fewer than none.",
        """
        SELECT id, capacity, booked FROM delivery_slots
         WHERE id BETWEEN :first AND :last AND NOT (0 <= booked AND booked <= capacity)
        """,
        over="delivery_slots",
    ),
    Rule(
        "booked-is-sum-of-bookings",
        "What a window says is booked is what orders hold or have booked.",
        """
        SELECT s.id, s.booked, coalesce(b.orders, 0) AS bookings FROM delivery_slots s
          LEFT JOIN (SELECT slot_id, count(*) AS orders FROM slot_bookings
                      WHERE slot_id BETWEEN :first AND :last AND status <> 'released'
                      GROUP BY slot_id) b ON b.slot_id = s.id
         WHERE s.id BETWEEN :first AND :last AND s.booked <> coalesce(b.orders, 0)
        """,
        over="delivery_slots",
    ),
    Rule(
        "order-has-its-place",
        "An unpaid order holds a place in its window, a confirmed one has booked it, an ended one has none.",
        """
        SELECT o.id AS order_id, o.status, o.slot_id, b.slot_id AS place_in, b.status AS place FROM orders o
          LEFT JOIN slot_bookings b ON b.order_id = o.id AND b.order_id BETWEEN :first AND :last
           AND b.status <> 'released'
         WHERE o.id BETWEEN :first AND :last AND (b.status, b.slot_id) IS DISTINCT FROM (
               CASE WHEN o.status = 'awaiting_payment' THEN 'held'
                    WHEN o.status NOT IN ('expired', 'cancelled') THEN 'booked' END,
               CASE WHEN o.status NOT IN ('expired', 'cancelled') THEN o.slot_id END)
        """,
        over="orders",
    ),
    Rule(
        "place-lapses-with-its-order",
        "A held place is its order's customer's, and lapses with the order's time, unless that may just be paid.",
        lapses_otherwise("slot_bookings", "held"),
    ),
    Rule(
        "slot-lies-in-the-orders-zone",
        "An order is delivered in a window of its own zone.",
        """
        SELECT o.id AS order_id, o.zone_id, s.zone_id AS slot_zone_id
          FROM orders o JOIN delivery_slots s ON s.id = o.slot_id
         WHERE o.id BETWEEN :first AND :last AND s.zone_id <> o.zone_id
        """,
        over="orders",
    ),
)
