"""Opening a shift with its float, closing it with what was counted, and what it came to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.counted import Closing, closing_of, show_fruit
from admin_web.stall.door import HOME, OPEN, AtTill, InShift, Keeper, router
from admin_web.stall.reported import show_report
from core.db import transaction
from core.errors import Refusal
from core.stalls.reports import find_shift
from core.stalls.rules import NOTES
from core.stalls.shifts import close_shift, open_shift
from core.views.stalls import fruit_at
from pages.door import Visiting
from pages.fields import Id, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

FLOATS = (0, 500_00, 1000_00, 2000_00)  # what keepers begin with, mostly


class Opening(Form):
    """How much change is in the till: one of the usual sums in paise, or another in rupees."""

    usual: Annotated[int, Field(ge=0)] = 0
    other: Paise | None = None


@router.get(OPEN)
def ask(visit: Visiting, keeper: AtTill) -> Response:
    """The float, and the fruit that lies here."""
    return show_opening(visit, visit.empty_form(usual=str(FLOATS[1])), keeper)


@router.post(OPEN)
def begin(visit: Visiting, keeper: AtTill) -> Response:
    """Open the shift."""

    def deed(visit: Visit, session: Session, form: Opening) -> str:
        paise = form.usual if form.other is None else form.other
        open_shift(session, keeper.till.device, keeper.id, paise, actor=keeper.actor, now=visit.now(session))
        return HOME

    return visit.apply(Opening, deed, lambda visit, form: show_opening(visit, form, keeper))


@router.get("/stall/close")
def ask_count(visit: Visiting, keeper: InShift) -> Response:
    """Notes, UPI, card, what is left and what is wasted."""
    return show_closing(visit, visit.empty_form(), keeper)


@router.post("/stall/close")
def end(visit: Visiting, keeper: AtTill) -> Response:
    """Close the shift. A difference is a fact, not an error."""

    with transaction() as session:
        form_type = closing_of(fruit_at(session, keeper.till.device.place))

    def deed(visit: Visit, session: Session, form: Closing) -> str:
        if keeper.till.shift is None:
            raise Refusal("shift-over")
        shift_id = keeper.till.shift.id
        close_shift(session, keeper.till.device, shift_id, form.count(), actor=keeper.actor, now=visit.now(session))
        visit.tell_next("stall-closed")
        return f"/stall/report/{shift_id}"

    return visit.apply(form_type, deed, lambda visit, form: show_closing(visit, form, keeper))


@router.get("/stall/report/{shift_id}")
def report(visit: Visiting, keeper: AtTill, shift_id: Id) -> Response:
    """What a shift of this stall came to."""
    with transaction() as session:
        shift = find_shift(session, shift_id)
        visit.now(session)
        shown = show_report(visit, session, shift) if shift else {}
    if shift is None or shift.stall_id != keeper.till.device.stall_id:
        raise HTTPException(404)
    return visit.page("stall/report.html", **shown)


def show_opening(visit: Visit, form: Filled, keeper: Keeper) -> Response:
    if keeper.till.shift is not None and not form.errors:
        return visit.redirect(HOME)
    with transaction() as session:
        fruit = [show_fruit(visit, each) for each in fruit_at(session, keeper.till.device.place)]
    return visit.page("stall/open.html", form=form, floats=FLOATS, fruit=fruit)


def show_closing(visit: Visit, form: Filled, keeper: Keeper) -> Response:
    with transaction() as session:
        fruit = [show_fruit(visit, each) for each in fruit_at(session, keeper.till.device.place)]
    return visit.page("stall/close.html", form=form, notes=NOTES, fruit=fruit)
