"""What the founder tells the shop to do: `stock hapus +40 dozen`, `kal subah band karo`, `refund 7KQ3`. Pure.

The words that say what to do stand in `templates/lexicon/founder`; they are cut out, with signs, codes and zones. What
is left is read by the finders that read customers' lines: fruit, amounts, sums, times and homes. Whatever nobody knows,
and each word that refuses or asks, is left over, and then nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from core.reading.book import Book
from core.reading.codes import CODE_LENGTH, CODE_LETTERS
from core.reading.letters import normalise
from core.reading.lexicon import EVERYDAY, FOLDER, Way, meanings_in, read_file, split_way
from core.reading.marks import Line, mark_line
from core.reading.moments import find_times
from core.reading.quantities import Quantity, find_quantities
from core.reading.sums import find_sums
from core.reading.times import Wish
from core.reading.tokens import Placed, place_tokens

SHORTEST_CODE = 3
CODE = re.compile(rf"[{CODE_LETTERS.lower()}]{{{SHORTEST_CODE},{CODE_LENGTH}}}")
SIGNED = re.compile(r"(?:^|(?<=\s))([+=-])\s*(?=\d)")
SIGNS = {"+": "add", "-": "less", "=": "set"}
# What may stand around an instruction without changing it.
ALONG = ("courtesy", "do", "want", "thing", "of", "when", "for", "is", "price", "make", "answer.yes", "along", "only",
         "show", "fruit", "clock.at", "clock.range", "rate_word", "ask.rate")  # fmt: skip
STOPS = ("deny", "stop", "or", "lead.refuse")
Zones = Sequence[tuple[int, tuple[str, ...]]]


class Verb(StrEnum):
    """What shall be done."""

    TODAY = "today"
    STOCK = "stock"
    RATE = "rate"
    CLOSE = "close"
    OPEN = "open"
    SOLD_OUT = "sold-out"
    ORDERS = "orders"
    ORDER = "order"
    REFUND = "refund"
    RAIN = "rain"
    RUNS = "runs"
    UNDO = "undo"


# Words that also name a thing (`sold out stock`): beside another verb they say nothing. The first of several counts.
THINGS = (Verb.STOCK, Verb.ORDERS, Verb.ORDER, Verb.TODAY)


@dataclass(frozen=True)
class Instruction:
    """An instruction as far as it was read; ids are those of the book and the zones.

    `change` (add, less, set) is empty when no sign says it; `count` of `unit` is an amount of fruit, and for a rate the
    pack that it is of; `code` is the beginning of an order's code, in capitals.
    """

    verb: Verb
    varieties: tuple[int, ...] = ()
    change: str = ""
    count: Fraction | None = None
    unit: str | None = None
    rupees: int | None = None
    when: Wish | None = None
    zone: int | None = None
    apartments: tuple[int, ...] = ()
    code: str = ""
    leftovers: tuple[str, ...] = ()


def read_instruction(typed: str, book: Book, zones: Zones, today: date) -> Instruction | None:
    """What a line tells the shop to do; None when it says nothing of the kind. Never raises.

    A line that is only a day asks for that day's figures.
    """
    text = normalise(typed.replace("\n", " "))
    acts = _acts(text)
    if len(acts) > 1:
        return Instruction(acts[0], leftovers=tuple(acts))
    verb, text = _cut_verb(text)
    if verb is None:
        line = mark_line(text, book)
        when = find_times(line, today, "placed").wanted
        only = when is not None and bool(when.days) and not _leftovers(line)
        return Instruction(Verb.TODAY, when=when) if only else None
    code = ""
    if verb in {Verb.ORDER, Verb.REFUND}:
        code, text = _cut_code(text)
    change, text = _cut_change(text) if verb is Verb.STOCK else ("", text)
    zone, text = _cut_zone(text, zones)
    return _read_rest(verb, mark_line(text, book), today, change=change, zone=zone, code=code)


def _read_rest(verb: Verb, line: Line, today: date, *, change: str, zone: int | None, code: str) -> Instruction:
    speaks_of_time = verb not in {Verb.STOCK, Verb.RATE, Verb.SOLD_OUT, Verb.REFUND, Verb.ORDER}
    when = find_times(line, today, "placed").wanted if speaks_of_time else None
    apartments = _take_named(line, "place")
    varieties = _take_named(line, "variety")
    sums = [] if verb is Verb.STOCK else find_sums(line)
    amounts = find_quantities(line)
    count, unit, rupees = _amounts(verb, amounts, sums)
    leftovers = _leftovers(line)
    return Instruction(verb, varieties, change, count, unit, rupees, when, zone, apartments, code.upper(), leftovers)


def _amounts(
    verb: Verb, amounts: Sequence[Quantity], sums: Sequence[int]
) -> tuple[Fraction | None, str | None, int | None]:
    """How much of what, and for how many rupees. Of a rate the price is what stands last, or what is called rupees;
    `dozen 900` and `900 dozen` are 900 rupees the dozen."""
    counted = [one for one in amounts if one.count is not None]
    if verb is Verb.STOCK:
        return (counted[0].count, counted[0].unit, None) if len(counted) == 1 else (None, None, None)
    rupees = sums[0] if sums else None
    if verb is Verb.RATE and rupees is None and counted:
        last = counted.pop()
        rupees = int(last.count) if last.count is not None and last.count.denominator == 1 else None
        if last.unit and not counted:
            return Fraction(1), last.unit, rupees
    elif rupees is None and counted:
        rupees = int(counted[-1].count or 0)
    sized = counted[0] if counted else next((one for one in amounts if one.unit), None)
    return (sized.count or Fraction(1), sized.unit, rupees) if sized else (None, None, rupees)


def _take_named(line: Line, kind: Literal["place", "variety"]) -> tuple[int, ...]:
    """Every id of a kind that the line names, taken; a name of several names them all."""
    found: dict[int, None] = {}
    for place in line.places(kind):
        found.update((int(value), None) for value in line.marks[place].values(kind))
        line.take(place, place + 1, kind)
    return tuple(found)


def _leftovers(line: Line) -> tuple[str, ...]:
    free = [place for place in range(len(line)) if line.is_free(place)]
    return tuple(line.marks[place].words for place in free
                 if line.at(place, *STOPS) or not line.at(place, *ALONG))  # fmt: skip


@lru_cache(maxsize=1)
def _words() -> Mapping[Way, str]:
    """Every way to say a verb, a change or a zone, with its meaning: `verb.stock`."""
    files = [read_file(FOLDER / "founder" / f"{language}.toml") for language in EVERYDAY]
    return {split_way(said): meaning for tables in files for meaning, said in meanings_in(tables)}


def _find(placed: Sequence[Placed], kind: str) -> list[tuple[str, int, int]]:
    """Ways of a kind in a line, the longest at each place: what each means and the tokens it takes."""
    found, place = [], 0
    longest = max(map(len, _words()))
    while place < len(placed):
        for length in range(min(longest, len(placed) - place), 0, -1):
            way = tuple(one.token.text for one in placed[place : place + length])
            meaning = _words().get(way, "")
            if meaning.startswith(f"{kind}."):
                found.append((meaning.partition(".")[2], place, place + length))
                place += length - 1
                break
        place += 1
    return found


def _acts(text: str) -> list[Verb]:
    """What a line says to do, things left aside: two are a contradiction."""
    said = dict.fromkeys(Verb(name) for name, _, _ in _find(list(place_tokens(text)), "verb"))
    return [verb for verb in said if verb not in THINGS]


def _cut_verb(text: str) -> tuple[Verb | None, str]:
    """The verb, and the line without it."""
    placed = list(place_tokens(text))
    found = [(Verb(name), begin, end) for name, begin, end in _find(placed, "verb")]
    said = {verb for verb, _, _ in found}
    verb = next((each for each in (*_acts(text), *THINGS) if each in said), None)
    if verb is None:
        return None, text
    cut = [(begin, end) for each, begin, end in found if each is verb or each in THINGS]
    return verb, _without(text, placed, cut)


def _cut_code(text: str) -> tuple[str, str]:
    """An order's code or its beginning: letters of codes, of which one at least is a digit."""
    for word in text.split():
        if CODE.fullmatch(word) and any(letter.isdigit() for letter in word):
            return word, text.replace(word, " ", 1)
    return "", text


