"""QR codes of Razorpay's that a till asked for."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.columns import choice, key, list_of_words, moment, number, paise, recorded_at, refers_to, words
from core.stalls.lifecycle import QrStatus
from core.stalls.tables import UUID


class StallQr(SQLModel, table=True):
    """One code for one sale, whose id it has, though that sale is told only after it was paid, or never.

    It is paid once, with `amount_paise`; `content` is what it says, `image_url` its picture at Razorpay. `dropped_at`:
    since when nobody should pay it. `payment_id` is what came by it, `sale_id` the sale that claimed that.
    `named_payments` are ids that webhooks named; `next_look_at` is when Razorpay is asked again.
    """

    __tablename__ = "stall_qrs"
    __table_args__ = (
        CheckConstraint(f"uid {UUID}", name="qr_has_the_id_of_its_sale"),
        CheckConstraint("amount_paise >= 100", name="qr_asks_for_a_rupee_or_more"),
        CheckConstraint("(provider_id IS NULL) = (status IN ('asking', 'failed'))", name="qr_that_can_be_paid_exists"),
        CheckConstraint("sale_id IS NULL OR payment_id IS NOT NULL", name="qr_was_paid_before_it_is_claimed"),
        Index("stall_qrs_by_next_look", "next_look_at", postgresql_where=text("next_look_at IS NOT NULL")),
        Index("stall_qrs_wanted", "device_id", postgresql_where=text("dropped_at IS NULL AND payment_id IS NULL")),
    )

    id: int = key()
    uid: str = words(unique=True)
    device_id: int = refers_to("devices.id", indexed=False)
    shift_id: int = refers_to("shifts.id", indexed=False)
    amount_paise: int = paise()
    status: QrStatus = choice(QrStatus, default=QrStatus.ASKING)
    provider_id: str | None = words(optional=True, unique=True)
    image_url: str = words(default="")
    content: str = words(default="")
    closes_at: datetime = moment()
    dropped_at: datetime | None = moment(optional=True)
    payment_id: int | None = refers_to("payments.id", optional=True, unique=True)
    sale_id: int | None = refers_to("stall_sales.id", optional=True, unique=True)
    named_payments: list[str] = list_of_words()
    next_look_at: datetime | None = moment(optional=True)
    looks: int = number(default=0)
    created_at: Any = recorded_at()
