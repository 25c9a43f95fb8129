"""Stalls, their devices and keepers' PINs, shifts, sales, and what does not fit."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from core.actor import WRITTEN
from core.columns import choice, document, key, moment, number, paise, recorded_at, refers_to, words, yes_no
from core.stalls.lifecycle import ShiftStatus
from core.stalls.rules import Payment, VoidReason

HASHED = "~ '^[0-9a-f]{64}$'"
UUID = "~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"


class Stall(SQLModel, table=True):
    """A place where our fruit is sold over a counter; its own fruit lies at `location_id`."""

    __tablename__ = "stalls"
    __table_args__ = (CheckConstraint("name <> '' AND char_length(name) <= 60", name="stall_has_a_name"),)

    id: int = key()
    location_id: int = refers_to("locations.id", unique=True)
    name: str = words()
    active: bool = yes_no(default=True)
    created_at: Any = recorded_at()


class Device(SQLModel, table=True):
    """A phone or tablet that sells for one stall. Of its link and of its secret only hashes are kept.

    The link is opened once, by the device itself, before `link_ends_at`; from then on it has a secret of its own,
    until `revoked_at`.
    """

    __tablename__ = "devices"
    __table_args__ = (
        CheckConstraint("name <> '' AND char_length(name) <= 60", name="device_has_a_name"),
        CheckConstraint(f"link_hash {HASHED} AND token_hash {HASHED}", name="devices_keep_no_token"),
        CheckConstraint("(token_hash IS NULL) = (registered_at IS NULL)", name="device_has_its_registration"),
    )

    id: int = key()
    stall_id: int = refers_to("stalls.id")
    name: str = words()
    link_hash: str = words(unique=True)
    link_ends_at: datetime = moment()
    token_hash: str | None = words(optional=True, unique=True)
    browser: str = words(default="")
    registered_at: datetime | None = moment(optional=True)
    revoked_at: datetime | None = moment(optional=True)
    created_at: Any = recorded_at()


class StallPin(SQLModel, table=True):
    """What a keeper types at the till, as argon2 keeps it."""

    __tablename__ = "stall_pins"

    staff_id: int = refers_to("staff.id", primary=True)
    pin_hash: str = words()
    set_at: Any = recorded_at()


class Shift(SQLModel, table=True):
    """One keeper's hours at one device, from the float to the count. Sums are paise.

    `notes` are how many of each note and coin were counted, by its paise. `upi_paise` and `card_paise` are what the
    keeper read off the phone and the machine at the end.
    """

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("float_paise >= 0", name="shift_begins_with_something_or_nothing"),
        CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name="shift_has_its_end"),
        CheckConstraint(
            "(status = 'closed') = (num_nonnulls(closed_by, cash_paise, expected_paise, upi_paise, card_paise) = 5)",
            name="shift_is_counted_at_its_end",
        ),
        CheckConstraint("least(cash_paise, upi_paise, card_paise) >= 0", name="shift_is_counted_up"),
        CheckConstraint(f"closed_by ~ '{WRITTEN}'", name="shift_names_an_actor"),
        Index("shifts_by_close", "closed_at", postgresql_where=text("status = 'closed'")),
        Index("shifts_one_open_per_device", "device_id", unique=True, postgresql_where=text("status = 'open'")),
    )

    id: int = key()
    stall_id: int = refers_to("stalls.id")
    device_id: int = refers_to("devices.id")
    keeper_id: int = refers_to("staff.id")
    status: ShiftStatus = choice(ShiftStatus, default=ShiftStatus.OPEN)
    float_paise: int = paise()
    opened_at: datetime = moment()
    closed_at: datetime | None = moment(optional=True)
    closed_by: str | None = words(optional=True)
    notes: dict[str, int] = document()
    cash_paise: int | None = paise(optional=True)
    expected_paise: int | None = paise(optional=True)
    upi_paise: int | None = paise(optional=True)
    card_paise: int | None = paise(optional=True)


class ShiftStock(SQLModel, table=True):
    """Fruit of one product in a shift, in base units: there at the opening, left and wasted at the end.

    `difference` is what was found less than there should be (minus) or more; `explained` is how much of what was
    missing a sale accounts for that came late.
    """

    __tablename__ = "shift_stock"
    __table_args__ = (
        UniqueConstraint("shift_id", "product_id"),
        CheckConstraint(
            "opened >= 0 AND least(left_over, wasted) >= 0 AND explained >= 0", name="shift_fruit_counts_up"
        ),
        CheckConstraint("explained <= greatest(-coalesce(difference, 0), 0)", name="only_missing_fruit_is_explained"),
    )  # fmt: skip

    id: int = key()
    shift_id: int = refers_to("shifts.id", indexed=False)
    product_id: int = refers_to("products.id")
    opened: int = number(default=0)
    left_over: int | None = number(optional=True)
    wasted: int | None = number(optional=True)
    difference: int | None = number(optional=True)
    explained: int = number(default=0)


class StallSale(SQLModel, table=True):
    """Append-only: one sale with its payment, made by a till under an id of its own, and never changed.

    `priced_paise` is what it costs at our prices, `paid_paise` what was paid, `given_paise` what was handed over in
    cash. `digest` is of what the till sent, so that the same id with other words is noticed. `is_late`: its shift was
    closed when it came.
    """

    __tablename__ = "stall_sales"
    __table_args__ = (
        CheckConstraint(f"uid {UUID} AND digest {HASHED}", name="sale_has_its_id"),
        CheckConstraint("least(priced_paise, paid_paise) >= 0", name="sale_counts_up"),
        CheckConstraint(
            "given_paise IS NULL OR (payment = 'cash' AND given_paise >= paid_paise)", name="sale_gives_change_of_cash"
        ),
        Index("stall_sales_by_receipt", "received_at"),
    )

    id: int = key()
    uid: str = words(unique=True)
    digest: str = words()
    shift_id: int = refers_to("shifts.id")
    keeper_id: int = refers_to("staff.id", indexed=False)
    customer_id: int | None = refers_to("users.id", optional=True)
    payment: Payment = choice(Payment)
    priced_paise: int = paise()
    paid_paise: int = paise()
    given_paise: int | None = paise(optional=True)
    is_late: bool = yes_no(default=False)
    made_at: datetime = moment()
    received_at: datetime = moment()


class StallSaleLine(SQLModel, table=True):
    """Append-only: so many of one pack in a sale, and where its base units came from.

    Of the stall's own fruit, of the fruit that all doors share, of what the count of a closed shift had missed already,
    and what was there according to nobody.
    """

    __tablename__ = "stall_sale_lines"
    __table_args__ = (
        UniqueConstraint("sale_id", "pack_id"),
        CheckConstraint("quantity > 0 AND base_units > 0 AND unit_price_paise >= 0", name="sale_line_counts_up"),
        CheckConstraint("line_paise = unit_price_paise * quantity", name="sale_line_is_multiplied"),
        CheckConstraint(
            "least(own_units, shared_units, explained_units, short_units) >= 0"
            " AND own_units + shared_units + explained_units + short_units = quantity * base_units",
            name="sale_line_comes_from_somewhere",
        ),
    )

    id: int = key()
    sale_id: int = refers_to("stall_sales.id", indexed=False)
    pack_id: int = refers_to("packs.id", indexed=False)
    product_id: int = refers_to("products.id")
    quantity: int = number()
    base_units: int = number()
    unit_price_paise: int = paise()
    line_paise: int = paise()
    own_units: int = number()
    shared_units: int = number()
    explained_units: int = number()
    short_units: int = number()


class StallVoid(SQLModel, table=True):
    """Append-only: a sale that was taken back within its shift, and why."""

    __tablename__ = "stall_voids"
    __table_args__ = (CheckConstraint(f"actor ~ '{WRITTEN}'", name="void_names_an_actor"),)

    sale_id: int = refers_to("stall_sales.id", primary=True)
    reason: VoidReason = choice(VoidReason)
    made_at: datetime = moment()
    received_at: datetime = moment()
    actor: str = words()


class StallAside(SQLModel, table=True):
    """What a till sent and nobody could record, until somebody has looked at it. `why` is a refusal's code."""

    __tablename__ = "stall_asides"
    __table_args__ = (
        UniqueConstraint("device_id", "digest"),
        CheckConstraint(f"digest {HASHED}", name="aside_has_its_digest"),
        CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="aside_is_settled_by_somebody"),
        CheckConstraint(f"settled_by ~ '{WRITTEN}'", name="aside_names_an_actor"),
        Index("stall_asides_open", "id", postgresql_where=text("settled_at IS NULL")),
    )

    id: int = key()
    device_id: int = refers_to("devices.id", indexed=False)
    digest: str = words()
    uid: str = words(default="")
    why: str = words()
    sent: Any = document()
    received_at: datetime = moment()
    settled_at: datetime | None = moment(optional=True)
    settled_by: str | None = words(optional=True)


