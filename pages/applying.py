"""A form is applied once, however often it is sent: a double tap, a reload, a browser that sends again by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from core.requests.actions import claim_submission, find_location, note_location


def apply_once(
    session: Session, *, key: str, now: Callable[[Session], datetime], deed: Callable[[Session], str]
) -> str:
    """Do the deed in this transaction and note where it leads; for a form that was applied, only say where it led.

    Whoever comes while the same form is under way waits for its end: a deed that was declined leaves the key free.
    """
    if not claim_submission(session, key, now(session)):
        return find_location(session, key)
    location = deed(session)
    note_location(session, key, location)
    return location