def _cut_change(text: str) -> tuple[str, str]:
    """How stock shall change, by a sign before a number or by a word."""
    signed = SIGNED.search(text)
    if signed is not None:
        text = f"{text[: signed.start()]} {text[signed.end() :]}"
    placed = list(place_tokens(text))
    said = _find(placed, "change")
    text = _without(text, placed, [(begin, end) for _, begin, end in said])
    if signed is not None:
        return SIGNS[signed[1]], text
    changes = {name for name, _, _ in said}
    return (changes.pop() if len(changes) == 1 else ""), text


def _cut_zone(text: str, zones: Zones) -> tuple[int | None, str]:
    """A zone by its name, or `zone 2`: the second as the shop lists them."""
    placed = list(place_tokens(text))
    words = [one.token.text for one in placed]
    for _, begin, end in _find(placed, "zone"):
        number = words[end] if end < len(words) else ""
        if number.isdigit() and 1 <= int(number) <= len(zones):
            return zones[int(number) - 1][0], _without(text, placed, [(begin, end + 1)])
    for zone_id, names in zones:
        for way in filter(None, map(split_way, names)):
            for begin in range(len(words) - len(way) + 1):
                if tuple(words[begin : begin + len(way)]) == way:
                    return zone_id, _without(text, placed, [(begin, begin + len(way))])
    return None, text


def _without(text: str, placed: Sequence[Placed], cut: Sequence[tuple[int, int]]) -> str:
    """The line without these spans of tokens."""
    for begin, end in reversed(cut):
        text = f"{text[: placed[begin].start]} {text[placed[end - 1].end :]}"
    return text
