"""What was before and is now, fact by fact, as people say it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from core.formats import format_calendar_day, format_units
from core.money import format_rupees
from core.views.audit import AuditLine
from core.views.things import Thing
from core.wording import FIRST_LANGUAGE, pick
from pages.visit import Visit
from pages.wording import PAGES

NOTHING: tuple[object, ...] = (None, "", [], {})
LONGEST = 200  # letters of one value
IN_UNITS = {"on_hand", "low_level", "base_units"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CLOCK = re.compile(r"(\d\d:\d\d):\d\d")
# Words that stand in a fact as a code → the wording that says them.
SAID = {"good_for": "variety-use-{}", "weekday": "weekday-{}", "told": "told-kind-{}"}


class Change(NamedTuple):
    """A fact with what it was and is; nothing was before of what is new."""

    name: str
    before: str
    after: str


def changes_of(visit: Visit, line: AuditLine, thing: Thing | None, zones: dict[str, Thing]) -> list[Change]:
    """Every fact that has a name; numbers of rows, which tell nobody anything, have none."""
    before, after = (_named(line.details.get(side)) for side in ("before", "after"))
    say = _Sayer(visit, thing, zones)
    return [
        Change(visit.t(f"fact-{name}"), say(name, before.get(name)), say(name, after.get(name)))
        for name in {**before, **after}
        if PAGES.has(f"fact-{name}") and (before.get(name) not in NOTHING or after.get(name) not in NOTHING)
    ]


def _named(side: Any) -> dict[str, Any]:
    """What somebody is told of is a list without a name of its own."""
    return side if isinstance(side, dict) else {"told": side} if isinstance(side, list) else {}


class _Sayer:
    def __init__(self, visit: Visit, thing: Thing | None, zones: dict[str, Thing]) -> None:
        self.visit, self.thing, self.zones = visit, thing, zones

    def __call__(self, name: str, value: Any) -> str:
        return "" if value in NOTHING else self._say(name, value)[:LONGEST]

    def _say(self, name: str, value: Any) -> str:
        visit = self.visit
        if isinstance(value, bool):
            return visit.t("fact-yes") if value else visit.t("fact-no")
        if isinstance(value, dict):
            return pick(value, visit.language) if FIRST_LANGUAGE in value else ", ".join(map(str, value.values()))
        if isinstance(value, list):
            return ", ".join(self._word(name, each) for each in value)
        if isinstance(value, int):
            return self._number(name, value)
        return self._text(name, str(value))

    def _number(self, name: str, value: int) -> str:
        if name.endswith("_paise"):
            return format_rupees(value)
        if name == "zone_id":
            zone = self.zones.get(f"zone:{value}")
            return pick(zone.names, self.visit.language) if zone is not None and zone.names else ""
        if name in IN_UNITS and self.thing is not None and self.thing.unit:
            return format_units(self.visit.language, self.thing.unit, value)
        return self._word(name, value)

    def _text(self, name: str, value: str) -> str:
        if DAY.fullmatch(value):
            return format_calendar_day(self.visit.language, date.fromisoformat(value))
        clock = CLOCK.fullmatch(value)
        return clock[1] if clock else self._word(name, value)

    def _word(self, name: str, value: Any) -> str:
        key = SAID.get(name, "").format(value)
        return self.visit.t(key) if key and PAGES.has(key) else str(value)
