"""Browsers on which somebody has signed in before: their tries are counted apart, so that strangers who guess at a
name cannot lock its owner out (OWASP's device cookies).
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta

from sqlmodel import Session

from core.ids import new_token
from core.requests.rules import Limit
from pages.cookies import YEAR, Cookie
from pages.door import address_of, seconds_to_wait
from pages.visit import Visit

KNOWN = "office-known"  # the cookie: whose browser it is, a number of its own, and our seal on both
OF_A_DEVICE = Limit("office-signin-device", 10, timedelta(minutes=10))
OF_A_NETWORK = Limit("office-signin-network", 20, timedelta(minutes=10))
OF_STRANGERS = Limit("office-signin-strangers", 60, timedelta(hours=1))


def remember_device(visit: Visit, staff_id: int) -> None:
    """This browser is known as somebody's for a year, signed out or not."""
    words = f"{staff_id}.{new_token()}"
    visit.set_cookie(Cookie(KNOWN, f"{words}.{_seal(visit, words)}", YEAR, visit.area.same_site))


def known_device(visit: Visit, staff_id: int) -> str:
    """The number of this browser when it is known as this member's; empty otherwise."""
    words, _, seal = visit.cookie(KNOWN)[:200].rpartition(".")
    is_ours = hmac.compare_digest(seal.encode(), _seal(visit, words).encode())
    owner, _, device = words.partition(".")
    return device if is_ours and owner == str(staff_id) else ""


def seconds_to_wait_for_sign_in(session: Session, visit: Visit, staff_id: int) -> int | None:
    """Count one try at somebody's sign-in (0 for nobody's); None while it is within the limits.

    A known browser has its own count. All others share one for each network and one for each name, and whoever is kept
    out by the latter still has the browsers she knows, and WhatsApp.
    """
    device = known_device(visit, staff_id)
    if device:
        return seconds_to_wait(session, visit, OF_A_DEVICE, device)
    late = seconds_to_wait(session, visit, OF_A_NETWORK, address_of(visit.request))
    if late is None and staff_id:
        late = seconds_to_wait(session, visit, OF_STRANGERS, f"staff:{staff_id}")
    return late


def _seal(visit: Visit, words: str) -> str:
    key = visit.settings.secret_key.get_secret_value()
    return hmac.new(key.encode(), f"device:{words}".encode(), hashlib.sha256).hexdigest()
