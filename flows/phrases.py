"""Saying amounts, delivery times and lists of fruit in a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

from core.formats import format_clock, format_fruit, format_slot, format_slot_title
from core.money import format_rupees
from core.settings import get_settings
from core.wording import keep_together, pick, say

SHOWN_LINES = 12  # more would not fit on one screen


class Named(Protocol):
    """A line of fruit, in a cart or in an order."""

    @property
    def names(self) -> dict[str, str]: ...
    @property
    def labels(self) -> dict[str, str]: ...
    @property
    def quantity(self) -> int: ...


class Priced(Named, Protocol):
    @property
    def line_paise(self) -> int: ...


def phrase_slot(language: str, starts_at: datetime, ends_at: datetime, now: datetime) -> str:
    """`tomorrow (Tue 24 Nov), 8–10 am`, to stand inside a sentence."""
    return format_slot(language, starts_at, ends_at, now, get_settings().zone)


def slot_title(language: str, starts_at: datetime, ends_at: datetime, now: datetime) -> str:
    """`Tomorrow, 8–10 am`, for a row of a list."""
    return format_slot_title(language, starts_at, ends_at, now, get_settings().zone)


def phrase_clock(language: str, moment: datetime) -> str:
    """`7:42 pm`: until when something is kept."""
    return format_clock(language, moment, get_settings().zone)


def phrase_fruit(language: str, line: Named) -> str:
    """`2 × Alphonso, 1 dozen`."""
    return format_fruit(language, line.names, line.labels, line.quantity)


def phrase_lines(language: str, lines: Sequence[Priced]) -> str:
    """One line for each fruit with its amount; the rest as a number when there are too many."""
    said = [
        say(language, "phrase-line", fruit=phrase_fruit(language, line), amount=format_rupees(line.line_paise))
        for line in lines[:SHOWN_LINES]
    ]
    if len(lines) > SHOWN_LINES:
        said.append(say(language, "phrase-more-lines", count=len(lines) - SHOWN_LINES))
    return "\n".join(said)


def phrase_basket(language: str, lines: Iterable[Named]) -> str:
    """`2 × Alphonso, 1 dozen + 1 × Kesar, 3 kg box`, for one line."""
    return " + ".join(phrase_fruit(language, line) for line in lines)


def phrase_fee(language: str, fee_paise: int) -> str:
    return format_rupees(fee_paise) if fee_paise else say(language, "phrase-free")


def phrase_fees(language: str, lowest_paise: int, highest_paise: int) -> str:
    """`₹40`, `₹40–₹60` or `up to ₹60` where it depends on the place."""
    if lowest_paise == highest_paise:
        return phrase_fee(language, highest_paise)
    lowest, highest = format_rupees(lowest_paise), format_rupees(highest_paise)
    begins = "some" if lowest_paise else "none"
    return keep_together(say(language, "phrase-between", begins=begins, lowest=lowest, highest=highest))


def phrase_values(language: str, values: dict[str, Any]) -> dict[str, Any]:
    """Values free of language, as a refusal carries them, made ready to be said.

    `missing_paise` becomes `missing`, and `has_missing` tells a sentence whether it is any.
    """
    ready: dict[str, Any] = {}
    for name, value in values.items():
        if name.endswith("_paise") and isinstance(value, int):
            ready[name.removesuffix("_paise")] = format_rupees(value)
            ready[f"has_{name.removesuffix('_paise')}"] = "yes" if value else "no"
        elif isinstance(value, dict):
            ready[name] = pick(value, language)
        else:
            ready[name] = value
    return ready
