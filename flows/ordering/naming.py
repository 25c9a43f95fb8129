"""Words that leave out what our open question is about: they are of it. Pure.

(2 dozen Alphonso, or 3?)      3                       → 3 dozen Alphonso
(Kesar's own page)             2 dozen, kal shaam      → 2 dozen Kesar, tomorrow evening
(1 box Kesar: is that right?)  2 dozen                 → 2 dozen Kesar: is that right?
"""

from __future__ import annotations

from dataclasses import replace

from bot.limits import BUTTONS
from core.reading.meaning import Change, Item


def is_nameless(item: Item) -> bool:
    """Whether so much is said of no fruit: `3 dozen`, and not `one more`, which is of what was chosen last."""
    counts = item.count is not None and item.change is Change.SET
    return counts and item.variety is None and not item.stranger and item.instead_of is None and item.pack is None


def is_named(item: Item) -> bool:
    """Whether some mango is named, ours or not."""
    return item.variety is not None or bool(item.stranger)


def name_the_fruit(items: tuple[Item, ...], product: int, asked: Item | None) -> tuple[Item, ...]:
    """What has no name is of the variety that the question is about; `asked` is what had been said of it."""
    return tuple(_of_the_question(item, product, asked) if is_nameless(item) else item for item in items)


def _of_the_question(item: Item, product: int, asked: Item | None) -> Item:
    """A bare number is one end of the range that was asked about, in its unit, or counts pieces as before when no
    button has that number; any other may count packs or buttons."""
    if asked is None:
        return replace(item, variety=product)
    is_an_end = asked.most is not None and item.count in {asked.count, asked.most}
    in_pieces = asked.unit == "piece" and item.count is not None and item.count > BUTTONS
    unit = asked.unit if item.unit is None and (is_an_end or in_pieces) else item.unit
    return replace(item, variety=product, unit=unit, change=asked.change, instead_of=asked.instead_of)


def amend_items(earlier: tuple[Item, ...], later: tuple[Item, ...]) -> tuple[Item, ...]:
    """An amount corrects the one fruit that was read, and fruit that is named again what was read of it; what was read
    without a name is then taken for hardly any. Other fruit comes to it."""
    named = [item for item in earlier if is_named(item)]
    if len(later) == 1 and is_nameless(later[0]) and len(named) == 1:
        return (replace(named[0], count=later[0].count, unit=later[0].unit or named[0].unit, most=later[0].most),)
    if not any(map(is_named, later)):
        return (*earlier, *later)
    again = {(item.variety, item.stranger) for item in later}
    return (*(item for item in named if (item.variety, item.stranger) not in again), *later)
