"""A meaning in the plain form of the corpus (tests/understanding/README.md): names for ids, only what applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.reading.meaning import Change, Intent, Item, Meaning
from core.reading.times import Wish

Plain = dict[str, Any]


@dataclass(frozen=True)
class Slugs:
    """The names of varieties and apartments by their ids."""

    varieties: Mapping[int, str]
    apartments: Mapping[int, str]


def in_plain(meaning: Meaning, slugs: Slugs) -> Plain:
    """The meaning as the corpus writes it; days near by are counted, others written out."""
    plain: Plain = {"intent": str(meaning.intent)}
    plain["items"] = [_item(item, slugs) for item in meaning.items]
    plain |= _when(meaning.when)
    if meaning.when_not is not None:
        plain["not_day"] = _days(meaning.when_not)
        plain["not_part"] = "|".join(sorted(meaning.when_not.parts))
    plain["home"] = _home(meaning, slugs)
    plain |= {"pay": meaning.payment, "phone": meaning.phone and meaning.phone[-10:], "note": bool(meaning.note)}
    plain |= {"asks": list(meaning.asks), "unclear": sorted(meaning.doubts)}
    if meaning.intent is Intent.COMMAND:
        plain["command"] = meaning.command
    plain["language_wanted"] = (meaning.language or "").partition("-")[0]
    return {key: value for key, value in plain.items() if value}


def _item(item: Item, slugs: Slugs) -> Plain:
    plain: Plain = {
        "variety": slugs.varieties.get(item.variety) if item.variety else None,
        "stranger": item.stranger,
        "count": str(item.count) if item.count is not None else None,
        "unit": item.unit,
        "change": None if item.change is Change.SET else str(item.change),
        "most": str(item.most) if item.most is not None else None,
        "instead_of": slugs.varieties.get(item.instead_of) if item.instead_of else None,
    }
    return {key: value for key, value in plain.items() if value}


def _when(wish: Wish | None) -> Plain:
    if wish is None:
        return {}
    parts = wish.parts or _part_of_half(wish)
    hours = [f"{first}" if last is None else f"{first}-{last}" for first, last in wish.hours]
    return {"day": _days(wish), "part": "|".join(sorted(parts)), "hours": "|".join(hours),
            "near": bool(wish.near)}  # fmt: skip


def _part_of_half(wish: Wish) -> set[str]:
    """`8 am` is in the morning, `5 pm` in the evening, though no word says so."""
    if wish.half is None or not wish.hours:
        return set()
    hour = wish.hours[0][0] % 12
    return {"morning"} if wish.half == "am" else {"afternoon" if hour < 4 else "evening" if hour < 8 else "night"}


def _days(wish: Wish) -> str:
    return "|".join(day.isoformat() for day in sorted(wish.days))


def _home(meaning: Meaning, slugs: Slugs) -> Plain:
    home = meaning.home
    if home is None:
        return {}
    if home.elsewhere:
        return {"elsewhere": True}
    plain = {"apartment": slugs.apartments.get(home.apartment) if home.apartment else None,
             "tower": home.tower.upper(), "flat": home.flat}  # fmt: skip
    return {key: value for key, value in plain.items() if value}
