"""Words that browsers show and people send us to sign in, and codes that we send and browsers take."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, Column, Index, Integer, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, moment, number, recorded_at, refers_to, words
from core.logins.lifecycle import CodeStatus, WordStatus


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


class LoginCode(SQLModel, table=True):
    """A six-digit code that was sent to `phone` (digits) for one browser (`session_id`): one is alive there at a time.

    Only a keyed hash of it is kept, and each try is counted before anybody compares. The row goes a day after its end.
    """

    __tablename__ = "otp_challenges"
    __table_args__ = (
        CheckConstraint("code_hash ~ '^[0-9a-f]{64}$'", name="otp_challenges_keep_no_code"),
        CheckConstraint("0 <= tries AND tries <= 5", name="otp_challenges_are_tried_five_times"),
        CheckConstraint("ends_at > asked_at", name="otp_challenges_end_after_they_begin"),
        Index("otp_challenges_by_age", "asked_at"),
        Index("otp_challenges_one_alive", "session_id", unique=True, postgresql_where=text("status = 'waiting'")),
    )

    id: int = key()
    session_id: int = refers_to("sessions.id")
    phone: str = words()
    code_hash: str = words()
    status: CodeStatus = choice(CodeStatus, default=CodeStatus.WAITING)
    tries: int = number(default=0)
    asked_at: Any = recorded_at()
    ends_at: datetime = moment()
