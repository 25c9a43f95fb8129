"""Who brings what: windows and their orders, riders by one click or by hand, routes and boxes, cash that comes back."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from core.actor import Role
from core.db import transaction
from core.delivery.cash import count_cash, work_off
from core.delivery.codes import release_code
from core.delivery.lifecycle import RunStatus
from core.delivery.planning import assign, plan_window, unassign
from core.delivery.postponing import postpone_window
from core.delivery.queries import (
    WindowOrder,
    cash_to_count,
    find_run,
    manifest_of,
    open_differences,
    orders_of_window,
    recent_runs,
    stops_of,
    windows_with_orders,
)
from core.formats import format_slot_title
from core.settings import get_settings
from core.slots.queries import windows_of
from core.staff.actions import members
from core.staff.rules import Right
from core.wording import FIRST_LANGUAGE, pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

DELIVERY = "/admin/delivery"
Planner = Annotated[Member, may(Right.PLAN_RUNS)]
Counter = Annotated[Member, may(Right.COUNT_CASH)]
Closer = Annotated[Member, may(Right.MANAGE_SLOTS)]
Releaser = Annotated[Member, may(Right.RELEASE_CODES)]
TONES = {"delivered": "done", "failed": "problem"}
NOBODY = 0  # the rider of an order that is taken out of its run


class Plan(Form):
    """The riders among whom a window is shared out."""

    riders: list[Id] = Field(default_factory=list)


class Give(Form):
    """Orders for one rider, or for nobody."""

    ids: list[Id] = Field(default_factory=list)
    rider: Annotated[int, Field(ge=0, le=2**63 - 1)]


class Counted(Form):
    """Cash as it was counted."""

    counted: Paise


class WorkedOff(Form):
    """How much of a difference was settled with the rider, and how much the shop bears."""

    settled: Paise = 0
    borne: Paise = 0


class Reason(Form):
    """Why, for our own books."""

    reason: Annotated[Line, Field(max_length=100)]


@router.get(DELIVERY)
def delivery(visit: Visiting, member: Planner) -> Response:
    """Windows, runs, and cash that is not counted or worked off."""
    return show_delivery(visit, visit.empty_form())


@router.get("/admin/delivery/windows/{slot_id}")
def window(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """The orders of a window, those with no rider first."""
    return show_window(visit, visit.empty_form(), slot_id)


@router.post("/admin/delivery/windows/{slot_id}/plan")
def plan(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """One click: all of them, as evenly as whole apartments allow."""

    def deed(visit: Visit, session: Session, form: Plan) -> str:
        plan_window(session, slot_id, form.riders, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-planned")
        return f"{DELIVERY}/windows/{slot_id}"

    return visit.apply(Plan, deed, lambda visit, form: show_window(visit, form, slot_id))


@router.post("/admin/delivery/windows/{slot_id}/assign")
def give(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """By hand: ticked orders for one rider, or for nobody."""

    def deed(visit: Visit, session: Session, form: Give) -> str:
        if form.rider == NOBODY:
            for order_id in sorted(form.ids):
                unassign(session, order_id, actor=visit.actor(), now=visit.now(session))
        else:
            assign(session, form.ids, form.rider, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-assigned")
        return f"{DELIVERY}/windows/{slot_id}"

    return visit.apply(Give, deed, lambda visit, form: show_window(visit, form, slot_id))


@router.post("/admin/delivery/windows/{slot_id}/postpone")
def postpone(visit: Visiting, member: Closer, slot_id: Id) -> Response:
    """Rain: everybody in it is asked what shall become of their order."""

    def deed(visit: Visit, session: Session, form: Reason) -> str:
        postpone_window(session, slot_id, form.reason, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-postponed")
        return DELIVERY

    return visit.apply(Reason, deed, lambda visit, form: show_window(visit, form, slot_id))


@router.get("/admin/delivery/runs/{run_id}")
def run_page(visit: Visiting, member: Planner, run_id: Id) -> Response:
    """One rider's route, and the boxes that he loads: to be looked at, or printed."""
    return show_run(visit, visit.empty_form(), run_id)


