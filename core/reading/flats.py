"""Tower and flat among other words: `B-1203`, `tower 2 flat 504`, `North 12`, `3rd floor`; their words are taken. Pure.

What they mean of a society's towers is not told here.
"""

from __future__ import annotations

import re

from core.reading.marks import Line, Mark

# What may stand between a number and the name of its society.
LEADING = ("home.intro", "home.number", "clock.at", "courtesy.article", "when.word")
GOODS = ("unit", "variety", "stranger", "fruit", "times", "pack")
PAIR = re.compile(r"(\d{1,2})[-/](\d{3,4})|(\d{3,4})-(\d{1,2})")
IS = frozenset({"hai", "h", "is", "है"})  # `1204 hai 1402 nahi`
SHORT_PAIR = re.compile(r"\d{1,2}-\d{2}")
FLAT = re.compile(r"\d{1,5}")
# Letters that are words of their own, so that only a dash or no space at all makes them a tower.
WORDY = frozenset("niukryhogx")
WEIGHS = frozenset({"g", "k", "x", "l", "m", "p", "d", "am", "pm", "th", "st", "nd", "rd"})
NAMED = frozenset({"to", "ka", "naam", "name", "का", "नाम"})  # `the tower to B`, `tower ka naam North`
SHORT = 3  # digits; fewer may count as well as number a flat
HOME_STEPS = frozenset({"where"})


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
    apart = place + 1 < len(line) and line.marks[place + 1].breaks  # `flat 12, dozen kesar`
    return fits and (
        apart or not line.at(place + 1, "unit", "times", "price.rupees", "clock.oclock", "clock.am", "clock.pm")
    )


def _flat_number(line: Line, place: int) -> bool:
    return line.taken[place] == "home" and line.marks[place].is_number


def _joined(line: Line, place: int) -> bool:
    """Whether a mark hangs on the one before it by a dash or by nothing."""
    return line.marks[place].gap.strip() in {"-", "/", "–", "."} if line.marks[place].gap else True


