"""Units that are left out beside a fruit because another one has them: `kesar ki do peti, hapus ki ek`. Pure."""

from __future__ import annotations

from dataclasses import replace

from core.reading.marks import Line
from core.reading.meaning import Item

PLURALS = ("dozens", "kilos", "boxes", "kgs", "dozens)", "kilos)", "kgs)", "dzs")
HALVED = frozenset({"dozen", "kilo"})
GENITIVES = frozenset({"ki", "ka", "ke", "of", "की", "का", "के"})


def with_units_of_others(line: Line, items: list[Item]) -> list[Item]:
    """`kesar ki do peti, hapus ki ek`: the unit just said is left out; in `5 langra 3 kesar 10 kilo` the next."""
    made: list[Item] = []
    for item in items:
        before = made[-1] if made else None
        short = item.count is not None and item.unit is None and (item.variety or item.stranger)
        half = item.count is not None and item.count < 1 and item.unit is None and len(items) > 1
        if half and (unit := next((one.unit for one in items if one.unit in HALVED), None)):
            made.append(replace(item, unit=unit))  # `kesar aadha, hapus pura darjan`
        elif before is not None and before.unit and short and (_leaves_out(item) or _ends_in_genitive(line, item)):
            made.append(replace(item, unit=before.unit))
        else:
            made.append(item)
    last = made[-1] if made else None
    rest = made[:-1]
    plain = last is not None and last.unit in {"kilo", "dozen"} and len(rest) > 1 and not line.has("and", "times")
    every = (
        last is not None and len(made) > 1 and (_says_each(line) or last.words.endswith(PLURALS)) and bool(last.unit)
    )
    if (
        (every or (plain and not any(sign in line.text for sign in ",;")))
        and last
        and all(item.count and not item.unit for item in rest)
    ):
        made = [replace(item, unit=last.unit) for item in made]
    return made


def _says_each(line: Line) -> bool:
    """Whether each is said of the fruit: in `both to B-504`, `both on sunday` it is said of where and when they go."""
    for place in range(len(line)):
        behind = place + 1
        while line.at(behind, "clock.range", "if_so", "when.word", "courtesy.article"):
            behind += 1
        if line.at(place, "each") and line.taken[behind : behind + 1] not in (["home"], ["place"], ["when"]):
            return True
    return False


def _leaves_out(item: Item) -> bool:
    """Whether the name of an item stands in the genitive: `hapus ki ek`, `five of langra`."""
    words = item.words.split()
    return any(word in GENITIVES for word in words[1:-1])


def _ends_in_genitive(line: Line, item: Item) -> bool:
    """`ek amrapali ka dabba aur ek kesar ka`: nothing but the end or another item behind it."""
    names = (end for end, mark in enumerate(line.marks) if line.taken[max(end - 1, 0)] == "name" and end
             and line.marks[end - 1].value("variety") == str(item.variety) and mark.words in GENITIVES)  # fmt: skip
    place = next(names, None)
    return place is not None and (place + 1 >= len(line) or line.marks[place + 1].breaks or line.at(place + 1, "and"))
