"""The link of a rider's page, sent to him once more: he lost the message, or has another phone."""

from __future__ import annotations

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.office.delivery.run import show_run
from admin_web.office.delivery.words import Planner, run_path
from core.delivery.telling import tell_rider_of_link
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Form
from pages.visit import Visit

router = new_door(OFFICE)


@router.post("/admin/delivery/runs/{run_id}/link")
def send_link(visit: Visiting, member: Planner, run_id: Id) -> Response:
    """Into his chat, and not onto this page: who opens it acts as the rider."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        tell_rider_of_link(session, run_id, actor=visit.actor())
        visit.tell_next("run-link-sent")
        return run_path(run_id)

    return visit.apply(Form, deed, lambda visit, form: show_run(visit, form, run_id))
