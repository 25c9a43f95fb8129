"""Delivery windows: a calendar by the week, one window with its orders, the weekly pattern that makes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Clock, Day, Whole
from admin_web.guard import may
from admin_web.lists import Column, Row, pills_of
from admin_web.member import Member
from admin_web.sheets import Ask, Link, Part, ask, sheet
from core.clock import business_day
from core.db import transaction
from core.formats import format_date, format_window
from core.money import format_rupees
from core.slots.planning import Window, add_window
from core.staff.rules import Right
from core.views.day import WindowLoad, read_windows
from core.wording import pick
from core.zones.queries import list_zones
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.filters import Filters
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

HERE, WEEKLY = "/admin/slots", "/admin/slots/weekly"
WEEK = timedelta(days=7)
MOST_NAMED = 40
Planner = Annotated[Member, may(Right.MANAGE_SLOTS)]


class Shown(Filters):
    """Which week, and of which zone; 0 is all of them."""

    day: Day | None = None
    zone: int = Field(default=0, ge=0, le=2**63 - 1)


class OneWindow(Form):
    """A window on one day."""

    zone: Id
    day: Day
    starts: Clock
    ends: Clock
    capacity: Whole
    cutoff: Whole

    beside: ClassVar = {
        "window-unclear": "ends", "window-taken": "starts", "window-past": "starts", "window-too-far": "day",
        "zone-unknown": "zone",
    }  # fmt: skip

    def window(self) -> Window:
        return Window(self.starts, self.ends, self.capacity, self.cutoff)


class Size(Form):
    """How many orders fit, and until how many minutes before it they are taken."""

    capacity: Whole
    cutoff: Whole

    beside: ClassVar = {"slot-overbooked": "capacity", "window-unclear": "cutoff"}


@router.get(HERE)
def slots(visit: Visiting, member: Planner) -> Response:
    """Seven days of windows, with how full each is."""
    shown = Shown.read(visit.request.query_params)
    today = business_day(visit.moment, visit.settings.zone)
    first = shown.day or today
    with transaction() as session:
        last = first + WEEK - timedelta(days=1)
        windows = [] if shown.odd else read_windows(session, first, last, shown.zone or None)
        zones = [(zone.id, pick(zone.names, visit.language)) for zone in list_zones(session)]
    columns = [Column(visit.t(f"slot-{name}")) for name in ("window", "zone", "filled", "due")]
    days = sorted({business_day(each.starts_at, visit.settings.zone) for each in windows})
    parts = [
        Part(
            format_date(visit.language, day),
            "",
            [*columns, Column(visit.t("stock-state"), "pill")],
            [_row(visit, each) for each in windows if business_day(each.starts_at, visit.settings.zone) == day],
        )
        for day in days
    ]
    if not parts:
        parts = [
            Part("", visit.t("slot-none"), columns, (), [Link(visit.t("weekly-new-title"), f"{WEEKLY}/new", "main")])
        ]
    links = [
        Link(visit.t("slot-new-title"), f"{HERE}/new", "main", "plus"),
        Link(visit.t("weekly-title"), WEEKLY),
        Link(visit.t("slot-earlier"), shown.query(day=first - WEEK)),
        Link(visit.t("slot-later"), shown.query(day=first + WEEK)),
    ]
    links += [
        Link(name, shown.query(zone=zone_id)) for zone_id, name in zones if len(zones) > 1 and zone_id != shown.zone
    ]
    pills = pills_of(visit, shown, lambda name, value: _pill(visit, name, value, dict(zones)))
    lead = visit.t(
        "slot-lead", first=format_date(visit.language, first), last=format_date(visit.language, first + WEEK)
    )
    return sheet(visit, visit.t("office-menu-slots"), parts, lead=lead, links=links, live="slot", pills=pills)


def _pill(visit: Visit, name: str, value: Any, zones: dict[int, str]) -> str:
    """A zone by its name, a day as it is said."""
    return zones.get(value, "–") if name == "zone" else format_date(visit.language, date.fromisoformat(value))


def _row(visit: Visit, each: WindowLoad) -> Row:
    return Row(
        each.slot_id,
        f"{HERE}/{each.slot_id}",
        [
            format_window(visit.language, each.starts_at, each.ends_at, visit.settings.zone),
            pick(each.zone, visit.language),
            f"{each.booked} / {each.capacity}",
            format_rupees(each.due_paise),
            say_state(visit, each),
        ],
    )


def say_state(visit: Visit, each: WindowLoad) -> tuple[str, str]:
    """Its state as a pill."""
    if not each.is_open:
        return visit.t("slot-closed"), "problem" if each.orders else "plain"
    if each.booked >= each.capacity:
        return visit.t("slot-full"), "wait"
    return visit.t("slot-open"), "done"


@router.get(f"{HERE}/new")
def new(visit: Visiting, member: Planner) -> Response:
    """The form."""
    today = business_day(visit.moment, visit.settings.zone).isoformat()
    return show_new(visit, visit.empty_form(day=today, starts="08:00", ends="10:00", capacity="20", cutoff="60"))


@router.post(f"{HERE}/new")
def add(visit: Visiting, member: Planner) -> Response:
    """One window on one day."""

    def deed(visit: Visit, session: Session, form: OneWindow) -> str:
        slot_id = add_window(session, form.zone, form.day, form.window(), actor=visit.actor(), now=visit.now(session))
        visit.tell_next("saved")
        return f"{HERE}/{slot_id}"

    return visit.apply(OneWindow, deed, show_new)


def show_new(visit: Visit, form: Filled) -> Response:
    asks = [ask_zone(visit), Ask("day", "day"), *ask_hours()]
    return ask(visit, form, "slot", f"{HERE}/new", asks, back=HERE, title=visit.t("slot-new-title"))


def ask_zone(visit: Visit) -> Ask:
    """Of which zone."""
    with transaction() as session:
        return Ask("zone", "select", [(str(zone.id), pick(zone.names, visit.language)) for zone in list_zones(session)])


def ask_hours() -> list[Ask]:
    """From when to when, how many orders, and when they end."""
    return [Ask("starts", "clock"), Ask("ends", "clock"), Ask("capacity", "number"), Ask("cutoff", "number")]
