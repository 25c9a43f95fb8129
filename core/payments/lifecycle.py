"""How payment links, payments and refunds move. Webhooks come twice or out of order, so moves only go forward."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

Status = TypeVar("Status", bound=StrEnum)


class LinkKind(StrEnum):
    """How we ask to be paid: by a link that leads to Razorpay, or by an order of theirs that Checkout opens on a page.

    An order at Razorpay has no end and cannot be withdrawn: what is paid late is judged like any other late money.
    """

    LINK = "link"
    CHECKOUT = "checkout"


class LinkStatus(StrEnum):
    """Our attempt to be paid online. At most one of an order's links is live."""

    CREATING = "creating"
    OPEN = "open"
    PAID = "paid"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUSED = "refused"


LIVE_LINKS = (LinkStatus.CREATING, LinkStatus.OPEN)

LINK_MOVES: dict[LinkStatus, frozenset[LinkStatus]] = {
    LinkStatus.CREATING: frozenset(
        {LinkStatus.OPEN, LinkStatus.PAID, LinkStatus.CANCELLED, LinkStatus.EXPIRED, LinkStatus.REFUSED}
    ),
    LinkStatus.OPEN: frozenset({LinkStatus.PAID, LinkStatus.CANCELLED, LinkStatus.EXPIRED}),
    # A payment may complete in the second in which its link is cancelled or expires; money wins.
    LinkStatus.CANCELLED: frozenset({LinkStatus.PAID}),
    LinkStatus.EXPIRED: frozenset({LinkStatus.PAID}),
    LinkStatus.PAID: frozenset(),
    LinkStatus.REFUSED: frozenset(),
}


class PaymentStatus(StrEnum):
    """What became of money that reached us: it holds an order, waits for a human, goes back, or is a stall's sale."""

    SETTLED = "settled"
    PARKED = "parked"
    RETURNED = "returned"
    SOLD = "sold"


PAYMENT_MOVES: dict[PaymentStatus, frozenset[PaymentStatus]] = {
    PaymentStatus.SETTLED: frozenset({PaymentStatus.RETURNED}),
    # A human takes it as what its order is due, or it goes back.
    PaymentStatus.PARKED: frozenset({PaymentStatus.SETTLED, PaymentStatus.RETURNED, PaymentStatus.SOLD}),
    # What a failed refund left here stays a matter of that refund.
    PaymentStatus.RETURNED: frozenset(),
    # A sale that is taken back: what came by Razorpay goes back the way it came.
    PaymentStatus.SOLD: frozenset({PaymentStatus.RETURNED}),
}


class RefundStatus(StrEnum):
    REQUESTED = "requested"
    PENDING = "pending"
    PROCESSED = "processed"
    FAILED = "failed"


REFUND_MOVES: dict[RefundStatus, frozenset[RefundStatus]] = {
    RefundStatus.REQUESTED: frozenset({RefundStatus.PENDING, RefundStatus.PROCESSED, RefundStatus.FAILED}),
    RefundStatus.PENDING: frozenset({RefundStatus.PROCESSED, RefundStatus.FAILED}),
    RefundStatus.PROCESSED: frozenset(),
    # A human adds funds at Razorpay and asks again under the same row.
    RefundStatus.FAILED: frozenset({RefundStatus.REQUESTED}),
}


def sources_of(moves: Mapping[Status, frozenset[Status]], target: Status) -> list[str]:
    """From which statuses a table leads to this one."""
    return [source.value for source, targets in moves.items() if target in targets]
