"""Names of fruit in a line: which are meant, which are refused, and which stand for another. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.reading.marks import Line
from core.reading.meaning import Sureness
from core.reading.quantities import Quantity
from core.reading.refusing import is_refused, joined_by_or, keeps

HERE = frozenset({"here", "this side", "speaking"})
NOW = frozenset({"ab", "now", "अब"})


@dataclass(frozen=True)
class Name:
    """A name of fruit in a line: the varieties that it may be, or a stranger."""

    begin: int
    end: int
    varieties: tuple[int, ...]
    stranger: str = ""
    sureness: Sureness = Sureness.SURE

    @property
    def variety(self) -> int | None:
        return self.varieties[0] if len(self.varieties) == 1 else None


def find_names(line: Line) -> list[Name]:
    """Names of fruit, one for each time it is named: `hapus aam` and `alphonso (hapus)` are one."""
    names: list[Name] = []
    for place, mark in enumerate(line.marks):
        if not line.free(place, "variety", "stranger") or mark.means("other") or _is_person(line, place):
            continue
        if _is_stirred_in(line, place):
            continue
        varieties = tuple(int(value) for value in mark.values("variety"))
        stranger = "" if varieties else mark.value("stranger") or ""
        line.take(place, place + 1, "name")
        same = names and names[-1].end == place and (names[-1].varieties, names[-1].stranger) == (varieties, stranger)
        if same:
            names[-1] = replace(names[-1], end=place + 1)
        else:
            names.append(Name(place, place + 1, varieties, stranger, mark.sureness))
    return names


def _is_person(line: Line, place: int) -> bool:
    """`mera naam neelam hai`, `kesar aunty`, `hapus rang ki mithai`: somebody or something called after a fruit."""
    if "amount" in line.taken[max(place - 1, 0) : place + 2]:
        return False  # what is counted is fruit, whoever is spoken to
    before = place - 1
    while line.at(before, "is") and not line.at(before, "person.is"):
        before -= 1
    introduced = line.at(before, "person.is") and not line.marks[place].breaks
    called = line.at(place + 1, "person.by") and not line.marks[place + 1].breaks
    if called and line.at(place + 1, "speaker") and not _names_another(line, place):
        return False  # `mai kesar bol rahi hu, do darjan bhijwana`
    behind = place + 1 if called else place + 2 if line.at(place + 1, "of", "courtesy.article") else len(line)
    called = line.at(behind, "person.by") and not any(line.marks[one].breaks for one in range(place + 1, behind + 1))
    if not (introduced or called):
        return _speaks_for_itself(line, place)
    line.take(place, behind + 1 if called else place + 1, "along")
    return True


def _speaks_for_itself(line: Line, place: int) -> bool:
    """`Kesar here from Silver Oak, one dozen alphonso`, `Mallika from tower B here`: who writes, and then what."""
    opens = all(line.at(before, "courtesy", "command.greet", "greet") for before in range(place))
    end = next((one for one in range(place + 1, len(line)) if line.marks[one].breaks), len(line))
    here = any(line.marks[one].words in HERE for one in range(place + 1, end))
    if not (opens and here and _names_another(line, place) and "amount" not in line.taken[place + 1 : end]):
        return False
    line.take(place, place + 1, "along")
    return True


def _names_another(line: Line, place: int) -> bool:
    return any(line.at(other, "variety", "stranger") for other in range(len(line)) if other != place)


def _is_stirred_in(line: Line, place: int) -> bool:
    """`doodh me kesar dal ke`: saffron; what is counted is fruit."""
    stirred = line.at(place + 1, "stirred") and "amount" not in line.taken[max(place - 1, 0) : place + 2]
    if stirred:
        line.take(place, place + 2, "along")
    return stirred


def choices(line: Line, names: list[Name], quantities: Sequence[Quantity]) -> list[Name]:
    """`langra ya kesar, 2 kilo`: one fruit, of which we do not know which; in a question each is asked about."""
    each = line.has("each") or any(quantity.each for quantity in quantities)
    asks = line.has("stop.question", "stop.mark", "rate_word") and not line.has("whichever")  # `whichever is fresher`
    if each or len(quantities) >= max(len(names), 2) or asks:
        return names
    made: list[Name] = []
    for name in names:
        before = made[-1] if made else None
        if before is not None and joined_by_or(line, before.end, name.begin) and _is_near(line, before.end, name.begin):
            made[-1] = replace(before, end=name.end, varieties=(*before.varieties, *name.varieties), stranger="")
        else:
            made.append(name)
    return made


def _is_near(line: Line, end: int, begin: int) -> bool:
    return all(line.at(place, "or", "courtesy.article", "of", "fruit", "want") for place in range(end, begin))


def replaced(line: Line, names: list[Name]) -> tuple[list[Name], dict[int, int | None]]:
    """The names that are wanted, and by where they stand what they replace (`hapus nahi kesar`)."""
    wanted, instead = list(names), dict[int, "int | None"]()
    for name in names:
        others = [other for other in wanted if other != name]
        if not others or name not in wanted:
            continue
        if "amount" in line.taken:
            others = [other for other in others if other.varieties != name.varieties]  # `kesar 1, nahi kesar 2`
        target = (_swapped_for(line, name, others) or _refused_for(line, name, others)) if others else None
        if target is not None:
            wanted.remove(name)
            instead[target.begin] = name.variety
    return wanted, instead


def _is_instead(line: Line, name: Name) -> bool:
    """`kesar out, put langra instead`, `scratch the alphonso and put 3 kg langra there`."""
    behind = range(name.end, min(name.end + 3, len(line)))
    there = line.marks[-1].words == "there" and name.end == len(line) - 1 and line.has("remove")
    return there or any(line.at(place, "swap.new", "swap.that") for place in behind)


def _swapped_for(line: Line, name: Name, others: Sequence[Name]) -> Name | None:
    """`hapus ki jagah kesar`, `kesar instead of hapus`, `replace hapus with kesar`, `hapus out, kesar instead`."""
    newer = next((other for other in others if other.begin > name.begin and _is_instead(line, other)), None)
    if newer is not None:
        return newer
    after = next((other for other in others if other.begin > name.begin), None)
    before = next((other for other in reversed(others) if other.begin < name.begin), None)
    if after is not None and (_takes_its_place(line, name.end, after.begin) or _is_mistaken(line, name, after)):
        return after
    behind = _skip(line, name.end, 1)
    if line.at(behind, "swap.after") and not line.at(behind, "lead.refuse"):
        line.take(behind, behind + 1, "op")
        return after or before
    lead = _skip(line, name.begin - 1, -1)
    if line.at(lead, "swap.before") and (before or after):
        line.take(lead, lead + 1, "op")
        return before or after
    if line.at(lead, "swap.with") and after is not None and any(
            line.at(place, "swap.by", "make") for place in range(name.end, after.begin)):  # fmt: skip
        line.take(lead, lead + 1, "op")
        return after
    return None


def _takes_its_place(line: Line, end: int, begin: int) -> bool:
    """`hapus mehnga hai, uski jagah langra`."""
    that = next((place for place in range(end, begin) if line.at(place, "swap.that")), len(line))
    line.take(that, that + 1, "op")
    return that < len(line)


def _is_mistaken(line: Line, name: Name, after: Name) -> bool:
    """`galti se kesar dab gaya, mujhe safeda chahiye tha`: of two thoughts the first names what was a mistake."""
    parts = [place for place in range(name.end, after.begin) if line.marks[place].breaks]
    begin = max((place for place in range(name.begin + 1) if line.marks[place].breaks), default=0)
    past = any(line.at(place, "past", "away") for place in range(name.end, after.begin))
    closes = parts[0] if parts else name.begin if past else begin  # `galti se kesar likh diya tha langra chahiye tha`
    return any(line.at(place, "mistaken") for place in range(begin, closes))


def _skip(line: Line, place: int, step: int) -> int:
    """Past amounts and small words."""
    while 0 <= place < len(line) and not line.at(place, "swap", "deny", "lead"):
        if line.taken[place] != "amount" and not line.at(place, "fruit", "of", "courtesy.article"):
            break
        place += step
    return place


def _refused_for(line: Line, name: Name, others: Sequence[Name]) -> Name | None:
    """`hapus nahi kesar`, `not hapus, kesar`: refused by a bare no beside another name."""
    spans = [(other.begin, other.end) for other in others]
    if keeps(line, name.end):
        return None  # `kesar hata do, hapus mat hatana`
    if not is_refused(line, name.begin, name.end, spans) or line.at(name.begin - 1, "only"):
        return None  # `kesar nikal do, sirf hapus rehne do`
    removed = next((place for place in range(name.end, min(name.end + 3, len(line))) if line.at(place, "deny")), None)
    says_more = removed is not None and " " in line.marks[removed].words
    if removed is not None and says_more and line.at(removed, "remove") and not line.at(removed, "lead"):
        return None
    line.take(removed, removed + 1, "op") if removed is not None and not line.at(removed, "lead") else None
    target = next((other for other in others if other.begin > name.begin), others[-1])
    if line.at(name.begin - 1, "lead.refuse"):
        line.take(name.begin - 1, name.begin, "op")
    return target


def without_refused(line: Line, quantities: list[Quantity], names: Sequence[Name]) -> list[Quantity]:
    """`2 nahi 3 dozen`, `kg nahi dozen`: of two amounts the one that is not refused."""
    kept: list[Quantity] = []
    units: list[str | None] = []
    for quantity in quantities:
        others = [(other.begin, other.end) for other in quantities
                  if other != quantity and not _name_between(names, *_gap(quantity, other))]  # fmt: skip
        if len(quantities) > 1 and _is_replaced(line, quantity, names):
            line.take(quantity.end, quantity.end + 1, "op")
            continue
        if len(quantities) > 1 and _is_refused_at_last(line, quantity, quantities[-1], names):
            line.take(quantity.begin - 1, quantity.begin, "op")
            continue
        if quantity != quantities[-1] and _is_left_behind(line, quantity, quantities[-1], names):
            line.take(quantity.end, quantity.end + 1, "op")
            continue
        if len(quantities) > 1 and quantity.count is None and _is_denied_at_end(line, quantity.end):
            line.take(quantity.end, quantity.end + 1, "op")
            kept = kept[:-1] if _sizes_it(line, kept, quantity) else kept
            continue  # `ek peti hapus kar dena, darjan nahi`
        if others and is_refused(line, quantity.begin, quantity.end, others):
            kept = kept[:-1] if _sizes_it(line, kept, quantity) else kept
            units.append(quantity.unit)
            line.take(quantity.end, max(others[0][0], quantity.end + 2), "op")
            continue
        kept.append(quantity)
    unit = next((unit for unit in units if unit), None)  # `not 1 dozen but 2`
    return [replace(one, unit=one.unit or unit) if one.count is not None else one for one in kept]


def _sizes_it(line: Line, kept: Sequence[Quantity], refused: Quantity) -> bool:
    """`tin ka dabba nahi chahiye, tin kilo langra`: the number is of the box that is refused."""
    before = kept[-1] if kept else None
    bare = before is not None and before.unit is None and refused.count is None
    return bare and before is not None and line.at(before.end, "of") and before.end + 1 == refused.begin


def _is_replaced(line: Line, quantity: Quantity, names: Sequence[Name]) -> bool:
    """`do darjan hapus kar dena ek ki jagah`: an amount without a name, in place of which is the other."""
    beside = any(name.begin == quantity.end or name.end == quantity.begin for name in names)
    return not beside and line.at(quantity.end, "swap.after")


def _is_left_behind(line: Line, quantity: Quantity, last: Quantity, names: Sequence[Name]) -> bool:
    """`1 dozen se 2 dozen kar do`, `from a dozen to a box`: what it was before."""
    if _name_between(names, quantity.end, last.begin):
        return False
    if line.has("promised", "past") and any(line.marks[one].words in NOW for one in range(quantity.end, last.begin)):
        return True  # `pehle bola tha 2 darjan ab 3 darjan`
    turns = line.at(quantity.end, "clock.range", "swap.by")
    return turns and line.has("make", "do.it", "alter", "more", "less")


def _is_refused_at_last(line: Line, quantity: Quantity, last: Quantity, names: Sequence[Name]) -> bool:
    """`2 kesar, not 1`."""
    ends = quantity == last and not any(name.begin >= quantity.end for name in names)
    before = quantity.begin - 1
    while line.at(before, "courtesy.article", "whole"):
        before -= 1
    denied = line.at(before, "lead.refuse") and line.marks[before].words != "no"
    return ends and denied and not line.marks[quantity.begin].breaks


def _is_denied_at_end(line: Line, end: int) -> bool:
    return line.at(end, "deny") and (end + 1 >= len(line) or line.marks[end + 1].breaks)


def _gap(one: Quantity, other: Quantity) -> tuple[int, int]:
    return (one.end, other.begin) if one.begin < other.begin else (other.end, one.begin)


def _name_between(names: Sequence[Name], end: int, begin: int) -> bool:
    return any(end <= name.begin < begin for name in names)
