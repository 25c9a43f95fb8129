"""The same move of many orders: the ticked ones, or all that the list is narrowed to."""

from __future__ import annotations

import time
from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.asked import read_query
from admin_web.office.orders.listing import show
from admin_web.office.orders.words import BULK, ORDERS, page_of
from admin_web.papers import Paper, paper_of
from core.bulk.actions import begin_bulk, begin_undo, carry_out
from core.bulk.queries import BulkResult, read_bulk
from core.bulk.rules import MOST, BulkAction
from core.clock import business_day
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.staff.rules import Right
from core.views.order_list import list_order_ids
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit
from pages.wording import say_refusal

router = new_door(OFFICE)

# Then the page says how far it has come, and offers to go on: no request is to run for long.
PATIENCE_SECONDS = 8.0
# Whoever may see orders may begin one; each move asks for its own right (core/bulk).
Looker = Annotated[Member, may(Right.SEE_ORDERS)]


class Bulk(Form):
    """Which orders, and what happens to them. `everything`: all that `query` asks for, on every page."""

    move: BulkAction | Paper
    ids: list[Id] = Field(default_factory=list)
    everything: bool = False
    query: Annotated[str, Field(max_length=1000)] = "?"
    window: Id | None = None

    beside: ClassVar = {"slot-missing": "window"}


@router.post(BULK)
def begin(visit: Visiting, member: Looker) -> Response:
    """Move them, and go on to what became of it."""
    return _carry_out(visit, visit.apply(Bulk, _begin, show))


@router.get("/admin/orders/bulk/{bulk_move_id}")
def look(visit: Visiting, member: Looker, bulk_move_id: Id) -> Response:
    """What is done, and what was refused because of what."""
    return show_result(visit, visit.empty_form(), bulk_move_id)


@router.post("/admin/orders/bulk/{bulk_move_id}/go-on")
def go_on(visit: Visiting, member: Looker, bulk_move_id: Id) -> Response:
    """Move those that were not tried yet."""
    here = f"{BULK}/{bulk_move_id}"
    return _carry_out(visit, visit.apply(Form, lambda *_: here, partial(show_result, bulk_move_id=bulk_move_id)))


@router.post("/admin/orders/bulk/{bulk_move_id}/undo")
def undo(visit: Visiting, member: Looker, bulk_move_id: Id) -> Response:
    """Take it back."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        undone_by = begin_undo(session, bulk_move_id, actor=visit.actor(), now=visit.now(session))
        return f"{BULK}/{undone_by}"

    return _carry_out(visit, visit.apply(Form, deed, partial(show_result, bulk_move_id=bulk_move_id)))


def _begin(visit: Visit, session: Session, form: Bulk) -> str:
    ids = form.ids
    if form.everything:
        today = business_day(visit.now(session), visit.settings.zone)
        narrowed = read_query(form.query).narrowed(today)
        ids = list_order_ids(session, narrowed, before=None, most=MOST + 1)
    if isinstance(form.move, Paper):
        return paper_of(form.move, ids)
    begun = begin_bulk(session, form.move, ids, actor=visit.actor(), now=visit.now(session), slot_id=form.window)
    return f"{BULK}/{begun}"


def _carry_out(visit: Visit, answer: Response) -> Response:
    """Move one order after another, each in a transaction of its own, when the form has led to a bulk move."""
    beginning, _, number = answer.headers.get("location", "").rpartition("/")
    if answer.status_code != 303 or beginning != BULK or not number.isdigit():
        return answer
    ends = time.monotonic() + PATIENCE_SECONDS
    for order_id in _read(visit, int(number)).left:
        if time.monotonic() > ends:
            break
        step = partial(carry_out, bulk_move_id=int(number), order_id=order_id, actor=visit.actor(), now=visit.moment)
        try:
            in_transaction(step)
        except Refusal:  # not theirs to do: the page says that nobody has tried it
            break
    return answer


def _read(visit: Visit, bulk_move_id: int) -> BulkResult:
    with transaction() as session:
        found = read_bulk(session, bulk_move_id, visit.moment)
    if found is None:
        raise HTTPException(404)
    return found


def show_result(visit: Visit, form: Filled, bulk_move_id: int) -> Response:
    result = _read(visit, bulk_move_id)
    refused = [
        (each.code, page_of(each.code), say_refusal(visit.language, Refusal(each.refusal, **each.refusal_values)))
        for each in result.refused
    ]
    return visit.page(
        "office/bulk.html", form=form, result=result, refused=refused, here=f"{BULK}/{bulk_move_id}", orders=ORDERS
    )
