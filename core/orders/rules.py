"""What may be ordered, and how it may be paid. Values in, a `Refusal` or a plan out; no database here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from core.errors import Refusal

# A payment may complete in the second in which its link ends, so fruit and slot are kept a little longer than we say.
HOLD_AFTER_LINK = timedelta(minutes=5)


class Line(Protocol):
    """What the rules ask of a cart's line."""

    @property
    def inventory_id(self) -> int | None: ...
    @property
    def names(self) -> dict[str, str]: ...
    @property
    def quantity(self) -> int: ...
    @property
    def base_units(self) -> int: ...


def check_basket(
    lines: Sequence[Line], *, minimum_paise: int, missing_for_minimum_paise: int, largest_quantity: int
) -> None:
    """Raise Refusal `cart-empty`, `too-many`(largest) or `below-minimum`(minimum_paise, missing_paise)."""
    if not lines:
        raise Refusal("cart-empty")
    if sum(line.quantity for line in lines) > largest_quantity:
        raise Refusal("too-many", largest=largest_quantity)
    if missing_for_minimum_paise:
        raise Refusal("below-minimum", minimum_paise=minimum_paise, missing_paise=missing_for_minimum_paise)


def sum_demand(lines: Sequence[Line]) -> dict[int, int]:
    """Base units by inventory row: two packs of one variety are one demand (fault F86).

    Raises Refusal `sold-out` for a variety that has never had any fruit.
    """
    demand: dict[int, int] = {}
    for line in lines:
        if line.inventory_id is None:
            raise Refusal("sold-out", names=line.names, left=0)
        demand[line.inventory_id] = demand.get(line.inventory_id, 0) + line.quantity * line.base_units
    return demand


def promised_until(held_until: datetime, *, online: bool) -> datetime:
    """The one deadline that every message names: an order that is to be paid online can be paid till its link ends."""
    return held_until - HOLD_AFTER_LINK if online else held_until


def count_whole_holds(kept_since: datetime, now: datetime, hold_minutes: int) -> int:
    """For how many whole holds fruit was kept unpaid: each counts like a hold that ended (fault F127).

    No hold when it is kept since later than `now`: another turn placed it while this one waited.
    """
    return max((now - kept_since) // timedelta(minutes=hold_minutes), 0)


def check_cash(
    *,
    total_paise: int,
    open_paise: int,
    cap_paise: int,
    cap_new_paise: int,
    has_delivered_order: bool,
    lapsed_holds: int,
    limit: int,
) -> None:
    """Raise Refusal `unpaid-too-often`, or `cod-cap`(cap_paise, open_paise) when it is too much to collect at the door.

    The cap is for all that a customer has still to pay in cash: `open_paise` is that of the orders on their way.
    Customers without a delivered order have a smaller cap. After `limit` holds in a row that ended unpaid, the next
    order must be paid first: it can still be placed, held and paid online, but not in cash (DESIGN §5).
    """
    if lapsed_holds >= limit:
        raise Refusal("unpaid-too-often")
    cap = cap_paise if has_delivered_order else cap_new_paise
    if total_paise + open_paise > cap:
        raise Refusal("cod-cap", cap_paise=cap, open_paise=open_paise)
