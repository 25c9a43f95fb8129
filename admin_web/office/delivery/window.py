"""The orders of one window: shared out by one click, ticked ones given to a rider, the whole of it postponed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Row
from admin_web.member import Member
from admin_web.office.delivery.words import (
    DELIVERY,
    NOBODY,
    Planner,
    columns_of,
    say_home,
    say_when,
    window_path,
)
from core.actor import Role
from core.db import transaction
from core.delivery.planning import assign, plan_window, unassign
from core.delivery.postponing import postpone_window
from core.delivery.queries import WindowOrder, orders_of_window
from core.slots.queries import windows_of
from core.staff.actions import members
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)


class Plan(Form):
    """The riders among whom a window is shared out."""

    riders: list[Id] = Field(default_factory=list)


class Give(Form):
    """Orders for one rider, or for nobody."""

    ids: list[Id] = Field(default_factory=list)
    rider: Annotated[int, Field(ge=0, le=2**63 - 1)]


class Reason(Form):
    """Why, for our own books."""

    reason: Annotated[Line, Field(max_length=100)]


@router.get("/admin/delivery/windows/{slot_id}")
def window(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """Those with no rider first."""
    return show_window(visit, visit.empty_form(), slot_id)


@router.post("/admin/delivery/windows/{slot_id}/plan")
def plan(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """One click: all of them, as evenly as whole apartments allow."""

    def deed(visit: Visit, session: Session, form: Plan) -> str:
        plan_window(session, slot_id, form.riders, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-planned")
        return window_path(slot_id)

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
        return window_path(slot_id)

    return visit.apply(Give, deed, lambda visit, form: show_window(visit, form, slot_id))


@router.post("/admin/delivery/windows/{slot_id}/postpone")
def postpone(visit: Visiting, member: Annotated[Member, may(Right.MANAGE_SLOTS)], slot_id: Id) -> Response:
    """Rain: everybody in it is asked what shall become of their order."""

    def deed(visit: Visit, session: Session, form: Reason) -> str:
        postpone_window(session, slot_id, form.reason, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-postponed")
        return DELIVERY

    return visit.apply(Reason, deed, lambda visit, form: show_window(visit, form, slot_id))


def show_window(visit: Visit, form: Filled, slot_id: int) -> Response:
    with transaction() as session:
        found = windows_of(session, {slot_id})
        orders = orders_of_window(session, slot_id)
        riders = [(each.id, each.name) for each in members(session) if each.role is Role.RIDER]
        visit.now(session)
    if not found:
        raise HTTPException(404)
    return visit.page(
        "office/delivery_window.html",
        fragments=("orders",),
        form=form,
        path=window_path(slot_id),
        title=say_when(visit, found[0]),
        columns=columns_of(
            visit, ("order", "text"), ("home", "text"), ("rider", "pill"), ("state", "text"), ("due", "money")
        ),
        rows=[_order_row(visit, each) for each in orders],
        unassigned=sum(each.has_nobody for each in orders),
        riders=riders,
        has_runs=any(each.run_id for each in orders),
    )


def _order_row(visit: Visit, order: WindowOrder) -> Row:
    rider = (order.rider, "plain") if order.rider else (visit.t("runs-nobody"), "wait" if order.has_nobody else "plain")
    cells: list[object] = [order.code, say_home(visit, order.address), rider, visit.t(f"runs-order-{order.status}")]
    return Row(order.order_id, "", [*cells, order.due_paise])
