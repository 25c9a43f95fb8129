"""Numbers and words as they are spoken or typed by their sound, written out: `twelve oh three` is 1203. Pure.

What is counted keeps its words: in `flat five oh two, two dozen kesar` the second two is the fruit's.
"""

from __future__ import annotations

import re

from core.reading.flats import GOODS, HOME_STEPS
from core.reading.marks import Line, Mark
from core.reading.timewords import whole
from core.reading.tokens import TokenKind

# `b4 10am`; in `b4 302` it is a tower.
BEFORE = re.compile(
    r"\bb4(?=\s*\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m|p\.m|o'?clock|baje|bje|tonight|tonite|today|tomorrow|tmrw|night|evening|morning|sharp)\b)"
)
# `2 petis of hapus 4 friday`
FOR = re.compile(r"(?<=[a-z] )4 (?=(?:me|us|today|tomorrow|tmrw|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)")
BARE_POINT = re.compile(r"(?<![\w.])\.(?=\d)")  # `.5 kg`
# `we'd like` is no Wednesday, `we're both out` nothing of the past.
CONTRACTED = re.compile(r"\b(we|he|she)['\u2019`](d|ll|re)\b")
WRITTEN_OUT = {"d": "would", "ll": "will", "re": "are"}
LENGTHS = range(3, 5)  # digits of a flat's number
HUNDRED = "number.100"
TENS = 20


SHORTENED = {"whr": "where", "wher": "where", "wen": "when", "whn": "when", "wht": "what", "hw": "how"}
SHORT = re.compile(rf"\b(?:{'|'.join(SHORTENED)})\b")
# `3 bache hai ghar me`: children, and not what is left.
CHILDREN = re.compile(r"(?<=\d )bache(?= (?:hai|hain|h)\b(?! kya))")


def by_sound(text: str) -> str:
    """A normalised text with what is one word by its sound."""
    full = SHORT.sub(lambda found: SHORTENED[found[0]], CHILDREN.sub("bachche", text))
    full = CONTRACTED.sub(lambda found: f"{found[1]} {WRITTEN_OUT[found[2]]}", full)
    return BARE_POINT.sub("0.", FOR.sub("for ", BEFORE.sub("before", full)))


def written_out(line: Line, at: str = "") -> str:
    """The text of a line with the numbers that were spoken digit by digit, or with a hundred, in digits.

    Where a home is asked for (`at`) or told, `do` behind a hundred is two; elsewhere it gives.
    """
    homely = at in HOME_STEPS or line.has("home.tower", "home.flat")
    text, end, place = "", 0, 0
    while place < len(line):
        digits, after = _spoken_at(line, place, homely)
        if digits:
            text += line.text[end : line.marks[place].start] + digits
            end = line.marks[after - 1].end
        place = max(after, place + 1)
    return text + line.text[end:]


def _spoken_at(line: Line, place: int, homely: bool) -> tuple[str, int]:
    """The digits that begin there and where they end; none where nothing is spoken so."""
    if _numbers_flat(line, place):
        return str(whole(line.marks[place])), place + 1
    after = place
    while _is_word_of_number(line, after) or (after > place and _links(line, after)):
        if after > place and line.marks[after].breaks:
            break
        after += 1
    least = 2 if _is_some_hundred(whole(line.marks[place])) else 3
    for end in range(after, place + least - 1, -1):
        if line.at(end, *GOODS) and not line.marks[end].breaks:
            continue
        marks = [mark for mark in line.marks[place:end] if not mark.means("and")]
        digits = _with_hundred(marks, homely) or _digit_by_digit(marks)
        if digits and not line.at(end - 1, "and"):
            return digits, end
    return "", place


def _numbers_flat(line: Line, place: int) -> bool:
    """`flat nau`, `house number five`: one word behind what is numbered, before nothing that it counts."""
    if not _is_word_of_number(line, place) or line.at(place, "courtesy") or not line.at(place - 1, "home.flat"):
        return False
    last = place + 1 >= len(line) or line.marks[place + 1].breaks
    return (last or not line.at(place + 1, *GOODS, "number", "nought", "fraction", "and")) and not line.at(
        place, "each"
    )


def _is_word_of_number(line: Line, place: int) -> bool:
    if place >= len(line) or line.marks[place].kind is not TokenKind.WORD or line.at(place, "variety", "stranger"):
        return False
    return line.at(place, "number", "nought") and not line.at(place, "price", "and")


def _links(line: Line, place: int) -> bool:
    """`five hundred and four`."""
    return line.at(place, "and") and line.at(place - 1, HUNDRED)


def _is_some_hundred(value: int | None) -> bool:
    """Whether a number is one word for some hundreds: `चारशे`, `dusho`."""
    return value is not None and value in range(200, 1000, 100)


def _with_hundred(marks: list[Mark], homely: bool) -> str:
    """`barah sau teen`, `one thousand two hundred three`: with less than a hundred at its end."""
    values = [whole(mark) for mark in marks]
    if not any(value is not None and value and value % 100 == 0 for value in values[:-1]) or (
        marks[-1].means("courtesy") and not homely
    ):
        return ""
    total, below = 0, 0
    for value in values:
        if value in {100, 1000}:
            below = max(below, 1) * value
            total, below = (total + below, 0) if value == 1000 else (total, below)
        elif _is_some_hundred(value) and not below:
            below = value or 0
        elif value is None or not 0 < value < 100 or below % 100:
            return ""
        else:
            below += value
    return str(total + below) if below % 100 and total + below < 10_000 else ""


def _digit_by_digit(marks: list[Mark]) -> str:
    """`twelve oh three`, `nine zero four`, `ek do shunya teen`: with a nought inside, so that it is no range."""
    noughts = [mark.means("nought") for mark in marks]
    if noughts[0] or not any(noughts[1:]):
        return ""
    values = [0 if nought else whole(mark) for mark, nought in zip(marks, noughts, strict=True)]
    if any(value is None or value >= 100 for value in values):
        return ""
    digits = "".join(str(value) for value in _joined_tens([value or 0 for value in values]))
    return digits if len(digits) in LENGTHS else ""


def _joined_tens(values: list[int]) -> list[int]:
    """`twenty one` is one number."""
    joined: list[int] = []
    for value in values:
        if joined and joined[-1] >= TENS and joined[-1] % 10 == 0 and 0 < value < 10:
            joined[-1] += value
        else:
            joined.append(value)
    return joined
