"""Signing in: a name, a password, and a code where somebody has an authenticator; and signing out."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.devices import remember_device, seconds_to_wait_for_sign_in
from admin_web.guard import Anybody, AnyMember
from core.actor import Actor
from core.audit.actions import record
from core.credentials.authenticators import take_code
from core.credentials.signing import Candidate, find_candidate, proves
from core.db import transaction
from core.errors import Refusal
from core.sessions.queries import Owner
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form, read_form
from pages.origins import local_path
from pages.signing import sign_in, sign_out
from pages.visit import Visit

router = new_door(OFFICE)


class SignIn(Form):
    """`login` is an e-mail address or a phone; `code` of the authenticator, or one for when the phone is lost."""

    login: Line
    password: Line
    code: Line = ""
    next: Line = HOME


@router.get("/admin/signin")
def ask(visit: Visiting, _: Anybody) -> Response:
    """The form; it leads back to where somebody came from."""
    return show(visit, visit.empty_form(next=local_path(visit.request.query_params.get("next", "")[:200], HOME)))


@router.post("/admin/signin")
def enter(visit: Visiting, _: Anybody) -> Response:
    """Sign in. What is wrong is not said more closely: nobody learns which names there are."""
    form, filled = read_form(SignIn, visit.posted, visit.language)
    if form is None:
        return visit.apply(SignIn, lambda *_: HOME, show)
    with transaction() as session:
        candidate = find_candidate(session, form.login)
        late = seconds_to_wait_for_sign_in(session, visit, candidate.staff_id if candidate else 0)
    if late is not None:
        refusal = Refusal("signin-too-many", minutes=late // 60 + 1)
        answer = show(visit, filled.refused(refusal, SignIn, visit.language))
        answer.status_code, answer.headers["Retry-After"] = 429, str(late)
        return answer
    proved = candidate if proves(candidate, form.password) else None
    return visit.apply(SignIn, partial(let_in, candidate=proved), show)


def let_in(visit: Visit, session: Session, form: SignIn, *, candidate: Candidate | None) -> str:
    """Sign in whose password is proved. Raises Refusal `signin-wrong`."""
    if candidate is None or (candidate.has_authenticator and not take_code(session, candidate.staff_id, form.code)):
        raise Refusal("signin-wrong")
    begin_session_of(visit, session, candidate.staff_id)
    record(session, actor=Actor.staff(candidate.staff_id, candidate.role), action="signed-in",
           subject=f"staff:{candidate.staff_id}")  # fmt: skip
    return local_path(form.next, HOME)


def begin_session_of(visit: Visit, session: Session, staff_id: int) -> None:
    """Sign somebody in who has just proved who they are; this browser is known as theirs from now on."""
    sign_in(visit, session, Owner(staff_id=staff_id))
    remember_device(visit, staff_id)


@router.post("/admin/signout")
def leave(visit: Visiting, member: AnyMember) -> Response:
    """Sign out on this browser."""
    return visit.apply(Form, _leave, lambda visit, _: visit.redirect(HOME))


def _leave(visit: Visit, session: Session, _: Form) -> str:
    sign_out(visit, session)
    visit.tell_next("signed-out")
    return "/admin/signin"


def show(visit: Visit, form: Filled) -> Response:
    return visit.page("office/signin.html", form=form, other=visit.empty_form())
