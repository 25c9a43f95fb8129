"""Pictures of ours, files of customers, and the bytes of both."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, Text, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, moment, number, recorded_at, refers_to, words
from core.media.lifecycle import AttachmentStatus
from core.media.rules import Area


class Picture(SQLModel, table=True):
    """A picture that was made anew here; `digest` (of what is kept) names its files. Width and height in pixels.

    `unnamed_since`: when it was first found that no row refers to it; None while one does, or before anybody looked.
    """

    __tablename__ = "pictures"
    __table_args__ = (CheckConstraint("width > 0 AND height > 0"),)

    id: int = key()
    digest: str = words(unique=True)
    width: int = number()
    height: int = number()
    made_at: Any = recorded_at()
    unnamed_since: datetime | None = moment(optional=True)


class Attachment(SQLModel, table=True):
    """A file that came with a message: wanted when the message is handled, then fetched from Meta and kept.

    `mime_type` is what its bytes are, Meta's word until then; `digest` names the kept file, `size` counts its bytes.
    """

    __tablename__ = "attachments"
    __table_args__ = (
        CheckConstraint("(status = 'kept') = (digest <> '')", name="attachment_has_its_file"),
        Index("attachments_wanted", "next_attempt_at", postgresql_where=text("status = 'wanted'")),
        Index("attachments_to_forget", "kept_at", postgresql_where=text("status = 'kept'")),
    )

    id: int = key()
    chat_id: int = refers_to("chats.id")
    message_id: str = words()
    media_id: str = words(unique=True)
    kind: str = words()
    mime_type: str = words(default="")
    filename: str = words(default="")
    status: AttachmentStatus = choice(AttachmentStatus, default=AttachmentStatus.WANTED)
    attempts: int = number(default=0)
    next_attempt_at: datetime = moment()
    digest: str = words(default="")
    size: int = number(default=0)
    reason: str = words(default="")
    received_at: Any = recorded_at()
    kept_at: datetime | None = moment(optional=True)


class MediaFile(SQLModel, table=True):
    """The bytes of a file, when they are kept in the database (`JAMANGO_MEDIA_STORE`)."""

    __tablename__ = "media_files"

    area: Area = Field(sa_column=Column(Text, CheckConstraint("area IN ('pictures', 'attachments')"), primary_key=True))
    name: str = Field(sa_column=Column(Text, primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    written_at: Any = recorded_at()
