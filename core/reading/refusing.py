"""What is refused in favour of something else, or by itself: `sunday nahi saturday`, `not sunday`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from core.reading.marks import Line

DENIALS = ("deny", "swap.after")
BETWEEN = ("courtesy", "when", "of", "only", "want", "clock.at", "home.intro", "home.flat", "fruit", "unit", "thing")

# What may stand between an item and a no that is of it, and which of that takes out.
ALTERING = ("courtesy", "want", "make", "do", "change", "more", "less", "remove", "lead.more", "lead.less", "thing",
            "fruit", "of", "mention")  # fmt: skip
TAKING = ("less", "remove", "change.remove", "change.less")
PLEADS = frozenset({"na", "naa", "ना"})
EVEN = frozenset({"bhi", "भी", "even", "single"})


def is_refused(
    line: Line,
    begin: int,
    end: int,
    others: Sequence[tuple[int, int]],
    *,
    across: Sequence[str] = (),
    denials: Sequence[str] = DENIALS,
) -> bool:
    """Whether the words at `begin` to `end` are refused. `others` are where words of the same kind stand.

    In the Indian languages a denial stands behind what it denies, in English before it. A `no` that begins the line
    answers what was said before, and denies what follows only when the line says what is wanted instead.
    """
    behind = end
    while line.at(behind, *BETWEEN, *across) and not _stops(line, behind) and not _begins_other(behind, others):
        behind += 1
    denied = line.at(behind, *denials) and not line.at(behind, "lead.refuse", "make", "answer", "and")
    # English says `keep` of what follows, and `leave it with security` is for the rider.
    denied = denied and not line.marks[behind].words.startswith("keep") and line.taken[behind] != "note"
    if denied and line.at(behind + 1, "stop.question"):
        return False  # `7 baje se pehle nahi hai kya?`
    if denied and not line.marks[behind].breaks:
        alone = not line.at(behind, "swap") and ("remove" in denials or not line.at(behind, "remove"))
        return bool(others) or alone
    before = begin - 1
    while before >= 0 and line.at(before, *BETWEEN) and not line.at(before, "deny", "lead.refuse"):
        before -= 1
    leads = line.at(before, "lead.refuse") and not line.marks[min(before + 1, len(line) - 1)].breaks
    if leads and line.marks[before].words == "no":
        return False
    return leads and bool(others or before == 0 or line.at(before, "deny.not"))


def _stops(line: Line, place: int) -> bool:
    return line.marks[place].breaks or line.at(place, "deny", "remove")


def _begins_other(place: int, others: Sequence[tuple[int, int]]) -> bool:
    return any(begin == place for begin, _ in others)


def taken_back(line: Line, end: int, begin: int) -> bool:
    """Whether between two places something takes back what was said: `sorry`, `nahi nahi`, `I mean`."""
    return any(line.at(place, "back") or _denies_alone(line, place) for place in range(end, begin))


class Amount(Protocol):
    """So much of something, where it stands in a line."""

    @property
    def begin(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def unit(self) -> str | None: ...


A = TypeVar("A", bound=Amount)


def without_said_anew(line: Line, amounts: Sequence[A]) -> list[A]:
    """`sawa kilo... nahi ek kilo langra`, `kilo galti se bol diya, 2 darjan`: the first is taken back at once."""
    kept = list(amounts)
    for one, other in pairwise(amounts):
        names = [place for place in range(one.end, other.begin) if line.taken[place] == "name"]
        between = range(one.end, names[0] if names else other.begin)
        denied = (
            len(between) == 1 and line.at(between[0], "deny", "back") and line.marks[between[0]].breaks and not names
        )
        if (denied and one.unit and other.unit) or any(line.at(place, "mistaken") for place in between):
            for place in between:
                line.taken[place] = "along"
            kept.remove(one)
    return kept


def _denies_alone(line: Line, place: int) -> bool:
    return line.at(place, "deny.no") and line.marks[place].breaks


def joined_by_or(line: Line, end: int, begin: int) -> bool:
    slashed = end == begin and line.marks[begin].gap.strip() == "/"
    return slashed or any(line.at(place, "or") for place in range(end, begin)) or line.at(begin - 1, "or")


def refuses_amount(line: Line, begin: int, end: int, *, counted: bool) -> bool:
    """Whether the item at `begin` to `end` stands beside a no of so much of it: neither is that done nor its opposite.

    `don't add 2 dozen hapus`, `2 dozen hapus nahi chahiye`, and of any item `kesar kam mat karo`, `don't reduce kesar`:
    a no beside the word that alters it. A no that answers (`no, 2`) or leads to another amount (`2 nahi 3`) is none.
    """
    before, behind = begin - 1, end
    while line.at(before, *ALTERING) and not line.marks[before + 1].breaks and not _says_no(line, before):
        before -= 1
    while line.at(behind, *ALTERING) and not line.at(behind, "and") and not line.marks[behind].breaks:
        if _says_no(line, behind):
            break
        behind += 1
    if keeps(line, end):
        return True
    leads = before >= 0 and not line.marks[before + 1].breaks and _leads_to_what_it_refuses(line, before)
    follows = behind < len(line) and not line.marks[behind].breaks and _says_no(line, behind)
    follows = follows and not _goes_on(line, behind)
    altered = [*range(before + 1, begin), *range(end, behind)]
    if any(line.at(place, *TAKING) for place in altered):
        return (leads and line.at(before + 1, *TAKING)) or (follows and line.at(behind - 1, *TAKING))
    return counted and (leads or follows) and not _is_none_at_all(line, begin, end)


def keeps(line: Line, end: int) -> bool:
    """`kesar mat hatana`, `kesar cancel mat karna`: behind it a no of a word that takes out, on either side of that."""
    place = end
    while line.at(place, "courtesy", "only") and not line.at(place, "deny") and not _stops(line, place):
        place += 1
    if place + 1 >= len(line) or line.marks[place].breaks or line.marks[place + 1].breaks:
        return False
    out = [line.at(one, "cancel", "lead.remove", *TAKING) and not line.at(one, "deny") for one in (place, place + 1)]
    bare = line.at(place, "deny") and not line.at(place, "and", *TAKING)
    return (bare and out[1]) or (out[0] and line.at(place + 1, "deny") and not line.at(place + 1, "lead.refuse"))


def _says_no(line: Line, place: int) -> bool:
    """A no by itself or within a way of some words (`mat dalna`, `not needed`)."""
    ways = line.book.tongues.lexicon().ways
    mark = line.marks[place]
    if line.taken[place] == "along" or mark.means("keep", "make", "end", "and") or mark.words in PLEADS:
        return False  # `hapus 6 hi rakho`, `9 hapus, no more`, `bhejo na`
    return mark.means("deny") or any(
        meaning.startswith("deny.") for word in mark.words.split() for meaning in ways.get((word,), ())
    )


def _leads_to_what_it_refuses(line: Line, place: int) -> bool:
    mark = line.marks[place]
    leads = mark.means("deny.not", "lead.refuse", "lead.remove") or (place == 0 and mark.means("remove"))
    return leads and mark.words != "no" and _says_no(line, place)


def _goes_on(line: Line, place: int) -> bool:
    """Whether a no is of what follows it: `2 nahi 3`, and in English `2 dozen hapus, no plastic`."""
    if place + 1 >= len(line) or line.marks[place + 1].breaks:
        return False
    return line.marks[place].means("lead.refuse") or line.taken[place + 1] in {"amount", "name"}


def _is_none_at_all(line: Line, begin: int, end: int) -> bool:
    """`ek bhi kesar nahi chahiye`: not even one."""
    return any(line.marks[place].words in EVEN for place in range(begin, min(end + 1, len(line))))
