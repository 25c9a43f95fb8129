"""The decisions about money, over values and `now` only: what a payment means, and when Razorpay is asked again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.orders.lifecycle import OrderStatus
from core.orders.rules import HOLD_AFTER_LINK

# Razorpay takes no link that ends sooner than 15 minutes ahead; the rest is for clocks and slow calls.
SHORTEST_LINK = timedelta(minutes=16)
LINK_STILL_FRESH = timedelta(minutes=15, seconds=20)
# How long fruit stays held past its time because Razorpay cannot be reached; later money is judged when it comes.
PATIENCE_AT_HOLD_END = timedelta(minutes=2)
LATE_LOOKS = (
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    *(timedelta(days=day) for day in range(1, 6)),
)
REFUND_LOOKS = (
    timedelta(minutes=1),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    *(timedelta(days=day) for day in range(1, 15)),
)
# A normal refund takes up to seven working days; after that a human should ask Razorpay.
REFUND_IS_SLOW = timedelta(days=10)
REFUND_WORKING_DAYS = 7  # what banks take at most, usually (RAZORPAY: 5 to 7)
SATURDAY = 5
UNCAPTURED_IS_STRANGE = timedelta(hours=1)
LONGEST_REFERENCE = 40
# How long nobody asks anything after a 429, the first time and at most.
SHORTEST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=2)
CUSTOMER_BEARS = "customer"


class Verdict(StrEnum):
    """What one payment means for its order."""

    NOT_CAPTURED = "not_captured"
    ALREADY_SETTLED = "already_settled"
    SETTLE = "settle"
    PREPAY = "prepay"
    REVIVE = "revive"
    PARK_WRONG_AMOUNT = "wrong_amount"
    PARK_WRONG_CURRENCY = "wrong_currency"
    PARK_REFUNDED_ELSEWHERE = "refunded_elsewhere"
    REFUND_LATE = "late"
    REFUND_CANCELLED = "cancelled"
    REFUND_TWICE = "twice"
    REFUND_CASH = "cash"
    REFUND_CHANGED = "changed"


SETTLED_BY = frozenset({Verdict.SETTLE, Verdict.PREPAY, Verdict.REVIVE})
PARKED_BY = frozenset({Verdict.PARK_WRONG_AMOUNT, Verdict.PARK_WRONG_CURRENCY, Verdict.PARK_REFUNDED_ELSEWHERE})


@dataclass(frozen=True)
class Facts:
    """All that a verdict needs. Amounts are in the smallest unit of their currency (paise for INR).

    `due_amount` is what the link asks for, `owed` what its order still lacks, `is_part` that it asks for a part of
    that, and `withdrawn` that we do not want it paid any more. `link_is_paid` and `link_amount_paid` are Razorpay's own
    words of the link. `fee` is what it takes (tax included), `fee_bearer` says who pays that, and `has_offer` whether
    it took something off (RAZORPAY §4).
    """

    captured: bool
    known: bool
    amount: int
    currency: str
    refunded: int
    due_amount: int
    due_currency: str
    order_status: OrderStatus
    pays_cash: bool
    slot_starts_at: datetime
    slot_ends_at: datetime
    now: datetime
    owed: int
    withdrawn: bool = False
    is_part: bool = False
    link_is_paid: bool = False
    link_amount_paid: int = 0
    fee: int = 0
    fee_bearer: str = ""
    has_offer: bool = False

    @property
    def difference(self) -> int:
        """By how much more than asked was paid."""
        return self.amount - self.due_amount

    @property
    def is_for_another_order(self) -> bool:
        """Whether it was asked for what the order was before it was changed."""
        return self.due_amount > self.owed if self.is_part else self.due_amount != self.owed


def judge(facts: Facts) -> Verdict:
    """Choose what a payment means (DESIGN §4, invariants I12-I16). REVIVE may still turn out impossible: then late."""
    if not facts.captured:
        return Verdict.NOT_CAPTURED
    if facts.known:
        return Verdict.ALREADY_SETTLED
    if facts.currency != facts.due_currency:
        return Verdict.PARK_WRONG_CURRENCY
    if facts.difference and not is_razorpays_doing(facts):
        return Verdict.PARK_WRONG_AMOUNT
    if facts.refunded:
        return Verdict.PARK_REFUNDED_ELSEWHERE
    return _judge_by_order(facts)


def is_razorpays_doing(facts: Facts) -> bool:
    """Whether Razorpay calls the link paid and the difference is its own: its fee on top, its offer taken off.

    An account may have its customers bear the whole fee, or a part of it; an offer takes any amount off. Partial
    payments are never allowed on our links, so a paid link is paid in full.
    """
    if not facts.link_is_paid:
        return False
    if facts.difference < 0:
        return facts.has_offer
    bears = facts.fee_bearer == CUSTOMER_BEARS and facts.difference < facts.fee
    return bears or facts.difference == facts.fee or facts.link_amount_paid == facts.due_amount


def _judge_by_order(facts: Facts) -> Verdict:
    match facts.order_status:
        case OrderStatus.AWAITING_PAYMENT | OrderStatus.EXPIRED if facts.withdrawn or facts.is_for_another_order:
            return Verdict.REFUND_CHANGED
        case OrderStatus.AWAITING_PAYMENT:
            # Nobody can bring what was to come in a window that has ended.
            return Verdict.SETTLE if facts.now < facts.slot_ends_at else Verdict.REFUND_LATE
        case OrderStatus.EXPIRED:
            return Verdict.REVIVE if facts.now < facts.slot_starts_at else Verdict.REFUND_LATE
        case OrderStatus.CANCELLED:
            return Verdict.REFUND_CANCELLED
        case _:
            return _judge_confirmed(facts)


def _judge_confirmed(facts: Facts) -> Verdict:
    """Confirmed and all that follows: paid for already, or to be paid at the door, where less is due then."""
    if not facts.pays_cash:
        return Verdict.REFUND_TWICE
    if facts.order_status is OrderStatus.DELIVERED:
        return Verdict.REFUND_CASH
    if facts.is_for_another_order:
        return Verdict.REFUND_CHANGED
    return Verdict.REFUND_CASH if facts.withdrawn else Verdict.PREPAY


def reference_for(order_code: str, attempt: int) -> str:
    """Our name for one link at Razorpay, at most 40 characters, a new one for each attempt."""
    reference = f"{order_code}-{attempt}"
    assert len(reference) <= LONGEST_REFERENCE, "order codes are six characters"
    return reference


def hold_end(link_expires_at: datetime) -> datetime:
    """Until when fruit and slot are kept for a link."""
    return link_expires_at + HOLD_AFTER_LINK


def needs_new_expiry(expires_at: datetime, now: datetime) -> bool:
    """Whether a link that was not created at once would now end too soon for Razorpay."""
    return expires_at - now < LINK_STILL_FRESH


def next_link_look(now: datetime, expires_at: datetime, *, settled: bool) -> datetime | None:
    """When to ask about a link again: each minute until the hold ends, then ever more rarely, None after day five.

    A paid link of an order that waits for nothing skips the minutes; what may still come is a second payment.
    """
    held_until = hold_end(expires_at)
    if now < held_until and not settled:
        return min(now + timedelta(minutes=1), held_until)
    return next((held_until + pause for pause in LATE_LOOKS if held_until + pause > now), None)


def next_refund_look(now: datetime, asked_at: datetime) -> datetime | None:
    """When to ask about an unfinished refund again, None after two weeks: then it is the founder's matter."""
    return next((asked_at + pause for pause in REFUND_LOOKS if asked_at + pause > now), None)


def pause_after_429(pauses: int) -> timedelta:
    """How long all of us are silent after so many 429 in a row: 2, 4, 8 … seconds, at most two minutes."""
    doublings = min(max(pauses - 1, 0), 10)
    return min(SHORTEST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def retry_pause(attempts: int) -> timedelta:
    """How long to wait before call number `attempts` + 1: 1, 2, 4 … at most 60 seconds."""
    return timedelta(seconds=min(2 ** max(attempts - 1, 0), 60))


def sooner_look(current: datetime | None, claimed: datetime | None, planned: datetime | None) -> datetime | None:
    """The next look after one that was `claimed` until then: as planned, unless a webhook asked for one meanwhile."""
    if current is None or current == claimed:
        return planned
    return current if planned is None else min(current, planned)


def refund_expected_by(begun_on: date) -> date:
    """The last of the working days that a bank usually takes; holidays of banks are not known here."""
    day, left = begun_on, REFUND_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day
