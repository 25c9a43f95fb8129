"""What keeps a request of a browser from being done twice, or too often."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, Index, Text
from sqlmodel import Field, SQLModel

from core.columns import moment, number, words


class FormSubmission(SQLModel, table=True):
    """A form that was applied. `key` is a hash of the form's own key and its browser; `location` is where it led."""

    __tablename__ = "form_submissions"
    __table_args__ = (Index("form_submissions_by_age", "applied_at"),)

    key: str = Field(sa_column=Column(Text, primary_key=True))
    location: str = words(default="")
    applied_at: datetime = moment()


class RequestCount(SQLModel, table=True):
    """How often somebody asked for something in the window that began at `began_at`.

    `key` holds a hash of who asked. Not logged: after a crash everybody begins anew, and counting costs no sync.
    """

    __tablename__ = "request_counts"
    __table_args__ = (
        CheckConstraint("hits > 0", name="request_counts_count_up"),
        Index("request_counts_by_age", "began_at"),
        {"prefixes": ["UNLOGGED"]},
    )

    key: str = Field(sa_column=Column(Text, primary_key=True))
    began_at: datetime = moment()
    hits: int = number()
