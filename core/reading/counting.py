"""Numbers in a line: digits, words, fractions, ranges, and words that are a number only in some places. Pure."""

from __future__ import annotations

import re
from fractions import Fraction

from core.reading.marks import Line

NAMES = ("variety", "stranger", "fruit")
DECIMAL = re.compile(r"\d{1,4}\.\d{1,2}")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})+")
BROKEN = re.compile(r"(\d{1,2})/(\d{1,2})")
MIXED = re.compile(r"(\d{1,2})-(\d)/(\d)")
RANGE = re.compile(r"(\d{1,4}(?:\.\d)?)-(\d{1,4}(?:\.\d)?)")
ROUND = 5
LARGE = frozenset({"100", "1000", "100000"})
# What makes the word before it English, and no number: `do one dozen`, `do you have`.
ENGLISH = frozenset({"one", "two", "three", "four", "five", "six", "ten", "a", "an", "u", "you", "we", "they", "i"})
# What makes the `do` behind it English: `when do langras come in`.
ASKING = frozenset({"when", "how", "where", "what", "why", "which", "who"})
HELPING = frozenset({"will", "would", "can", "could", "should", "shall", "must", "wont", "cant", "you", "u", "lets"})
Counted = tuple[Fraction, Fraction | None, int, bool]  # count, upper end, where it ends, each of several


def count_at(line: Line, place: int) -> Counted | None:
    if not line.is_free(place):
        return None
    mark = line.marks[place]
    if mark.means("mixed"):
        return None  # `50-50 hapus kesar`
    if mark.is_number and (span := RANGE.fullmatch(mark.words)):
        return _range(Fraction(span[1]), Fraction(span[2]), place + 1)
    first = single_at(line, place)
    if first is None:
        return None
    count, end = first
    link = end
    while line.free(link, "or", "clock.range") or (line.is_free(link) and line.marks[link].words == "to"):
        link += 1
    second = single_at(line, link) if line.is_free(link) else None
    if second is None:
        return count, None, end, False
    low, high, end, each = _pair(line, (count, end), (second[0], second[1]), link) or (count, None, end, False)
    made = line.at(end + int(line.at(end, "unit")), "make") or is_raised_from(line, place)
    raised = high is not None and line.at(link - 1, "clock.range") and made
    return (high, None, end, False) if raised and high is not None else (low, high, end, each)  # `1 se 3 kar do`


def is_raised_from(line: Line, place: int) -> bool:
    """Whether a number is what there is now: `change 2 to 3`, `from 2 to 3`, `increase kesar from 1 to 2`."""
    before = place - 1
    while line.at(before, "clock.range", "courtesy.article") and line.marks[before].words != "from":
        before -= 1
    return before >= 0 and (line.marks[before].words == "from" or line.at(before, "make", "swap", "more", "less"))


def _range(low: Fraction, high: Fraction, end: int) -> Counted:
    """`2-2` is two of each."""
    return (low, None, end, True) if low == high else (min(low, high), max(low, high), end, False)


def _pair(line: Line, first: tuple[Fraction, int], second: tuple[Fraction, int], link: int) -> Counted | None:
    """Two counts side by side: `do teen dozen` is a range, `ek ek` each, `2 half` and `2 1/2` are one count."""
    (count, end), (other, last) = first, second
    linked = link > end
    comma = line.marks[link].breaks
    fraction = line.marks[link].means("fraction") and not linked
    if fraction and not comma and count == other and not line.marks[link].is_number:
        return count, None, last, True
    if fraction and not comma and other < 1:
        mixed = "/" in line.marks[link].words or line.marks[link].words in {"½", "¼", "¾"}
        return (count + other if mixed else count * other), None, last, False
    if comma:
        return None
    if not linked and count == other and not _names_follow(line, last, 2) and not _each_has_its_own(line, end - 1):
        return count, None, last, True
    digits = line.marks[link].is_number
    near = other - count == 1 or (other - count == 2 and not digits and line.at(last, "unit", *NAMES))
    near = near or _is_round_step(line, first, second, digits=digits)
    near = near and not (line.at(last, "unit") and line.at(last + 1, "of", "unit.box", "unit.pack"))  # `do 3 kilo wale`
    if linked or (near and (not digits or line.at(last, "unit")) and not _names_follow(line, last, 2)):
        return (count, other, last, False) if other > count else None
    return None


def _is_round_step(line: Line, first: tuple[Fraction, int], second: tuple[Fraction, int], *, digits: bool) -> bool:
    """`das bees`, `paanch das kilo`: round numbers in words, side by side, between which it may be."""
    (count, end), (other, last) = first, second
    round_ones = count >= ROUND and count % ROUND == 0 and other - count in {ROUND, 2 * ROUND}
    return round_ones and not digits and line.at(last, "unit", *NAMES) and not line.at(end - 2, *NAMES)


def _each_has_its_own(line: Line, begin: int) -> bool:
    """`hapus kesar langra 1 1 2`: as many numbers as names before them, and no unit behind."""
    names = sum(line.at(place, "variety", "stranger") for place in range(begin))
    numbers = begin
    while _is_number(line, numbers):
        numbers += 1
    return names > 1 and names == numbers - begin and not line.at(numbers, "unit")


def _names_follow(line: Line, place: int, many: int) -> bool:
    """Whether as many names follow, so that each number has one of its own: `2 1 kesar hapus`."""
    return all(line.at(place + step, "variety", "stranger") for step in range(many))


