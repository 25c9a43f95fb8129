"""What a sale at a stall is, where its fruit comes from, and what a count says. Values only; no database here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from core.errors import Refusal
from core.stalls.lifecycle import QrStatus

# What people hand over for mangoes: the keys of the till, in paise.
KEYS = (100_00, 200_00, 500_00)
# Every note and coin that there is, in paise, the largest first.
NOTES = (500_00, 200_00, 100_00, 50_00, 20_00, 10_00, 5_00, 2_00, 1_00)
MOST_NOTES = 10_000  # of one kind in one till
MOST_LINES = 30
MOST_PACKS = 500  # of one kind in one sale
MOST_PAISE = 10_000_000_00
LINK_LASTS = timedelta(hours=24)
SHORTEST_PIN, LONGEST_PIN = 4, 6


class Payment(StrEnum):
    """Card is on the keeper's own machine; UPI is seen on the payer's screen, or heard from the soundbox."""

    CASH = "cash"
    UPI = "upi"
    CARD = "card"


class VoidReason(StrEnum):
    WRONG_PACK = "wrong-pack"
    WRONG_COUNT = "wrong-count"
    WRONG_PAYMENT = "wrong-payment"
    BAD_FRUIT = "bad-fruit"
    CHANGED_MIND = "changed-mind"


class WayBack(StrEnum):
    """How the money of a sale goes back: by the keeper's hand, the way it came, or by itself through Razorpay."""

    CASH = "cash"
    UPI = "upi"
    CARD = "card"
    RAZORPAY = "razorpay"


def way_back(payment: Payment, *, is_credited: bool) -> WayBack:
    """How it goes back; `is_credited`: it came by a code of Razorpay's, and was said by them."""
    return WayBack.RAZORPAY if is_credited else WayBack(payment.value)


class SoldLine(NamedTuple):
    """So many of one pack."""

    pack_id: int
    quantity: int


@dataclass(frozen=True)
class Sale:
    """One sale as its till tells it, after it was paid. `uid` is the till's own id of it (a UUID in small letters).

    `given_paise` is what was handed over in cash, None when it was the exact sum. `phone` is digits, and only there
    when its owner wants the receipt.
    """

    uid: str
    shift_id: int
    made_at: datetime
    lines: tuple[SoldLine, ...]
    payment: Payment
    paid_paise: int
    given_paise: int | None = None
    phone: str | None = None


def digest_of(sale: Sale) -> str:
    """A fingerprint of what a till said of a sale: the same record sent twice has the same. When it was made is left
    out: a page that is sent again, because its answer was lost, says another moment and means the same sale."""
    said = [sale.uid, sale.shift_id, sorted(sale.lines), sale.payment.value,
            sale.paid_paise, sale.given_paise, sale.phone]  # fmt: skip
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def within_shift(made_at: datetime, opened_at: datetime, over_at: datetime) -> datetime:
    """When a sale was made, by our clock where the till's cannot be right: no sale is outside of its shift. `over_at`
    is when the shift was closed, or now."""
    return min(max(made_at, opened_at), over_at)


def refuse_nonsense(sale: Sale) -> None:
    """Raise Refusal for a sale that cannot have been: `sale-empty`, `quantity-unclear`, `sale-line-twice`,
    `amount-unclear`, and `given-too-little`(missing_paise) for less cash than the sum."""
    if not sale.lines:
        raise Refusal("sale-empty")
    if len(sale.lines) > MOST_LINES or not all(1 <= line.quantity <= MOST_PACKS for line in sale.lines):
        raise Refusal("quantity-unclear")
    if len({line.pack_id for line in sale.lines}) < len(sale.lines):
        raise Refusal("sale-line-twice")
    if not 0 <= sale.paid_paise <= MOST_PAISE:
        raise Refusal("amount-unclear")
    if sale.given_paise is not None:
        if sale.payment is not Payment.CASH or sale.given_paise > MOST_PAISE:
            raise Refusal("amount-unclear")
        if sale.given_paise < sale.paid_paise:
            raise Refusal("given-too-little", missing_paise=sale.paid_paise - sale.given_paise)


class Parts(NamedTuple):
    """Base units by where they come from: see `core.stalls.tables.StallSaleLine`."""

    own: int = 0
    shared: int = 0
    explained: int = 0
    short: int = 0


def split(quantity: int, there: Parts) -> Parts:
    """Where so many base units come from, of what is there: what a count missed before all, then the stall's own
    fruit, then what all doors share. What is there according to nobody is short."""
    explained = min(quantity, there.explained)
    own = min(quantity - explained, there.own)
    shared = min(quantity - explained - own, there.shared)
    return Parts(own, shared, explained, quantity - explained - own - shared)


