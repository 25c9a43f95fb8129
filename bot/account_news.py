"""News of our account at Meta that is no message (WHATSAPP §1.3): bans, limits, quality, reviews, names, security.

Whatever happens to the account itself rings, each event anew: a ban after an unban is no repeat of the first. The rest
rings when it is serious, and is closed when Meta says that it is good again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from core.alerts.actions import resolve_alert, ring_anew
from core.outside import as_integer, as_object, as_objects, as_text

ALERT = "whatsapp-account"
ERRORS = "errors"
# The same trouble of the number comes with every message that meets it: once a day is enough.
ERRORS_RING_AGAIN = timedelta(days=1)
EVERY_EVENT = frozenset({"account_update", "account_alerts", "account_settings_update", "business_status_update"})
SECURITY = "security"
CAPABILITY = "business_capability_update"
# So few people a day may hear from a shop that is new, or that Meta does not trust.
SMALLEST_LIMIT = 1000
BANNED = ("DISABLE", "SCHEDULE_FOR_DISABLE")
# Field: what is serious, what is good again.
JUDGED = {
    "phone_number_quality_update": ({"FLAGGED", "DOWNGRADE"}, {"UNFLAGGED", "UPGRADE"}),
    "account_review_update": ({"REJECTED", "DEFERRED"}, {"APPROVED"}),
    "phone_number_name_update": ({"REJECTED"}, {"APPROVED"}),
}
FIELDS = EVERY_EVENT | JUDGED.keys() | {ERRORS, SECURITY, CAPABILITY}
LONGEST = 200
TOLD = frozenset({"event", "decision", "waba_ban_state", "alert_type"})
NO_WORDS = ("id", "ids", "number")


@dataclass(frozen=True, slots=True)
class AccountNews:
    """One event: the matter it is about, what happened (Meta's word), the rest of what is told, and how it stands."""

    subject: str
    event: str
    detail: str = ""
    serious: bool = True
    good_again: tuple[str, ...] = ()


def handle_account_news(session: Session, name: str, value: Any, now: datetime) -> None:
    """Ring for the news of the field `name`, close what is good again, and pass over what is neither."""
    for news in read_account_news(name, value):
        for subject in news.good_again:
            resolve_alert(session, ALERT, subject, now)
        if news.serious:
            again_after = ERRORS_RING_AGAIN if name == ERRORS else timedelta(0)
            values = {"about": name, "event": news.event, "detail": news.detail}
            ring_anew(session, ALERT, news.subject, now, again_after=again_after, **values)


def read_account_news(name: str, value: Any) -> list[AccountNews]:
    """The events in the news of one field, whatever its shape."""
    if name == ERRORS:
        return [_read_error(error) for error in as_objects({ERRORS: value}, ERRORS)] or [AccountNews(ERRORS, ERRORS)]
    facts: dict[str, Any] = value if isinstance(value, dict) else {}
    if name == CAPABILITY:
        limit = _smallest_limit(facts)
        few = limit is not None and 0 <= limit < SMALLEST_LIMIT
        return [AccountNews(name, str(limit), serious=few, good_again=() if few or limit is None else (name,))]
    if name in JUDGED:
        event = (as_text(facts, "event", 60) or as_text(facts, "decision", 60)).upper()
        serious, good = JUDGED[name]
        good_again = (name,) if event in good else ()
        return [AccountNews(name, event, _describe(facts), serious=event in serious, good_again=good_again)]
    return [_read_event(name, facts)]


def _read_event(name: str, facts: dict[str, Any]) -> AccountNews:
    """A ban is told by its state, and everything else by its event."""
    state = as_text(as_object(facts, "ban_info"), "waba_ban_state", 60).upper()
    alert = as_text(as_object(facts, "alert_info"), "alert_type", 60) or as_text(facts, "alert_type", 60)
    event = state or as_text(facts, "event", 60).upper() or alert.upper() or name
    ended = BANNED if state == "REINSTATE" else ()
    return AccountNews(f"{name}:{event}", event, _describe(facts), good_again=tuple(f"{name}:{ban}" for ban in ended))


def _read_error(error: dict[str, Any]) -> AccountNews:
    code = as_integer(error, "code")
    return AccountNews(f"{ERRORS}:{code}", str(code), as_text(error, "title", LONGEST) or as_text(error, "message"))


def _smallest_limit(facts: dict[str, Any]) -> int | None:
    """How many people a day we may write to first; None when nothing is said of it, or there is no limit."""
    said = [str(limit) for name, limit in facts.items() if name.startswith("max_daily_conversation")]
    limits = [re.fullmatch(r"(?:TIER_)?([0-9]{1,9})(K?)", limit.upper()) for limit in said]
    return min((int(each[1]) * (1000 if each[2] else 1) for each in limits if each), default=None)


def _describe(facts: dict[str, Any]) -> str:
    """What else is told, in Meta's own words: types, dates and reasons, without ids and numbers."""
    return ", ".join(dict.fromkeys(_words_in(facts)))[:LONGEST]


def _words_in(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _words_in(item, str(key))
    elif isinstance(value, list):
        for item in value:
            yield from _words_in(item, name)
    elif isinstance(value, str) and not (name in TOLD or name.endswith(NO_WORDS) or value == "NONE" or value.isdigit()):
        yield as_text({name: value}, name, LONGEST)
