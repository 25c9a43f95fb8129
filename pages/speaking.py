"""Another language, chosen on a page: for this browser, and for whoever has signed in on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session

from core.customers.actions import set_language
from core.staff.actions import speak
from pages.wording import PAGES, choose_language

if TYPE_CHECKING:
    from pages.visit import Visit


def speak_to(visit: Visit, language: str, session: Session) -> None:
    """Keep a language that the pages have; any other is as if nothing was chosen.

    It is the owner's from now on, at every door and in the chat. Who writes Hindi in Latin letters there reads Hindi
    here already, so that choosing Hindi changes nothing for them.
    """
    if language not in PAGES.load():
        return
    found = visit.session
    if found is not None and choose_language(found.language) != language:
        customer_id = found.owner.customer_id or found.guest_id
        if customer_id is not None:
            set_language(session, customer_id, language)
        if found.owner.staff_id is not None:
            speak(session, found.owner.staff_id, language)
    visit.speak(language)
