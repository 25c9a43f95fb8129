"""Signing in by a word of WhatsApp, for every door that offers it: giving a word to a browser, and showing it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import segno
from sqlmodel import Session
from starlette.exceptions import HTTPException

from core.db import transaction
from core.logins.lifecycle import WordStatus
from core.logins.rules import LASTS, PREFIX, write_word
from core.logins.words import WordState, ask_for_word, word_of
from core.requests.rules import Limit
from pages.browsers import name_browser
from pages.cookies import Cookie
from pages.door import address_of, seconds_to_wait
from pages.frame import chat_url
from pages.signing import remember_guest
from pages.visit import Visit

WORDS_OF_AN_ADDRESS = Limit("login-words", 10, timedelta(hours=1))


def give_word(visit: Visit, session: Session) -> None:
    """Give this browser a word, instead of the one before. Answers 429 to an address that asks for too many."""
    late = seconds_to_wait(session, visit, WORDS_OF_AN_ADDRESS, address_of(visit.request))
    if late is not None:
        raise HTTPException(429, headers={"Retry-After": str(late)})
    browser = name_browser(visit.request.headers.get("user-agent", ""))
    asked = ask_for_word(session, remember_guest(visit, session), browser, visit.now(session))
    visit.set_cookie(Cookie(_cookie(visit), f"{write_word(asked.word)}.{asked.number}", LASTS))


def forget_word(visit: Visit) -> None:
    """It has signed in: the browser shows it no more."""
    visit.set_cookie(Cookie(_cookie(visit), "", LASTS))


def shown_word(visit: Visit) -> dict[str, Any]:
    """What templates/shared/login_word.html takes: how far the word is, the word, the number, and the link of both."""
    visit.is_private = True
    with transaction() as session:
        state = word_of(session, visit.session.id) if visit.session else None
        status = _status_of(state, visit, session)
    word, _, number = visit.cookie(_cookie(visit)).partition(".")
    if status in {WordStatus.WAITING, WordStatus.HEARD} and not word:
        status = WordStatus.DROPPED
    link = f"{chat_url(visit.settings)}?text={quote(f'{PREFIX} {word}')}"
    code = segno.make(link, error="m").svg_data_uri(scale=4, border=2, dark="#3b2413", light="#fffdf8")
    return {"status": status.value, "word": word, "number": number, "link": link, "code": code}


def _status_of(state: WordState | None, visit: Visit, session: Session) -> WordStatus:
    """How far the word is, one that is over by time among those that are dropped."""
    if state is None or (state.ends_at <= visit.now(session) and state.status is not WordStatus.USED):
        return WordStatus.DROPPED
    return state.status


def _cookie(visit: Visit) -> str:
    """The cookie with the word that this browser shows: we keep only its hash."""
    return f"{visit.area.name}-word"