def take_towers(line: Line) -> None:
    """`tower B`, `B wing`, `block 2`, `north tower`, and a letter with its number: `B-1203`, `G1 302`, `1203-B`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("home.tower", "society") and mark.means("home.tower"):
            _take_named_tower(line, place)
        elif mark.means("compass") and (
            "place" in line.taken[max(place - 1, 0) : place + 2]
            or _flat_at(line, place + 1)
            or _flat_at(line, place - 1)
            or line.at(place + 1 + int(line.at(place + 1, "of")), "home.tower")
        ):
            line.take(place, place + 2 if _flat_at(line, place + 1) else place + 1, "home")
            glued = line.is_free(place + 2) and line.marks[place + 2].glued and letter_of(line.marks[place + 2])
            line.take(place + 2, place + 2 + int(bool(glued and _flat_number(line, place + 1))), "home")  # `East 12A`
        elif letter_of(mark) is not None:
            _take_lettered(line, place)
            _take_denied(line, place)
        elif mark.is_number and PAIR.fullmatch(mark.words) and not line.at(place + 1, *GOODS):
            line.take(place, place + 1, "home")


def _take_named_tower(line: Line, place: int) -> None:
    after = place + 1
    while line.at(after, "home.number", "is") or (
        after < len(line) and NAMED.issuperset(line.marks[after].words.split())
    ):
        after += 1
    lettered = line.is_free(after) and _names_tower(line, after) and not line.at(after + 1, "home.floor")
    before = line.is_free(place - 1) and _names_tower(line, place - 1)
    worded = line.free(after, "number") and not line.at(after + 1, *GOODS) and not line.marks[after].breaks
    numbered = worded or (_flat_at(line, after, most=2) and not line.at(after + 1, *GOODS))
    if before and not lettered:
        line.take(place - 1, place + 1, "home")
        _take_flat_beside(line, place - 2, place + 1)
    elif lettered or numbered:
        digit = lettered and _flat_at(line, after + 1, most=1) and line.marks[after + 1].glued
        line.take(place, place + 1, "home")
        line.take(after, after + 1 + int(digit), "home")
        if line.at(after + 1, "deny") and line.is_free(after + 2) and _names_tower(line, after + 2):
            line.take(after + 2, after + 3, "home")
        if _flat_at(line, after + 1) and not line.at(after + 2, *GOODS):
            line.take(after + 1, after + 2, "home")


def _names_tower(line: Line, place: int) -> bool:
    mark = line.marks[place]
    return letter_of(mark) is not None or mark.means("compass", "ordinal")


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
        whole = len(line.marks[place - 1].words) > 3 and looks_like_flat(line.marks[place - 1].words)
        if _joined(line, place) or (
            letter.upper() in line.book.towers_of(None)
            and not mark.means("courtesy", "deny", "and")
            and (whole or not line.at(after, *GOODS))
        ):
            line.take(place - 1, place + 1, "home")


def _take_denied(line: Line, place: int) -> None:
    """`A nahi C`, `B nahi D tower`: two letters, one of which is refused."""
    other = place + 2
    if line.at(place + 1, "deny") and line.is_free(other) and letter_of(line.marks[other]):
        line.take(place, place + 1, "home")
        line.take(other, other + 1, "home")


def _take_pair(line: Line, place: int) -> bool:
    """`G1-302`, `G1 302`."""
    after = place + 1
    number = line.marks[after]
    if not number.is_number or not _joined(line, after):
        return False
    glued = number.glued and SHORT_PAIR.fullmatch(number.words)  # `g2-09`
    if (glued or PAIR.fullmatch(number.words)) and not line.at(after + 1, "unit"):
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
    if _is_tower_of_place(line, place, letter):
        return True
    if _joined(line, place + 1):
        return len(number) >= 2 and (letter not in {"n"} or len(number) >= 3)
    other = len(line.marks[place].words) > 1 and line.at(place, "courtesy", "answer", "of")
    word = other or (letter in WORDY and line.taken[max(place - 1, 0)] != "place")
    closes = line.at(place + 2, "pay", "day", "part") or place + 2 >= len(line) or line.marks[place + 2].breaks
    return (
        len(number) >= 3
        or (len(number) == 2 and closes and (letter != "a" or line.taken[place - 1 : place] == ["place"]))
    ) and not word


def _is_tower_of_place(line: Line, place: int, letter: str) -> bool:
    """`banyan C-9`, `banyan D 56 me`: right behind the name of a society, a letter is its tower, however short the
    number is; `banyan a 2 kesar` has an article."""
    if line.taken[max(place - 1, 0)] != "place" or letter.upper() not in line.book.towers_of(None):
        return False
    return _joined(line, place + 1) or letter != "a" or not line.at(place + 2, *GOODS)


def _counts_goods(line: Line, place: int) -> bool:
    return line.at(place, *GOODS) and not line.marks[place].breaks


def take_flats(line: Line) -> None:
    """`flat 1203`, `house no 12`, `3rd floor`, `#402`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("home.number") and line.at(place + 1, "home.flat") and _flat_at(line, place - 1):
            line.take(place - 1, place + 2, "home")  # `12 number flat`
        elif mark.means("home.flat", "home.number") and not mark.means("bulk"):
            after = place + 1
            while line.free(after, "home.number", "home.flat", "courtesy.article", "is", "stop.doubt", "phone"):
                after += 1
            lettered = line.is_free(after) and letter_of(line.marks[after]) is not None and _flat_at(line, after + 1)
            if lettered:
                line.take(after, after + 2, "home")
            elif _flat_at(line, after) and not _counts_goods(line, after + 1):
                towered = line.taken[after + 1 : after + 2] in (["home"], ["place"])  # `no 9 tower A`
                numbers = mark.means("home.flat") or len(line.marks[after].words) >= 2 or towered
                line.take(place if numbers else after + 1, place + 1, "home")
                lettered = numbers and line.is_free(after + 1) and line.marks[after + 1].glued and (
                    letter_of(line.marks[after + 1]) is not None)  # fmt: skip
                line.take(after, after + int(numbers) + int(lettered), "home")
        elif mark.means("home.intro") and "flat" in mark.words and _flat_at(line, place + 1) and looks_like_flat(
                line.marks[place + 1].words):  # fmt: skip
            line.take(place, place + 1, "along")
            line.take(place + 1, place + 2, "home")  # `my flat is 1204`
        elif mark.means("home.floor", "home.ground"):
            _take_floor(line, place)
        elif place + 1 < len(line) and "#" in line.marks[place].gap and _flat_at(line, place):
            line.take(place, place + 1, "home")