@router.post("/admin/delivery/runs/{run_id}/count")
def count(visit: Visiting, member: Counter, run_id: Id) -> Response:
    """The second side of the till: what differs is frozen."""

    def deed(visit: Visit, session: Session, form: Counted) -> str:
        difference = count_cash(session, run_id, form.counted, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-differs" if difference else "delivery-counted")
        return DELIVERY

    return visit.apply(Counted, deed, lambda visit, form: show_run(visit, form, run_id))


@router.post("/admin/delivery/orders/{order_id}/release")
def release(visit: Visiting, member: Releaser, order_id: Id) -> Response:
    """An order may be handed over without the digits that its customer cannot find."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        release_code(session, order_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-released")
        return DELIVERY

    return visit.apply(Form, deed, show_delivery)


@router.post("/admin/delivery/differences/{discrepancy_id}")
def settle(visit: Visiting, member: Counter, discrepancy_id: Id) -> Response:
    """A part of a difference is worked off."""

    def deed(visit: Visit, session: Session, form: WorkedOff) -> str:
        work_off(session, discrepancy_id, settled_paise=form.settled, borne_paise=form.borne, actor=visit.actor(),
                 now=visit.now(session))  # fmt: skip
        visit.tell_next("delivery-settled")
        return DELIVERY

    return visit.apply(WorkedOff, deed, show_delivery)


def show_delivery(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        now = visit.now(session)
        windows, runs = windows_with_orders(session, now), recent_runs(session, now)
        waiting, differences = set(cash_to_count(session)), open_differences(session)
    rows = [
        Row(each.slot_id, f"{DELIVERY}/windows/{each.slot_id}",
            [_when(visit, each), pick(each.zone, visit.language), each.orders,
             (visit.t("runs-unassigned", count=each.unassigned), "wait" if each.unassigned else "done")])
        for each in windows
    ]  # fmt: skip
    lines = [
        Row(run.run_id, f"{DELIVERY}/runs/{run.run_id}",
            [f"{run.rider} · {_when(visit, run)}", _state(visit, run.status, is_waiting=run.run_id in waiting),
             f"{run.stops - run.left}/{run.stops}", run.due_paise, run.taken_paise])
        for run in runs
    ]  # fmt: skip
    return visit.page(
        "office/delivery.html",
        fragments=("windows",),
        form=form,
        window_columns=_columns(visit, ("window", "text"), ("zone", "text"), ("orders", "count"), ("riders", "pill")),
        windows=rows,
        run_columns=_columns(
            visit, ("run", "text"), ("state", "pill"), ("done", "count"), ("due", "money"), ("taken", "money")
        ),
        runs=lines,
        differences=differences,
    )


def show_window(visit: Visit, form: Filled, slot_id: int) -> Response:
    with transaction() as session:
        found = windows_of(session, {slot_id})
        orders = orders_of_window(session, slot_id)
        riders = [(each.id, each.name) for each in members(session) if each.role is Role.RIDER]
        visit.now(session)
    if not found:
        raise HTTPException(404)
    runs = {each.run_id: each.rider for each in orders if each.run_id is not None}
    return visit.page(
        "office/delivery_window.html",
        fragments=("orders",),
        form=form,
        slot_id=slot_id,
        title=_when(visit, found[0]),
        columns=_columns(
            visit, ("order", "text"), ("home", "text"), ("rider", "pill"), ("state", "text"), ("due", "money")
        ),
        rows=[_order_row(visit, each) for each in orders],
        unassigned=sum(each.rider is None and each.status in {"confirmed", "packed"} for each in orders),
        riders=riders,
        runs=runs,
    )


def show_run(visit: Visit, form: Filled, run_id: int) -> Response:
    with transaction() as session:
        run = find_run(session, run_id)
        stops, boxes = stops_of(session, run_id), manifest_of(session, run_id)
        is_waiting = run_id in cash_to_count(session)
        visit.now(session)
    if run is None:
        raise HTTPException(404)
    rows = [
        Row(stop.stop_id, "",
            [f"{stop.place}. {stop.code}", _home(visit, stop.address), str(stop.address.get("name") or ""),
             (visit.t(f"runs-stop-{stop.status}"), TONES.get(stop.status, "plain")),
             stop.due_paise])
        for stop in stops
    ]  # fmt: skip
    return visit.page(
        "office/delivery_run.html",
        fragments=("stops",),
        form=form,
        run=run,
        title=f"{run.rider} · {_when(visit, run)}",
        is_waiting=is_waiting,
        columns=_columns(
            visit, ("stop", "text"), ("home", "text"), ("name", "text"), ("state", "pill"), ("due", "money")
        ),
        rows=rows,
        boxes=[(each.boxes, pick(each.names, visit.language), pick(each.labels, visit.language)) for each in boxes],
        asking=[stop for stop in stops if stop.asks_code and run.status == RunStatus.OPEN],
    )


def _order_row(visit: Visit, order: WindowOrder) -> Row:
    rider = (order.rider, "plain") if order.rider else (visit.t("runs-nobody"), "wait")
    cells: list[object] = [order.code, _home(visit, order.address), rider, visit.t(f"runs-order-{order.status}")]
    return Row(order.order_id, "", [*cells, order.due_paise])


def _home(visit: Visit, address: dict[str, Any]) -> str:
    names = address.get("apartment_names") or {FIRST_LANGUAGE: str(address.get("apartment", ""))}
    return f"{address.get('line', '')}, {pick(names, visit.language)}"


def _when(visit: Visit, window: Any) -> str:
    return format_slot_title(visit.language, window.starts_at, window.ends_at, visit.moment, get_settings().zone)


def _state(visit: Visit, status: str, *, is_waiting: bool) -> tuple[str, str]:
    if is_waiting:
        return visit.t("runs-run-to-count"), "wait"
    return visit.t(f"runs-run-{status}"), {"open": "wait", "ended": "done"}.get(status, "plain")


def _columns(visit: Visit, *columns: tuple[str, str]) -> list[Column]:
    return [Column(visit.t(f"runs-column-{name}"), kind) for name, kind in columns]
