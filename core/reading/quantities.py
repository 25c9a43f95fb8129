"""How much a line speaks of, wherever it stands: numbers, fractions, ranges, sizes of packs, sums of money. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from core.reading.marks import Line, Mark

NAMES = ("variety", "stranger", "fruit")
DECIMAL = re.compile(r"\d{1,4}\.\d{1,2}")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{2,3})+")
BROKEN = re.compile(r"(\d{1,2})/(\d{1,2})")
MIXED = re.compile(r"(\d{1,2})-(\d)/(\d)")
RANGE = re.compile(r"(\d{1,4}(?:\.\d)?)-(\d{1,4}(?:\.\d)?)")
SIZED = frozenset({"dozen", "kilo", "gram", "piece"})
SIZE_LINKS = ("of", "courtesy.article", "times", "each")
BOXES = frozenset({"box", "pack"})
MOST = 100_000
SMALL = 100  # what is beside goods and at least this, without a unit, is a sum of money
MAUND_WORDS = frozenset({"man", "mann", "mon", "maun", "मन"})


@dataclass(frozen=True)
class Quantity:
    """So much of something, from `begin` to `end`: a count, its unit, the upper end of a range, and each of several."""

    begin: int
    end: int
    count: Fraction | None
    unit: str | None = None
    most: Fraction | None = None
    each: bool = False
    negative: bool = False
    times: bool = False  # `x2`: of what stands before it
    boxed: bool = False  # a size in the name of a box: `5 kg box`


def find_sums(line: Line) -> list[int]:
    """Sums of money, taken: `₹1200`, `800 rs`, `1200 wala`, `1200/-`, `@ 80`."""
    sums: list[int] = []
    for place, mark in enumerate(line.marks):
        amount = _sum_of(mark)
        if amount is None or not line.is_free(place):
            continue
        begin, end = place, place + 1
        if line.at(place - 1, "price.rupees", "price.at"):
            begin -= 1
        while line.at(end, "price"):
            end += 1
        behind = line.text[mark.end : mark.end + 2]
        wala = line.at(end, "of") and amount >= SMALL and not line.at(end, "when.word")
        named = amount >= SMALL and (line.at(end, *NAMES) or line.at(place - 1, *NAMES)) and amount % 10 == 0
        named = named and not line.at(end, "unit")
        if begin < place or end > place + 1 or behind == "/-" or wala or named:
            line.take(begin, end + int(wala), "sum")
            sums.append(amount)
    return sums


def _sum_of(mark: Mark) -> int | None:
    if not mark.is_number:
        return None
    digits = mark.words.replace(",", "") if THOUSANDS.fullmatch(mark.words) else mark.words
    return int(digits) if digits.isdigit() and len(digits) <= 6 else None


def find_quantities(line: Line) -> list[Quantity]:
    """Every quantity that is still free, in the order they stand; sizes and how many of them made one."""
    found: list[Quantity] = []
    place = 0
    while place < len(line):
        quantity = _quantity_at(line, place) if line.is_free(place) else None
        if quantity is not None:
            line.take(quantity.begin, quantity.end, "amount")
            found.append(quantity)
        place = quantity.end if quantity is not None else place + 1
    return _with_sizes(line, found)


def _quantity_at(line: Line, place: int) -> Quantity | None:
    begin, times = place, False
    if line.at(place, "times") and _count_at(line, place + 1) is not None:
        place, times = place + 1, True
    counted = _count_at(line, place)
    if counted is None:
        return _bare_unit(line, place)
    count, most, end, each = counted
    if line.free(end, "times") and not times and not _is_count(line, end + 1):
        end += 1
    unit, end = _unit_at(line, end)
    negative = count < 0
    return Quantity(begin, end, abs(count), unit, most, each, negative, times)


def _is_count(line: Line, place: int) -> bool:
    return line.is_free(place) and _single_at(line, place) is not None


def _bare_unit(line: Line, place: int) -> Quantity | None:
    """`darjan` without a number; a letter that is also a unit is none by itself."""
    mark = line.marks[place]
    unit = unit_of(mark)
    if unit is None or len(mark.words) <= 2 or mark.means("fruit") or mark.words in MAUND_WORDS:
        return None
    return Quantity(place, place + 1, None, unit)


def unit_of(mark: Mark) -> str | None:
    if mark.means("fruit") or (mark.means("home.flat") and mark.words == "unit"):
        return None
    return mark.value("unit")


def _unit_at(line: Line, place: int) -> tuple[str | None, int]:
    """The unit behind a count, past `ka` (`2 ki peti`) only when it is a box."""
    if (
        line.is_free(place)
        and (unit := unit_of(line.marks[place])) is not None
        and not line.marks[place].means("number")
    ):
        return unit, place + 1
    if line.is_free(place) and line.marks[place].words == "k" and line.marks[place].glued:
        return "kilo", place + 1
    return None, place


Counted = tuple[Fraction, Fraction | None, int, bool]  # count, upper end, where it ends, each of several


def _count_at(line: Line, place: int) -> Counted | None:
    if not line.is_free(place):
        return None
    mark = line.marks[place]
    if mark.is_number and (span := RANGE.fullmatch(mark.words)):
        return _range(Fraction(span[1]), Fraction(span[2]), place + 1)
    first = _single_at(line, place)
    if first is None:
        return None
    count, end = first
    link = end
    while line.free(link, "or", "clock.range") or (line.is_free(link) and line.marks[link].words == "to"):
        link += 1
    second = _single_at(line, link) if line.is_free(link) else None
    if second is None:
        return count, None, end, False
    return _pair(line, (count, end), (second[0], second[1]), link) or (count, None, end, False)


def _range(low: Fraction, high: Fraction, end: int) -> Counted:
    """`2-2` is two of each."""
    return (low, None, end, True) if low == high else (min(low, high), max(low, high), end, False)


def _pair(line: Line, first: tuple[Fraction, int], second: tuple[Fraction, int], link: int) -> Counted | None:
    """Two counts side by side: `do teen dozen` is a range, `ek ek` each, `2 half` and `2 1/2` are one count."""
    (count, end), (other, last) = first, second
    linked = link > end
    comma = line.marks[link].breaks
    fraction = line.marks[link].means("fraction") and not linked
    if fraction and not comma and other < 1:
        mixed = "/" in line.marks[link].words or line.marks[link].words in {"½", "¼", "¾"}
        return (count + other if mixed else count * other), None, last, False
    if comma:
        return None
    if not linked and count == other and not _names_follow(line, last, 2):
        return count, None, last, True
    digits = line.marks[link].is_number
    if linked or (other - count == 1 and (not digits or line.at(last, "unit")) and not _names_follow(line, last, 2)):
        return (count, other, last, False) if other > count else None
    return None


def _names_follow(line: Line, place: int, many: int) -> bool:
    """Whether as many names follow, so that each number has one of its own: `2 1 kesar hapus`."""
    return all(line.at(place + step, "variety", "stranger") for step in range(many))


def _single_at(line: Line, place: int) -> tuple[Fraction, int] | None:
    """One number: in digits, as a word, a fraction, or one that is shifted (`sadhe teen`)."""
    if not line.is_free(place):
        return None
    mark = line.marks[place]
    if mark.words.startswith("-") and mark.words[1:].isdigit():
        return Fraction(mark.words[:6]), place + 1
    if mark.is_number:
        number = _digits(mark.words)
        return None if number is None else (number, place + 1)
    offset = mark.value("offset")
    if offset is not None and line.is_free(place + 1):
        shifted = _plain(line, place + 1)
        if shifted is not None and shifted >= 1:
            return shifted + Fraction(offset), place + 2
    fraction = mark.value("fraction")
    if fraction is not None and (offset is None or mark.means("fraction")):
        return Fraction(fraction), place + 1
    number = _plain(line, place)
    return None if number is None else _hundreds(line, place, number)


def _hundreds(line: Line, place: int, number: Fraction) -> tuple[Fraction, int]:
    """`do sau` is two hundred."""
    if line.is_free(place + 1) and line.marks[place + 1].value("number") == "100" and number < 10:
        return number * 100, place + 2
    return number, place + 1


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
    if not mark.means("courtesy", "want", "change", "do", "deny", "weekday", "and", "fruit", "past", "make"):
        return True
    counted = place > 0 and line.taken[place - 1] == "amount"
    if line.at(place + 1, "unit", "change.only", "number.100"):
        return not counted or line.marks[place].breaks
    if line.at(place + 1, *NAMES):
        return not counted
    gives = [
        index for index in range(len(line)) if index != place and not line.at(index, "courtesy", "answer.yes", "deny")
    ]
    return not gives or _is_answered_in_kind(line, place)


def _is_answered_in_kind(line: Line, place: int) -> bool:
    """`kesar do hapus ek`: a name before it, and another name behind that has its number behind as well."""
    if not line.at(place - 1, *NAMES) or line.taken[place - 1] == "amount":
        return False
    later = [index for index in range(place + 1, len(line)) if line.at(index, "variety", "stranger")]
    return not any(_is_number(line, index) for index in range(place)) and any(
        _is_number(line, index + 1) for index in later)  # fmt: skip


def _is_number(line: Line, place: int) -> bool:
    return 0 <= place < len(line) and (line.marks[place].is_number or line.at(place, "number", "fraction"))


def _with_sizes(line: Line, found: list[Quantity]) -> list[Quantity]:
    """`5 kg box x2`, `2 peti 5 kg wali`, `1 dozen ki 3 peti`: how many, times the size."""
    made: list[Quantity] = []
    for quantity in found:
        before = made[-1] if made else None
        if before is not None and (joined := _joined(line, before, quantity)) is not None:
            made[-1] = joined
        else:
            made.append(quantity)
    return made


def _joined(line: Line, one: Quantity, other: Quantity) -> Quantity | None:
    """Two neighbours as one: `peti 2`, or a size and how many of it."""
    between = range(one.end, other.begin)
    if any(not line.at(place, *SIZE_LINKS) or line.at(place, "and", "more") for place in between):
        return None
    parted = line.marks[other.begin].gap.strip() in {",", ";"} or line.marks[other.begin].means("and")
    if parted or one.most or other.most:
        return None
    if one.count is None and other.unit is None and not between and not line.at(other.end, *NAMES):
        return replace(one, end=other.end, count=other.count, each=other.each)
    for sized, boxes in ((one, other), (other, one)):
        if sized.unit in SIZED and sized.count is not None:
            return _multiplied(line, one, other, sized, boxes) if _is_sized(line, sized, boxes, between) else None
    return None


def _is_sized(line: Line, sized: Quantity, boxes: Quantity, between: range) -> bool:
    if boxes.unit is not None:
        return boxes.unit in BOXES
    times = boxes.times or sized.times or any(line.at(place, "times") for place in between)
    return times or sized.boxed or (sized.begin >= boxes.end and line.at(sized.end, "unit.box", "unit.pack"))


def _multiplied(line: Line, one: Quantity, other: Quantity, sized: Quantity, boxes: Quantity) -> Quantity:
    line.take(one.end, other.begin, "amount")
    count = (sized.count or 1) * (boxes.count if boxes.count is not None else 1)
    return replace(one, end=other.end, count=Fraction(count), unit=sized.unit, times=False,
                   each=one.each or other.each, boxed=boxes.unit is not None and boxes.count is None)  # fmt: skip


def beyond_belief(quantities: Iterable[Quantity]) -> bool:
    return any(
        quantity.negative or (quantity.count is not None and not 0 < quantity.count < MOST) for quantity in quantities
    )
