"""How long an order is kept, and how it may be paid. Values in, a `Refusal` or a time out; no database here."""

from __future__ import annotations

from datetime import datetime, timedelta

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
