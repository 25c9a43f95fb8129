"""Signing in: the page shows a word and a number, the word is sent to us on WhatsApp, the chat asks for the number.

Where the shop has them, a six-digit code is the other way (`shop_web.login_code`).
"""

from __future__ import annotations

from urllib.parse import urlencode

from sqlmodel import Session
from starlette.responses import Response

from core.db import transaction
from core.logins.codes import is_offered
from core.logins.merging import take_over
from core.logins.words import use_word
from core.sessions.queries import Owner
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.login_words import forget_word, give_word, shown_word
from pages.origins import local_path
from pages.signing import sign_in, sign_out
from pages.visit import Visit
from shop_web.area import SHOP

router = new_door(SHOP)

AFTERWARDS = "/my/orders"


class Start(Form):
    """Where to go on after signing in."""

    next: Line = AFTERWARDS


class Finish(Start):
    """The same, when the number was tapped."""


@router.get("/login")
def ask(visit: Visiting) -> Response:
    """How it works, and the button that gives a word."""
    return show_start(visit, visit.empty_form(next=next_of(visit)))


@router.post("/login")
def begin(visit: Visiting) -> Response:
    """Give this browser a word."""
    return visit.apply(Start, begin_word, show_start)


def show_start(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        has_codes = is_offered(session, visit.settings.login_codes_a_day, visit.now(session))
    return visit.page("shop/login.html", form=form, has_codes=has_codes)


def begin_word(visit: Visit, session: Session, start: Start) -> str:
    give_word(visit, session)
    return f"/login/word?{urlencode({'next': local_path(start.next, AFTERWARDS)})}"


@router.get("/login/word")
def wait(visit: Visiting) -> Response:
    """The word, the number beside it, and how far it is; the page looks again by itself."""
    return show_word(visit, visit.empty_form(next=next_of(visit)))


@router.post("/login/word")
def go_on(visit: Visiting) -> Response:
    """Sign in on this browser, when the right number was tapped in the chat."""
    return visit.apply(Finish, finish, show_word)


def finish(visit: Visit, session: Session, where: Finish) -> str:
    """Sign in whom the word has proved, under a new secret; what was in the cart comes along."""
    guest = visit.session
    owner = use_word(session, guest.id, visit.now(session)) if guest else None
    if owner is None or owner.customer_id is None or guest is None:
        return f"/login/word?{urlencode({'next': local_path(where.next, AFTERWARDS)})}"
    forget_word(visit)
    return welcome(visit, session, owner.customer_id, where.next)


def welcome(visit: Visit, session: Session, customer_id: int, after: str) -> str:
    """Sign in a customer who has just proved to be that one; what was in this browser's cart comes along."""
    guest = visit.session
    sign_in(visit, session, Owner(customer_id=customer_id))
    if guest is not None and guest.guest_id is not None:
        take_over(session, guest.guest_id, customer_id, visit.now(session))
    visit.tell_next("signed-in")
    return local_path(after, AFTERWARDS)


def show_word(visit: Visit, form: Filled) -> Response:
    return visit.page("shared/login_word.html", form=form, go="/login/word", again="/login", **shown_word(visit))


@router.post("/logout")
def leave(visit: Visiting) -> Response:
    """Sign out on this browser."""
    return visit.apply(Form, _leave, lambda visit, _: visit.redirect("/"))


def _leave(visit: Visit, session: Session, _: Form) -> str:
    sign_out(visit, session)
    visit.tell_next("signed-out")
    return "/"


def next_of(visit: Visit) -> str:
    """Where to go on afterwards, as the address says: a path of ours."""
    return local_path(visit.request.query_params.get("next", "")[:200], AFTERWARDS)
