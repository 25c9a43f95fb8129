"""Saying once more who is there, before what asks for it: an export, for a start."""

from __future__ import annotations

from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import AnyMember, is_proved
from core.errors import Refusal
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form, read_form
from pages.origins import local_path
from pages.visit import Visit

router = new_door(OFFICE)


class Proof(Form):
    """A password or a code, and where to go on."""

    proof: Line
    next: Line = HOME


@router.get("/admin/prove")
def ask(visit: Visiting, member: AnyMember) -> Response:
    return show(visit, visit.empty_form(next=local_path(visit.request.query_params.get("next", "")[:1000], HOME)))


@router.post("/admin/prove")
def prove(visit: Visiting, member: AnyMember) -> Response:
    """For ten minutes nothing more is asked; a wrong one is said and may be tried again, ten times in ten minutes."""
    form, filled = read_form(Proof, visit.posted, visit.language)
    if form is not None and is_proved(visit, member, form.proof):
        return visit.redirect(local_path(form.next, HOME))
    if form is not None:
        filled = filled.refused(Refusal("proof-wrong"), Proof, visit.language)
    answer = show(visit, filled)
    answer.status_code = 422
    return answer


def show(visit: Visit, form: Filled) -> Response:
    return visit.page("office/prove.html", form=form)
