"""How much a line speaks of, wherever it stands: numbers, fractions, ranges, sizes of packs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from core.reading.counting import NAMES, count_at, single_at
from core.reading.idle_numbers import box_to_put_into
from core.reading.marks import Line, Mark
from core.reading.numbering import pass_over_numbering

SIZED = frozenset({"dozen", "kilo", "gram", "piece"})
SIZE_LINKS = ("of", "courtesy.article", "times", "each")
BOXES = frozenset({"box", "pack"})
SIGNS = re.compile(r"[+-]\s*[+-]\s*$")  # `+-2` is no number of anything
HALF = Fraction(1, 2)
OFTEN = frozenset({"baar", "bar", "times", "बार", "dafa"})
FRUITS = frozenset({"fruit", "fruits", "phal", "फल", "mangoes"})
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


def find_quantities(line: Line) -> list[Quantity]:
    """Every quantity that is still free, in the order they stand; sizes and how many of them made one."""
    pass_over_numbering(line)
    found: list[Quantity] = []
    place = 0
    while place < len(line):
        free = line.is_free(place) and not _takes_box(line, place)
        quantity = _quantity_at(line, place) if free else None
        if quantity is not None:
            line.take(quantity.begin, quantity.end, "amount")
            found.append(quantity)
        place = quantity.end if quantity is not None else place + 1
    return unit_for_all(line, _without_sum_of_all(line, _with_sizes(line, found)))


def _takes_box(line: Line, place: int) -> bool:
    """Whether a box begins there that things are only put into (`alag packet me`); its words are taken."""
    counted = count_at(line, place)
    end = box_to_put_into(line, place, counted[2] if counted else place, counted=counted is not None)
    line.take(place - int(counted is None), end, "along") if end > place else None
    return end > place


def _without_sum_of_all(line: Line, found: list[Quantity]) -> list[Quantity]:
    """`hapus 1 darjan + kesar 2 darjan = 3 darjan`: what all of it makes is said already."""
    if len(found) > 1 and _is_sum_of_rest(line, found):
        line.take(found[0].begin, found[0].end, "along")
        return [replace(one, unit=one.unit or found[0].unit) for one in found[1:]]  # `2 boxes: one hapus, one kesar`
    if len(found) == 2 and found[0].each and line.at(found[1].begin - 1, "ask.total") and found[1].count:
        line.take(found[0].begin, found[0].end, "along")  # `saat saat hapus do ghar ke liye, total 14`
        return found[1:]
    last = found[-1] if len(found) > 2 else None
    if last is not None and line.at(last.begin - 1, "ask.total", "each") and _is_sum(found[:-1], last):
        line.take(last.begin, last.end, "along")
        return found[:-1]  # `1 kilo dasheri, 2 kilo langra, total 3 kilo`
    return [one for one in found if one is found[0] or not (one.begin and line.marks[one.begin - 1].words == "=")]


def _is_sum(parts: list[Quantity], whole: Quantity) -> bool:
    return all(one.unit == whole.unit for one in parts) and whole.count == sum(
        (one.count or 0 for one in parts), start=Fraction()
    )


def _is_sum_of_rest(line: Line, found: list[Quantity]) -> bool:
    first, rest = found[0], found[1:]
    listed = first.end < len(line) and line.marks[first.end].gap.strip() in {":", "-", "–", "("}
    listed = listed or (len(rest) > 1 and not line.at(first.end, *NAMES) and not line.at(first.begin - 1, *NAMES))
    counted = all(one.count and one.unit in {None, first.unit} for one in rest)
    if first.unit is None:  # `bas do, ek hapus ek kesar`: two numbers in a row are none of each other
        counted = counted and listed and len(rest) > 1 and line.marks[rest[0].begin].breaks
    return listed and counted and first.count == sum((one.count or 0 for one in rest), start=Fraction())


def unit_for_all(line: Line, found: list[Quantity]) -> list[Quantity]:
    """`chaunsa 2, dasheri 3, sab kilo me`, `kilo nahi darjan, hapus 2`: a unit said by itself for all the rest."""
    if (counted := _counted_in(line, found)) is not None:
        return [replace(one, unit=one.unit or counted) for one in found]
    for quantity in found:
        each = line.at(quantity.begin - 1, "each")
        rest = [one for one in found if one.count is not None and one != quantity]
        if quantity.count is not None or not rest or any(one.unit for one in rest):
            continue
        if each or _is_in_place_of_another(line, quantity, found):
            line.take(quantity.begin - 1, quantity.begin, "along")
            return [replace(one, unit=quantity.unit) for one in rest]
    return found


def _counted_in(line: Line, found: list[Quantity]) -> str | None:
    """`chausa 3, langra 2 kilo me`: in what all is counted up to there, or None."""
    for place, one in enumerate(found):
        ends = one.end + 1 >= len(line) or line.marks[min(one.end + 1, len(line) - 1)].breaks
        inside = one.end < len(line) and line.marks[one.end].words in {"me", "mein", "mai", "में"} and ends
        if inside and one.unit and one.count and place and not any(other.unit for other in found[:place]):
            return one.unit if len(found) == place + 1 or all(other.unit for other in found[place:]) else None
    return None


def _is_in_place_of_another(line: Line, quantity: Quantity, found: list[Quantity]) -> bool:
    """Whether another unit, said alone as well, is refused right before it."""
    before = next((one for one in found if one.count is None and one.end <= quantity.begin), None)
    if before is None or before.unit == quantity.unit or quantity.begin - before.end > 3:
        return False
    between = range(before.end, quantity.begin)
    if not any(line.at(place, "deny") for place in between):
        return False
    line.take(before.end, quantity.begin, "along")
    return True


def _quantity_at(line: Line, place: int) -> Quantity | None:
    begin, times = place, False
    if line.marks[place].glued and line.at(place - 1, "fruit") and not line.at(place - 1, "unit", "variety"):
        return None  # `MANGO10` is a code
    if line.at(place, "times") and count_at(line, place + 1) is not None:
        place, times = place + 1, True
    counted = count_at(line, place)
    if counted is not None and line.at(counted[2], "more") and line.at(counted[2] + 1, "uncounted"):
        line.take(place, counted[2] + 2, "along")  # `ek aur order`
        return None
    other = _other_goods_at(line, counted[2]) if counted is not None else None
    if other is not None and not line.marks[other].breaks and not line.at(other, "variety"):
        line.take(place, other + 1, "along")  # `do darjan ande`
        return None
    if counted is not None and line.at(counted[2], "measure", "uncounted") and not line.at(counted[2], "unit"):
        line.take(place, counted[2], "along") if line.at(counted[2], "uncounted") else None
        return None  # `teen log`, `ek order likhiye`
    if counted is None:
        return _bare_unit(line, place)
    count, most, end, each = counted
    if line.free(end, "times") and not times and not _is_count(line, end + 1):
        end += 1
    if line.free(end, "only") and line.marks[end].words in {"hi", "ही"} and unit_at_all(line, end + 1):
        end += 1  # `ek hi peti`
    unit, end = _unit_at(line, end)
    negative = count < 0 or SIGNS.search(line.text[: line.marks[begin].start]) is not None
    return Quantity(begin, end, abs(count), unit, most, each, negative, times)


def _other_goods_at(line: Line, place: int) -> int | None:
    """Where something that we do not sell is counted: `do darjan ande`, `4 kg of onions`."""
    while line.at(place, "unit", "of") and not line.at(place, "other_goods"):
        place += 1
    if line.at(place, "variety") and line.at(place + 1, "other_goods.grown") and not line.marks[place + 1].breaks:
        return place + 1  # `three langra trees`
    return place if line.at(place, "other_goods") else None


def _is_count(line: Line, place: int) -> bool:
    return line.is_free(place) and single_at(line, place) is not None


def _bare_unit(line: Line, place: int) -> Quantity | None:
    """`darjan` without a number; a letter that is also a unit is none by itself."""
    mark = line.marks[place]
    unit = unit_of(mark)
    if place + 1 < len(line) and line.marks[place + 1].words in OFTEN:
        line.take(place, place + 2, "along")  # `darjan baar phone kiya`
        return None
    verb = mark.words == "pack" and (line.at(place - 1, "courtesy.please") or line.at(place + 1, "do.it", "make"))
    short = len(mark.words) <= 2 and not (line.at(place + 1, "deny") and line.at(place + 2, "unit"))
    if verb or unit is None or short or mark.means("fruit") or mark.words in MAUND_WORDS | FRUITS:
        return None
    becomes = line.at(place - 1, "courtesy.article") and line.at(place - 2, "swap.by", "clock.range")
    return Quantity(place, place + 1, Fraction(1) if becomes else None, unit)  # `change the dozen to a box`


def unit_at_all(line: Line, place: int) -> bool:
    return line.is_free(place) and unit_of(line.marks[place]) is not None


def unit_of(mark: Mark) -> str | None:
    if mark.means("fruit") or (mark.means("home.flat") and mark.words == "unit"):
        return None
    return mark.value("unit")


def _unit_at(line: Line, place: int) -> tuple[str | None, int]:
    """The unit behind a count, past `ka` (`2 ki peti`) only when it is a box."""
    while line.free(place, "only", "more") and line.at(place + 1, "unit") and not line.at(place, "unit"):
        place += 1
    if (
        line.is_free(place)
        and (unit := unit_of(line.marks[place])) is not None
        and not line.marks[place].means("number")
    ):
        return unit, place + 1
    if line.is_free(place) and line.marks[place].words == "k" and line.marks[place].glued:
        unit, end = _unit_at(line, place + 1)
        return unit or "kilo", end  # `2k dozen` counts dozens
    return None, place


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
    """Two neighbours as one: `a dozen and a half`, `peti 2`, or a size and how many of it."""
    between = range(one.end, other.begin)
    if between and all(line.at(place, "or") for place in between) and one.count and other.count and not one.most:
        low, high = sorted((one.count, other.count))
        return replace(one, end=other.end, count=low, most=high, unit=one.unit or other.unit)
    if _is_and_a_half(line, one, other):
        return replace(one, end=other.end, count=HALF + (Fraction(1) if one.count is None else one.count))
    if one.boxed and _counts_boxes(line, one, other):
        return replace(one, count=(one.count or Fraction(1)) * (other.count or Fraction(1)), boxed=False)
    if any(not line.at(place, *SIZE_LINKS) or line.at(place, "and", "more") for place in between):
        return None
    return _beside(line, one, other, between)


def _beside(line: Line, one: Quantity, other: Quantity, between: range) -> Quantity | None:
    """A unit with its count behind it, or a size and how many of it."""
    parted = line.marks[other.begin].gap.strip() in {",", ";"} or line.marks[other.begin].means("and")
    parted = parted or (one.count is None and _has_count_before(line, one.begin))
    if parted or one.most or other.most:
        return None
    follows = line.at(other.end, *NAMES) and not line.marks[other.end].breaks
    if one.count is None and other.unit is None and not between and not follows:
        return replace(one, end=other.end, count=other.count, each=other.each)
    for sized, boxes in ((one, other), (other, one)):
        if sized.unit in SIZED and sized.count is not None:
            return _multiplied(line, one, other, sized, boxes) if _is_sized(line, sized, boxes, between) else None
    return None


def _has_count_before(line: Line, begin: int) -> bool:
    """`1 hapus wali peti`: the number of a unit that stands behind its name."""
    place = begin - 1
    while line.at(place, "of", "courtesy.article") and not line.at(place, *NAMES):
        place -= 1
    return begin - 1 > place >= 1 and line.at(place, *NAMES) and line.marks[place - 1].is_number


def _is_and_a_half(line: Line, one: Quantity, other: Quantity) -> bool:
    """`a dozen and a half`, `1 darjan aur aadha darjan kesar`; in `hapus 1 dozen and half kesar` each has a name."""
    between = range(one.end, other.begin)
    joined = any(line.at(place, "and") for place in between) and all(
        line.at(place, "and", "courtesy.article") for place in between)  # fmt: skip
    parted = line.at(one.begin - 1, *NAMES) and line.at(other.end, *NAMES)
    same = other.count == HALF and other.unit in {None, one.unit} and not other.most
    return joined and same and not parted and one.unit is not None and not one.most


def _counts_boxes(line: Line, sized: Quantity, other: Quantity) -> bool:
    """`5kg box totapuri 2 nos`: behind one name, how many of the boxes said before it."""
    between = range(sized.end, other.begin)
    named = len(between) > 0 and all(line.at(place, *NAMES) for place in between)
    plain = other.unit in {None, "piece"} and bool(other.count) and not line.marks[other.begin].breaks
    return named and plain and not (line.at(other.end, *NAMES) and not line.marks[other.end].breaks)


def _is_sized(line: Line, sized: Quantity, boxes: Quantity, between: range) -> bool:
    if boxes.unit is not None:
        return boxes.unit in BOXES
    times = boxes.times or sized.times or any(line.at(place, "times") for place in between)
    times = times or (sized.begin < boxes.begin and any(line.at(place, "of") for place in between))
    behind = "of" if not between else "unit.box"  # `ek 3 kilo wali`
    return times or sized.boxed or (
        sized.begin >= boxes.end and line.at(sized.end, "unit.box", "unit.pack", behind))  # fmt: skip


def _multiplied(line: Line, one: Quantity, other: Quantity, sized: Quantity, boxes: Quantity) -> Quantity:
    line.take(one.end, other.begin, "amount")
    count = (sized.count or 1) * (boxes.count if boxes.count is not None else 1)
    return replace(one, end=other.end, count=Fraction(count), unit=sized.unit, times=False,
                   each=one.each or other.each, boxed=boxes.unit is not None and boxes.count is None)  # fmt: skip


def beyond_belief(quantities: Iterable[Quantity]) -> bool:
    return any(quantity.negative or quantity.count == 0 for quantity in quantities)
