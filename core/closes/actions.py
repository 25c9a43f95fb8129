"""Closing a day: the cash is counted, and a difference is frozen with who counted."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.clock import business_day
from core.closes.queries import MISSED, read_takings, since, still_under_way
from core.errors import Refusal
from core.ledger.actions import post
from core.ledger.queries import read_balance
from core.ledger.rules import Account, Source, both_sides
from core.names import clean_line
from core.query import Query
from core.settings import get_settings
from core.staff.rules import Right, require

CLOSE = Query(
    """
    INSERT INTO day_closes (day, expected_paise, counted_paise, taken_paise, note, actor, closed_at)
    VALUES (:day, :expected_paise, :counted_paise, :taken_paise, :note, :actor, :now)
    ON CONFLICT (day) DO NOTHING RETURNING day
    """
)
# One close at a time: what came after the close of an earlier day is taken over once.
LOCK = Query("LOCK TABLE day_closes IN SHARE ROW EXCLUSIVE MODE")
TAKE_OVER = Query(
    f"""
    UPDATE day_closes c SET carried_paise = c.carried_paise + m.paise FROM ({MISSED}) m
     WHERE m.day = c.day AND m.paise <> 0
    """  # noqa: S608 - SQL of this noun
)


def close_day(session: Session, day: date, counted_paise: int, note: str, *, actor: Actor, now: datetime) -> int:
    """Note what was counted for a business day; the difference in paise, minus when there is too little.

    Cash that came after the close of an earlier day is in this one. The office's box is empty then: it is at our bank.
    Raises Refusal `not-allowed`, `day-to-come`, `day-not-over`(orders, windows) while more cash may come of it (F401),
    `day-closed` when somebody was first, `reason-missing` for a difference that nobody explains.
    """
    require(actor, Right.COUNT_CASH)
    if day > business_day(now, get_settings().zone):
        raise Refusal("day-to-come")
    still = still_under_way(session, day, now)
    if still.is_open:
        raise Refusal("day-not-over", **still._asdict())
    LOCK.run(session, {})
    takings = read_takings(session, day)
    expected = takings.expected_paise
    words = clean_line(note)[:200]
    if counted_paise != expected and not words:
        raise Refusal("reason-missing")
    values = {"day": day, "expected_paise": expected, "counted_paise": counted_paise, "note": words, "now": now,
              "taken_paise": takings.taken_paise}  # fmt: skip
    TAKE_OVER.run(session, {"zone": get_settings().zone.key, "since": since(day)})
    if CLOSE.run(session, {**values, "actor": str(actor)}).first() is None:
        raise Refusal("day-closed")
    _empty_box(session, day)
    difference = counted_paise - expected
    record(session, actor=actor, action="day-closed", subject=f"day:{day}", difference_paise=difference)
    return difference


def _empty_box(session: Session, day: date) -> None:
    box = read_balance(session, Account.OFFICE_CASH)
    if box:
        entries = both_sides(box, debit=Account.BANK, credit=Account.OFFICE_CASH)
        post(session, Source.CLOSE, day.toordinal(), "closed", entries, order_id=None)
