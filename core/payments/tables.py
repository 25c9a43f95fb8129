"""Money: links we ask by, payments that came, and refunds that go back."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Index, SmallInteger, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, list_of_words, moment, number, paise, recorded_at, refers_to, words, yes_no
from core.payments.lifecycle import LinkKind, LinkStatus, PaymentStatus, RefundStatus


class PaymentLink(SQLModel, table=True):
    """One attempt to be paid by Razorpay for one order: a payment link, or an order that Checkout opens (`kind`).

    `next_look_at` is when Razorpay is asked for the truth again.

    `status` says what Razorpay last said, `withdrawn_at` since when we do not want it paid: another way was chosen, or
    another sum is due. `named_payments` are payment ids that webhooks named: the link may not list
    them yet, so they are asked for by id. One that `is_part` asks for less than is due: the rest is paid in cash.
    """

    __tablename__ = "payment_links"
    __table_args__ = (
        Index(
            "payment_links_one_live_per_order",
            "order_id",
            unique=True,
            postgresql_where=text("status IN ('creating', 'open') AND withdrawn_at IS NULL"),
        ),
        Index("payment_links_by_next_look", "next_look_at", postgresql_where=text("next_look_at IS NOT NULL")),
        CheckConstraint("amount_paise >= 100", name="razorpay_takes_a_rupee_or_more"),
        CheckConstraint(
            "status NOT IN ('open', 'paid') OR (provider_link_id IS NOT NULL AND short_url IS NOT NULL)",
            name="link_that_can_be_paid_has_its_address",
        ),
    )

    id: int = key()
    order_id: int = refers_to("orders.id")
    reference_id: str = words(unique=True)
    kind: LinkKind = choice(LinkKind, default=LinkKind.LINK)
    status: LinkStatus = choice(LinkStatus, default=LinkStatus.CREATING)
    amount_paise: int = paise()
    currency: str = words(default="INR")
    expires_at: datetime = moment()
    provider_link_id: str | None = words(optional=True, unique=True)
    short_url: str | None = words(optional=True)
    named_payments: list[str] = list_of_words()
    next_look_at: datetime | None = moment(optional=True)
    looks: int = number(default=0)
    created_at: Any = recorded_at()
    withdrawn_at: datetime | None = moment(optional=True)
    is_part: bool = yes_no(default=False)


class Payment(SQLModel, table=True):
    """A capture at Razorpay, once (`provider_payment_id`). `refund_reserved_paise` never exceeds what was captured.

    One that is `sold` is a stall's sale. A settled payment is what was due for its order and `adjustment_paise`: what
    Razorpay itself put on top (its fee) or took off (its offer), or by how much more or less the founder accepted.
    `given_back_paise` of it went back because the order became less. What is left of it then (`covered_paise`) is its
    part of the order's `prepaid_paise`.
    """

    __tablename__ = "payments"
    __table_args__ = (
        CheckConstraint("amount_paise > 0"),
        CheckConstraint(
            "0 <= refund_reserved_paise AND refund_reserved_paise <= amount_paise",
            name="refunds_never_exceed_the_capture",
        ),
        CheckConstraint("(status = 'returned') = (refund_reserved_paise = amount_paise)", name="returned_is_all_of_it"),
        CheckConstraint(
            "0 <= given_back_paise AND given_back_paise <= refund_reserved_paise",
            name="what_was_given_back_was_reserved",
        ),
        Index("payments_by_record", "recorded_at"),
        Index("payments_parked", "id", postgresql_where=text("status = 'parked'")),
        Index("payments_one_settled_per_link", "link_id", unique=True, postgresql_where=text("status = 'settled'")),
    )

    id: int = key()
    order_id: int | None = refers_to("orders.id", optional=True)
    link_id: int | None = refers_to("payment_links.id", optional=True)
    provider_payment_id: str = words(unique=True)
    status: PaymentStatus = choice(PaymentStatus)
    reason: str = words(default="")
    amount_paise: int = paise()
    adjustment_paise: int = paise(default=0)
    currency: str = words()
    method: str = words(default="")
    refund_reserved_paise: int = paise(default=0)
    given_back_paise: int = paise(default=0)
    captured_at: datetime | None = moment(optional=True)
    recorded_at: Any = recorded_at()

    @property
    def covered_paise(self) -> int:
        """What it pays of its order."""
        return self.amount_paise - self.adjustment_paise - self.given_back_paise


class Refund(SQLModel, table=True):
    """Money going back. The row and its idempotency key exist before Razorpay is asked; `asked_at` is the last time."""

    __tablename__ = "refunds"
    __table_args__ = (
        CheckConstraint("amount_paise > 0"),
        CheckConstraint("(status IN ('processed', 'failed')) = (finished_at IS NOT NULL)", name="refund_has_its_end"),
        Index("refunds_not_done", "id", postgresql_where=text("status <> 'processed'")),
        Index("refunds_by_next_look", "next_look_at", postgresql_where=text("next_look_at IS NOT NULL")),
    )

    id: int = key()
    payment_id: int = refers_to("payments.id")
    amount_paise: int = paise()
    idempotency_key: str = words(unique=True)
    provider_refund_id: str | None = words(optional=True, unique=True)
    status: RefundStatus = choice(RefundStatus, default=RefundStatus.REQUESTED)
    reason: str = words()
    requested_by: str = words()
    bank_reference: str = words(default="")
    next_look_at: datetime | None = moment(optional=True)
    looks: int = number(default=0)
    created_at: Any = recorded_at()
    asked_at: Any = recorded_at()
    finished_at: datetime | None = moment(optional=True)


class RazorpayPace(SQLModel, table=True):
    """One row: until when nobody of us asks Razorpay anything, because it said that we ask too much (429).

    `pauses` counts those that followed each other, so that each is longer than the one before.
    """

    __tablename__ = "razorpay_pace"
    __table_args__ = (CheckConstraint("id = 1", name="one_razorpay_pace"), CheckConstraint("pauses >= 0"))

    id: int = Field(default=1, sa_column=Column(SmallInteger, primary_key=True, autoincrement=False))
    paused_until: Any = recorded_at()
    pauses: int = number(default=0)
