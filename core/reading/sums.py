"""Sums of money in a line, in digits and in words: `₹1200`, `1200 wala`, `aath sau wala`, `900 per dozen`. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from core.reading.counting import NAMES, THOUSANDS
from core.reading.marks import Line, Mark

CHEAPEST = 20  # rupees: less is no price of a dozen or a kilo
WALA = frozenset({"wala", "wale", "wali", "vala", "vale", "vali", "वाला", "वाले", "वाली"})
SMALL = 100  # what is beside goods and at least this, without a unit, is a sum of money
INSIDE = frozenset({"me", "mein", "में"})  # `1000 me kitne bhi`


def find_sums(line: Line) -> list[int]:
    """Sums of money, taken: `₹1200`, `800 rs`, `1200 wala`, `1200/-`, `@ 80`."""
    sums = list(_sums_in_words(line))
    for place, mark in enumerate(line.marks):
        amount = _sum_of(mark)
        if amount is None or not line.is_free(place):
            continue
        begin, end = place, place + 1
        if line.at(place - 1, "price") or (
            amount >= SMALL and line.at(place - 1, "clock.at") and not line.at(place + 1, "unit", "people")
        ):
            begin -= 1
        while line.at(end, "price"):
            end += 1
        if end > place + 1 and line.at(end, "unit") and line.at(end + 1, "of"):
            end += 2  # `150 rupaye kilo wala`
        end = _rate_end(line, place, end, amount)
        behind = line.text[mark.end : mark.end + 2]
        wala = line.at(end, "of") and amount >= SMALL and (
            not line.at(end, "when.word") or (line.marks[end].words in WALA and amount % 10 == 0))  # fmt: skip
        priced = line.at(place - 1, "is") and line.at(place - 2, *NAMES)  # `the kesar is 800`
        named = amount >= SMALL and (line.at(end, *NAMES) or line.at(place - 1, *NAMES) or priced) and amount % 10 == 0
        named = named and not line.at(end, "unit")
        named = named or (amount >= SMALL and line.at(place - 1, "for") and not line.at(end, "unit", "measure"))
        wala = wala or (amount >= SMALL and line.at(end, "of") and line.at(end + 1, *NAMES))
        wala = wala or (amount >= SMALL and amount % 10 == 0 and end < len(line) and line.marks[end].words in INSIDE)
        if begin < place and amount < SMALL and line.at(place - 1, "price.under") and end == place + 1:
            continue  # `up to 18 pieces`
        if begin < place or "@" in mark.gap or end > place + 1 or behind == "/-" or wala or named:
            line.take(begin, end + int(wala), "sum")
            sums.append(amount)
    return sums


def _rate_end(line: Line, place: int, end: int, amount: int) -> int:
    """Where `900/dz`, `₹150 / kg`, `900 per dozen` ends; `end` where it is no price of a unit."""
    if amount < CHEAPEST:
        return end
    per = end + int(line.at(end, "per"))
    slashed = place + 1 <= per < len(line) and "/" in line.marks[per].gap
    return per + 1 if (per > end or slashed) and line.at(per, "unit") else end


def _sums_in_words(line: Line) -> Iterable[int]:
    """`aath sau wala`, `paanch sau ka`, `hazaar rupaye ke`."""
    for place, mark in enumerate(line.marks):
        if mark.is_number or not line.free(place, "number"):
            continue
        amount, end = int(mark.value("number") or 0), place + 1
        while line.free(end, "number.100", "number.1000") and not line.marks[end].is_number:
            amount, end = amount * int(line.marks[end].value("number") or 1), end + 1
        told = line.at(end, "price.rupees") or line.at(place - 1, "price.at")  # `worth one thousand`
        if amount < SMALL or not (told or (end > place + 1 and line.at(end, "of", "price"))):
            continue
        while line.at(end, "price", "of"):
            end += 1
        line.take(place, end, "sum")
        yield amount


def _sum_of(mark: Mark) -> int | None:
    if not mark.is_number:
        return None
    digits = mark.words.replace(",", "") if THOUSANDS.fullmatch(mark.words) else mark.words
    return int(digits) if digits.isdigit() and len(digits) <= 6 else None
