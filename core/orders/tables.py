"""Orders: a promise of fruit at a door in a window, with everything that was said at the time."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.checkout.basket import Channel
from core.columns import choice, document, key, moment, number, paise, recorded_at, refers_to, words, yes_no
from core.orders.lifecycle import OrderStatus
from core.orders.rules import promised_until


class PaymentMethod(StrEnum):
    ONLINE = "online"
    COD = "cod"


class Order(SQLModel, table=True):
    """One order. Prices, names and address are snapshots.

    `address` is {name, apartment, apartment_names (by language), locality, line, tower, floor, flat, pincode};
    `apartment_id` is which apartment that is, None of an order from before it was kept.

    `total_paise` = items − discount + delivery fee, kept with its parts. Only `core.orders.moves` writes `status`.
    `prepaid_paise` is what was paid online for it, and stays when it ends; the rest is due at the door, where
    `cash_paise` and `upi_paise` are paid. Once it is confirmed, `payment_method` is online when nothing is due.
    `end_reason` is why it ended, or did not arrive.
    `parked` is money that is here for it and that it does not hold, by currency: `core.payments` keeps it true while
    the order is unpaid. `kept_since` is since when this customer keeps fruit, through orders given up unpaid, less
    whole holds counted. Of a quiet one the customer hears nothing on WhatsApp: they look at its page.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint(
            "total_paise = items_paise - discount_paise + delivery_fee_paise AND total_paise >= 0"
            " AND items_paise >= 0 AND discount_paise >= 0 AND delivery_fee_paise >= 0",
            name="order_total_is_its_parts",
        ),
        CheckConstraint("char_length(note) <= 200", name="order_note_has_its_length"),
        CheckConstraint(
            "cash_paise >= 0 AND upi_paise >= 0 AND cash_paise + upi_paise ="
            " CASE WHEN status = 'delivered' THEN total_paise - prepaid_paise ELSE 0 END",
            name="order_is_paid_at_its_door",
        ),
        CheckConstraint("0 <= prepaid_paise AND prepaid_paise <= total_paise", name="order_is_not_prepaid_twice"),
        CheckConstraint(
            "confirmed_at IS NULL OR total_paise = 0 OR (payment_method = 'online') = (prepaid_paise = total_paise)",
            name="order_paid_online_owes_nothing",
        ),
        CheckConstraint("status <> 'delivery_failed' OR end_reason <> ''", name="order_failed_for_a_reason"),
        Index(
            "orders_one_unpaid_per_customer",
            "customer_id",
            unique=True,
            postgresql_where=text("status = 'awaiting_payment'"),
        ),
        Index("orders_by_hold_end", "held_until", postgresql_where=text("status = 'awaiting_payment'")),
        Index("orders_by_confirmation", "confirmed_at", postgresql_where=text("confirmed_at IS NOT NULL")),
        Index("orders_by_slot_and_status", "slot_id", "status"),
        # What the office lists is found in these, whatever it is narrowed by, without looking at a row.
        Index(
            "orders_as_listed",
            "id",
            postgresql_include=["status", "channel", "payment_method", "slot_id", "apartment_id", "customer_id"],
        ),
        Index("orders_by_status", "status", "id"),
        Index("orders_by_apartment", "apartment_id", "id"),
        Index("orders_by_delivery", "ended_at", postgresql_where=text("status = 'delivered'")),
        Index("orders_with_parked_money", "id", postgresql_where=text("parked <> '{}'")),
        # All that are still to be done, however many have been.
        Index(
            "orders_open",
            "id",
            postgresql_where=text(
                "status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery', 'delivery_failed')"
            ),
        ),
    )

    id: int = key()
    code: str = words(unique=True)
    token: str = words(unique=True)
    customer_id: int = refers_to("users.id")
    channel: Channel = choice(Channel)
    status: OrderStatus = choice(OrderStatus, default=OrderStatus.AWAITING_PAYMENT)
    version: int = number(default=1)
    address_id: int | None = refers_to("addresses.id", optional=True)
    address: dict[str, Any] = document()
    apartment_id: int | None = refers_to("apartments.id", optional=True, indexed=False)
    zone_id: int = refers_to("zones.id")
    slot_id: int = refers_to("delivery_slots.id")
    items_paise: int = paise()
    discount_paise: int = paise(default=0)
    delivery_fee_paise: int = paise()
    total_paise: int = paise()
    payment_method: PaymentMethod | None = choice(PaymentMethod, optional=True)
    prepaid_paise: int = paise(default=0)
    cash_paise: int = paise(default=0)
    upi_paise: int = paise(default=0)
    parked: dict[str, int] = document()
    note: str = words(default="")
    is_quiet: bool = yes_no(default=False)
    placed_at: Any = recorded_at()
    held_until: datetime = moment()
    kept_since: Any = recorded_at()
    reminded_at: datetime | None = moment(optional=True)
    confirmed_at: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)
    end_reason: str = words(default="")

    @property
    def due_paise(self) -> int:
        """What is still to be paid for it, online or at the door."""
        return self.total_paise - self.prepaid_paise

    @property
    def promised_until(self) -> datetime:
        """Until when it can be paid, as every message says it; the fruit is kept till `held_until`."""
        return promised_until(self.held_until, online=self.payment_method is PaymentMethod.ONLINE)


class OrderItem(SQLModel, table=True):
    """One line of an order. `names` and `labels` keep the wording of the day in each language."""

    __tablename__ = "order_items"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND base_units > 0"),
        CheckConstraint("line_paise = unit_price_paise * quantity", name="line_is_price_times_quantity"),
    )

    id: int = key()
    order_id: int = refers_to("orders.id")
    product_id: int = refers_to("products.id")
    pack_id: int = refers_to("packs.id")
    names: dict[str, str] = document()
    labels: dict[str, str] = document()
    quantity: int = number()
    base_units: int = number()
    unit_price_paise: int = paise()
    line_paise: int = paise()
