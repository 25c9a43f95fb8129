"""How payment links, payments and refunds move. Webhooks come twice or out of order, so moves only go forward."""

from enum import StrEnum


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
    """What became of money that reached us: it holds an order, waits for a human, or goes back."""

    SETTLED = "settled"
    PARKED = "parked"
    RETURNED = "returned"


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
