"""What we ask of Razorpay and what it answers, as values; who talks to it is `gateway_razorpay`."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.payments.lifecycle import LinkKind


class RazorpayError(Exception):
    """A call that did not give what it should. One of the three below."""


class RazorpayRefused(RazorpayError):
    """Razorpay said no (4xx other than 429): asking the same again will not help, except after 401, 403 and 409."""

    def __init__(self, http_status: int, code: str, description: str, field: str = "") -> None:
        super().__init__(http_status, code, description, field)
        self.http_status = http_status
        self.code = code
        self.description = description
        self.field = field

    @property
    def is_about_us(self) -> bool:
        """The keys are wrong or the account is restricted: nothing works until a human acts."""
        return self.http_status in {401, 403}

    @property
    def is_in_flight(self) -> bool:
        """An earlier call with the same key is still being worked on."""
        return self.http_status == 409

    @property
    def is_taken_reference(self) -> bool:
        """A link with this reference was created before. Razorpay has no code for it, only this sentence."""
        return "already attempted" in self.description.lower()


class RazorpayThrottled(RazorpayError):
    """429: nothing was done; ask again later."""


class RazorpayUnreachable(RazorpayError):
    """No answer that can be understood. `ambiguous`: the request may have been carried out nevertheless."""

    def __init__(self, reason: str, *, ambiguous: bool) -> None:
        super().__init__(reason)
        self.ambiguous = ambiguous


@dataclass(frozen=True)
class LinkRequest:
    """A link to create. Paise; `expires_at` is UTC; `notes` are copied by Razorpay to the order and its payments."""

    reference_id: str
    amount_paise: int
    currency: str
    description: str
    expires_at: datetime
    notes: dict[str, str]
    kind: LinkKind = LinkKind.LINK


@dataclass(frozen=True)
class LinkFacts:
    """A link as Razorpay has it: status created, partially_paid, paid, cancelled or expired.

    For Checkout it is Razorpay's order, `link_id` its id; it has no address and no end, and is cancelled by us alone.
    """

    link_id: str
    reference_id: str
    status: str
    amount: int
    currency: str
    short_url: str
    payment_ids: tuple[str, ...] = ()
    amount_paid: int = 0
    expires_at: datetime | None = None


@dataclass(frozen=True)
class PaymentFacts:
    """A payment as Razorpay has it. `amount`, `refunded` and `fee` are in the smallest unit of `currency`.

    `fee_bearer` is `customer` when the fee was put on top of what we asked; `offer_id` names what was taken off.
    """

    payment_id: str
    status: str
    captured: bool
    amount: int
    currency: str
    refunded: int
    method: str
    created_at: datetime
    description: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    fee: int = 0
    fee_bearer: str = ""
    offer_id: str = ""


@dataclass(frozen=True)
class RefundRequest:
    """A refund to make. `key` is stored with the row and makes repeats of the same request harmless."""

    payment_id: str
    amount: int
    key: str
    notes: dict[str, str]


@dataclass(frozen=True)
class RefundFacts:
    """A refund as Razorpay has it: status pending, processed or failed. `bank_reference` is for the customer."""

    refund_id: str
    payment_id: str
    status: str
    amount: int
    currency: str
    bank_reference: str = ""
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class QrRequest:
    """A QR code to make that is paid once, with exactly this sum. `reference` comes back in its notes."""

    reference: str
    amount_paise: int
    name: str
    description: str
    closes_at: datetime


@dataclass(frozen=True)
class QrFacts:
    """A QR code as Razorpay has it: status active or closed. `content` is what the code says (upi://…), where the
    account may have that; otherwise there is its picture alone."""

    qr_id: str
    status: str
    image_url: str
    content: str = ""
    closes_at: datetime | None = None


class QrGateway(Protocol):
    """The calls about QR codes, a feature that Razorpay grants on request. They raise as those of `Gateway` do."""

    def create_qr(self, request: QrRequest) -> QrFacts: ...

    def fetch_qr(self, qr_id: str) -> QrFacts: ...

    def close_qr(self, qr_id: str) -> QrFacts: ...

    def payments_of_qr(self, qr_id: str) -> list[PaymentFacts]: ...


class Gateway(Protocol):
    """The calls. Each may raise RazorpayRefused, RazorpayThrottled or RazorpayUnreachable, and nothing else."""

    def create_link(self, request: LinkRequest) -> LinkFacts: ...

    def find_link(self, reference_id: str, kind: LinkKind = LinkKind.LINK) -> LinkFacts | None: ...

    def fetch_link(self, link_id: str) -> LinkFacts: ...

    def cancel_link(self, link_id: str) -> LinkFacts: ...

    def fetch_payment(self, payment_id: str) -> PaymentFacts: ...

    def recent_payments(self) -> list[PaymentFacts]: ...

    def create_refund(self, request: RefundRequest) -> RefundFacts: ...

    def fetch_refund(self, refund_id: str) -> RefundFacts: ...

    def list_refunds(self, payment_id: str) -> list[RefundFacts]: ...
