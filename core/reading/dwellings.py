"""The home that a line names among other things: a society of ours or another, tower and flat. Pure.

Which words are the home's is told here; what they mean of a society's towers, the book's home reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.reading.book import Book
from core.reading.likeness import ALIKE, SHORTEST, sound_of
from core.reading.marks import Line, Mark
from core.reading.meaning import SaidHome, Sureness
from core.reading.tokens import TokenKind

# What may stand between a number and the name of its society.
LEADING = ("home.intro", "home.number", "clock.at", "courtesy.article", "when.word")
GOODS = ("unit", "variety", "stranger", "fruit", "times", "pack")
PAIR = re.compile(r"(\d{1,2})[-/](\d{3,4})|(\d{3,4})-(\d{1,2})")
FLAT = re.compile(r"\d{1,5}")
# Letters that are words of their own, so that only a dash or no space at all makes them a tower.
WORDY = frozenset("niukryhogx")
WEIGHS = frozenset({"g", "k", "x", "l", "m", "p", "d", "am", "pm", "th", "st", "nd", "rd"})
HOME_STEPS = frozenset({"where"})


def find_home(line: Line, at: str) -> SaidHome | None:
    """The home in a line, its words taken; None when nothing tells one."""
    society, sureness, named = _find_society(line)
    elsewhere = False if named else _find_elsewhere(line)
    _take_towers(line)
    _take_flats(line)
    _take_bare(line, at, named)
    if not any(what in {"home", "place", "elsewhere"} for what in line.taken):
        return None
    _take_rest(line)
    typed = _typed(line)
    tower, flat = line.book.read_home(typed, line.book.towers_of(society))
    tower = tower or next((mark.value("compass") or "" for mark, what in zip(line.marks, line.taken, strict=True)
                           if what == "home" and mark.means("compass")), "")  # fmt: skip
    return SaidHome(society, tower, flat, _typed(line, whole=True), elsewhere, sureness)


def _find_society(line: Line) -> tuple[int | None, Sureness, bool]:
    """The one society named; None with True when what was said may be several."""
    found: dict[int, Sureness] = {}
    for place, mark in enumerate(line.marks):
        if line.free(place, "place"):
            line.take(place, place + 1, "place")
            found |= {int(value): mark.sureness for value in mark.values("place")}
    if not found:
        found = _find_alike(line)
    if len(found) == 1:
        return (*next(iter(found.items())), True)
    return None, Sureness.UNCLEAR if found else Sureness.SURE, bool(found)


def _find_alike(line: Line) -> dict[int, Sureness]:
    """A society whose name is misspelt, or told by its first word: `plam grov`, `palm`."""
    sounds, firsts = _societies_by_sound(line.book)
    for place in range(len(line)):
        for length in (3, 2, 1):
            run = line.marks[place : place + length]
            if len(run) < length or not all(line.is_free(place + step) for step in range(length)):
                continue
            if not all(mark.kind is TokenKind.WORD for mark in run) or all(mark.meanings for mark in run):
                continue
            sound = sound_of("".join(mark.words for mark in run).replace(" ", ""))
            ids = firsts.get(sound) if length == 1 else None
            if not ids and len(sound) > SHORTEST:
                likest = process.extractOne(sound, sounds.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
                ids = sounds[likest[0]] if likest else None
            if ids:
                line.take(place, place + length, "place")
                return dict.fromkeys(ids, Sureness.LIKELY)
    return {}


@lru_cache(maxsize=8)
def _societies_by_sound(book: Book) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    sounds: dict[str, frozenset[int]] = {}
    firsts: dict[str, frozenset[int]] = {}
    for society in book.societies:
        for name in society.names:
            words = name.lower().split()
            for index, sound in ((sounds, sound_of("".join(words))), (firsts, sound_of(words[0]))):
                index[sound] = index.get(sound, frozenset()) | {society.id}
    return sounds, firsts


def _find_elsewhere(line: Line) -> bool:
    """A society or part of town that is none of ours: `Sunrise Apartments`, `sector 45`."""
    for place, mark in enumerate(line.marks):
        if not line.free(place, "society"):
            continue
        before = place - 1
        while before >= 0 and line.is_free(before) and _is_name(line.marks[before]) and place - before <= 3:
            before -= 1
        number = mark.words in {"sector", "phase", "सेक्टर"} and place + 1 < len(line) and line.marks[place + 1].is_number
        if before < place - 1 or number:
            line.take(before + 1, place + 1 + int(number), "elsewhere")
            return True
    return False


def _is_name(mark: Mark) -> bool:
    return mark.kind is TokenKind.WORD and not mark.meanings and len(mark.words) > 2


def letter_of(mark: Mark) -> str | None:
    """The letter that a mark is, in either script."""
    if len(mark.words) == 1 and mark.words.isascii() and mark.words.isalpha():
        return mark.words
    return mark.value("letter")


def _flat_at(line: Line, place: int, most: int = 5) -> bool:
    """Whether a free number stands there that nothing counts by."""
    if not line.is_free(place) or not line.marks[place].is_number:
        return False
    fits = FLAT.fullmatch(line.marks[place].words) is not None and len(line.marks[place].words) <= most
    return fits and not line.at(place + 1, "unit", "times", "price.rupees", "clock.oclock", "clock.am", "clock.pm")


def _joined(line: Line, place: int) -> bool:
    """Whether a mark hangs on the one before it by a dash or by nothing."""
    return line.marks[place].gap.strip() in {"-", "/", "–", "."} if line.marks[place].gap else True


def _take_towers(line: Line) -> None:
    """`tower B`, `B wing`, `block 2`, `north tower`, and a letter with its number: `B-1203`, `G1 302`, `1203-B`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("home.tower", "society") and mark.means("home.tower"):
            _take_named_tower(line, place)
        elif mark.means("compass") and (
            _flat_at(line, place + 1) or _flat_at(line, place - 1) or line.at(place + 1, "home.tower")
        ):
            line.take(place, place + 2 if _flat_at(line, place + 1) else place + 1, "home")
        elif letter_of(mark) is not None:
            _take_lettered(line, place)
        elif mark.is_number and PAIR.fullmatch(mark.words) and not line.at(place + 1, *GOODS):
            line.take(place, place + 1, "home")


