"""What is told to have been said by mistake: `G1 likha hai galti se, G3 hai`, `typed 704 by mistake, 407`. Pure."""

from __future__ import annotations

from core.reading.flats import GOODS, looks_like_flat
from core.reading.marks import Line

NEARBY = 4  # marks
SAID = ("mention", "away", "past", "promised")
MISTAKES = ("galti", "galati", "galat", "गलती", "ग़लती", "गलत")  # `galti se likh diya`
SMALL = (*SAID, "courtesy", "along", "is", "thing", "note", "home.tower", "home.flat", "home.number", "there")


def take_mistaken_flats(line: Line) -> None:
    """`704 galti se likha tha, 407 hai`: two numbers like flats, one of which was a mistake; both are homes."""
    flats = [place for place, mark in enumerate(line.marks) if mark.is_number and mark.words.isdigit()
             and line.taken[place] in {"", "home"} and looks_like_flat(mark.words)
             and not line.at(place + 1, *GOODS) and not line.at(place - 1, *GOODS)]  # fmt: skip
    if len(flats) > 1 and any(said_by_mistake(line, place, place + 1) for place in flats):
        for place in flats:
            line.take(place, place + 1, "home")


def said_by_mistake(line: Line, begin: int, end: int) -> bool:
    """Whether the words at `begin` to `end` stand in one thought with a word of mistake and small words."""
    behind = end
    while behind < len(line) and not line.marks[behind].breaks and not _is_mistake(line, behind):
        if not line.at(behind, *SMALL) or line.at(behind, "deny"):
            return False if line.at(behind, "deny") else _follows_mistake(line, begin, end)
        behind += 1
    if behind < len(line) and not line.marks[behind].breaks:
        return _was_said(line, end, behind + 2)
    return _follows_mistake(line, begin, end)


def _follows_mistake(line: Line, begin: int, end: int) -> bool:
    """`galti se B likh diya`, `by mistake I wrote B`."""
    before = begin - 1
    while before >= 0 and not line.marks[before + 1].breaks and line.at(before, *SMALL):
        if _is_mistake(line, before):
            break
        before -= 1
    led = before >= 0 and not line.marks[before + 1].breaks and _is_mistake(line, before)
    return led and not line.has("deny") and _was_said(line, before, end + 2)


def _is_mistake(line: Line, place: int) -> bool:
    return line.at(place, "mistaken") or (line.at(place, "away") and line.marks[place].words.startswith(MISTAKES))


def _was_said(line: Line, begin: int, end: int) -> bool:
    return any(line.at(place, *SAID) for place in range(begin, min(end, len(line))))


def said_before(line: Line, begin: int, end: int, later: int) -> bool:
    """`silver oak bola maine par ab gulmohar`, `did I write B? it is A`: what stands at `begin` to `end` was said
    before, and something turns from it to what begins at `later`."""
    led = any(line.at(place, "mention") for place in range(max(begin - NEARBY, 0), begin))
    said = next((place for place in range(end, min(end + NEARBY, later)) if line.at(place, *SAID)), later)
    said = end - 1 if led else said
    return any(line.at(place, "stop.contrast", "now", "stop.mark", "back") for place in range(said + 1, later))
