"""Packing: which window, what of which lots, and each order ticked as its box is closed.

A tick is a form of its own and may come any number of times: in a bad net the browser sends it again (packing.js).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.words import fruit_of, home_of, status_pill
from admin_web.papers import PAPER, Paper
from core.clock import business_day
from core.db import transaction
from core.formats import format_calendar_day, format_date, format_slot_title
from core.orders.actions import pack_order, unpack_order
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.staff.rules import Right
from core.views.packing import FruitToPack, ToPack, fruit_of_window, orders_of_window
from core.views.windows import WindowOfDay, find_window, windows_between
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

PACKING = "/admin/packing"
DAYS_AHEAD = 2
Packer = Annotated[Member, may(Right.PACK_ORDERS)]
# A tick that is sent again finds its order as it left it.
STANDS = {"pack": {OrderStatus.PACKED}, "unpack": {OrderStatus.CONFIRMED}}


class Tick(Form):
    """The box of an order is closed, or was ticked by mistake."""

    event: Literal["pack", "unpack"] = "pack"


@router.get(PACKING)
def windows(visit: Visiting, member: Packer) -> Response:
    """Today's windows and the next days', with what is to be packed in each."""
    today = business_day(member.now, visit.settings.zone)
    with transaction() as session:
        found = windows_between(session, today, today + timedelta(DAYS_AHEAD))
    shown = [
        (format_date(member.language, window.day), title_of(visit, window), window)
        for window in found
        if window.to_pack or window.packed or window.unpaid
    ]
    return visit.page("office/packing.html", windows=shown)


@router.get("/admin/packing/{slot_id}")
def window(visit: Visiting, member: Packer, slot_id: Id) -> Response:
    """One window: fruit by lot, then order by order."""
    return show(visit, visit.empty_form(), slot_id)


@router.post("/admin/packing/{slot_id}/{order_id}")
def tick(visit: Visiting, member: Packer, slot_id: Id, order_id: Id) -> Response:
    """Note that an order is packed, or that it is not."""

    def deed(visit: Visit, session: Session, form: Tick) -> str:
        _tick(visit, session, order_id, form.event)
        return f"{PACKING}/{slot_id}#order-{order_id}"

    return visit.apply(Tick, deed, lambda visit, form: show(visit, form, slot_id))


def _tick(visit: Visit, session: Session, order_id: int, event: str) -> None:
    if lock_order(session, order_id).status in STANDS[event]:
        return
    verb = pack_order if event == "pack" else unpack_order
    verb(session, order_id, actor=visit.actor(), now=visit.now(session))


def title_of(visit: Visit, window: WindowOfDay) -> str:
    title = format_slot_title(visit.language, window.starts_at, window.ends_at, visit.moment, visit.settings.zone)
    return f"{title} · {pick(window.zone_names, visit.language)}"


def show(visit: Visit, form: Filled, slot_id: int) -> Response:
    with transaction() as session:
        found = find_window(session, slot_id)
        if found is None:
            raise HTTPException(404)
        orders, fruit = orders_of_window(session, slot_id), fruit_of_window(session, slot_id)
    return visit.page(
        "office/packing_window.html",
        fragments=("orders",),
        form=form,
        title=title_of(visit, found),
        window=found,
        here=f"{PACKING}/{slot_id}",
        fruit=[_describe_fruit(visit, each) for each in fruit],
        orders=[_describe(visit, each) for each in orders],
        papers=[(visit.t(f"paper-{each}"), f"{PAPER}?what={each}&window={slot_id}") for each in Paper],
    )


def _describe_fruit(visit: Visit, fruit: FruitToPack) -> dict[str, Any]:
    unit = f"packing-{fruit.base_unit}"
    return {
        "name": pick(fruit.names, visit.language),
        "needed": visit.t(unit, count=fruit.needed),
        "lots": [
            visit.t("packing-lot", quantity=visit.t(unit, count=each.quantity), lot=each.lot_id,
                    ripe=format_calendar_day(visit.language, each.ripe_by),
                    harvested=format_calendar_day(visit.language, each.harvested_on))
            for each in fruit.takings
        ],
        "missing": visit.t(unit, count=fruit.missing) if fruit.missing else "",
    }  # fmt: skip


def _describe(visit: Visit, order: ToPack) -> dict[str, Any]:
    return {
        "id": order.id,
        "code": order.code,
        "status": status_pill(visit, order.status),
        "is_packed": order.status == OrderStatus.PACKED,
        "is_open": order.status == OrderStatus.CONFIRMED,
        "customer": order.customer or visit.t("orders-nameless"),
        "home": home_of(visit, order.address),
        "fruit": fruit_of(visit, order.items).split("; "),
        "note": order.note,
        "due_paise": order.due_paise,
    }
