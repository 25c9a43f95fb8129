"""Signing in: the page shows a word and a number, the word is sent to us on WhatsApp, the chat asks for the number.

Where the shop has them, a six-digit code is the other way (`shop_web.login_code`).
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote, urlencode

import segno
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.db import transaction
from core.logins.codes import is_offered
from core.logins.lifecycle import WordStatus
from core.logins.merging import take_over
from core.logins.rules import LASTS, PREFIX, write_word
from core.logins.words import WordState, ask_for_word, use_word, word_of
from core.requests.rules import Limit
from core.sessions.queries import Owner
from pages.browsers import name_browser
from pages.cookies import Cookie
from pages.door import Visiting, address_of, new_door, seconds_to_wait
from pages.fields import Line
from pages.forms import Filled, Form
from pages.frame import chat_url
from pages.origins import local_path
from pages.signing import remember_guest, sign_in, sign_out
from pages.visit import Visit
from shop_web.area import SHOP

router = new_door(SHOP)

AFTERWARDS = "/my/orders"
SHOWN = "word"  # the cookie with the word that this browser shows: we keep only its hash
WORDS_OF_AN_ADDRESS = Limit("login-words", 10, timedelta(hours=1))


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
    return visit.apply(Start, give_word, show_start)


def show_start(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        has_codes = is_offered(session, visit.settings.login_codes_a_day, visit.now(session))
    return visit.page("shop/login.html", form=form, has_codes=has_codes)


def give_word(visit: Visit, session: Session, start: Start) -> str:
    late = seconds_to_wait(session, visit, WORDS_OF_AN_ADDRESS, address_of(visit.request))
    if late is not None:
        raise HTTPException(429, headers={"Retry-After": str(late)})
    browser = name_browser(visit.request.headers.get("user-agent", ""))
    asked = ask_for_word(session, remember_guest(visit, session), browser, visit.now(session))
    visit.set_cookie(Cookie(SHOWN, f"{write_word(asked.word)}.{asked.number}", LASTS))
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
    customer_id = use_word(session, guest.id, visit.now(session)) if guest else None
    if customer_id is None or guest is None:
        return f"/login/word?{urlencode({'next': local_path(where.next, AFTERWARDS)})}"
    visit.set_cookie(Cookie(SHOWN, "", LASTS))
    return welcome(visit, session, customer_id, where.next)


def welcome(visit: Visit, session: Session, customer_id: int, after: str) -> str:
    """Sign in a customer who has just proved to be that one; what was in this browser's cart comes along."""
    guest = visit.session
    sign_in(visit, session, Owner(customer_id=customer_id))
    if guest is not None and guest.guest_id is not None:
        take_over(session, guest.guest_id, customer_id, visit.now(session))
    visit.tell_next("signed-in")
    return local_path(after, AFTERWARDS)


def show_word(visit: Visit, form: Filled) -> Response:
    visit.is_private = True
    with transaction() as session:
        state = word_of(session, visit.session.id) if visit.session else None
        status = _status_of(state, visit, session)
    word, _, number = visit.cookie(SHOWN).partition(".")
    if status in {WordStatus.WAITING, WordStatus.HEARD} and not word:
        status = WordStatus.DROPPED
    message = f"{PREFIX} {word}"
    link = f"{chat_url(visit.settings)}?text={quote(message)}"
    return visit.page(
        "shop/login_word.html", form=form, status=status.value, word=word, number=number, link=link,
        code=segno.make(link, error="m").svg_data_uri(scale=4, border=2, dark="#3b2413", light="#fffdf8"),
    )  # fmt: skip


def _status_of(state: WordState | None, visit: Visit, session: Session) -> WordStatus:
    """How far the word is, one that is over by time among those that are dropped."""
    if state is None or (state.ends_at <= visit.now(session) and state.status is not WordStatus.USED):
        return WordStatus.DROPPED
    return state.status


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
