"""Money that differs by Razorpay's own doing, when refunds were asked for, since when fruit is kept; CHECKs."""

from alembic import op

from core.migrations.steps import add_check, set_timeouts

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# As core/*/tables.py have them.
CHECKS = (
    ("shop", "shop_has_a_name", "name <> ''"),
    (
        "shop",
        "shop_times_make_sense",
        "hold_minutes BETWEEN 1 AND 240 AND link_minutes BETWEEN 16 AND 1440 AND handover_hours BETWEEN 1 AND 168",
    ),
    ("shop", "shop_limits_make_sense", "unpaid_limit BETWEEN 1 AND 100 AND largest_quantity BETWEEN 1 AND 99"),
    (
        "slot_patterns",
        "slot_pattern_makes_windows",
        "starts < ends AND capacity BETWEEN 0 AND 10000 AND cutoff_minutes BETWEEN 0 AND 10080",
    ),
    ("zones", "zone_is_named_in_english", "coalesce(names ->> 'en', '') <> ''"),
    ("apartments", "apartment_can_be_found", "name <> '' AND pincode ~ '^[1-9][0-9]{5}$'"),
    ("apartments", "apartment_is_on_earth", "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180"),
    ("products", "ripeness_in_order", "0 <= ripe_after_days AND ripe_after_days <= ripe_until_days"),
    ("products", "product_position_counts_up", "position >= 0"),
    ("products", "product_is_named_in_english", "coalesce(names ->> 'en', '') <> ''"),
    ("packs", "pack_position_counts_up", "position >= 0"),
    ("packs", "pack_is_labelled_in_english", "coalesce(labels ->> 'en', '') <> ''"),
    ("locations", "location_has_a_name", "code <> '' AND name <> ''"),
    ("inventory", "low_level_counts_up", "low_level >= 0"),
    ("staff", "staff_has_a_name", "name <> ''"),
    ("users", "lapsed_holds_count_up", "lapsed_holds >= 0"),
)


def upgrade() -> None:
    set_timeouts()
    _add_money()
    _add_keeping()
    # A shop that was set to what makes no sense gets what a new one has.
    op.execute(
        """
        UPDATE shop SET name = CASE WHEN name = '' THEN 'Jamango' ELSE name END,
            hold_minutes = CASE WHEN hold_minutes BETWEEN 1 AND 240 THEN hold_minutes ELSE 10 END,
            link_minutes = CASE WHEN link_minutes BETWEEN 16 AND 1440 THEN link_minutes ELSE 16 END,
            handover_hours = CASE WHEN handover_hours BETWEEN 1 AND 168 THEN handover_hours ELSE 12 END,
            unpaid_limit = CASE WHEN unpaid_limit BETWEEN 1 AND 100 THEN unpaid_limit ELSE 3 END,
            largest_quantity = CASE WHEN largest_quantity BETWEEN 1 AND 99 THEN largest_quantity ELSE 20 END
        """
    )
    for table, name, condition in CHECKS:
        add_check(table, name, condition)


def _add_money() -> None:
    op.execute("ALTER TABLE payments ADD COLUMN adjustment_paise bigint NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE refunds ADD COLUMN asked_at timestamptz NOT NULL DEFAULT jamango_now()")
    op.execute("UPDATE refunds SET asked_at = created_at")
    op.execute(
        """
        CREATE TABLE razorpay_pace (
            id smallint PRIMARY KEY, paused_until timestamptz NOT NULL DEFAULT jamango_now(),
            pauses integer NOT NULL DEFAULT 0,
            CONSTRAINT one_razorpay_pace CHECK (id = 1), CHECK (pauses >= 0)
        )
        """
    )
    op.execute("INSERT INTO razorpay_pace (id) VALUES (1)")


def _add_keeping() -> None:
    op.execute("ALTER TABLE orders ADD COLUMN kept_since timestamptz NOT NULL DEFAULT jamango_now()")
    op.execute("UPDATE orders SET kept_since = placed_at")
    op.execute("ALTER TABLE holds ADD COLUMN packed_at timestamptz")
    # Fruit of orders that were packed lies in no lot any more.
    op.execute(
        """
        UPDATE holds SET packed_at = coalesce(holds.ended_at, jamango_now()) FROM orders o
         WHERE o.id = holds.order_id AND holds.status = 'consumed' AND o.status <> 'confirmed'
        """
    )