def take_denied_flats(line: Line) -> None:
    """`flat 704 nahi 407`, `1204 not 1203`: two numbers like flats, one of which is refused."""
    for place in range(len(line) - 2):
        denied = line.at(place + 1, "deny") or (line.at(place + 3, "deny") and line.marks[place + 1].words in IS)
        if not denied or not ("home" in line.taken or line.has("home.flat")):
            continue
        both = [line.marks[one] for one in (place, place + 2)]
        said = line.taken[place] == "home" and not line.marks[place + 1].means("deny.no")  # `flat 1204, not 1240`
        fits = all(mark.is_number and mark.words.isdigit() and (looks_like_flat(mark.words) or (
            said and len(mark.words) >= SHORT)) for mark in both)  # fmt: skip
        if fits and not line.at(place + 3, *GOODS):
            line.take(place, place + 1, "home")
            line.take(place + 2, place + 3, "home")


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


def take_bare(line: Line, at: str, named: bool) -> None:
    """A number beside a society's name, or one that is nothing else where a home is asked for."""
    told = named or "home" in line.taken or line.has("variety", "unit", "pay", "day", "weekday", "home.flat",
                                                               "home.tower")  # fmt: skip
    for place, mark in enumerate(line.marks):
        if not line.is_free(place) or not mark.is_number or not _flat_at(line, place) or line.at(place - 1, "price.at"):
            continue  # `worth 2000 to palm grove`
        beside = _beside_home(line, place)
        goods = (
            line.at(place + 1, *GOODS)
            or _is_of_goods(line, place)
            or (line.at(place - 1, "variety", "fruit", "stranger") and not _is_counted(line, place - 1))
        )
        digits = len(mark.words)
        alone = len(line) == 1 and digits in {3, 4}
        flat = digits in {3, 4} and told and (named or looks_like_flat(mark.words)) and not goods
        asked = alone or (at in HOME_STEPS and not goods)
        if (beside and (digits >= 3 or not goods)) or asked or (flat and not line.at(place + 1, "price")):
            line.take(place, place + 1, "home")


def _is_counted(line: Line, place: int) -> bool:
    """Whether the amount of a fruit stands before it: in `1 dozen kesar 98 palm grove` the 98 is a flat."""
    return line.at(place - 1, "unit") or line.at(place - 2, "unit")


def _is_of_goods(line: Line, place: int) -> bool:
    """`2k dozen kesar`: a letter stands between the number and what it counts."""
    glued = place + 1 < len(line) and line.marks[place + 1].glued and len(line.marks[place + 1].words) == 1
    return glued and line.at(place + 2, *GOODS)


def looks_like_flat(digits: str) -> bool:
    """1203 and 504 are flats, 1200 and 850 sums."""
    return 1 <= int(digits) % 100 <= 24 and len(digits) in {3, 4}


def _beside_home(line: Line, place: int) -> bool:
    """Whether the name of a home is next to a number; a short one is not past a comma: `2 aur, palm grove b 302`."""
    short = len(line.marks[place].words) < SHORT
    for step in (-1, 1):
        near = place + step
        parted = step == 1 and near < len(line) and line.marks[near].breaks
        while line.free(near, *LEADING):
            near += step
            parted = parted or (step == 1 and near < len(line) and line.marks[near].breaks)
        if 0 <= near < len(line) and line.taken[near] in {"place", "elsewhere", "tower"} and not (short and parted):
            return True
    return False
