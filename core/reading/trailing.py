"""Units, boxes and numbers that stand behind the name of a fruit whose amount began before it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from core.reading.fruits import Name
from core.reading.marks import Line
from core.reading.quantities import BOXES, SIZED, Quantity


def with_trailing_units(line: Line, names: Sequence[Name], quantities: list[Quantity]) -> list[Quantity]:
    """`2 kesar peti`: the unit of an amount that stands behind the name."""
    made: list[Quantity] = []
    for quantity in quantities:
        before = made[-1] if made else None
        boxed = before is not None and before.boxed and (quantity.times or _counts_alone(line, quantity))
        between = [name for name in names if before is not None and name.begin == before.end
                   and all(line.at(place, "of", "fruit") for place in range(name.end, quantity.begin))
                   and name.end <= quantity.begin]  # fmt: skip
        if not between and before is not None and line.at(before.end, "of"):
            between = [name for name in names if name.begin == before.end + 1 and name.end <= quantity.begin
                       and all(line.at(place, "of", "fruit") for place in range(name.end, quantity.begin))]  # fmt: skip
            between = between if boxed or _sizes_box(line, before, quantity) else []
        sized = (
            boxed or _sizes_box(line, before, quantity) or _boxes_of_size(line, before, quantity) if before else False
        )
        if before is not None and between and sized:
            made[-1] = replace(before, count=(before.count or Fraction(1)) * (quantity.count or 1))
        elif before is not None and between and quantity.count is None and before.count and (
                before.unit is None or quantity.unit in BOXES):  # fmt: skip
            made[-1] = replace(before, unit=before.unit or quantity.unit)
        elif before is not None and between and before.count is None and _counts_alone(line, quantity):
            made[-1] = replace(before, count=quantity.count, end=before.end)
        else:
            made.append(quantity)
    return made


def _counts_alone(line: Line, quantity: Quantity) -> bool:
    """`peti kesar 1, langra 2 kg`: a number behind a name whose unit stands before it."""
    ends = quantity.end >= len(line) or line.marks[quantity.end].breaks
    return quantity.count is not None and quantity.unit is None and ends


def _boxes_of_size(line: Line, size: Quantity, boxes: Quantity) -> bool:
    """`5 kilo langra ki ek peti`: the boxes are of that fruit."""
    sized = size.unit in SIZED and size.count is not None and size.most is None
    named = line.at(boxes.end, "variety", "stranger") and not line.marks[boxes.end].breaks
    return sized and boxes.unit in BOXES and boxes.count is not None and line.at(boxes.begin - 1, "of") and not named


def _sizes_box(line: Line, size: Quantity, boxes: Quantity) -> bool:
    """`5 kg wali safeda ki peti ek`: the size of a box, its fruit, and how many."""
    sized = size.unit in SIZED and size.count is not None and line.at(size.end, "of")
    return sized and boxes.unit in BOXES and (boxes.count is not None or not line.marks[boxes.begin].breaks)
