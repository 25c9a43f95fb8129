"""Signing in and out on this browser. The secret changes each time: one that was planted before opens nothing."""

from __future__ import annotations

from sqlmodel import Session

from core.ids import new_browser_token
from core.sessions import actions
from core.sessions.queries import Owner
from core.sessions.rules import hash_token
from pages.browsers import name_browser
from pages.visit import Visit


def sign_in(visit: Visit, session: Session, owner: Owner) -> None:
    """Sign an owner in on the browser that asks, under a new secret.

    What a guest had on it (a cart) is hers from now on. Call it only for who has just proved to be that owner.
    """
    now, secret = visit.now(session), new_browser_token()
    actions.sign_in(
        session,
        visit.area.name,
        owner,
        old_hash=hash_token(visit.browser),
        token_hash=hash_token(secret),
        browser=_browser_of(visit),
        now=now,
        ends_at=now + visit.area.lasts,
    )
    visit.set_browser(secret)
    visit.look_up(session)


def sign_out(visit: Visit, session: Session) -> None:
    """End this browser's session and take its secret away."""
    if visit.session is not None:
        actions.end_session(session, visit.session.id, visit.now(session))
    visit.session = None
    visit.set_browser("")


def remember_guest(visit: Visit, session: Session) -> int:
    """The id of this browser's session, begun now if there was none: a guest's cart has a place.

    Its secret stays as it was, so that forms in her other tabs still go through.
    """
    if visit.session is None and visit.browser:
        _begin_guest(visit, session)
    if visit.session is None:  # a first visit, or a secret whose session is over
        visit.set_browser(new_browser_token())
        _begin_guest(visit, session)
    assert visit.session is not None
    return visit.session.id


def _begin_guest(visit: Visit, session: Session) -> None:
    now, token_hash = visit.now(session), hash_token(visit.browser)
    ends_at = now + visit.area.lasts
    actions.begin_session(
        session, visit.area.name, token_hash, Owner(), browser=_browser_of(visit), now=now, ends_at=ends_at
    )
    visit.look_up(session)


def _browser_of(visit: Visit) -> str:
    return name_browser(visit.request.headers.get("user-agent", ""))
