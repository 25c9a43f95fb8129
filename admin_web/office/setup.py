"""Making one's own sign-in by a link that is opened once; in a new shop it makes the founder."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import AUTHENTICATOR, Anybody
from admin_web.office.signin import begin_session_of
from core.actor import Actor, Role
from core.credentials.authenticators import begin_authenticator
from core.credentials.rules import WITH_AUTHENTICATOR
from core.credentials.setup_links import OpenLink, find_setup_link, use_setup_link
from core.credentials.signing import set_sign_in
from core.db import transaction
from core.errors import Refusal
from core.hiring import hire
from pages.door import Visiting, new_door
from pages.fields import Line, WholePhone
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

BY_LINK = Actor.system("setup-link")


def read_email(typed: str) -> str:
    """An e-mail address in small letters, for signing in: nothing is ever sent to it."""
    name, at, host = typed.lower().partition("@")
    if not (name and at and "." in host) or " " in typed or "@" in host:
        raise PydanticCustomError("email", "email")
    return typed.lower()


class Setup(Form):
    """Password and, if wanted, an e-mail address; a new founder's name and WhatsApp phone."""

    name: Annotated[Line, Field(max_length=64)] = ""
    phone: WholePhone | None = None
    email: Annotated[Line, AfterValidator(read_email)] | None = None
    password: Line

    beside: ClassVar = {"password-weak": "password", "email-taken": "email", "name-missing": "name",
                        "phone-taken": "phone", "phone-under-way": "phone", "phone-missing": "phone"}  # fmt: skip


@router.get("/admin/setup/{token}")
def ask(visit: Visiting, _: Anybody, token: str) -> Response:
    """The form of a link that is still open; 404 for every other address."""
    return show(visit, visit.empty_form(), token)


@router.post("/admin/setup/{token}")
def make(visit: Visiting, _: Anybody, token: str) -> Response:
    """Make the sign-in and go in. The link opens nothing any more."""
    return visit.apply(
        Setup,
        lambda visit, session, form: _make(visit, session, form, token),
        lambda visit, form: show(visit, form, token),
    )


def _make(visit: Visit, session: Session, form: Setup, token: str) -> str:
    now = visit.now(session)
    link = use_setup_link(session, token, now)
    staff_id, role = _whose(visit, session, form, link)
    set_sign_in(session, staff_id, password=form.password, email=form.email, now=now)
    begin_session_of(visit, session, staff_id)
    if role not in WITH_AUTHENTICATOR:
        return HOME
    begin_authenticator(session, staff_id)
    return AUTHENTICATOR


def _whose(visit: Visit, session: Session, form: Setup, link: OpenLink) -> tuple[int, Role]:
    if link.staff_id is not None:
        return link.staff_id, Role(link.role or "")
    if form.phone is None:
        raise Refusal("phone-missing")
    founder = hire(session, form.name, form.phone, role=Role.FOUNDER, language=visit.language, actor=BY_LINK,
                   now=visit.now(session))  # fmt: skip
    return founder.id, Role.FOUNDER


def show(visit: Visit, form: Filled, token: str) -> Response:
    with transaction() as session:
        link = find_setup_link(session, token, visit.now(session))
    if link is None and not form.errors:
        raise HTTPException(404)
    return visit.page("office/setup.html", form=form, token=token, link=link)
