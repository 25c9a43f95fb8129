"""The close of a day: what came in, the cash as counted, and the difference, which stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Day
from admin_web.guard import may
from admin_web.member import Member
from core.clock import business_day
from core.closes.actions import close_day
from core.closes.queries import closed_days, read_takings, still_under_way
from core.db import transaction
from core.formats import format_date
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Line, Paise
from pages.filters import Filters
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

DAYS = "/admin/money/days"
SHOWN = 31
Counter = Annotated[Member, may(Right.COUNT_CASH)]


class AskedDay(Filters):
    day: Day | None = None


class Counted(Form):
    """What lay in the box."""

    day: Day
    counted: Paise
    note: Annotated[Line, Field(max_length=200)] = ""

    beside: ClassVar = {"reason-missing": "note", "day-to-come": "day"}


@router.get(DAYS)
def days(visit: Visiting, member: Counter) -> Response:
    return show(visit, visit.empty_form())


@router.post(DAYS)
def close(visit: Visiting, member: Counter) -> Response:
    """Close a day, once."""
    return visit.apply(Counted, _close, show)


def _close(visit: Visit, session: Session, form: Counted) -> str:
    close_day(session, form.day, form.counted, form.note, actor=visit.actor(), now=visit.now(session))
    visit.tell_next("day-closed")
    return f"{DAYS}?day={form.day}"


def show(visit: Visit, form: Filled) -> Response:
    today = business_day(visit.moment, visit.settings.zone)
    asked = AskedDay.read({"day": form.value("day")} if form.path else visit.request.query_params)
    if asked.odd:  # another day than was asked for must not be counted by mistake
        raise HTTPException(404)
    day = asked.day or today
    day = min(max(day, today - timedelta(days=3650)), today)
    with transaction() as session:
        takings, closed = read_takings(session, day), closed_days(session, day - timedelta(days=SHOWN), today)
        still = still_under_way(session, day, visit.moment)
    rows = [
        (format_date(visit.language, each.day), each.expected_paise, each.counted_paise,
         each.counted_paise - each.expected_paise, each.staff or "", each.note)
        for each in closed
    ]  # fmt: skip
    return visit.page(
        "office/days.html",
        form=form,
        day=day,
        day_words=format_date(visit.language, day),
        before=f"{DAYS}?day={day - timedelta(days=1)}",
        after=f"{DAYS}?day={day + timedelta(days=1)}" if day < today else "",
        takings=takings,
        still=still,
        is_closed=any(each.day == day for each in closed),
        rows=rows,
    )
