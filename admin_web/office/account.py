"""One's own sign-in: password, language, the browsers that are signed in, the way out."""

from __future__ import annotations

from typing import ClassVar

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import AnyMember, MemberAgain
from core.credentials.authenticators import find_authenticator
from core.credentials.signing import set_sign_in
from core.db import transaction
from core.formats import format_day_title
from core.sessions.actions import end_all_sessions, end_one_session
from core.sessions.queries import list_sessions
from core.staff.actions import speak
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit
from pages.wording import PAGES

router = new_door(OFFICE)

ACCOUNT = "/admin/account"


class Password(Form):
    """A new password."""

    password: Line

    beside: ClassVar = {"password-weak": "password"}


class Language(Form):
    language: Line


class Browser(Form):
    """One of the browsers; 0 stands for all but this one."""

    browser: Id | None = None


@router.get(ACCOUNT)
def account(visit: Visiting, member: AnyMember) -> Response:
    return show(visit, visit.empty_form())


@router.post("/admin/account/password")
def change_password(visit: Visiting, member: MemberAgain) -> Response:
    """Another password; every other browser is signed out by it."""
    return visit.apply(Password, _set_password, show)


@router.post("/admin/account/language")
def change_language(visit: Visiting, member: AnyMember) -> Response:
    """In which language the office and the shop's WhatsApp speak to them."""
    return visit.apply(Language, _set_language, show)


@router.post("/admin/account/browsers")
def end_browsers(visit: Visiting, member: AnyMember) -> Response:
    """Sign out on one other browser, or on all of them."""
    return visit.apply(Browser, _end, show)


def _set_password(visit: Visit, session: Session, form: Password) -> str:
    assert visit.session is not None
    set_sign_in(session, visit.actor().id or 0, password=form.password, email=None, now=visit.now(session),
                except_session=visit.session.id)  # fmt: skip
    visit.tell_next("kept")
    return ACCOUNT


def _set_language(visit: Visit, session: Session, form: Language) -> str:
    if form.language in PAGES.load():
        speak(session, visit.actor().id or 0, form.language)
        visit.tell_next("kept")
    return ACCOUNT


def _end(visit: Visit, session: Session, form: Browser) -> str:
    assert visit.session is not None
    if form.browser is None:
        end_all_sessions(session, visit.owner, visit.now(session), except_id=visit.session.id)
    else:
        end_one_session(session, visit.owner, form.browser, visit.now(session))
    visit.tell_next("browser-ended")
    return ACCOUNT


def show(visit: Visit, form: Filled) -> Response:
    assert visit.session is not None
    with transaction() as session:
        browsers = list_sessions(session, visit.owner, visit.now(session))
        held = find_authenticator(session, visit.owner.staff_id or 0)
    zone = visit.settings.zone
    shown = [
        (
            each.id,
            each.browser,
            format_day_title(visit.language, each.seen_at, visit.moment, zone),
            each.id == visit.session.id,
        )
        for each in browsers
    ]
    return visit.page(
        "office/account.html", form=form, browsers=shown,
        has_authenticator=held is not None and held.is_confirmed,
    )  # fmt: skip
