"""Who shops here: the customer who signed in, or somebody whom we do not know yet and whose cart we keep."""

from __future__ import annotations

from sqlmodel import Session
from starlette.exceptions import HTTPException

from core.customers.guests import make_guest
from core.sessions.actions import note_guest
from pages.signing import remember_guest
from pages.visit import Visit


def shopper_of(visit: Visit) -> int | None:
    """The id of the customer whose cart this browser fills; None while nothing was put in."""
    if visit.session is None:
        return None
    return visit.owner.customer_id or visit.session.guest_id


def begin_to_shop(visit: Visit, session: Session) -> int:
    """The same, made now for a browser that is new: a guest, remembered for as long as its session."""
    known = shopper_of(visit)
    if known is not None:
        return known
    session_id = remember_guest(visit, session)
    known = shopper_of(visit)  # a secret that was known already
    if known is None:
        known = note_guest(session, session_id, make_guest(session, visit.language, visit.now(session)))
    return known


def require_shopper(visit: Visit) -> int:
    """The customer whose cart this is. Answers 404 to a browser without one."""
    shopper = shopper_of(visit)
    if shopper is None:
        raise HTTPException(404)
    return shopper
