"""What was sold in this shift, and taking one of it back with a reason."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.door import InShift, Keeper, router
from core.db import transaction
from core.formats import format_clock
from core.stalls.queries import rung_up
from core.stalls.rules import VoidReason
from core.stalls.voiding import void_sale
from pages.door import Visiting
from pages.forms import Filled, Form
from pages.visit import Visit

SALES = "/stall/sales"


class Void(Form):
    """Why."""

    reason: VoidReason


@router.get(SALES)
def sales(visit: Visiting, keeper: InShift) -> Response:
    """The newest first."""
    return show(visit, visit.empty_form(), keeper, None)


@router.get("/stall/sales/{uid}")
def sale(visit: Visiting, keeper: InShift, uid: UUID) -> Response:
    """One of them, with the reasons for taking it back."""
    return show(visit, visit.empty_form(), keeper, str(uid))


@router.post("/stall/sales/{uid}")
def take_back(visit: Visiting, keeper: InShift, uid: UUID) -> Response:
    """Take it back: the fruit is there again, the money goes back to the customer."""

    def deed(visit: Visit, session: Session, form: Void) -> str:
        now = visit.now(session)
        done = void_sale(session, keeper.till.device, str(uid), form.reason, now, actor=keeper.actor, now=now)
        visit.tell_next(f"stall-voided-{done.back}")
        return SALES

    return visit.apply(Void, deed, lambda visit, form: show(visit, form, keeper, str(uid)))


def show(visit: Visit, form: Filled, keeper: Keeper, uid: str | None) -> Response:
    assert keeper.till.shift is not None, "the guard asks"
    zone = visit.settings.zone
    with transaction() as session:
        found = rung_up(session, keeper.till.shift.id, most=200)
    if uid is not None and uid not in {each.uid for each in found}:
        raise HTTPException(404)
    shown = [{"sale": each, "at": format_clock(visit.language, each.made_at, zone), "is_open": each.uid == uid}
             for each in found]  # fmt: skip
    return visit.page("stall/sales.html", form=form, sales=shown, reasons=list(VoidReason))