def without(there: Parts, taken: Parts) -> Parts:
    """What is left for the next line of the same fruit."""
    return Parts(there.own - taken.own, there.shared - taken.shared, there.explained - taken.explained)


class Keeping(NamedTuple):
    """An order that keeps fruit which is in no box yet, in base units."""

    code: str
    quantity: int


def orders_at_risk(short: int, keeping: Sequence[Keeping]) -> list[str]:
    """Which orders may lack fruit when so many base units of it are gone; `keeping` has the last to come first."""
    found: list[str] = []
    for order in keeping:
        if short <= 0:
            break
        found.append(order.code)
        short -= order.quantity
    return found


def cash_of(notes: Mapping[int, int]) -> int:
    """What so many of each note (by its paise) come to. Raises Refusal `notes-unclear`."""
    if any(note not in NOTES or not 0 <= count <= MOST_NOTES for note, count in notes.items()):
        raise Refusal("notes-unclear")
    return sum(note * count for note, count in notes.items())


def refuse_weak_pin(pin: str) -> None:
    """Raise Refusal `pin-weak`(least, most) for what is not four to six digits, or the first that anybody tries."""
    digits = [ord(letter) - ord("0") for letter in pin]
    steps = {after - before for before, after in pairwise(digits)}
    is_plain = pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN
    if not is_plain or steps in ({0}, {1}, {-1}):
        raise Refusal("pin-weak", least=SHORTEST_PIN, most=LONGEST_PIN)


# Razorpay closes a code by itself after this; its documents call for 2 or for 15 minutes at least (RAZORPAY, DOORS).
QR_LASTS = timedelta(minutes=16)
# How long a keeper waits for Razorpay's code before the plain one is shown.
PATIENCE_WITH_QR = timedelta(seconds=6)
# How long the till has to tell of a sale whose money is here, before the founder hears of it.
PATIENCE_WITH_SALE = timedelta(minutes=10)
QR_LOOKS = (timedelta(minutes=2), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))


class QrShown(StrEnum):
    """What a till shows of a code: it is coming; it can be paid; its sum is here; another sum is here; or the plain
    code of our own address instead."""

    COMING = "coming"
    OPEN = "open"
    PAID = "paid"
    DIFFERS = "differs"
    PLAIN = "plain"

    @property
    def is_razorpays(self) -> bool:
        """Whether it is about their code, and not about ours."""
        return self is not QrShown.PLAIN

    @property
    def waits(self) -> bool:
        """Whether it may change by itself."""
        return self in {QrShown.COMING, QrShown.OPEN}


class QrState(NamedTuple):
    """All of a code that matters to what is shown. Sums in paise; `credited_paise` is None until something came."""

    status: QrStatus
    amount_paise: int
    credited_paise: int | None
    is_dropped: bool
    created_at: datetime
    closes_at: datetime


def show_qr(qr: QrState | None, due_paise: int, now: datetime) -> QrShown:
    """What a till shows of it while `due_paise` are to be paid. Money that is here is said whatever became of its code;
    a code that asks for another sum than is due is not shown."""
    if qr is None:
        return QrShown.PLAIN
    if qr.credited_paise is not None:
        return QrShown.PAID if qr.credited_paise == due_paise else QrShown.DIFFERS
    if qr.is_dropped or qr.amount_paise != due_paise:
        return QrShown.PLAIN
    if qr.status is QrStatus.ASKING:
        return QrShown.COMING if now < qr.created_at + PATIENCE_WITH_QR else QrShown.PLAIN
    return QrShown.OPEN if qr.status is QrStatus.OPEN and now < qr.closes_at else QrShown.PLAIN


def next_qr_look(qr: QrState, now: datetime, *, is_claimed: bool) -> datetime | None:
    """When Razorpay is asked again; None when nothing more can come of it.

    A code that can be paid is looked at often, because a webhook may be lost; one that is over a few times more,
    because money may come in its last second. Money that no sale has claimed is looked at once its till is late.
    """
    if qr.credited_paise is not None:
        late = qr.created_at + PATIENCE_WITH_SALE
        return late if not is_claimed and now < late else None
    if qr.status is QrStatus.OPEN and not qr.is_dropped and now < qr.closes_at:
        age = now - qr.created_at
        return min(now + max(timedelta(seconds=5), age / 2), qr.closes_at + timedelta(seconds=30))
    return next((qr.closes_at + pause for pause in QR_LOOKS if qr.closes_at + pause > now), None)
