"""How a reading is held against what a line means: strictly, key by key.

* `items`: the same fruit in the same order, with the same counts, units, changes and upper ends.
* `whole`: every key of the meaning equal, and none read besides. A day that is counted (`+1`) equals its date.
* wrong act: the reading would act where the line does not say so. What acts (`acts`) is what is followed without a
  further question, or leads to an order with one tap: yes, cancel, a way to pay by itself, a whole home by itself, a
  repetition, an order whose fruit is all counted; and only in a reading that is whole, since one with leftovers or
  doubts never acts.
* `never_acts` is met by a reading that does not act; it is no key of a reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.reading.meaning import Meaning
from jamango.understanding.plain import Plain, Slugs, in_plain

COUNTED = re.compile(r"\+(\d+)")
NO_KEYS = ("never_acts",)
# Lines that want fruit, however much of it they leave open.
ORDERING = frozenset({"order", "repeat", "change", "bulk", "part"})


@dataclass(frozen=True)
class Verdict:
    """One line held against its reading; `misses` are the keys that differ, as (expected, read)."""

    read: Plain
    misses: Mapping[str, tuple[Any, Any]]
    wrong_act: str = ""

    @property
    def whole(self) -> bool:
        return not self.misses

    @property
    def items(self) -> bool:
        return "items" not in self.misses


def judge(expected: Plain, meaning: Meaning, slugs: Slugs, today: date, at: str = "start") -> Verdict:
    """The verdict of a line whose meaning is `expected` where its chat stands `at`."""
    read = in_plain(meaning, slugs)
    wanted = dated(expected, today)
    keys = {*wanted, *read} - set(NO_KEYS)
    misses = {
        key: (wanted.get(key), read.get(key)) for key in sorted(keys) if not _same(wanted.get(key), read.get(key))
    }
    return Verdict(read, misses, ", ".join(sorted(_wrong_acts(read, wanted, at))) if meaning.is_whole else "")


def _wrong_acts(read: Plain, wanted: Plain, at: str) -> set[str]:
    """What the reading would do and the line does not say: nothing at all where the line only looks like an act."""
    said = set[str]() if wanted.get("never_acts") else acts(wanted)
    proposed = at == "regular" and wanted["intent"] == "yes"  # the same again is what is agreed to
    if proposed or wanted["intent"] in ORDERING:
        said.add("order")
    return acts(read) - said


def _same(wanted: Any, read: Any) -> bool:
    return wanted == read or (not wanted and not read)


def acts(plain: Plain) -> set[str]:
    """What a meaning would do without a further question."""
    intent = plain["intent"]
    does = {intent} & {"yes", "cancel"}
    items = plain.get("items", ())
    if intent == "repeat" or (intent == "order" and items and all("count" in item for item in items)):
        does.add("order")
    if intent in {"part", "change"} and plain.get("pay"):
        does.add(f"pay {plain['pay']}")
    if intent in {"part", "change"} and {"apartment", "flat"} <= set(plain.get("home", ())):
        does.add("home")
    return does


def dated(expected: Plain, today: date) -> Plain:
    """What is expected, its counted days as dates and its doubts in order."""
    plain = dict(expected)
    for key in ("day", "not_day"):
        if plain.get(key):
            plain[key] = "|".join(sorted(_date(day, today) for day in plain[key].split("|")))
    if "unclear" in plain:
        plain["unclear"] = sorted(plain["unclear"])
    return plain


def _date(day: str, today: date) -> str:
    counted = COUNTED.fullmatch(day)
    return (today + timedelta(days=int(counted[1]))).isoformat() if counted else day
