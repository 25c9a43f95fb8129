"""Opening a shift with its float, closing it with what was counted, and what it came to."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.door import HOME, OPEN, AtTill, InShift, Keeper, router
from admin_web.stall.reported import show_report
from core.db import transaction
from core.errors import Refusal
from core.formats import format_units
from core.stalls.reports import find_shift
from core.stalls.rules import NOTES
from core.stalls.shifts import Count, close_shift, open_shift
from core.views.stalls import FruitAtStall, fruit_at
from core.wording import pick
from pages.door import Visiting
from pages.fields import Id, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

FLOATS = (0, 500_00, 1000_00, 2000_00)  # what keepers begin with, mostly


class Opening(Form):
    """How much change is in the till: one of the usual sums in paise, or another in rupees."""

    usual: Annotated[int, Field(ge=0)] = 0
    other: Paise | None = None


class Closing(Form):
    """What was counted. `notes` and `fruit` stand in fields by their name: see `_count`."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    upi: Paise = 0
    card: Paise = 0
    waiting: Annotated[int, Field(ge=0, le=100_000)] = 0


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

    def deed(visit: Visit, session: Session, form: Closing) -> str:
        if keeper.till.shift is None:
            raise Refusal("shift-over")
        shift_id = keeper.till.shift.id
        close_shift(session, keeper.till.device, shift_id, _count(form, _known(session, keeper)), actor=keeper.actor,
                    now=visit.now(session))  # fmt: skip
        visit.tell_next("stall-closed")
        return f"/stall/report/{shift_id}"

    return visit.apply(Closing, deed, lambda visit, form: show_closing(visit, form, keeper))


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


def _known(session: Session, keeper: Keeper) -> set[int]:
    return {each.product_id for each in fruit_at(session, keeper.till.device.place)}


def _count(form: Closing, products: set[int]) -> Count:
    """`note_50000` is how many notes of ₹500, `left_7` and `wasted_7` base units of product 7. Others are unknown."""
    notes = {note: found for note in NOTES if (found := _number(form, f"note_{note}")) is not None}
    left = {each: found for each in products if (found := _number(form, f"left_{each}")) is not None}
    wasted = {each: found for each in products if (found := _number(form, f"wasted_{each}"))}
    return Count(notes, form.upi, form.card, left, wasted, form.waiting)


def _number(form: Closing, name: str) -> int | None:
    """What a field says, None when it is blank. Raises Refusal `quantity-unclear`."""
    typed = str((form.model_extra or {}).get(name, "")).strip()
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > 8:
        raise Refusal("quantity-unclear")
    return int(typed)


def show_opening(visit: Visit, form: Filled, keeper: Keeper) -> Response:
    if keeper.till.shift is not None and not form.errors:
        return visit.redirect(HOME)
    with transaction() as session:
        fruit = [_fruit(visit, each) for each in fruit_at(session, keeper.till.device.place)]
    return visit.page("stall/open.html", form=form, floats=FLOATS, fruit=fruit)


def show_closing(visit: Visit, form: Filled, keeper: Keeper) -> Response:
    with transaction() as session:
        fruit = [_fruit(visit, each) for each in fruit_at(session, keeper.till.device.place)]
    return visit.page("stall/close.html", form=form, notes=NOTES, fruit=fruit)


def _fruit(visit: Visit, each: FruitAtStall) -> dict[str, Any]:
    return {"id": each.product_id, "name": pick(each.names, visit.language),
            "units": format_units(visit.language, each.base_unit, each.on_hand)}  # fmt: skip
