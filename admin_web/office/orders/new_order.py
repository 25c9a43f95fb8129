"""An order for somebody on the phone: who they are, what they want, the sum said to them, and then it is placed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Annotated, Any, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.counts import beside, wrong_beside
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.new_lines import PhoneOrder, order_by_phone, sum_up
from admin_web.office.orders.words import page_of
from core.catalog.queries import on_sale
from core.clock import business_day
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.formats import format_slot_title
from core.orders.queries import open_unpaid_order
from core.orders.tables import Order
from core.recognition.callers import meet_caller
from core.staff.rules import Right
from core.views.people import Person, read_person
from core.views.windows import windows_between
from core.wording import pick
from core.zones.queries import list_apartments
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Phone
from pages.forms import Filled, Form, read_form
from pages.visit import Visit

router = new_door(OFFICE)

NEW = "/admin/orders/new"
DAYS_AHEAD = 7
Taker = Annotated[Member, may(Right.PLACE_ORDERS)]


class Caller(Form):
    """Who calls. A name is asked for where we know none."""

    phone: Phone
    name: Annotated[Line, Field(max_length=64)] = ""

    beside: ClassVar = {"phone-of-staff": "phone"}


@router.get(NEW)
def who(visit: Visiting, member: Taker) -> Response:
    """Ask who calls."""
    return show_caller(visit, visit.empty_form(phone=visit.request.query_params.get("phone", "")[:40]))


@router.post(NEW)
def meet(visit: Visiting, member: Taker) -> Response:
    """Find the customer, or make one."""

    def deed(visit: Visit, session: Session, caller: Caller) -> str:
        now = visit.now(session)
        return f"{NEW}/{meet_caller(session, caller.phone, caller.name, actor=visit.actor(), now=now)}"

    return visit.apply(Caller, deed, show_caller)


@router.get("/admin/orders/new/{customer_id}")
def what(visit: Visiting, member: Taker, customer_id: Id) -> Response:
    """Ask what they want, where and when."""
    return show(visit, visit.empty_form(way="cash"), customer_id)


@router.post("/admin/orders/new/{customer_id}")
def take(visit: Visiting, member: Taker, customer_id: Id) -> Response:
    """Say the sum, or place the order for the sum that was said."""
    again = partial(show, customer_id=customer_id)
    form, filled = read_form(PhoneOrder, visit.posted, visit.language)
    if form is None or form.step == "place":
        return visit.apply(PhoneOrder, partial(_place, customer_id=customer_id), again)
    try:
        order = in_transaction(lambda session: sum_up(visit, session, customer_id, form))
    except Refusal as refusal:
        return visit.complain(422, filled.refused(refusal, PhoneOrder, visit.language), again)
    return show(visit, filled, customer_id, order)


def _place(visit: Visit, session: Session, form: PhoneOrder, *, customer_id: int) -> str:
    order = order_by_phone(visit, session, customer_id, form)
    visit.tell_next("ordered")
    return page_of(order.code)


def show_caller(visit: Visit, form: Filled) -> Response:
    return visit.page("office/new_order.html", form=form)


def show(visit: Visit, form: Filled, customer_id: int, cost: Order | None = None) -> Response:
    """The form; with `cost` the sums of what it would be."""
    with transaction() as session:
        person = read_person(session, customer_id)
        if person is None:
            raise HTTPException(404)
        values = _choices(visit, session, person)
        unpaid = open_unpaid_order(session, customer_id)
    return visit.page(
        "office/new_order_lines.html",
        form=form,
        person=person,
        here=f"{NEW}/{customer_id}",
        counts=beside(form, "packs"),
        wrong=wrong_beside(form, "packs"),
        cost=cost,
        unpaid=unpaid,
        **values,
    )


Options = Sequence[tuple[str, str]]


def _choices(visit: Visit, session: Session, person: Person) -> dict[str, Any]:
    """What is on sale, where they live, where we deliver, and which windows are open."""
    now, zone, language = visit.moment, visit.settings.zone, visit.language
    today = business_day(now, zone)
    windows = windows_between(session, today, today + timedelta(DAYS_AHEAD))
    homes: Options = [
        (str(home_id), f"{pick({'en': apartment, **names}, language)}, {line}")
        for home_id, apartment, names, line in person.homes
    ]
    return {
        "offers": [
            (pick(offer.names, language), [
                (str(pack.pack_id), pick(pack.labels, language), pack.price_paise, pack.left) for pack in offer.packs
            ])
            for offer in on_sale(session, now)
        ],
        "homes": homes,
        "apartments": [(str(each.id), pick(each.names, language)) for each in list_apartments(session)],
        "windows": [
            (str(each.slot_id), visit.t(
                "new-order-window", left=each.left, zone=pick(each.zone_names, language),
                window=format_slot_title(language, each.starts_at, each.ends_at, now, zone),
            ))
            for each in windows
            if each.is_offered
        ],
    }  # fmt: skip
