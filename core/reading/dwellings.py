"""The home that a line names among other things. Pure.

Which words are the home's is told here, in societies.py and flats.py; what they mean of a society's towers, the book's
home reader knows.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.reading.flats import letter_of, take_bare, take_denied_flats, take_flats, take_towers
from core.reading.marks import Line, Mark
from core.reading.meaning import SaidHome, Sureness
from core.reading.mistakes import said_before, said_by_mistake, take_mistaken_flats
from core.reading.refusing import is_refused
from core.reading.societies import find_elsewhere, find_society
from core.reading.towers import find_own_tower, take_ordinal_towers

NEARBY = 3  # marks
ESTATES = frozenset({"apartments", "apartment", "heights", "residency", "residence", "enclave", "towers", "villas",
                     "villa", "estate", "gardens", "greens", "meadows", "mansion", "plaza"})  # fmt: skip


def find_home(line: Line, at: str) -> SaidHome | None:
    """The home in a line, its words taken; None when nothing tells one."""
    society, sureness, named = find_society(line)
    if named:
        _pass_over_namesakes(line)
    if named and _is_only_near(line):
        return SaidHome(line=_typed(line, whole=True), elsewhere=True)
    elsewhere = False if named else find_elsewhere(line, at)
    own = find_own_tower(line, line.book.towers_of(society))
    take_ordinal_towers(line)
    take_towers(line)
    take_flats(line)
    take_denied_flats(line)
    take_mistaken_flats(line)
    take_bare(line, at, named)
    if not any(what in {"home", "place", "elsewhere", "tower"} for what in line.taken):
        return None
    _drop_beside(line)
    if not any(what in {"home", "place", "elsewhere", "tower"} for what in line.taken):
        return None
    _take_rest(line)
    _drop_refused(line)
    typed = _typed(line)
    tower, flat = line.book.read_home(typed, line.book.towers_of(society))
    numbered = any(what == "home" and mark.means("home.number", "number")
                   for mark, what in zip(line.marks, line.taken, strict=True))  # fmt: skip
    if not (tower and flat) and (numbered or not typed.isascii()):
        tower, flat = line.book.read_home(_in_latin(line), line.book.towers_of(society))
    if elsewhere and flat and "elsewhere" in line.taken:
        elsewhere = _is_beside(line)
    tower = own or tower or next((mark.value("compass") or "" for mark, what in zip(line.marks, line.taken, strict=True)
                           if what == "home" and mark.means("compass")), "")  # fmt: skip
    tower, known = _of_society(tower, line.book.towers_of(society) if society else ())
    sureness = sureness if known else Sureness.UNCLEAR
    return SaidHome(society, tower, flat, _typed(line, whole=True), elsewhere, sureness)


def _pass_over_namesakes(line: Line) -> None:
    """`Kesar Heights is next door, mine is Palm Grove`: beside a society of ours, one that is called after a fruit."""
    for place in line.places("variety"):
        estate = place + 1 < len(line) and line.marks[place + 1].words in ESTATES and not line.marks[place + 1].breaks
        if estate and not line.at(place - 1, "unit", "number") and not (place and line.marks[place - 1].is_number):
            line.take(place, place + 2, "along")


def _is_only_near(line: Line) -> bool:
    """`lotus court ke saamne wali gali me, makaan 14`, `near palm grove`: where the society only shows the way."""
    places = [place for place, what in enumerate(line.taken) if what == "place"]
    return bool(places) and all(
        line.at(place + 1, "home.by") or (line.at(place - 1, "home.near") and not line.marks[place].breaks)
        for place in places
    )


def _is_beside(line: Line) -> bool:
    """Whether the place elsewhere is where that flat is: not in `tower C 303, I'm at my sister's this week`."""
    places = [place for place, what in enumerate(line.taken) if what == "elsewhere"]
    homes = [place for place, what in enumerate(line.taken) if what in {"home", "tower"}]
    return any(abs(one - other) <= NEARBY for one in places for other in homes)


def _of_society(tower: str, towers: tuple[str, ...]) -> tuple[str, bool]:
    """A tower as its society calls it (`N` is North), and whether it has one of that name."""
    if not tower or not towers or any(tower.upper() == name.upper() for name in towers):
        return tower, True
    begun = [name for name in towers if len(tower) == 1 and name.upper().startswith(tower.upper())]
    return (begun[0], True) if len(begun) == 1 else (tower, False)


def _drop_refused(line: Line) -> None:
    """`B-1203 nahi B-1302`: of two homes the one that is not refused."""
    runs = list(_spans(line, {"home"}))
    for begin, end in runs:
        others = [run for run in _spans(line, {"home", "tower"}) if run != (begin, end)]
        later = next((one for one, _ in others if one > begin), begin)
        gone = said_by_mistake(line, begin, end) or said_before(line, begin, end, later)
        if others and (gone or is_refused(line, begin, end, others)):
            line.taken[begin:end] = ["refused"] * (end - begin)


def _drop_beside(line: Line) -> None:
    """`next to C-402`, `C-402 ke bagal me`: the home that somebody lives beside is not theirs."""
    for begin, end in list(_spans(line, {"home"})):
        leads = line.at(begin - 1, "home.near") and not line.marks[begin].breaks
        if leads or line.at(end, "home.by") or (line.at(end, "of") and line.at(end + 1, "home.near", "home.by")):
            line.taken[begin:end] = ["beside"] * (end - begin)


def _take_rest(line: Line) -> None:
    """Words that only lead to a home: `address`, `flat`, `deliver to`."""
    for place in line.places(
        "home.intro", "home.flat", "home.tower", "home.number", "home.hint", "home.near", "home.by"
    ):
        if line.taken[place - 1 : place] in (["home"], ["tower"]) or (
            line.taken[place + 1 : place + 2] in (["home"], ["place"], ["tower"])
        ):
            line.take(place, place + 1, "along")


def _typed(line: Line, *, whole: bool = False) -> str:
    """The words of the home as typed, without the society's name unless the whole is asked for."""
    kept = {"home", "place", "elsewhere", "tower"} if whole else {"home"}
    return " ".join(line.said(begin, end) for begin, end in _spans(line, kept))


def _in_latin(line: Line) -> str:
    """The words of the home as an English writer types them: `బి 1203` is `b 1203`."""
    return " ".join(_english(mark) for mark, what in zip(line.marks, line.taken, strict=True) if what == "home")


def _english(mark: Mark) -> str:
    known = letter_of(mark) or mark.value("compass")
    if not known and mark.means("home.number") and not mark.means("home.tower", "home.flat", "home.floor"):
        return "flat"  # `tower 1 no 44`
    worded = mark.value("number")
    if not known and worded and not mark.means("home"):
        return worded  # `टावर वन 305`
    return known or next((word for word in ("tower", "flat", "floor") if mark.means(f"home.{word}")), mark.words)


def _spans(line: Line, kept: set[str]) -> Iterable[tuple[int, int]]:
    begin: int | None = None
    for place in range(len(line) + 1):
        inside = place < len(line) and line.taken[place] in kept
        if inside and begin is None:
            begin = place
        elif not inside and begin is not None:
            yield begin, place
            begin = None
