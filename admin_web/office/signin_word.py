"""The second way in: a word that is sent from the member's own WhatsApp, and a number that only this browser shows."""

from __future__ import annotations

from urllib.parse import urlencode

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import Anybody
from admin_web.office.signin import begin_session_of
from core.logins.words import use_word
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.login_words import forget_word, give_word, shown_word
from pages.origins import local_path
from pages.visit import Visit

router = new_door(OFFICE)

WORD = "/admin/signin/word"


class Start(Form):
    """Where to go on after signing in."""

    next: Line = HOME


@router.post(WORD)
def begin(visit: Visiting, _: Anybody) -> Response:
    """Give this browser a word."""
    return visit.apply(Start, _give, show)


@router.get(WORD)
def wait(visit: Visiting, _: Anybody) -> Response:
    """The word, the number beside it, and how far it is; the page looks again by itself."""
    return show(visit, visit.empty_form(next=local_path(visit.request.query_params.get("next", "")[:200], HOME)))


@router.post("/admin/signin/word/go")
def go_on(visit: Visiting, _: Anybody) -> Response:
    """Sign in, when the right number was tapped in the member's chat."""
    return visit.apply(Start, _finish, show)


def _give(visit: Visit, session: Session, start: Start) -> str:
    give_word(visit, session)
    return _waiting(start)


def _finish(visit: Visit, session: Session, start: Start) -> str:
    guest = visit.session
    owner = use_word(session, guest.id, visit.now(session)) if guest else None
    if owner is None or owner.staff_id is None:
        return _waiting(start)
    begin_session_of(visit, session, owner.staff_id)
    forget_word(visit)
    return local_path(start.next, HOME)


def _waiting(start: Start) -> str:
    return f"{WORD}?{urlencode({'next': local_path(start.next, HOME)})}"


def show(visit: Visit, form: Filled) -> Response:
    return visit.page("shared/login_word.html", form=form, go="/admin/signin/word/go", again="/admin/signin",
                      **shown_word(visit))  # fmt: skip
