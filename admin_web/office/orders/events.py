"""A line of the audit log as a sentence: who did what."""

from __future__ import annotations

from typing import Any

from core.actor import Actor, ActorKind
from core.money import format_rupees
from core.views.timeline import Event
from core.wording import FIRST_LANGUAGE
from pages.visit import Visit
from pages.wording import PAGES, show_values

# A detail that is a code → the wordings that may say it.
CODED = {
    "reason": ("event-why-{}", "order-failed-{}"),
    "role": ("role-{}",),
    "code": ("told-kind-{}",),
}
# A part of an order → where the log keeps it.
CHANGED = {"fruit": "items", "time": "slot_id", "home": "address_id"}


def sentence_of(visit: Visit, event: Event) -> str:
    """`Lakshmi packed it.` An action that has no sentence is named as it stands in the log."""
    plain = {name: value for name, value in event.details.items() if not isinstance(value, dict)}
    values = show_values(visit.language, plain)
    values |= {"who": _who(visit, event), "action": event.action, **_coded(visit, plain)}
    if "paise" in event.details:
        values["amount"] = format_rupees(int(event.details["paise"]))
    for moment in ("before", "after"):
        if isinstance(event.details.get(moment), dict):
            values[moment] = format_rupees(int(event.details[moment].get("total_paise", 0)))
    values |= _changed(visit, event.details)
    key = f"event-{event.action}"
    wanted = PAGES.load()[FIRST_LANGUAGE].placeholders.get(key)
    if wanted is None or not wanted <= values.keys():
        key, wanted = "event-other", frozenset({"who", "action"})
    return visit.t(key, **{name: values[name] for name in wanted})


def _changed(visit: Visit, details: dict[str, Any]) -> dict[str, str]:
    """What an order was changed in, and whether it costs the same; what nothing else tells is its note."""
    before, after = details.get("before"), details.get("after")
    if not isinstance(before, dict) or not isinstance(after, dict):
        return {}
    parts = [part for part, name in CHANGED.items() if before.get(name) != after.get(name)] or ["note"]
    is_same = before.get("total_paise") == after.get("total_paise")
    return {"what": ", ".join(visit.t(f"event-part-{part}") for part in parts), "same": "yes" if is_same else "no"}


def _coded(visit: Visit, details: dict[str, Any]) -> dict[str, str]:
    """What the log keeps as a code, in words: a reason, a role, a matter; what has none stands as it is."""
    found = {}
    for name, keys in CODED.items():
        code = str(details.get(name) or "")
        worded = next((key for each in keys if PAGES.has(key := each.format(code))), None)
        found[name] = visit.t(worded) if worded else code or "–"
    return {name: words for name, words in found.items() if name in details}


def _who(visit: Visit, event: Event) -> str:
    actor = Actor.read(event.actor)
    if actor is None:
        return event.actor
    if actor.kind is ActorKind.STAFF:
        return event.staff or visit.t("event-who-staff")
    return visit.t(f"event-who-{actor.kind}")
