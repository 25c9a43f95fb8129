"""Words that browsers show and people send us to sign in."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, Column, Index, Integer, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, moment, number, recorded_at, refers_to, words
from core.logins.lifecycle import WordStatus


class LoginWord(SQLModel, table=True):
    """One word, shown in one browser (`session_id`) beside `shown_number`; the chat offers the three `numbers`.

    Only a hash of the word is kept. `customer_id`, or `staff_id` for a browser at the office, is who sent it. One
    word of a browser is alive at a time.
    """

    __tablename__ = "login_words"
    __table_args__ = (
        CheckConstraint("word_hash ~ '^[0-9a-f]{64}$'", name="login_words_keep_no_word"),
        CheckConstraint(
            "shown_number = ANY(numbers) AND cardinality(numbers) = 3", name="login_words_offer_the_right_one"
        ),
        CheckConstraint("ends_at > asked_at", name="login_words_end_after_they_begin"),
        CheckConstraint(
            "(status IN ('waiting', 'dropped')) OR num_nonnulls(customer_id, staff_id) = 1",
            name="login_words_are_sent_by_somebody",
        ),
        Index(
            "login_words_one_alive",
            "session_id",
            unique=True,
            postgresql_where=text("status IN ('waiting', 'heard', 'confirmed')"),
        ),
    )

    id: int = key()
    session_id: int = refers_to("sessions.id")
    word_hash: str = words(unique=True)
    shown_number: int = number()
    numbers: list[int] = Field(sa_column=Column(ARRAY(Integer), nullable=False))
    status: WordStatus = choice(WordStatus, default=WordStatus.WAITING)
    browser: str = words(default="")
    customer_id: int | None = refers_to("users.id", optional=True)
    staff_id: int | None = refers_to("staff.id", optional=True)
    asked_at: Any = recorded_at()
    ends_at: datetime = moment()
    heard_at: datetime | None = moment(optional=True)
