"""Offering to take back what was done just now: a line above the pages that follow, for ten minutes."""

from __future__ import annotations

from sqlmodel import Session

from core.undos.actions import LASTS, noted_undo
from pages.cookies import Cookie
from pages.visit import Visit

OFFERED = "office-undo"  # the cookie with the number of the deed


def offer_undo(visit: Visit, session: Session) -> None:
    """Offer what the transaction of a form's deed has noted (`core.undos.actions.note_undo`)."""
    undo_id = noted_undo(session)
    if undo_id is not None:
        visit.set_cookie(Cookie(OFFERED, str(undo_id), LASTS, visit.area.same_site))


def withdraw_offer(visit: Visit) -> None:
    """It is taken back, or was put away."""
    visit.set_cookie(Cookie(OFFERED, "", LASTS, visit.area.same_site))


def offered_undo(visit: Visit) -> int | None:
    """The deed that this browser may take back."""
    offered = visit.cookie(OFFERED)
    return int(offered) if offered.isascii() and offered.isdigit() and len(offered) < 18 else None
