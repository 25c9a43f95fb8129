"""Taking back what was done just now."""

from __future__ import annotations

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import AnyMember
from admin_web.undoing import withdraw_offer
from core.undoing import undo
from pages.door import Visiting, new_door
from pages.errors import render_problem
from pages.fields import Id, Line
from pages.forms import Form
from pages.origins import local_path
from pages.visit import Visit

router = new_door(OFFICE)


class Offer(Form):
    """The deed, where to go on, and whether the offer is only put away."""

    undo: Id
    next: Line = HOME
    away: bool = False


@router.post("/admin/undo")
def take_back(visit: Visiting, member: AnyMember) -> Response:
    """Take it back, by the verb that asks for the same right as the deed did. What cannot be taken back is said."""
    return visit.apply(Offer, _take_back, lambda visit, form: _say(visit, form.error()))


def _take_back(visit: Visit, session: Session, offer: Offer) -> str:
    withdraw_offer(visit)
    if not offer.away:
        undo(session, offer.undo, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("undone")
    return local_path(offer.next, HOME)


def _say(visit: Visit, sentence: str) -> Response:
    withdraw_offer(visit)
    return render_problem(visit, 409, visit.t("problem-refused-title"), sentence or visit.t("refused"))
