"""What the outside world told us, stored before anything may go wrong."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, DateTime, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, moment, number, refers_to, words
from core.inbox.lifecycle import InboxStatus


class Provider(StrEnum):
    WHATSAPP = "whatsapp"
    RAZORPAY = "razorpay"


class InboxKind(StrEnum):
    """MESSAGE is claimed by chat and in order; the others have no order. UNPARSED is kept for a human."""

    MESSAGE = "message"
    STATUS = "status"
    NEWS = "news"
    UNPARSED = "unparsed"


class InboxEvent(SQLModel, table=True):
    """One event, once (`provider`, `event_key`). `payload` is its JSON as bytes, because what people send
    (NUL, lone surrogates, huge numbers) does not fit text or jsonb. `sent_at` is the sender's clock, only for order.
    `queued_at` is a waiting message's place in the line of chats; None once another message of its chat stands there.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("provider", "event_key"),
        CheckConstraint("(status = 'pending') = (handled_at IS NULL)", name="inbox_end_has_a_moment"),
        Index(
            "inbox_pending_by_chat",
            "chat_id",
            "sent_at",
            "id",
            postgresql_where=text("status = 'pending' AND kind = 'message'"),
        ),
        Index("inbox_pending_others", "kind", "id", postgresql_where=text("status = 'pending' AND kind <> 'message'")),
        Index(
            "inbox_line",
            "queued_at",
            "id",
            postgresql_where=text(
                "status = 'pending' AND kind = 'message' AND chat_id IS NOT NULL AND queued_at IS NOT NULL"
            ),
        ),
        Index("inbox_unpruned", "received_at", postgresql_where=text("status <> 'pending' AND payload <> ''")),
    )

    id: int = key()
    provider: Provider = choice(Provider)
    event_key: str = words()
    kind: InboxKind = choice(InboxKind)
    chat_id: int | None = refers_to("chats.id", optional=True)
    sender_phone: str | None = words(optional=True)
    sender_user_id: str | None = words(optional=True)
    payload: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    sent_at: datetime = moment()
    received_at: datetime = moment()
    queued_at: datetime | None = Field(
        sa_column=Column(DateTime(timezone=True), nullable=True, server_default=text("jamango_now()"))
    )
    status: InboxStatus = choice(InboxStatus, default=InboxStatus.PENDING)
    attempts: int = number(default=0)
    next_attempt_at: datetime | None = moment(optional=True)
    handled_at: datetime | None = moment(optional=True)
    error: str = words(default="")
