"""Signing in and out on this browser. The secret changes each time: one that was planted before opens nothing."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.ids import new_browser_token
from core.sessions import actions
from core.sessions.queries import LiveSession, Owner
from core.sessions.rules import hash_token
from pages.browsers import name_browser
from pages.visit import Visit


def sign_in(visit: Visit, session: Session, owner: Owner) -> int:
    """Sign an owner in on the browser that asks, under a new secret; returns the session's id.

    What a guest had on it (a cart) is hers from now on. Call it only for who has just proved to be that owner.
    """
    now, secret, known = visit.now(session), new_browser_token(), visit.browser
    session_id = actions.sign_in(
        session,
        visit.area.name,
        owner,
        old_hash=hash_token(known),
        token_hash=hash_token(secret),
        browser=_browser_of(visit),
        now=now,
        ends_at=now + visit.area.lasts,
    )
    visit.set_browser(secret)
    visit.session = LiveSession(session_id, owner, None, None, now)
    return session_id


def sign_out(visit: Visit, session: Session) -> None:
    """End this browser's session and take its secret away."""
    if visit.session is not None:
        actions.end_session(session, visit.session.id, visit.now(session))
    visit.session = None
    visit.set_browser("")


def remember_guest(visit: Visit, session: Session) -> int:
    """The id of this browser's session, begun now if there was none: a guest's cart has a place."""
    if visit.session is None:
        now: datetime = visit.now(session)
        secret = new_browser_token()
        session_id = actions.begin_session(
            session,
            visit.area.name,
            hash_token(secret),
            Owner(),
            browser=_browser_of(visit),
            now=now,
            ends_at=now + visit.area.lasts,
        )
        visit.set_browser(secret)
        visit.session = LiveSession(session_id, Owner(), None, None, now)
    return visit.session.id


def _browser_of(visit: Visit) -> str:
    return name_browser(visit.request.headers.get("user-agent", ""))
