"""A basket: what one customer would have brought, where, when, and through which door. Values without a database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.slots.rules import OpenSlot


class Channel(StrEnum):
    """Through which door an order comes."""

    WHATSAPP = "whatsapp"
    WEB = "web"
    OFFICE = "office"
    PHONE = "phone"
    SUBSCRIPTION = "subscription"


# The customer's own cart. What comes through another door leaves that cart, and what they are deciding on, alone.
OF_THE_CART = frozenset({Channel.WHATSAPP, Channel.WEB})


def line_price(unit_price_paise: int, quantity: int) -> int:
    """What so many of one pack cost, in paise."""
    return unit_price_paise * quantity


@dataclass(frozen=True)
class BasketLine:
    """A pack at today's price (paise) and how many of it; `left` is how many whole packs could be had."""

    pack_id: int
    product_id: int
    names: dict[str, str]
    labels: dict[str, str]
    quantity: int
    base_units: int
    unit_price_paise: int
    left: int
    inventory_id: int | None

    @property
    def line_paise(self) -> int:
        return line_price(self.unit_price_paise, self.quantity)


@dataclass(frozen=True)
class DeliveryAddress:
    """A home as it is written on an order."""

    address_id: int
    apartment_id: int
    apartment: str
    apartment_names: dict[str, str]
    locality: str
    pincode: str
    line: str
    tower: str
    floor: int | None
    flat: str
    customer_name: str


@dataclass(frozen=True)
class ZoneTerms:
    """What delivery to a zone costs; amounts in paise."""

    zone_id: int
    names: dict[str, str]
    fee_paise: int
    free_above_paise: int
    minimum_paise: int


@dataclass(frozen=True)
class Discount:
    """An offer that holds for a basket: `percent` of the fruit or `flat_paise`, at most `most_paise`, from a sum on."""

    code: str
    percent: int = 0
    flat_paise: int = 0
    most_paise: int | None = None
    from_paise: int = 0


@dataclass(frozen=True)
class Basket:
    """What would be ordered now. `dropped` are lines no longer for sale; they are neither priced nor ordered.

    `address` and `zone` are None until a home is chosen, or when we no longer deliver there. `slot_id` is what was
    chosen, `slot` is that window while it can still be had. `has_phone`: somebody can call the customer, by `phone`
    (digits): the one they told us, else the one they write from.
    """

    customer_id: int
    channel: Channel
    lines: list[BasketLine]
    dropped: list[BasketLine]
    address: DeliveryAddress | None
    zone: ZoneTerms | None
    slot_id: int | None
    slot: OpenSlot | None
    note: str
    has_phone: bool
    offers: tuple[Discount, ...] = ()
    phone: str = ""
