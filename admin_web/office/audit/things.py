"""What a line of the log was done to: its name for people, and the page where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.formats import format_calendar_day, format_slot_title
from core.views.things import Thing
from core.wording import pick
from pages.visit import Visit
from pages.wording import PAGES

# What the log can be narrowed by, in the order of a day; a subject's other kinds are rare.
KINDS = (
    "order", "payment", "refund", "pack", "product", "inventory", "slot", "slot-pattern", "zone", "apartment",
    "customer", "chat", "run", "stall", "device", "shift", "sale", "day", "staff", "shop", "answer", "alert",
)  # fmt: skip

PATHS: dict[str, Callable[[Thing], str]] = {
    "order": lambda thing: f"orders/{thing.said}",
    "payment": lambda thing: f"orders/{thing.said}",
    "refund": lambda thing: f"orders/{thing.said}",
    "product": lambda thing: f"products/{thing.id}",
    "pack": lambda thing: f"products/{thing.parent}/packs/{thing.id}",
    "inventory": lambda thing: f"inventory/{thing.id}",
    "slot": lambda thing: f"slots/{thing.id}",
    "slot-pattern": lambda thing: f"slots/weekly/{thing.id}",
    "zone": lambda thing: f"zones/{thing.id}",
    "apartment": lambda thing: f"zones/apartments/{thing.id}",
    "staff": lambda thing: f"staff/{thing.id}",
    "customer": lambda thing: f"customers/{thing.id}",
    "chat": lambda thing: f"inbox/{thing.id}",
    "run": lambda thing: f"delivery/runs/{thing.id}",
    "stall": lambda thing: f"stalls/{thing.id}",
    "device": lambda thing: f"stalls/{thing.parent}",
    "shift": lambda thing: f"stalls/shifts/{thing.id}",
    "sale": lambda thing: f"stalls/shifts/{thing.parent}",
}


def path_of(subject: str, thing: Thing | None) -> str:
    """Where it stands in the office; nowhere for what is gone or has no page."""
    kind = subject.partition(":")[0]
    return f"/admin/{PATHS[kind](thing)}" if thing is not None and kind in PATHS else ""


def name_of(visit: Visit, subject: str, thing: Thing | None) -> str:
    """`Order 7KQ3XY`, `Kesar, 1 dozen`; of what is gone, what kind of thing it was."""
    kind, _, which = subject.partition(":")
    key = f"thing-{kind}"
    if not PAGES.has(key):
        return visit.t("thing-other")
    values = _values(visit, which, thing)
    wanted = PAGES.load()["en"].placeholders[key]
    gone = visit.t("thing-nameless")
    return visit.t(key, **{name: values.get(name) or gone for name in wanted})


def _values(visit: Visit, which: str, thing: Thing | None) -> dict[str, str]:
    if thing is None:
        return {"name": _day(visit, which), "key": which}
    values = {
        "name": thing.said or (pick(thing.names, visit.language) if thing.names else ""),
        "zone": pick(thing.names, visit.language) if thing.names else "",
        "label": pick(thing.more, visit.language) if thing.more else "",
    }
    if thing.starts_at is not None and thing.ends_at is not None:
        window = format_slot_title(visit.language, thing.starts_at, thing.ends_at, visit.moment, visit.settings.zone)
        values["window"] = window
    if thing.said.isdecimal() and PAGES.has(f"weekday-{thing.said}"):
        values["weekday"] = visit.t(f"weekday-{thing.said}")
    return values


def _day(visit: Visit, which: str) -> str:
    """A business day by its date; other things that no table knows have no name."""
    try:
        return format_calendar_day(visit.language, date.fromisoformat(which))
    except ValueError:
        return ""