def _take_named_tower(line: Line, place: int) -> None:
    after = place + 1
    while line.at(after, "home.number"):
        after += 1
    if line.is_free(after) and (letter_of(line.marks[after]) or line.marks[after].means("compass", "ordinal")
                                or (_flat_at(line, after, most=2) and not line.at(after + 1, *GOODS))):  # fmt: skip
        glued = (
            letter_of(line.marks[after]) is not None
            and _flat_at(line, after + 1, most=1)
            and line.marks[after + 1].glued
        )
        line.take(place, after + 1 + int(glued), "home")
        if line.is_free(after + 1) and _flat_at(line, after + 1) and not line.at(after + 2, *GOODS):
            line.take(after + 1, after + 2, "home")
    elif line.is_free(place - 1) and (
        letter_of(line.marks[place - 1]) or line.marks[place - 1].means("compass", "ordinal")
    ):
        line.take(place - 1, place + 1, "home")
        _take_flat_beside(line, place - 2, place + 1)


def _take_flat_beside(line: Line, before: int, after: int) -> None:
    if _flat_at(line, before) and not line.at(before - 1, "variety"):
        line.take(before, before + 1, "home")
    elif _flat_at(line, after) and not line.at(after + 1, *GOODS):
        line.take(after, after + 1, "home")


def _take_lettered(line: Line, place: int) -> None:
    mark, letter = line.marks[place], letter_of(line.marks[place]) or ""
    after = place + 1
    if after < len(line) and line.is_free(after) and _take_pair(line, place):
        return
    if _flat_at(line, after) and _is_lettered_flat(line, place, letter):
        end = after + 1
        if (
            line.is_free(end)
            and len(line.marks[end].words) == 1
            and line.marks[end].glued
            and letter_of(line.marks[end])
        ):
            end += 1
        line.take(place, end, "home")
    elif _flat_at(line, place - 1) and len(line.marks[place - 1].words) > 2 and letter not in WEIGHS:
        towers = {tower.lower() for society in line.book.societies for tower in society.towers}
        if _joined(line, place) or (
            letter in towers and not mark.means("courtesy", "deny", "and") and not line.at(after, *GOODS)
        ):
            line.take(place - 1, place + 1, "home")


def _take_pair(line: Line, place: int) -> bool:
    """`G1-302`, `G1 302`."""
    after = place + 1
    number = line.marks[after]
    if not number.is_number or not _joined(line, after):
        return False
    if PAIR.fullmatch(number.words) and not line.at(after + 1, "unit"):
        line.take(place, after + 1, "home")
        return True
    if len(number.words) == 1 and _flat_at(line, after + 1) and len(line.marks[after + 1].words) >= 3:
        line.take(place, after + 2, "home")
        return True
    return False


