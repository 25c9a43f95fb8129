"""One customer: orders, homes, consents with their proof, notes; joined with another, taken away as a file, erased."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.customers.listing import CUSTOMERS
from admin_web.office.orders.words import columns_of, row_of
from core.clock import business_day
from core.customers.notes import forget_note_about, write_note_about
from core.db import transaction
from core.formats import format_calendar_day, format_day
from core.logins.merging import merge_customers
from core.privacy.erasing import have_erased, keep_after_all
from core.reading.phones import show_phone
from core.staff.rules import Right, require
from core.views.file import read_file
from core.views.order_list import orders_of_customer
from core.views.people import ListedCustomer, Person, list_customers, read_person
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

LAST_ORDERS = 10
TWINS = 5
Seer = Annotated[Member, may(Right.SEE_CUSTOMERS)]
Changer = Annotated[Member, may(Right.CHANGE_CUSTOMERS)]


class Noted(Form):
    text: Annotated[Line, Field(max_length=500)]

    beside: ClassVar = {"note-missing": "text", "note-too-long": "text"}


class NoteForgotten(Form):
    note: Id


class Joined(Form):
    """The other customer, whose things become this one's."""

    other: Id


class Erased(Form):
    event: Literal["erase", "keep"] = "erase"


@router.get("/admin/customers/{customer_id}")
def customer(visit: Visiting, member: Seer, customer_id: Id) -> Response:
    return show(visit, visit.empty_form(), customer_id)


@router.post("/admin/customers/{customer_id}/notes")
def write_note(visit: Visiting, member: Changer, customer_id: Id) -> Response:
    def deed(visit: Visit, session: Session, form: Noted) -> str:
        person = find(session, customer_id)
        write_note_about(session, person.id, form.text, actor=visit.actor(), now=visit.now(session))
        return f"{CUSTOMERS}/{customer_id}"

    return visit.apply(Noted, deed, lambda visit, form: show(visit, form, customer_id))


@router.post("/admin/customers/{customer_id}/notes/forget")
def forget_note(visit: Visiting, member: Changer, customer_id: Id) -> Response:
    def deed(visit: Visit, session: Session, form: NoteForgotten) -> str:
        forget_note_about(session, find(session, customer_id).id, form.note, actor=visit.actor())
        return f"{CUSTOMERS}/{customer_id}"

    return visit.apply(NoteForgotten, deed, lambda visit, form: show(visit, form, customer_id))


@router.post("/admin/customers/{customer_id}/join")
def join(visit: Visiting, member: Changer, customer_id: Id) -> Response:
    """Make one customer of two: orders, homes, cart, notes and numbers of the other become this one's."""

    def deed(visit: Visit, session: Session, form: Joined) -> str:
        merge_customers(session, form.other, customer_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("joined")
        return f"{CUSTOMERS}/{customer_id}"

    return visit.apply(Joined, deed, lambda visit, form: show(visit, form, customer_id))


@router.get("/admin/customers/{customer_id}/file")
def export(visit: Visiting, member: Annotated[Member, may(Right.EXPORT)], customer_id: Id) -> Response:
    """All that we hold of them, for them: what the law calls access."""
    with transaction() as session:
        held = read_file(session, find(session, customer_id).id)
    name = f"customer-{customer_id}-{business_day(visit.moment, visit.settings.zone)}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    body = json.dumps(held, ensure_ascii=False, indent=1)
    return visit.send(Response(body, media_type="application/json", headers=headers))


@router.post("/admin/customers/{customer_id}/erase")
def erase(visit: Visiting, member: Annotated[Member, may(Right.ERASE_CUSTOMERS)], customer_id: Id) -> Response:
    """Have them erased when nothing of theirs is under way any more, or not after all."""

    def deed(visit: Visit, session: Session, form: Erased) -> str:
        person, actor = find(session, customer_id), visit.actor()
        if form.event == "erase":
            have_erased(session, person.id, actor=actor, now=visit.now(session))
        else:
            require(actor, Right.ERASE_CUSTOMERS)
            keep_after_all(session, person.id)
        visit.tell_next("kept")
        return f"{CUSTOMERS}/{customer_id}"

    return visit.apply(Erased, deed, lambda visit, form: show(visit, form, customer_id))


def find(session: Session, customer_id: int) -> Person:
    """Answers 404 for nobody."""
    person = read_person(session, customer_id)
    if person is None:
        raise HTTPException(404)
    return person


def show(visit: Visit, form: Filled, customer_id: int) -> Response:
    with transaction() as session:
        person = find(session, customer_id)
        orders = orders_of_customer(session, customer_id, most=LAST_ORDERS)
        others = [each for each in list_customers(session, person.name, before=None, most=TWINS + 1)
                  if each.id != customer_id] if person.name else []  # fmt: skip
    return visit.page(
        "office/customer.html",
        form=form,
        here=f"{CUSTOMERS}/{customer_id}",
        others=[
            (str(each.id), f"{each.name} {show_phone(each.phone) if each.phone else ''}".strip()) for each in others
        ],
        columns=columns_of(visit),
        rows=[row_of(visit, row) for row in orders],
        **_describe(visit, person),
    )


def _named(customer: ListedCustomer) -> str:
    return f"{customer.name} · {show_phone(customer.phone)}" if customer.phone else customer.name


def _day(visit: Visit, at: datetime | str) -> str:
    """The day in words; what comes from JSON is text."""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return format_calendar_day(visit.language, business_day(moment, visit.settings.zone))


def _describe(visit: Visit, person: Person) -> dict[str, Any]:
    language, zone = visit.language, visit.settings.zone
    return {
        "person": person,
        "phone": show_phone(person.phone) if person.phone else "",
        "since": _day(visit, person.created_at),
        "homes": [
            f"{pick({'en': apartment, **names}, language)}, {line}" for _, apartment, names, line in person.homes
        ],
        "consents": [
            (
                visit.t(f"consent-{purpose}-{'yes' if granted else 'no'}"),
                visit.t("consent-proof", source=source, said=said or 0),
                _day(visit, at),
            )
            for purpose, granted, source, said, at in person.consents
        ],
        "notes": [(note_id, text, staff or actor, _day(visit, at)) for note_id, text, actor, staff, at in person.notes],
        "erasing": format_day(language, person.erasing_since, visit.moment, zone)
        if person.erasing_since and not person.erased_at else "",
    }  # fmt: skip
