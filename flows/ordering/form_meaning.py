"""What was filled into the order form, as the meaning that a line with all of it would have. Pure.

Every id in it comes from outside: one that is none of ours reads as not filled in, or is asked about like a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Protocol

from core.reading.lexicon import load_lexicon
from core.reading.meaning import Intent, Item, Meaning, SaidHome
from core.reading.times import Wish
from core.zones.homes import read_home
from flows.ordering.fruit import read_id, read_pair

LINES = (1, 2, 3)
NEW_HOME = "new"
WAYS = ("online", "cash")
WINDOW = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})-(\d{2}):(\d{2})")


class KnownHome(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def apartment_id(self) -> int: ...
    @property
    def tower(self) -> str: ...
    @property
    def flat(self) -> str: ...
    @property
    def line(self) -> str: ...


def read_form(fields: Mapping[str, str], homes: Sequence[KnownHome], towers: Mapping[int, tuple[str, ...]]) -> Meaning:
    """The meaning of a form filled in by somebody with these `homes`, where the societies (by id) have these towers."""
    payment = fields.get("pay", "")
    return Meaning(
        typed="",
        intents=(Intent.ORDER,),
        items=_items(fields),
        when=read_window(fields.get("window", "")),
        home=_home(fields, homes, towers),
        payment=payment if payment in WAYS else None,
        note=fields.get("note"),
    )


def name_window(starts_at: datetime, ends_at: datetime) -> str:
    """A window, in the shop's time, as the id of an option: two zones at one time have the same."""
    return f"{starts_at:%Y-%m-%d %H:%M}-{ends_at:%H:%M}"


def read_window(named: str) -> Wish | None:
    match = WINDOW.fullmatch(named)
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if match is None or day is None:
        return None
    first, last = int(match[2]), int(match[4])
    return Wish(frozenset({day}), hours=((first, last),), half="am" if first < 12 else "pm")


def name_pack(product_id: int, pack_id: int) -> str:
    """A pack as the id of an option."""
    return f"{product_id}x{pack_id}"


def _items(fields: Mapping[str, str]) -> tuple[Item, ...]:
    """So many of each pack; one that was chosen on two lines is one item."""
    counts: dict[tuple[int, int], int] = {}
    for line in LINES:
        pack = read_pair(fields.get(f"pack_{line}", ""))
        if pack is not None:
            counts[pack] = counts.get(pack, 0) + (read_id(fields.get(f"count_{line}", "")) or 1)
    return tuple(Item(product, count=Fraction(count), unit="pack", pack=pack)
                 for (product, pack), count in counts.items())  # fmt: skip


def _home(
    fields: Mapping[str, str], homes: Sequence[KnownHome], towers: Mapping[int, tuple[str, ...]]
) -> SaidHome | None:
    """A home of theirs, unless another one is written: then that one, as far as it is."""
    line, society = fields.get("flat", ""), read_id(fields.get("society", ""))
    known = next((home for home in homes if str(home.id) == fields.get("home", NEW_HOME)), None)
    if known is not None:
        return SaidHome(known.apartment_id, known.tower, known.flat or known.line, known.line)
    if society is None or society not in towers:
        return SaidHome(line=line) if line else None
    home = read_home(line, towers[society], load_lexicon())
    return SaidHome(society, home.tower, home.flat or ("" if home.tower else line), line)
