"""The one clock: the database's, plus an offset that only development may move.

`jamango_now()` in SQL and `read_now` here are the same moment. A boundary (door, worker turn, job) reads it once
and passes `now` down.
"""

from datetime import UTC, date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, Column, Interval, SmallInteger, text
from sqlmodel import Field, Session, SQLModel

from core.query import Query


class Clock(SQLModel, table=True):
    """How far the shop's clock stands from the real one; zero outside development."""

    __tablename__ = "clock"
    __table_args__ = (CheckConstraint("id = 1", name="one_clock"),)

    id: int = Field(default=1, sa_column=Column(SmallInteger, primary_key=True, autoincrement=False))
    shift: timedelta = Field(sa_column=Column(Interval, nullable=False, server_default=text("'0'::interval")))


NOW = Query("SELECT jamango_now() AS now")
REAL_NOW = Query("SELECT clock_timestamp() AS now")


def read_now(session: Session) -> datetime:
    """The moment, in UTC, by the database's clock. Unlike SQL's now() it moves on inside a transaction."""
    return cast(datetime, NOW.run(session, {}).scalar_one())


def read_real_now(session: Session) -> datetime:
    """The moment outside the shop, whose clock development may move: what a phone of somebody shows."""
    return cast(datetime, REAL_NOW.run(session, {}).scalar_one())


def move_clock(session: Session, offset: timedelta) -> datetime:
    """Set the offset from the real time (development only, the door checks that) and return the new moment."""
    session.execute(text("UPDATE clock SET shift = :offset"), {"offset": offset})
    return read_now(session)


def read_offset(session: Session) -> timedelta:
    """How far the shop's clock stands from the real one."""
    return cast(timedelta, session.execute(text("SELECT shift FROM clock")).scalar_one())


def process_time() -> datetime:
    """The machine's clock in UTC, for log lines only: nothing is decided by it."""
    return datetime.now(UTC)


def business_day(moment: datetime, zone: ZoneInfo) -> date:
    """The shop's calendar day that a moment belongs to; reports, bills and slots all ask here."""
    return moment.astimezone(zone).date()
