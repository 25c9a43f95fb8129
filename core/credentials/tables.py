"""Authenticators of staff, and links by which they make their sign-in."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, Column, Integer, text
from sqlmodel import Field, SQLModel

from core.columns import key, moment, number, recorded_at, refers_to, words


class Authenticator(SQLModel, table=True):
    """The app of one member of staff. `last_step` is the half minute of the last code that was taken: none is taken
    again. It counts from `confirmed_at` on. `used_codes` are recovery codes of this `edition`."""

    __tablename__ = "authenticators"
    __table_args__ = (
        CheckConstraint("secret ~ '^[A-Z2-7]{32}$'", name="authenticators_have_a_secret"),
        CheckConstraint("edition >= 1 AND last_step >= 0", name="authenticators_count_up"),
    )

    staff_id: int = refers_to("staff.id", primary=True)
    secret: str = words()
    last_step: int = number(default=0)
    edition: int = number(default=1)
    used_codes: list[int] = Field(
        default_factory=list, sa_column=Column(ARRAY(Integer), nullable=False, server_default=text("'{}'::integer[]"))
    )
    confirmed_at: datetime | None = moment(optional=True)


class SetupLink(SQLModel, table=True):
    """A link that is opened once. Without `staff_id` whoever opens it becomes the founder of a shop that has none.

    Only a hash of its token is kept.
    """

    __tablename__ = "setup_links"
    __table_args__ = (
        CheckConstraint("token_hash ~ '^[0-9a-f]{64}$'", name="setup_links_keep_no_token"),
        CheckConstraint("ends_at >= asked_at", name="setup_links_end_after_they_begin"),
    )

    id: int = key()
    staff_id: int | None = refers_to("staff.id", optional=True)
    token_hash: str = words(unique=True)
    asked_at: Any = recorded_at()
    ends_at: datetime = moment()
    used_at: datetime | None = moment(optional=True)
