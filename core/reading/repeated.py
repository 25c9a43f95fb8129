"""Fruit that is named more than once in a line, or only to say that it stays. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.reading.changing import EMPTY_HANDED
from core.reading.marks import Line
from core.reading.meaning import Change, Item

BESIDE = frozenset({"ke saath", "ke sath", "k saath", "k sath", "के साथ", "along with"})
THREE = frozenset({"teeno", "tino", "charo"})


def said_once(line: Line, items: list[Item]) -> list[Item]:
    """`chaunsa 3 kilo, chaunsa ke sath 2 kilo langra`, `kesar aadha, nahi kesar ek darjan`: one item of each fruit.

    A name without an amount adds nothing to the same name with one; the same amount twice is one; of two that differ
    the later counts where something between takes the earlier back.
    """
    made: list[Item] = []
    for item in items:
        place = next((index for index, one in enumerate(made) if _are_one(line, one, item)), None)
        if place is None:
            made.append(item)
        elif _has_amount(item):
            made[place] = replace(item, instead_of=made[place].instead_of or item.instead_of)
    return made


def _are_one(line: Line, one: Item, other: Item) -> bool:
    named = bool(one.variety or one.stranger)
    alike = named and (one.variety, one.stranger) == (other.variety, other.stranger)
    alike = alike and one.change is other.change is Change.SET
    if not alike:
        return False
    amounts = [(item.count, item.unit) for item in (one, other) if _has_amount(item)]
    return len(amounts) < 2 or amounts[0] == amounts[1] or line.has("back", "deny.no")


def _has_amount(item: Item) -> bool:
    return item.count is not None or item.unit is not None


def without_kept(line: Line, items: list[Item], at: str) -> list[Item]:
    """`skip the kesar, alphonso can stay`: what only stays is no wish, where something else changes."""
    counts = at not in EMPTY_HANDED and len(items) > 1 and any(item.count is not None for item in items)
    if not counts and not any(item.change is not Change.SET for item in items):
        return items
    return [item for item in items if not (_is_plain(item) and _stays(line, item))]


def _is_plain(item: Item) -> bool:
    return item.change is Change.SET and item.count is None and item.unit is None and item.instead_of is None


def _stays(line: Line, item: Item) -> bool:
    words = _words_behind(line, item)
    stays = any(line.marks[place].means("keep", "stays") for place in words)
    stays = stays or any(line.marks[place].words in BESIDE for place in words[:1])  # `hapus ke saath 2 kilo kesar bhi`
    gone = line.has("only") and line.has("remove", "deny") and not line.has("courtesy.give")
    return stays or (gone and _is_all(line, item))  # `just the kesar. skip alphonso`


def _is_all(line: Line, item: Item) -> bool:
    """Whether `only` stands before the name."""
    before = next((place - 1 for place, mark in enumerate(line.marks) if mark.value("variety") == str(item.variety)), 0)
    while line.at(before, "courtesy.article") and not line.at(before, "only"):
        before -= 1
    return line.at(before, "only")


def _words_behind(line: Line, item: Item) -> Sequence[int]:
    """The three places behind the name, within its thought."""
    end = next((place + 1 for place, mark in enumerate(line.marks)
                if line.taken[place] == "name" and mark.value("variety") == str(item.variety)), len(line))  # fmt: skip
    kept: list[int] = []
    for place in range(end, min(end + 3, len(line))):
        parted = line.marks[place].breaks and not (place == end and line.at(place, "back"))
        if parted or line.taken[place] == "name":
            break
        kept.append(place)
    return kept


def without_replaced(items: list[Item]) -> list[Item]:
    """`kesar 1 dozen, sorry, hapus 1 dozen, not kesar`: what a later one stands for is not wanted besides."""
    gone = {item.instead_of for item in items if item.instead_of is not None and item.count}
    return [item for item in items if not (item.variety in gone and item.change is Change.SET and not item.instead_of)]


def without_taken_back(line: Line, items: list[Item], at: str) -> list[Item]:
    """`kesar... make it alphonso, one dozen`, `neelam, nahi neelam rehne do`: where nothing is chosen, a name that is
    taken back before anything of it was counted."""
    if at not in EMPTY_HANDED or not line.has("back", "deny", "remove"):
        return items
    gone = {item.variety for item in items if item.change is Change.REMOVE}
    dropped = [item for item in items if _is_plain(item) and item.variety in gone]
    kept = [item for item in items if item not in dropped]
    others = any(item.count for item in kept)
    kept = [item for item in kept if not (dropped and others and item.change is Change.REMOVE and item.variety in gone)]
    return [item for place, item in enumerate(kept) if not _is_taken_back(line, item, kept[place + 1 :])]


def _is_taken_back(line: Line, item: Item, later: Sequence[Item]) -> bool:
    if not _is_plain(item) or item.variety is None or not any(one.count and one.variety for one in later):
        return False
    return any(line.marks[place].means("back") and not line.marks[place].means("deny.not")
               for place in _words_behind(line, item)[:1])  # fmt: skip


def all_gone(line: Line, items: list[Item]) -> list[Item]:
    """`dono hata do`: what is taken out of each is taken out of all that are not counted; three kids are none of it."""
    each = any(mark.means("each") and mark.words not in THREE for mark in line.marks)
    if not each or not any(item.change is Change.REMOVE for item in items):
        return items
    return [replace(item, change=Change.REMOVE) if item.count is None else item for item in items]