def single_at(line: Line, place: int) -> tuple[Fraction, int] | None:
    """One number: in digits, as a word, a fraction, or one that is shifted (`sadhe teen`)."""
    if not line.is_free(place):
        return None
    mark = line.marks[place]
    if mark.words.startswith("-") and mark.words[1:].isdigit():
        return Fraction(mark.words[:6]), place + 1
    if mark.is_number and not mark.means("fraction"):
        number = _digits(mark.words)
        return None if number is None else _multiplied(line, place, number)
    offset = mark.value("offset")
    if offset is not None and line.is_free(place + 1):
        shifted = _plain(line, place + 1)
        if shifted is not None and shifted >= 1:
            return shifted + Fraction(offset), place + 2
    fraction = mark.value("fraction")
    if fraction is not None and (offset is None or mark.means("fraction")):
        return _multiplied(line, place, Fraction(fraction))
    number = _plain(line, place)
    return None if number is None else _multiplied(line, place, number)


def _multiplied(line: Line, place: int, number: Fraction) -> tuple[Fraction, int]:
    """`do sau` is two hundred, `dhai sau` 250, `1 lakh` a hundred thousand."""
    end = place + 1
    while line.is_free(end) and (times := line.marks[end].value("number")) in LARGE and number < int(times or 0):
        number, end = number * int(times or 0), end + 1
    return number, end


def _digits(words: str) -> Fraction | None:
    if words.isdigit():
        return Fraction(int(words[:9]))
    if DECIMAL.fullmatch(words):
        return Fraction(words)
    if mixed := MIXED.fullmatch(words):
        return None if int(mixed[3]) == 0 else int(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))
    if broken := BROKEN.fullmatch(words):
        return Fraction(int(broken[1]), int(broken[2])) if 0 < int(broken[1]) < int(broken[2]) else None
    return Fraction(words.replace(",", "")) if THOUSANDS.fullmatch(words) else None


def _plain(line: Line, place: int) -> Fraction | None:
    """A number in digits or as a word, where the word is no courtesy, unit, day or denial instead."""
    mark = line.marks[place]
    if mark.is_number:
        return _digits(mark.words)
    value = mark.value("number")
    if value is None or (mark.means("each") and not line.at(place + 1, "unit")):
        return None
    return Fraction(int(value)) if _stands_as_number(line, place) else None


def _stands_as_number(line: Line, place: int) -> bool:
    """Whether a word that is also something else (`do`, `sat`, `bar`, `saath`) is a number here."""
    mark = line.marks[place]
    if (
        (mark.words == "do" and _is_english(line, place))
        or _points_at(line, place)
        or (mark.means("and") and _goes_along(line, place))
    ):
        return False
    if not mark.means("courtesy", "want", "change", "do", "deny", "weekday", "and", "fruit", "past", "make", "drink"):
        return True
    counted = place > 0 and line.taken[place - 1] == "amount"
    sized = line.at(place + 2, "unit") and line.at(place + 3, "of") and line.marks[place + 1].is_number
    ranges = line.at(place + 1, "or") and _is_number(line, place + 2)  # `do ya teen darjan`
    if sized or ranges or line.at(place + 1, "unit", "change.only", "number.100"):  # `do 5 kilo wali`
        return not counted or line.marks[place].breaks
    boxes = line.at(place + 1, "want") and line.at(place - 1, "unit.box", "unit.pack")
    boxes = boxes and not line.marks[place + 1].breaks and not _is_number(line, place - 2)
    if boxes or line.at(place + 1, *NAMES):  # `5 kilo wali peti do chahiye`
        return boxes or not counted
    if line.at(place + 1, "number") and not counted and (not line.at(place + 1, "courtesy", "and")
                                                         or line.at(place + 2, "unit")):  # fmt: skip
        return True
    gives = [
        index for index in range(len(line)) if index != place and not line.at(index, "courtesy", "answer.yes", "deny")
    ]
    return not gives or _is_answered_in_kind(line, place)


def _points_at(line: Line, place: int) -> bool:
    """`that big yellow one`, `the top one`: which, and not how many."""
    if line.marks[place].words != "one" or line.at(place + 1, "unit", *NAMES):
        return False
    led = any(line.marks[before].words in {"that", "this", "the"} for before in range(max(place - 2, 0), place))
    return line.at(place - 1, "describes") or (led and not line.marks[place].breaks)


def _is_english(line: Line, place: int) -> bool:
    """`do one dozen`, `do you do sindhura`, `10 mangoes will do`."""
    if place and line.marks[place - 1].words in HELPING:
        return True
    asked = any(line.marks[one].words == "do" and line.marks[one + 1].words in ENGLISH for one in range(place))
    asked = asked or (place > 0 and line.marks[place - 1].words in ASKING)
    return asked or (place + 1 < len(line) and line.marks[place + 1].words in ENGLISH)


def _goes_along(line: Line, place: int) -> bool:
    """`uske sath hapus`: with it, not sixty."""
    return place > 0 and line.marks[place - 1].words.endswith(("ke", "के"))


def _is_answered_in_kind(line: Line, place: int) -> bool:
    """`kesar do hapus ek`: a name before it, and another name behind that has its number behind as well."""
    if not line.at(place - 1, *NAMES) or line.taken[place - 1] == "amount":
        return False
    later = [index for index in range(place + 1, len(line)) if line.at(index, "variety", "stranger")]
    return not any(_is_number(line, index) for index in range(place)) and any(
        _is_number(line, index + 1) for index in later)  # fmt: skip


def _is_number(line: Line, place: int) -> bool:
    return 0 <= place < len(line) and (line.marks[place].is_number or line.at(place, "number", "fraction"))
