"""Matters as pages say them: the words of the founder's phone, in the reader's language."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from bot.notice_values import word_values
from bot.notices import ALERT, say_notice
from core.errors import Fault
from core.formats import format_clock, format_day
from core.views.alerts import OpenAlert, open_alerts
from core.wording import FIRST_LANGUAGE, languages
from pages.visit import Visit

# Where things are looked at that have no page of their own, by the kind that a subject begins with.
PLACES = {"inventory": "/admin/inventory", "pattern": "/admin/slots",
          **dict.fromkeys(("sale", "device", "shift"), "/admin/stalls")}  # fmt: skip


class ShownAlert(NamedTuple):
    """A matter in words, since when, and where it is looked at ("" where nowhere)."""

    id: int
    words: str
    since: str
    times: int
    path: str


def shown_alerts(visit: Visit, session: Session, *, most: int) -> list[ShownAlert]:
    """The newest open matters."""
    return [_show(visit, each) for each in open_alerts(session, most=most)]


def _show(visit: Visit, alert: OpenAlert) -> ShownAlert:
    zone, now = visit.settings.zone, visit.moment
    raised_at = alert.raised_at
    day, clock = format_day(visit.language, raised_at, now, zone), format_clock(visit.language, raised_at, zone)
    return ShownAlert(alert.alert_id, say_alert(visit, alert), f"{day}, {clock}", alert.times, path_of(alert))


def say_alert(visit: Visit, alert: OpenAlert) -> str:
    """Its sentence; one whose values cannot be worded is said by its code."""
    spoken = visit.language if visit.language in languages() else FIRST_LANGUAGE
    values = {"subject": alert.subject, **alert.details}
    try:
        words = word_values(spoken, values, visit.moment, visit.settings.zone)
        return say_notice(spoken, f"{ALERT}{alert.code}", words).strip()
    except Fault:
        return f"{alert.code} ({alert.subject})"


def path_of(alert: OpenAlert) -> str:
    """Where a matter is looked at, as far as its subject says it."""
    kind, _, about = alert.subject.partition(":")
    order = alert.details.get("order") or alert.details.get("code")
    if order and isinstance(order, str) and order.isalnum():
        return f"/admin/orders/{order}"
    return PLACES.get(kind, "") if about else ""
