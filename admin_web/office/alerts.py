"""Matters that are open, and settling one by hand."""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Session
from starlette.responses import Response

from admin_web.alerts import shown_alerts
from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from core.alerts.actions import settle_alert
from core.db import transaction
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.origins import local_path
from pages.visit import Visit

router = new_door(OFFICE)

ALERTS = "/admin/alerts"
MOST = 200
Keeper = Annotated[Member, may(Right.RESOLVE_ALERTS)]


class Settled(Form):
    """Where to go on."""

    next: Line = ALERTS


@router.get(ALERTS)
def alerts(visit: Visiting, member: Keeper) -> Response:
    """All of them, the newest first; a link in an alert on the phone leads to its own."""
    return show(visit, visit.empty_form())


@router.post("/admin/alerts/{alert_id}/settle")
def settle(visit: Visiting, member: Keeper, alert_id: Id) -> Response:
    """Somebody has dealt with it."""

    def deed(visit: Visit, session: Session, form: Settled) -> str:
        settle_alert(session, alert_id, visit.now(session), actor=visit.actor())
        visit.tell_next("alert-settled")
        return local_path(form.next, ALERTS)

    return visit.apply(Settled, deed, show)


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        visit.now(session)
        found = shown_alerts(visit, session, most=MOST)
    return visit.page("office/alerts.html", fragments=("alerts",), form=form, alerts=found, next=ALERTS)
