"""What happens to one order: packed, on its way, another window or home, cancelled. Each asks for its right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.homes import HomeForm, chosen_home
from admin_web.member import Member
from admin_web.office.orders.one_shown import find, show
from admin_web.office.orders.words import page_of
from core.delivery.by_staff import note_delivered, note_dispatched, note_failed
from core.errors import Refusal
from core.orders.actions import pack_order, unpack_order
from core.orders.revision import Change
from core.orders.rules import Collected, FailureReason
from core.orders.tables import Order
from core.payments.actions import cancel_order
from core.payments.changing import bring_in_window, change_order
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise
from pages.forms import Form
from pages.visit import Visit

router = new_door(OFFICE)


class Packed(Form):
    """Into its box, or out of it again."""

    event: Literal["pack", "unpack"]


class OnTheWay(Form):
    """Out, handed over with what was paid at the door, or back with a reason."""

    event: Literal["dispatch", "deliver", "fail"]
    reason: FailureReason | None = None
    cash: Paise = 0
    upi: Paise = 0

    beside: ClassVar = {"reason-missing": "reason", "cash-not-exact": "cash"}


class OtherWindow(Form):
    window: Id


class OtherHome(HomeForm):
    """Another home for it."""


class Note(Form):
    note: Annotated[Line, Field(max_length=200)] = ""

    beside: ClassVar = {"note-too-long": "note"}


class Cancelled(Form):
    why: Annotated[Line, Field(max_length=100)]


@router.post("/admin/orders/{code}/pack")
def pack(visit: Visiting, member: Annotated[Member, may(Right.PACK_ORDERS)], code: str) -> Response:
    return _apply(visit, code, Packed, _pack)


@router.post("/admin/orders/{code}/way")
def bring(visit: Visiting, member: Annotated[Member, may(Right.DELIVER)], code: str) -> Response:
    return _apply(visit, code, OnTheWay, _bring)


@router.post("/admin/orders/{code}/window")
def move(visit: Visiting, member: Annotated[Member, may(Right.CHANGE_ORDERS)], code: str) -> Response:
    return _apply(visit, code, OtherWindow, _move)


@router.post("/admin/orders/{code}/home")
def readdress(visit: Visiting, member: Annotated[Member, may(Right.CHANGE_ORDERS)], code: str) -> Response:
    return _apply(visit, code, OtherHome, _readdress)


@router.post("/admin/orders/{code}/note")
def note(visit: Visiting, member: Annotated[Member, may(Right.CHANGE_ORDERS)], code: str) -> Response:
    return _apply(visit, code, Note, _note)


@router.post("/admin/orders/{code}/cancel")
def cancel(visit: Visiting, member: Annotated[Member, may(Right.CANCEL_ORDERS)], code: str) -> Response:
    return _apply(visit, code, Cancelled, _cancel)


FormType = TypeVar("FormType", bound=Form)
Move = Callable[[Visit, Session, Order, FormType], None]


def _apply(visit: Visit, code: str, form_type: type[FormType], move: Move[FormType]) -> Response:
    def deed(visit: Visit, session: Session, form: FormType) -> str:
        order = find(session, code)
        move(visit, session, order, form)
        visit.tell_next("kept")
        return page_of(order.code)

    return visit.apply(form_type, deed, lambda visit, filled: show(visit, code, filled))


def _pack(visit: Visit, session: Session, order: Order, form: Packed) -> None:
    verb = pack_order if form.event == "pack" else unpack_order
    verb(session, order.id, actor=visit.actor(), now=visit.now(session))


def _bring(visit: Visit, session: Session, order: Order, form: OnTheWay) -> None:
    actor, now = visit.actor(), visit.now(session)
    if form.event == "dispatch":
        note_dispatched(session, order.id, actor=actor, now=now)
    elif form.event == "deliver":
        collected = Collected(form.cash, form.upi)
        note_delivered(session, order.id, actor=actor, now=now, collected=collected)
    elif form.reason is None:
        raise Refusal("reason-missing")
    else:
        note_failed(session, order.id, form.reason, actor=actor, now=now)


def _move(visit: Visit, session: Session, order: Order, form: OtherWindow) -> None:
    bring_in_window(session, order.id, form.window, actor=visit.actor(), now=visit.now(session))


def _readdress(visit: Visit, session: Session, order: Order, form: OtherHome) -> None:
    now = visit.now(session)
    address_id = chosen_home(session, order.customer_id, form, now)
    if address_id is None:
        raise Refusal("home-missing")
    change_order(session, order.id, Change(address_id=address_id), actor=visit.actor(), now=now)


def _note(visit: Visit, session: Session, order: Order, form: Note) -> None:
    change_order(session, order.id, Change(note=form.note), actor=visit.actor(), now=visit.now(session))


def _cancel(visit: Visit, session: Session, order: Order, form: Cancelled) -> None:
    cancel_order(session, order.id, reason=form.why, actor=visit.actor(), now=visit.now(session))
