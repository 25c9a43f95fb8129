"""What is refused in favour of something else, or by itself: `sunday nahi saturday`, `not sunday`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.marks import Line

DENIALS = ("deny", "swap.after")
BETWEEN = ("courtesy", "when", "of", "only", "want", "clock.at", "home.intro", "home.flat", "fruit", "unit", "thing")


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
    denied = denied and not line.marks[behind].words.startswith("keep")  # English says it of what follows
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


def _denies_alone(line: Line, place: int) -> bool:
    return line.at(place, "deny.no") and line.marks[place].breaks


def joined_by_or(line: Line, end: int, begin: int) -> bool:
    slashed = end == begin and line.marks[begin].gap.strip() == "/"
    return slashed or any(line.at(place, "or") for place in range(end, begin)) or line.at(begin - 1, "or")
