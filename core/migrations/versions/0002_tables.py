"""Every table of the backbone."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from core.migrations.steps import set_timeouts

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.create_table(
        "alerts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column(
            "details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("times", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=("alerts_key")),
    )
    op.create_index(
        "alerts_one_open", "alerts", ["code", "subject"], unique=True, postgresql_where=sa.text("resolved_at IS NULL")
    )
    op.create_table(
        "audit_log",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column(
            "details", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=("audit_log_key")),
    )
    op.create_index("audit_by_subject", "audit_log", ["subject", "id"], unique=False)
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=("heartbeats_key")),
    )
    op.create_table(
        "locations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("locations_key")),
        sa.UniqueConstraint("code", name=("locations_code_unique")),
    )
    op.create_table(
        "products",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column(
            "names", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column(
            "stories", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column(
            "base_unit",
            sa.Enum("piece", "gram", name="baseunit", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("ripe_after_days", sa.Integer(), nullable=False),
        sa.Column("ripe_until_days", sa.Integer(), nullable=False),
        sa.Column("season_begins_on", sa.Date(), nullable=False),
        sa.Column("season_ends_on", sa.Date(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("season_ends_on >= season_begins_on", name="season_in_order"),
        sa.PrimaryKeyConstraint("id", name=("products_key")),
        sa.UniqueConstraint("slug", name=("products_slug_unique")),
    )
    op.create_table(
        "shop",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("'Jamango'"), nullable=False),
        sa.Column("legal_name", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("address", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("fssai", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("gstin", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("upi_address", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("contact_phone", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("contact_email", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("hold_minutes", sa.Integer(), server_default=sa.text("10"), nullable=False),
        sa.Column("link_minutes", sa.Integer(), server_default=sa.text("16"), nullable=False),
        sa.Column("unpaid_limit", sa.Integer(), server_default=sa.text("3"), nullable=False),
        sa.Column("largest_quantity", sa.Integer(), server_default=sa.text("20"), nullable=False),
        sa.Column("handover_hours", sa.Integer(), server_default=sa.text("12"), nullable=False),
        sa.CheckConstraint("id = 1", name="one_shop"),
        sa.PrimaryKeyConstraint("id", name=("shop_key")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "founder",
                "manager",
                "packer",
                "rider",
                "stall_keeper",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("language", sa.Text(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("staff_key")),
        sa.UniqueConstraint("email", name=("staff_email_unique")),
    )
    op.create_table(
        "templates",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'unknown'"), nullable=False),
        sa.Column("provider_template_id", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("templates_key")),
    )
    op.create_index("templates_by_name", "templates", ["name", "language"], unique=True)
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("language", sa.Text(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("lapsed_holds", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("contact_phone", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("users_key")),
    )
    op.create_table(
        "zones",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column(
            "names", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("fee_paise", sa.BigInteger(), nullable=False),
        sa.Column("free_above_paise", sa.BigInteger(), nullable=False),
        sa.Column("minimum_paise", sa.BigInteger(), nullable=False),
        sa.Column("cod_cap_paise", sa.BigInteger(), nullable=False),
        sa.Column("cod_cap_new_paise", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("0 <= cod_cap_new_paise AND cod_cap_new_paise <= cod_cap_paise", name="cod_caps_in_order"),
        sa.CheckConstraint("fee_paise >= 0 AND free_above_paise >= 0 AND minimum_paise >= 0"),
        sa.PrimaryKeyConstraint("id", name=("zones_key")),
        sa.UniqueConstraint("slug", name=("zones_slug_unique")),
    )
    op.create_table(
        "apartments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("zone_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False),
        sa.Column("locality", sa.Text(), nullable=False),
        sa.Column("pincode", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=("apartments_zone_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("apartments_key")),
        sa.UniqueConstraint("name", name=("apartments_name_unique")),
    )
    op.create_index(("apartments_by_zone_id"), "apartments", ["zone_id"], unique=False)
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("script", sa.Text(), server_default=sa.text("'ordering'"), nullable=False),
        sa.Column("step", sa.Text(), server_default=sa.text("'menu'"), nullable=False),
        sa.Column(
            "memory", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("turn", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_inbound_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("served_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("(customer_id IS NULL) <> (staff_id IS NULL)", name="chat_with_one_person"),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("chats_customer_id_exists")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=("chats_staff_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("chats_key")),
        sa.UniqueConstraint("customer_id", name=("chats_customer_id_unique")),
        sa.UniqueConstraint("staff_id", name=("chats_staff_id_unique")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "service", "marketing", name="consentpurpose", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("granted", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("notice_version", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("consents_customer_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("consents_key")),
    )
    op.create_index(("consents_by_customer_id"), "consents", ["customer_id"], unique=False)
    op.create_table(
        "delivery_slots",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("zone_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cutoff_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("booked", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("open", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("closed_reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("0 <= booked AND booked <= capacity", name="slot_never_overbooked"),
        sa.CheckConstraint("cutoff_at <= starts_at AND starts_at < ends_at", name="slot_times_in_order"),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=("delivery_slots_zone_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("delivery_slots_key")),
        sa.UniqueConstraint("zone_id", "starts_at", name=("delivery_slots_zone_id_starts_at_unique")),
    )
    op.create_index(("delivery_slots_by_zone_id"), "delivery_slots", ["zone_id"], unique=False)
    op.create_table(
        "identities",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "phone",
                "user_id",
                "parent_user_id",
                name="identitykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("(customer_id IS NULL) <> (staff_id IS NULL)", name="identity_of_one_person"),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("identities_customer_id_exists")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=("identities_staff_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("identities_key")),
        sa.UniqueConstraint("kind", "value", name=("identities_kind_value_unique")),
    )
    op.create_index(("identities_by_customer_id"), "identities", ["customer_id"], unique=False)
    op.create_index(("identities_by_staff_id"), "identities", ["staff_id"], unique=False)
    op.create_table(
        "inventory",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=False),
        sa.Column("location_id", sa.BigInteger(), nullable=False),
        sa.Column("on_hand", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("held", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("low_level", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("0 <= held AND held <= on_hand", name="inventory_never_oversold"),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=("inventory_location_id_exists")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=("inventory_product_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("inventory_key")),
        sa.UniqueConstraint("product_id", "location_id", name=("inventory_product_id_location_id_unique")),
    )
    op.create_index(("inventory_by_location_id"), "inventory", ["location_id"], unique=False)
    op.create_index(("inventory_by_product_id"), "inventory", ["product_id"], unique=False)
    op.create_table(
        "packs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "labels", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("base_units", sa.Integer(), nullable=False),
        sa.Column("price_paise", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("base_units > 0"),
        sa.CheckConstraint("price_paise >= 0"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=("packs_product_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("packs_key")),
    )
    op.create_index(("packs_by_product_id"), "packs", ["product_id"], unique=False)
    op.create_table(
        "slot_patterns",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("zone_id", sa.BigInteger(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("cutoff_minutes", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6"),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=("slot_patterns_zone_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("slot_patterns_key")),
        sa.UniqueConstraint("zone_id", "weekday", "starts", name=("slot_patterns_zone_id_weekday_starts_unique")),
    )
    op.create_index(("slot_patterns_by_zone_id"), "slot_patterns", ["zone_id"], unique=False)
    op.create_table(
        "addresses",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("apartment_id", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("tower", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("flat", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.ForeignKeyConstraint(["apartment_id"], ["apartments.id"], name=("addresses_apartment_id_exists")),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("addresses_customer_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("addresses_key")),
        sa.UniqueConstraint(
            "customer_id", "apartment_id", "line", name=("addresses_customer_id_apartment_id_line_unique")
        ),
    )
    op.create_index(("addresses_by_apartment_id"), "addresses", ["apartment_id"], unique=False)
    op.create_index(("addresses_by_customer_id"), "addresses", ["customer_id"], unique=False)
    op.create_table(
        "chat_pacing",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=("chat_pacing_chat_id_exists")),
        sa.PrimaryKeyConstraint("chat_id", name=("chat_pacing_key")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "provider",
            sa.Enum("whatsapp", "razorpay", name="provider", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "message",
                "status",
                "news",
                "unparsed",
                name="inboxkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("sender_phone", sa.Text(), nullable=True),
        sa.Column("sender_user_id", sa.Text(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pending", "handled", "dead", name="inboxstatus", native_enum=False, create_constraint=True, length=40
            ),
            server_default=sa.text("'pending'"),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=("inbox_chat_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("inbox_key")),
        sa.UniqueConstraint("provider", "event_key", name=("inbox_provider_event_key_unique")),
    )
    op.create_index(("inbox_by_chat_id"), "inbox", ["chat_id"], unique=False)
    op.create_index(
        "inbox_pending_by_chat",
        "inbox",
        ["chat_id", "sent_at", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'pending' AND kind = 'message'"),
    )
    op.create_index(
        "inbox_pending_others",
        "inbox",
        ["kind", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'pending' AND kind <> 'message'"),
    )
    op.create_table(
        "lots",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("inventory_id", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("remaining", sa.Integer(), nullable=False),
        sa.Column("harvested_on", sa.Date(), nullable=False),
        sa.Column("ripe_by", sa.Date(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("0 <= remaining AND remaining <= received"),
        sa.ForeignKeyConstraint(["inventory_id"], ["inventory.id"], name=("lots_inventory_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("lots_key")),
    )
    op.create_index(("lots_by_inventory_id"), "lots", ["inventory_id"], unique=False)
    op.create_table(
        "carts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("address_id", sa.BigInteger(), nullable=True),
        sa.Column("slot_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=("carts_address_id_exists")),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("carts_customer_id_exists")),
        sa.ForeignKeyConstraint(["slot_id"], ["delivery_slots.id"], name=("carts_slot_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("carts_key")),
        sa.UniqueConstraint("customer_id", name=("carts_customer_id_unique")),
    )
    op.create_index(("carts_by_address_id"), "carts", ["address_id"], unique=False)
    op.create_index(("carts_by_slot_id"), "carts", ["slot_id"], unique=False)
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum("whatsapp", "web", name="channel", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "awaiting_payment",
                "confirmed",
                "packed",
                "out_for_delivery",
                "delivered",
                "delivery_failed",
                "expired",
                "cancelled",
                name="orderstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'awaiting_payment'"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("address_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "address", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("zone_id", sa.BigInteger(), nullable=False),
        sa.Column("slot_id", sa.BigInteger(), nullable=False),
        sa.Column("items_paise", sa.BigInteger(), nullable=False),
        sa.Column("discount_paise", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("delivery_fee_paise", sa.BigInteger(), nullable=False),
        sa.Column("total_paise", sa.BigInteger(), nullable=False),
        sa.Column(
            "payment_method",
            sa.Enum("online", "cod", name="paymentmethod", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "total_paise = items_paise - discount_paise + delivery_fee_paise AND total_paise >= 0 AND items_paise >= 0 AND discount_paise >= 0 AND delivery_fee_paise >= 0",
            name="order_total_is_its_parts",
        ),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=("orders_address_id_exists")),
        sa.ForeignKeyConstraint(["customer_id"], ["users.id"], name=("orders_customer_id_exists")),
        sa.ForeignKeyConstraint(["slot_id"], ["delivery_slots.id"], name=("orders_slot_id_exists")),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=("orders_zone_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("orders_key")),
        sa.UniqueConstraint("code", name=("orders_code_unique")),
        sa.UniqueConstraint("token", name=("orders_token_unique")),
    )
    op.create_index(("orders_by_address_id"), "orders", ["address_id"], unique=False)
    op.create_index(("orders_by_customer_id"), "orders", ["customer_id"], unique=False)
    op.create_index(
        "orders_by_hold_end",
        "orders",
        ["held_until"],
        unique=False,
        postgresql_where=sa.text("status = 'awaiting_payment'"),
    )
    op.create_index("orders_by_slot_and_status", "orders", ["slot_id", "status"], unique=False)
    op.create_index(("orders_by_slot_id"), "orders", ["slot_id"], unique=False)
    op.create_index(("orders_by_zone_id"), "orders", ["zone_id"], unique=False)
    op.create_index(
        "orders_one_unpaid_per_customer",
        "orders",
        ["customer_id"],
        unique=True,
        postgresql_where=sa.text("status = 'awaiting_payment'"),
    )
    op.create_table(
        "cart_items",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("cart_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("quantity BETWEEN 1 AND 99"),
        sa.ForeignKeyConstraint(["cart_id"], ["carts.id"], name=("cart_items_cart_id_exists")),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=("cart_items_pack_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("cart_items_key")),
        sa.UniqueConstraint("cart_id", "pack_id", name=("cart_items_cart_id_pack_id_unique")),
    )
    op.create_index(("cart_items_by_cart_id"), "cart_items", ["cart_id"], unique=False)
    op.create_index(("cart_items_by_pack_id"), "cart_items", ["pack_id"], unique=False)
    op.create_table(
        "holds",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("inventory_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "released",
                "consumed",
                name="holdstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'active'"),
            nullable=False,
        ),
        sa.Column("held_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("quantity > 0"),
        sa.ForeignKeyConstraint(["inventory_id"], ["inventory.id"], name=("holds_inventory_id_exists")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("holds_order_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("holds_key")),
        sa.UniqueConstraint("order_id", "inventory_id", name=("holds_order_id_inventory_id_unique")),
    )
    op.create_index(
        "holds_active_by_inventory",
        "holds",
        ["inventory_id"],
        unique=False,
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_index(("holds_by_inventory_id"), "holds", ["inventory_id"], unique=False)
    op.create_index(("holds_by_order_id"), "holds", ["order_id"], unique=False)
    op.create_table(
        "order_items",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "names", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column(
            "labels", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("base_units", sa.Integer(), nullable=False),
        sa.Column("unit_price_paise", sa.BigInteger(), nullable=False),
        sa.Column("line_paise", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("line_paise = unit_price_paise * quantity", name="line_is_price_times_quantity"),
        sa.CheckConstraint("quantity > 0 AND base_units > 0"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("order_items_order_id_exists")),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=("order_items_pack_id_exists")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=("order_items_product_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("order_items_key")),
    )
    op.create_index(("order_items_by_order_id"), "order_items", ["order_id"], unique=False)
    op.create_index(("order_items_by_pack_id"), "order_items", ["pack_id"], unique=False)
    op.create_index(("order_items_by_product_id"), "order_items", ["product_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "message",
                "notice",
                "create_link",
                "cancel_link",
                "refund",
                name="outboxkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "message_class",
            sa.Enum(
                "reply",
                "order",
                "marketing",
                "auth",
                "staff",
                name="messageclass",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'reply'"),
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("dedupe_key", sa.Text(), nullable=True),
        sa.Column(
            "body", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.Column("answers_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "pending",
                "leased",
                "done",
                "dropped",
                "dead",
                name="outboxstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'pending'"),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("unsure_tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "next_attempt_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False
        ),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("provider_message_id", sa.Text(), nullable=True),
        sa.Column(
            "delivery_status",
            sa.Enum(
                "sent",
                "delivered",
                "read",
                "failed",
                name="deliverystatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "sent_payload",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.Column("error_code", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answers_id"], ["inbox.id"], name=("outbox_answers_id_exists")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=("outbox_chat_id_exists")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("outbox_order_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("outbox_key")),
        sa.UniqueConstraint("dedupe_key", name=("outbox_dedupe_key_unique")),
        sa.UniqueConstraint("provider_message_id", name=("outbox_provider_message_id_unique")),
    )
    op.create_index(("outbox_by_answers_id"), "outbox", ["answers_id"], unique=False)
    op.create_index(("outbox_by_chat_id"), "outbox", ["chat_id"], unique=False)
    op.create_index(("outbox_by_order_id"), "outbox", ["order_id"], unique=False)
    op.create_index(
        "outbox_due",
        "outbox",
        ["next_attempt_at", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('pending', 'leased')"),
    )
    op.create_index(
        "outbox_head_of_line",
        "outbox",
        ["chat_id", "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('pending', 'leased')"),
    )
    op.create_table(
        "payment_links",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("reference_id", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "creating",
                "open",
                "paid",
                "cancelled",
                "expired",
                "refused",
                name="linkstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'creating'"),
            nullable=False,
        ),
        sa.Column("amount_paise", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), server_default=sa.text("'INR'"), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("provider_link_id", sa.Text(), nullable=True),
        sa.Column("short_url", sa.Text(), nullable=True),
        sa.Column(
            "named_payments", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'::text[]"), nullable=False
        ),
        sa.Column("next_look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("amount_paise >= 100", name="razorpay_takes_a_rupee_or_more"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("payment_links_order_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("payment_links_key")),
        sa.UniqueConstraint("provider_link_id", name=("payment_links_provider_link_id_unique")),
        sa.UniqueConstraint("reference_id", name=("payment_links_reference_id_unique")),
    )
    op.create_index(
        "payment_links_by_next_look",
        "payment_links",
        ["next_look_at"],
        unique=False,
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_index(("payment_links_by_order_id"), "payment_links", ["order_id"], unique=False)
    op.create_index(
        "payment_links_one_live_per_order",
        "payment_links",
        ["order_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('creating', 'open')"),
    )
    op.create_table(
        "slot_bookings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("slot_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "held", "booked", "released", name="bookingstatus", native_enum=False, create_constraint=True, length=40
            ),
            server_default=sa.text("'held'"),
            nullable=False,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("slot_bookings_order_id_exists")),
        sa.ForeignKeyConstraint(["slot_id"], ["delivery_slots.id"], name=("slot_bookings_slot_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("slot_bookings_key")),
    )
    op.create_index(("slot_bookings_by_order_id"), "slot_bookings", ["order_id"], unique=False)
    op.create_index(("slot_bookings_by_slot_id"), "slot_bookings", ["slot_id"], unique=False)
    op.create_index(
        "slot_bookings_one_per_order",
        "slot_bookings",
        ["order_id"],
        unique=True,
        postgresql_where=sa.text("status <> 'released'"),
    )
    op.create_table(
        "stock_movements",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("inventory_id", sa.BigInteger(), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "received",
                "sold",
                "returned",
                "corrected",
                name="movementreason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("lot_id", sa.BigInteger(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("delta <> 0"),
        sa.ForeignKeyConstraint(["inventory_id"], ["inventory.id"], name=("stock_movements_inventory_id_exists")),
        sa.ForeignKeyConstraint(["lot_id"], ["lots.id"], name=("stock_movements_lot_id_exists")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("stock_movements_order_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("stock_movements_key")),
    )
    op.create_index(("stock_movements_by_inventory_id"), "stock_movements", ["inventory_id"], unique=False)
    op.create_index(("stock_movements_by_lot_id"), "stock_movements", ["lot_id"], unique=False)
    op.create_index(("stock_movements_by_order_id"), "stock_movements", ["order_id"], unique=False)
    op.create_table(
        "payments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("link_id", sa.BigInteger(), nullable=True),
        sa.Column("provider_payment_id", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "settled",
                "parked",
                "returned",
                name="paymentstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("amount_paise", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("refund_reserved_paise", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint(
            "0 <= refund_reserved_paise AND refund_reserved_paise <= amount_paise",
            name="refunds_never_exceed_the_capture",
        ),
        sa.CheckConstraint("amount_paise > 0"),
        sa.ForeignKeyConstraint(["link_id"], ["payment_links.id"], name=("payments_link_id_exists")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("payments_order_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("payments_key")),
        sa.UniqueConstraint("provider_payment_id", name=("payments_provider_payment_id_unique")),
    )
    op.create_index(("payments_by_link_id"), "payments", ["link_id"], unique=False)
    op.create_index(("payments_by_order_id"), "payments", ["order_id"], unique=False)
    op.create_index(
        "payments_one_settled_per_order",
        "payments",
        ["order_id"],
        unique=True,
        postgresql_where=sa.text("status = 'settled'"),
    )
    op.create_table(
        "refunds",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("payment_id", sa.BigInteger(), nullable=False),
        sa.Column("amount_paise", sa.BigInteger(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=False),
        sa.Column("provider_refund_id", sa.Text(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "requested",
                "pending",
                "processed",
                "failed",
                name="refundstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            server_default=sa.text("'requested'"),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("bank_reference", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("next_look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("amount_paise > 0"),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=("refunds_payment_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("refunds_key")),
        sa.UniqueConstraint("idempotency_key", name=("refunds_idempotency_key_unique")),
        sa.UniqueConstraint("provider_refund_id", name=("refunds_provider_refund_id_unique")),
    )
    op.create_index(
        "refunds_by_next_look",
        "refunds",
        ["next_look_at"],
        unique=False,
        postgresql_where=sa.text("next_look_at IS NOT NULL"),
    )
    op.create_index(("refunds_by_payment_id"), "refunds", ["payment_id"], unique=False)
    op.create_table(
        "ledger_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("posting", sa.Uuid(), nullable=False),
        sa.Column(
            "account",
            sa.Enum(
                "razorpay",
                "orders",
                "parked",
                "refunds_due",
                name="account",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("amount_paise", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("payment_id", sa.BigInteger(), nullable=True),
        sa.Column("refund_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("jamango_now()"), nullable=False),
        sa.CheckConstraint("amount_paise <> 0"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=("ledger_entries_order_id_exists")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=("ledger_entries_payment_id_exists")),
        sa.ForeignKeyConstraint(["refund_id"], ["refunds.id"], name=("ledger_entries_refund_id_exists")),
        sa.PrimaryKeyConstraint("id", name=("ledger_entries_key")),
    )
    op.create_index(("ledger_entries_by_order_id"), "ledger_entries", ["order_id"], unique=False)
    op.create_index(("ledger_entries_by_payment_id"), "ledger_entries", ["payment_id"], unique=False)
    op.create_index(("ledger_entries_by_posting"), "ledger_entries", ["posting"], unique=False)
    op.create_index(("ledger_entries_by_refund_id"), "ledger_entries", ["refund_id"], unique=False)
