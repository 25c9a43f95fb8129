"""Browsers that the shop remembers, and who has signed in on them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from core.columns import key, moment, recorded_at, refers_to, words


class BrowserSession(SQLModel, table=True):
    """One browser at one door of pages; `area` is the door's name ("shop", "office").

    Only a hash of the browser's token is kept: whoever reads this table can sign in nowhere. Without a customer and
    without a member of staff it is a guest's, who shops in the name of the customer `guest_id`. It ends by itself at
    `ends_at`, or when nobody has been seen for as long as its door allows, or at once by `ended_at`.
    `proved_at` is when its owner last proved again who they are.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("num_nonnulls(customer_id, staff_id) <= 1", name="sessions_have_one_owner"),
        CheckConstraint(
            "guest_id IS NULL OR num_nonnulls(customer_id, staff_id) = 0", name="sessions_of_guests_have_no_owner"
        ),
        CheckConstraint("token_hash ~ '^[0-9a-f]{64}$'", name="sessions_keep_no_token"),
        CheckConstraint("ends_at > began_at", name="sessions_end_after_they_begin"),
    )

    id: int = key()
    area: str = words()
    token_hash: str = words(unique=True)
    customer_id: int | None = refers_to("users.id", optional=True)
    staff_id: int | None = refers_to("staff.id", optional=True)
    guest_id: int | None = refers_to("users.id", optional=True)
    browser: str = words(default="")
    began_at: Any = recorded_at()
    seen_at: Any = recorded_at()
    ends_at: datetime = moment()
    ended_at: datetime | None = moment(optional=True)
    proved_at: datetime | None = moment(optional=True)