class DiscrepancyKind(StrEnum):
    """Fruit was sold that others have; another sum was paid than our prices come to, or reached Razorpay."""

    SHORT = "short"
    PRICE = "price"
    CREDIT = "credit"


class StallDiscrepancy(SQLModel, table=True):
    """Something about a sale that is a fact and does not fit, until somebody has dealt with it.

    `units` are the base units that were there according to nobody, `amount_paise` what was paid too much, or too little
    (minus); `order_codes` are the orders that may lack this fruit, the last to come first.
    """

    __tablename__ = "stall_discrepancies"
    __table_args__ = (
        CheckConstraint("(kind = 'short') = (product_id IS NOT NULL AND units > 0)", name="short_of_some_fruit"),
        CheckConstraint("(kind IN ('price', 'credit')) = (amount_paise <> 0)", name="price_differs_by_something"),
        CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="discrepancy_is_settled_by_somebody"),
        CheckConstraint(f"settled_by ~ '{WRITTEN}'", name="stall_discrepancy_names_an_actor"),
        Index("stall_discrepancies_open", "id", postgresql_where=text("settled_at IS NULL")),
    )  # fmt: skip

    id: int = key()
    sale_id: int = refers_to("stall_sales.id")
    kind: DiscrepancyKind = choice(DiscrepancyKind)
    product_id: int | None = refers_to("products.id", optional=True, indexed=False)
    units: int = number(default=0)
    amount_paise: int = paise(default=0)
    order_codes: list[str] = document("[]")
    found_at: datetime = moment()
    settled_at: datetime | None = moment(optional=True)
    settled_by: str | None = words(optional=True)