def _is_lettered_flat(line: Line, place: int, letter: str) -> bool:
    number = line.marks[place + 1].words
    if letter in WEIGHS and place and line.marks[place - 1].is_number and line.marks[place].glued:
        return False
    if letter == "x" or line.at(place, "times"):
        return False
    if _joined(line, place + 1):
        return len(number) >= 2 and (letter not in {"n"} or len(number) >= 3)
    word = len(line.marks[place].words) > 1 or letter in WORDY
    closes = line.at(place + 2, "pay", "day", "part") or place + 2 >= len(line) or line.marks[place + 2].breaks
    return (len(number) >= 3 or (len(number) == 2 and closes and letter != "a")) and not word


def _take_flats(line: Line) -> None:
    """`flat 1203`, `house no 12`, `3rd floor`, `#402`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("home.flat", "home.number") and not mark.means("bulk"):
            after = place + 1
            while line.free(after, "home.number", "home.flat", "courtesy.article"):
                after += 1
            if line.is_free(after) and letter_of(line.marks[after]) and _flat_at(line, after + 1):
                line.take(place, after + 2, "home")
            elif _flat_at(line, after) and not line.at(after + 1, *GOODS) and mark.means("home.flat", "home.number"):
                numbers = mark.means("home.flat") or len(line.marks[after].words) >= 2
                line.take(place, after + 1 if numbers else place, "home")
        elif mark.means("home.floor", "home.ground"):
            _take_floor(line, place)
        elif place + 1 < len(line) and "#" in line.marks[place].gap and _flat_at(line, place):
            line.take(place, place + 1, "home")


def _take_floor(line: Line, place: int) -> None:
    begin = place - 1
    if line.at(begin, "date.word"):
        begin -= 1
    counts = (
        begin >= 0
        and line.is_free(begin)
        and (line.marks[begin].is_number or line.marks[begin].means("ordinal", "number"))
    )
    line.take(begin if counts else place, place + 1, "home")


def _take_bare(line: Line, at: str, named: bool) -> None:
    """A number beside a society's name, or one that is nothing else where a home is asked for."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place) or not mark.is_number or not _flat_at(line, place):
            continue
        beside = _beside_home(line, place)
        goods = line.at(place + 1, *GOODS) or line.at(place - 1, "variety", "fruit", "stranger")
        digits = len(mark.words)
        alone = len(line) == 1 and digits in {3, 4}
        if (
            (beside and (digits >= 3 or not goods))
            or alone
            or (at in HOME_STEPS and not goods)
            or (
                digits in {3, 4}
                and (named or looks_like_flat(mark.words))
                and not goods
                and not line.at(place + 1, "price")
            )
        ):
            line.take(place, place + 1, "home")


def looks_like_flat(digits: str) -> bool:
    """1203 and 504 are flats, 1200 and 850 sums."""
    return 1 <= int(digits) % 100 <= 24 and len(digits) in {3, 4}


def _beside_home(line: Line, place: int) -> bool:
    for step in (-1, 1):
        near = place + step
        while line.free(near, *LEADING):
            near += step
        if 0 <= near < len(line) and line.taken[near] in {"place", "elsewhere"}:
            return True
    return False


def _take_rest(line: Line) -> None:
    """Words that only lead to a home: `address`, `flat`, `deliver to`."""
    for place in line.places(
        "home.intro", "home.flat", "home.tower", "home.number", "home.hint", "home.near", "home.by"
    ):
        if line.taken[place - 1 : place] == ["home"] or line.taken[place + 1 : place + 2] in (["home"], ["place"]):
            line.take(place, place + 1, "along")


def _typed(line: Line, *, whole: bool = False) -> str:
    """The words of the home as typed, without the society's name unless the whole is asked for."""
    kept = {"home", "place", "elsewhere"} if whole else {"home"}
    return " ".join(_runs(line, kept))


def _runs(line: Line, kept: set[str]) -> Iterable[str]:
    begin: int | None = None
    for place in range(len(line) + 1):
        inside = place < len(line) and line.taken[place] in kept
        if inside and begin is None:
            begin = place
        elif not inside and begin is not None:
            yield line.said(begin, place)
            begin = None
