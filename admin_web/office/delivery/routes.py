"""A window by routes: each rider's stops in the order of visits, and what nobody has. A stop is dragged to its place,
or moved by its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.office.delivery.words import (
    NOBODY,
    Planner,
    run_path,
    say_boxes,
    say_home,
    say_state,
    say_when,
    window_path,
)
from core.db import transaction
from core.delivery.arranging import put_in_place
from core.delivery.lifecycle import StopStatus
from core.delivery.planning import RiderName, assign, riders_of_shop, unassign
from core.delivery.queries import RunView, WindowOrder, manifest_of, orders_of_window, runs_of_window
from core.slots.queries import windows_of
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)
LAST = 999  # a place behind every other


class Placed(Form):
    """An order, its rider from now on (0: nobody), and as which of his stops it is visited."""

    order: Id
    rider: Annotated[int, Field(ge=0, le=2**63 - 1)]
    place: Annotated[int, Field(ge=0, le=LAST)] = LAST


class Route(NamedTuple):
    """What is shown of one rider: his stops, those that are done first; `run_id` is None while he has none."""

    rider_id: int
    rider: str
    path: str | None
    state: tuple[str, str] | None
    due_paise: int
    boxes: list[tuple[int, str, str]]
    stops: list[dict[str, Any]]


@router.get("/admin/delivery/windows/{slot_id}/routes")
def routes(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    return show_routes(visit, visit.empty_form(), slot_id)


@router.post("/admin/delivery/windows/{slot_id}/routes")
def place(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """One stop to another place, or to another rider, or to nobody."""

    def deed(visit: Visit, session: Session, form: Placed) -> str:
        actor, now = visit.actor(), visit.now(session)
        held = next((each for each in orders_of_window(session, slot_id) if each.order_id == form.order), None)
        if form.rider == NOBODY:
            unassign(session, form.order, actor=actor, now=now)
        else:
            if held is None or held.rider_id != form.rider:
                assign(session, [form.order], form.rider, actor=actor, now=now)
            if form.place < LAST:
                put_in_place(session, form.order, form.place, actor=actor, now=now)
        visit.tell_next("delivery-assigned")
        return f"{window_path(slot_id)}/routes"

    return visit.apply(Placed, deed, lambda visit, form: show_routes(visit, form, slot_id))


def show_routes(visit: Visit, form: Filled, slot_id: int) -> Response:
    with transaction() as session:
        found = windows_of(session, {slot_id})
        orders, runs = orders_of_window(session, slot_id), runs_of_window(session, slot_id)
        riders = riders_of_shop(session)
        boxes = {run.run_id: say_boxes(visit, manifest_of(session, run.run_id)) for run in runs}
        visit.now(session)
    if not found:
        raise HTTPException(404)
    shown = [_route_of(visit, run, orders, boxes[run.run_id]) for run in runs]
    busy = {run.rider_id for run in runs}
    return visit.page(
        "office/delivery_routes.html",
        fragments=("routes",),
        form=form,
        path=window_path(slot_id),
        title=say_when(visit, found[0]),
        routes=[*shown, *(_empty(rider) for rider in riders if rider.rider_id not in busy)],
        loose=[_stop(visit, each, place=0) for each in orders if each.has_nobody],
        riders=[(each.rider_id, each.name) for each in riders],
        last=LAST,
        has_runs=bool(runs),
    )


def _route_of(visit: Visit, run: RunView, orders: Sequence[WindowOrder], boxes: list[tuple[int, str, str]]) -> Route:
    mine = [each for each in orders if each.run_id == run.run_id]
    done = [_stop(visit, each, place=0) for each in mine if each.stop_status != StopStatus.PLANNED]
    left = [each for each in mine if each.stop_status == StopStatus.PLANNED]
    stops = [*done, *(_stop(visit, each, place=place) for place, each in enumerate(left, 1))]
    state = say_state(visit, run.status, is_waiting=False)
    return Route(run.rider_id, run.rider, run_path(run.run_id), state, run.due_paise, boxes, stops)


def _empty(rider: RiderName) -> Route:
    return Route(rider.rider_id, rider.name, None, None, 0, [], [])


def _stop(visit: Visit, order: WindowOrder, *, place: int) -> dict[str, Any]:
    """`place` is 0 for what cannot be moved, or has none."""
    return {
        "order_id": order.order_id,
        "code": order.code,
        "home": say_home(visit, order.address),
        "due_paise": order.due_paise,
        "place": place,
        "state": visit.t(f"runs-order-{order.status}"),
        "is_done": order.stop_status == StopStatus.DELIVERED,
    }
