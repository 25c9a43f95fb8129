"""What we mean to tell the outside world: the intent is a row before any call is made."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, text
from sqlmodel import Field, SQLModel

from core.columns import choice, document, key, moment, number, recorded_at, refers_to, words
from core.outbox.lifecycle import OutboxStatus

# News of what failed must not pass for news of what was sent instead.
NOT_WHAT_FAILED = "provider_message_id IS NULL OR body ->> 'failed_id' IS DISTINCT FROM provider_message_id"


class OutboxKind(StrEnum):
    """MESSAGE and NOTICE go to a chat, in order. FORWARD becomes a MESSAGE once its chat may hear it and its file, if
    it has one, is at Meta again. LOGIN_CODE goes to a number and no chat. The rest are calls to Razorpay, each on its
    own."""

    MESSAGE = "message"
    NOTICE = "notice"
    FORWARD = "forward"
    CREATE_LINK = "create_link"
    CANCEL_LINK = "cancel_link"
    REFUND = "refund"
    LOGIN_CODE = "login_code"


class MessageClass(StrEnum):
    """Why we speak: an answer, news of an order, marketing (needs consent), or a login code."""

    REPLY = "reply"
    ORDER = "order"
    MARKETING = "marketing"
    AUTH = "auth"
    STAFF = "staff"


class DeliveryStatus(StrEnum):
    """What WhatsApp says became of a message, in rising rank; it never goes back (invariant I17)."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


class OutboxItem(SQLModel, table=True):
    """One intent. `body` is a worded message ({"message": …}), a notice ({"key": …, "values": …}) or a call's ids.

    `answers_id` is the inbox row it replies to (read receipt, typing). `error` is for the founder only.
    `edition` counts the failures after which the same went out in another way (`core.outbox.editions`).
    `unsure_tries` counts calls of which nobody knows whether they arrived (timeout, killed process);
    after some of them in a row it is dropped.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_head_of_line", "chat_id", "id", postgresql_where=text("status IN ('pending', 'leased')")),
        Index(
            "outbox_unpruned",
            "created_at",
            postgresql_where=text("status NOT IN ('pending', 'leased') AND body <> '{}'"),
        ),
        CheckConstraint(NOT_WHAT_FAILED, name="outbox_is_not_what_failed"),
        CheckConstraint("(status = 'leased') = (leased_until IS NOT NULL)", name="outbox_lease_has_an_end"),
        CheckConstraint(
            "(status IN ('done', 'dropped', 'dead')) = (done_at IS NOT NULL)", name="outbox_end_has_a_moment"
        ),
        Index("outbox_due", "next_attempt_at", "id", postgresql_where=text("status IN ('pending', 'leased')")),
        Index(
            "outbox_forwards_due",
            "next_attempt_at",
            "id",
            postgresql_where=text("kind = 'forward' AND status IN ('pending', 'leased')"),
        ),
    )

    id: int = key()
    kind: OutboxKind = choice(OutboxKind)
    message_class: MessageClass = choice(MessageClass, default=MessageClass.REPLY)
    chat_id: int | None = refers_to("chats.id", optional=True)
    order_id: int | None = refers_to("orders.id", optional=True)
    dedupe_key: str | None = words(optional=True, unique=True)
    body: dict[str, Any] = document()
    answers_id: int | None = refers_to("inbox.id", optional=True)
    status: OutboxStatus = choice(OutboxStatus, default=OutboxStatus.PENDING)
    edition: int = number(default=0)
    attempts: int = number(default=0)
    unsure_tries: int = number(default=0)
    next_attempt_at: Any = recorded_at()
    leased_until: datetime | None = moment(optional=True)
    provider_message_id: str | None = words(optional=True, unique=True)
    delivery_status: DeliveryStatus | None = choice(DeliveryStatus, optional=True)
    sent_payload: dict[str, Any] = document()
    error_code: int | None = number(optional=True)
    error: str = words(default="")
    created_at: Any = recorded_at()
    done_at: datetime | None = moment(optional=True)


class SendPlace(SQLModel, table=True):
    """When the next message may go to Meta, all workers together: one row, which `core.outbox.places` looks after.

    Unlogged: taking places waits for no disk, and after a crash the rate simply begins anew.
    """

    __tablename__ = "send_places"
    __table_args__ = (CheckConstraint("id = 1", name="send_places_is_one_row"), {"prefixes": ["UNLOGGED"]})

    id: int = Field(default=1, sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    free_at: Any = recorded_at()
    taken: int = number(default=0)


class WhatsAppTemplate(SQLModel, table=True):
    """What Meta says of one of our templates in one language."""

    __tablename__ = "templates"
    __table_args__ = (Index("templates_by_name", "name", "language", unique=True),)

    id: int = key()
    name: str = words()
    language: str = words()
    status: str = words(default="unknown")
    provider_template_id: str | None = words(optional=True)
    reason: str = words(default="")
    checked_at: Any = recorded_at()
