"""The windows that return every week."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Clock, Whole
from admin_web.lists import Column, Row
from admin_web.office.slots import HERE, WEEKLY, Planner, Size, ask_hours, ask_zone
from admin_web.sheets import Ask, Deed, Link, Part, ask, sheet
from core.db import transaction
from core.formats import format_times
from core.slots.planning import Window, add_pattern, change_pattern, end_pattern
from core.slots.queries import Pattern, patterns
from core.wording import pick
from core.zones.queries import all_apartments
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)


class EveryWeek(Form):
    """A window on some days of each week."""

    zone: Id
    weekdays: list[Annotated[int, Field(ge=0, le=6)]] = Field(default_factory=list)
    starts: Clock
    ends: Clock
    capacity: Whole
    cutoff: Whole

    beside: ClassVar = {"window-unclear": "ends", "pattern-taken": "starts", "weekday-missing": "weekdays",
                        "zone-unknown": "zone"}  # fmt: skip

    def window(self) -> Window:
        return Window(self.starts, self.ends, self.capacity, self.cutoff)


@router.get(WEEKLY)
def weekly(visit: Visiting, member: Planner) -> Response:
    """The windows that return every week, by zone."""
    with transaction() as session:
        found = patterns(session)
    columns = [Column(visit.t(f"slot-{name}")) for name in ("weekday", "window", "capacity", "cutoff")]
    zones = list(dict.fromkeys(pick(each.zone, visit.language) for each in found))
    parts = [
        Part(
            zone, "", columns, [_pattern_row(visit, each) for each in found if pick(each.zone, visit.language) == zone]
        )
        for zone in zones
    ]
    link = Link(visit.t("weekly-new-title"), f"{WEEKLY}/new", "main", "plus")
    return sheet(
        visit,
        visit.t("weekly-title"),
        parts or [Part("", visit.t("weekly-none"), columns, (), [link])],
        lead=visit.t("weekly-lead"),
        links=[link, Link(visit.t("office-back"), HERE)],
    )


def _pattern_row(visit: Visit, each: Pattern) -> Row:
    return Row(
        each.pattern_id,
        f"{WEEKLY}/{each.pattern_id}",
        [
            visit.t(f"weekday-{each.weekday}"),
            format_times(visit.language, each.starts, each.ends),
            str(each.capacity),
            visit.t("slot-minutes", minutes=each.cutoff_minutes),
        ],
    )


@router.get(f"{WEEKLY}/new")
def new_weekly(visit: Visiting, member: Planner) -> Response:
    """The form, with all days ticked."""
    form = visit.empty_form(
        zone=visit.request.query_params.get("zone", "")[:20], starts="08:00", ends="10:00", capacity="20", cutoff="60"
    )
    return show_weekly(visit, Filled(form.once, {**form.typed, "weekdays": [str(day) for day in range(7)]}))


@router.post(f"{WEEKLY}/new")
def add_weekly(visit: Visiting, member: Planner) -> Response:
    """Every week from now on, the coming two at once; a zone without an apartment gets its first one next."""

    def deed(visit: Visit, session: Session, form: EveryWeek) -> str:
        add_pattern(session, form.zone, form.weekdays, form.window(), actor=visit.actor(), now=visit.now(session))
        if all(home.zone_id != form.zone for home in all_apartments(session)):
            visit.tell_next("windows-made-no-home")
            return f"/admin/zones/apartments/new?zone={form.zone}"
        visit.tell_next("windows-made")
        return f"{HERE}?zone={form.zone}"

    return visit.apply(EveryWeek, deed, show_weekly)


def show_weekly(visit: Visit, form: Filled) -> Response:
    days = Ask("weekdays", "many", [(str(day), visit.t(f"weekday-{day}"), "") for day in range(7)])
    return ask(
        visit,
        form,
        "slot",
        f"{WEEKLY}/new",
        [ask_zone(visit), days, *ask_hours()],
        back=WEEKLY,
        title=visit.t("weekly-new-title"),
    )


@router.get(f"{WEEKLY}/{{pattern_id}}")
def pattern(visit: Visiting, member: Planner, pattern_id: Id) -> Response:
    """The form, with what is there."""
    with transaction() as session:
        each = _find_pattern(session, pattern_id)
    form = visit.empty_form(capacity=str(each.capacity), cutoff=str(each.cutoff_minutes))
    return show_pattern(visit, form, pattern_id)


@router.post(f"{WEEKLY}/{{pattern_id}}")
def resize_weekly(visit: Visiting, member: Planner, pattern_id: Id) -> Response:
    """More or fewer places every week; windows to come follow."""

    def deed(visit: Visit, session: Session, form: Size) -> str:
        change_pattern(session, pattern_id, form.capacity, form.cutoff, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("saved")
        return WEEKLY

    return visit.apply(Size, deed, lambda visit, form: show_pattern(visit, form, pattern_id))


@router.get(f"{WEEKLY}/{{pattern_id}}/end")
def ask_end(visit: Visiting, member: Planner, pattern_id: Id) -> Response:
    """What ending it does."""
    return show_end(visit, visit.empty_form(), pattern_id)


@router.post(f"{WEEKLY}/{{pattern_id}}/end")
def end(visit: Visiting, member: Planner, pattern_id: Id) -> Response:
    """No more windows every week; those that have orders stay."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        end_pattern(session, pattern_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("saved")
        return WEEKLY

    return visit.apply(Form, deed, lambda visit, form: show_end(visit, form, pattern_id))


def show_end(visit: Visit, form: Filled, pattern_id: int) -> Response:
    with transaction() as session:
        each = _find_pattern(session, pattern_id)
    path = f"{WEEKLY}/{pattern_id}"
    part = Part(
        "",
        visit.t("weekly-end-text"),
        links=[Link(visit.t("office-back"), path)],
        deeds=[Deed(visit.t("weekly-end"), f"{path}/end", "alarm")],
    )
    return sheet(visit, _pattern_title(visit, each), [part], form=form)


def show_pattern(visit: Visit, form: Filled, pattern_id: int) -> Response:
    with transaction() as session:
        each = _find_pattern(session, pattern_id)
    path = f"{WEEKLY}/{pattern_id}"
    asks = [Ask("capacity", "number"), Ask("cutoff", "number")]
    return ask(
        visit,
        form,
        "slot",
        path,
        asks,
        back=WEEKLY,
        more=[Link(visit.t("weekly-end"), f"{path}/end", "alarm")],
        title=_pattern_title(visit, each),
        lead=visit.t("weekly-change"),
    )


def _pattern_title(visit: Visit, each: Pattern) -> str:
    hours = format_times(visit.language, each.starts, each.ends)
    return f"{visit.t(f'weekday-{each.weekday}')}, {hours} · {pick(each.zone, visit.language)}"


def _find_pattern(session: Session, pattern_id: int) -> Pattern:
    found = next((each for each in patterns(session) if each.pattern_id == pattern_id), None)
    if found is None:
        raise HTTPException(404)
    return found
