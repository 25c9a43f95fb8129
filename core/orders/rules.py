"""How long an order is kept, how it may be paid, and what its delivery takes. Values in, a `Refusal` or a time out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.actor import Actor, Role
from core.errors import Refusal

# A payment may complete in the second in which its link ends, so fruit and slot are kept a little longer than we say.
HOLD_AFTER_LINK = timedelta(minutes=5)


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
    due_paise: int,
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
    if due_paise + open_paise > cap:
        raise Refusal("cod-cap", cap_paise=cap, open_paise=open_paise)


class FailureReason(StrEnum):
    """Why an order was not handed over: `orders.end_reason`."""

    NOBODY_HOME = "nobody-home"
    WRONG_ADDRESS = "wrong-address"
    GATE_CLOSED = "gate-closed"
    REFUSED = "refused"
    NO_CASH_READY = "no-cash-ready"
    DAMAGED = "damaged"
    OTHER_TIME = "other-time"
    VEHICLE_OR_RAIN = "vehicle-or-rain"


# The other reason that an order did not come: `orders.end_reason` as well.
WINDOW_POSTPONED = "window-postponed"


@dataclass(frozen=True)
class Collected:
    """What was paid at a door, in paise."""

    cash_paise: int = 0
    upi_paise: int = 0


NOTHING_COLLECTED = Collected()


@dataclass(frozen=True)
class Run:
    """One rider's stops, as they stand under the lock of whoever read them."""

    rider_id: int
    is_open: bool
    order_ids: frozenset[int]


def check_run(actor: Actor, run: Run | None, *, order_id: int, order_code: str) -> None:
    """Raise Refusal `not-your-run`(order_code) for a rider, unless the order is in his own run and that is open."""
    if actor.role is not Role.RIDER:
        return
    if run is None or not run.is_open or run.rider_id != actor.id or order_id not in run.order_ids:
        raise Refusal("not-your-run", order_code=order_code)


def check_collected(collected: Collected, *, due_paise: int, order_code: str) -> None:
    """Raise Refusal `cash-not-exact`(order_code, due_paise, collected_paise): no change and no debt stays at a door."""
    parts = (collected.cash_paise, collected.upi_paise)
    if min(parts) < 0 or sum(parts) != due_paise:
        raise Refusal("cash-not-exact", order_code=order_code, due_paise=due_paise, collected_paise=sum(parts))
