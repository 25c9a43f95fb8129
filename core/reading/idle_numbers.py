"""Numbers that count no fruit: of luck, of what the clock shows, of a box that things are put into. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.marks import Line

BOXES = ("unit.box", "unit.pack")
ITS = frozenset({"its", "is"})
RIDES = frozenset({"bus", "auto", "train", "platform", "metro", "बस", "ट्रेन", "ऑटो"})
STRUCK = frozenset({"baj", "बज"})  # `12 baj gaye`
INSIDE = frozenset({"me", "mein", "में"})


def take_idle_numbers(line: Line, thoughts: Sequence[Sequence[int]]) -> None:
    """Takes the numbers of a thought about luck, and `its 12 already`, `12 baj gaye`: what the clock shows now."""
    for thought in thoughts:
        lucky = any(line.at(place, "lucky") for place in thought)
        for place in thought:
            if lucky and (line.marks[place].is_number or line.at(place, "number", "fraction")):
                line.take(place, place + 1, "along")
    for place in range(len(line)):
        thanked = line.at(place, "unit") and line.at(place - 1, "courtesy.article") and line.at(place - 2, "thanks")
        rides = line.at(place + 1, "home.number") and place + 2 < len(line) and line.marks[place + 2].words in RIDES
        if thanked or (line.marks[place].is_number and rides):
            line.take(place, place + 1, "along")  # `thx a ton`, `12 number bus`
            continue
        shown = line.marks[place - 1].words in ITS and _already(line, place + 1) if place else False
        struck = place + 1 < len(line) and line.marks[place + 1].words.split()[0] in STRUCK
        if line.marks[place].is_number and (shown or struck):
            line.take(place, place + 1 + int(struck), "along")


def _already(line: Line, place: int) -> bool:
    return place < len(line) and line.marks[place].words == "already"


def box_to_put_into(line: Line, place: int, end: int, *, counted: bool) -> int:
    """Where a box ends that fruit is put into, and that is none itself: `alag packet me`, `do alag dabbe`, `jitna dabbe
    me aaye`, `sab ek hi dabbe me`; `place` where there is none such.

    `end` is where the number ends that stands before it, `place` where there is no number.
    """
    if not counted:
        return place + 1 if line.at(place, *BOXES) and line.at(place - 1, "packing") else place
    others = any(line.marks[one].is_number or line.at(one, "number") for one in range(len(line)) if one != place)
    one_box = line.at(end, "only") and line.at(end + 1, *BOXES) and place > 0
    one_box = one_box and end + 2 < len(line) and line.marks[end + 2].words in INSIDE
    apart = line.at(end, "packing") and line.at(end + 1, *BOXES)
    return end + 2 if others and (apart or one_box) else place
