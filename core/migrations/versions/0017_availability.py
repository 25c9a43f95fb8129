"""What is left of fruit and of a window, each asked in one place: holds know whose they are and when they lapse."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0017"
down_revision = "0019"
branch_labels = None
depends_on = None

HOLDING = {"holds": "active", "slot_bookings": "held"}

# STABLE, though the clock moves on, because only such functions are planned as part of the statement that asks them.
FUNCTIONS = (
    """
    CREATE FUNCTION fruit_left(product bigint, place text, customer bigint)
    RETURNS TABLE (inventory_id bigint, quantity bigint) LANGUAGE sql STABLE AS $$
        SELECT i.id, i.on_hand - i.held + coalesce((
                   SELECT sum(h.quantity) FROM holds h WHERE h.inventory_id = i.id AND h.status = 'active'
                      AND (h.lapses_at <= (SELECT jamango_now()) OR h.customer_id = customer)), 0)
          FROM inventory i JOIN locations l ON l.id = i.location_id AND l.code = place
         WHERE i.product_id = product
    $$
    """,
    """
    CREATE FUNCTION places_left(slot bigint, customer bigint)
    RETURNS TABLE (places bigint) LANGUAGE sql STABLE AS $$
        SELECT s.capacity - s.booked + (
                   SELECT count(*) FROM slot_bookings b WHERE b.slot_id = s.id AND b.status = 'held'
                      AND (b.lapses_at <= (SELECT jamango_now()) OR b.customer_id = customer))
          FROM delivery_slots s WHERE s.id = slot
    $$
    """,
    """
    CREATE FUNCTION open_slots()
    RETURNS TABLE (slot_id bigint, zone_id bigint, starts_at timestamptz, ends_at timestamptz, places bigint)
    LANGUAGE sql STABLE AS $$
        SELECT s.id, s.zone_id, s.starts_at, s.ends_at, p.places
          FROM delivery_slots s JOIN zones z ON z.id = s.zone_id AND z.active
         CROSS JOIN LATERAL places_left(s.id, NULL) p
         WHERE s.open AND s.cutoff_at > (SELECT jamango_now()) AND p.places > 0
    $$
    """,
)


def upgrade() -> None:
    set_timeouts()
    for table, status in HOLDING.items():
        op.execute(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS customer_id bigint")
        op.execute(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS lapses_at timestamptz")
        op.execute(
            f"""
            UPDATE {table} AS kept SET customer_id = o.customer_id,
                   lapses_at = CASE WHEN kept.status = '{status}' AND NOT EXISTS (
                       SELECT FROM payment_links l WHERE l.order_id = o.id AND l.status IN ('creating', 'open'))
                   THEN o.held_until END
              FROM orders o WHERE o.id = kept.order_id
            """
        )
        op.execute(f"ALTER TABLE {table} ALTER COLUMN customer_id SET NOT NULL")
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_customer_id_exists")
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_customer_id_exists FOREIGN KEY (customer_id) REFERENCES users"
        )
    for function in FUNCTIONS:
        op.execute(function)
