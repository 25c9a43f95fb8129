"""What the words around an item want of it: so much of it, more, less, or none. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from core.reading.marks import Line
from core.reading.meaning import Change, Item

TO = frozenset({"to", "up to", "upto"})
TAKES = frozenset({"take", "leave", "get", "keep", "throw", "pull", "strike", "cross"})
BEFORE_ORDER = frozenset({"cart", "where", "when", "summary"})
EMPTY_HANDED = frozenset({"", "start", "menu"})  # where nothing is chosen yet that could be added to


def change_of(line: Line, begin: int, end: int, item: Item, at: str) -> Change:
    """What the words around an item want of it."""
    around = list(_around(line, begin, end))
    removing = [place for place in around if _removes(line, place, begin)]
    if removing and at in EMPTY_HANDED and item.count is not None and line.marks[removing[0]].words.startswith("drop"):
        removing = []  # `could you drop 2 kg`
    if removing and item.count is not None and _is_raised_to(line, begin, end):
        removing = []  # `reduce kesar to 8`
    if removing:
        denied = any(line.at(place, "deny") for place in removing)
        return Change.LESS if item.count is not None and not denied else Change.REMOVE
    taken = at not in EMPTY_HANDED and _is_taken_out(line, begin, end)
    if taken or (at in BEFORE_ORDER and _was_never_said(line, begin, end)):
        return Change.LESS if taken and item.count is not None else Change.REMOVE
    if any(
        line.at(place, "less")
        and not _is_reduced_to(line, place, end)
        and not _is_raised_to(line, begin, end)
        and _is_of(line, place, begin, end)
        for place in around
    ):
        return Change.LESS
    if not _is_raised_to(line, begin, end) and any(_adds(line, place, (begin, end), item, at) for place in around):
        return Change.ADD
    return Change.SET


def _was_never_said(line: Line, begin: int, end: int) -> bool:
    """`kesar bola hi nahi tha`, `I never asked for kesar`."""
    behind = [place for place in range(end, min(end + 4, len(line)))
              if not any(line.marks[one].breaks for one in range(end, place + 1))]  # fmt: skip
    said = next((place for place in behind if line.at(place, "mention")), None)
    if said is not None and any(line.at(place, "deny") for place in behind if place > said):
        return True
    before = begin - 1
    while line.at(before, "for", "courtesy.article"):
        before -= 1
    return line.at(before, "mention") and line.at(before - 1, "lead.refuse")


def _is_taken_out(line: Line, begin: int, end: int) -> bool:
    """`take the kesar out`, `leave kesar out`: a verb before it, and the word that ends it behind."""
    before = begin - 1
    while line.at(before, "courtesy.article"):
        before -= 1
    taken = before >= 0 and line.marks[before].words in TAKES and end < len(line)
    return taken and line.marks[end].words in {"out", "off"} and not line.at(before - 1, "deny")


def _around(line: Line, begin: int, end: int) -> Iterable[int]:
    """The places beside an item that belong to no other, within its thought; and those inside it."""
    yield from (place for place in range(begin, end) if line.at(place, "more", "less", "remove")
                or line.taken[place] not in {"amount", "name"})  # fmt: skip
    place = begin - 1
    while place >= 0 and line.taken[place] in {"", "op"} and not line.marks[place + 1].breaks:
        yield place
        place -= 1
    place = end
    while place < len(line) and line.taken[place] in {"", "op"} and not line.marks[place].breaks:
        yield place
        place += 1


def _removes(line: Line, place: int, begin: int) -> bool:
    """`kesar hata do` behind it, `remove kesar` before it; a word of English may stand behind as well, in
    `kesar remove karke langra do` it does."""
    if not line.at(place, "remove", "change.remove", "lead.remove") or line.taken[place] == "op":
        return False
    if not line.at(place, "deny") and line.at(place + 1, "deny") and not line.marks[place + 1].breaks:
        return False  # `hapus cancel nahi karna`
    follows = line.at(place + 1, "doing") and place > 0 and line.taken[place - 1] in {"name", "amount"}
    leads = (line.at(place, "lead.remove") and not follows) or _stands_before(line, place, begin)
    if place < begin:
        beside = all(line.taken[between] == "amount" or line.at(between, "courtesy.article", "of", "fruit", "more")
                     for between in range(place + 1, begin))  # fmt: skip
        return leads and beside and not _is_answer(line, place)
    alone = not any(line.taken[other] == "name" for other in range(place, len(line)) if not line.marks[other].breaks)
    if line.at(place, "keep") and (line.at(begin - 1, "only") or _stays_beside(line, place)):
        return False
    denies = line.at(place, "deny") and not line.at(place, "remove", "change.remove")
    return (not leads or alone) and not denies


def _stands_before(line: Line, place: int, begin: int) -> bool:
    """`nahi chahiye kesar, …`: words that begin their thought, and nothing else in it, have what they are about behind
    them."""
    begins = place == 0 or line.marks[place].breaks
    thought = [other for other in range(begin, len(line)) if not any(
        line.marks[one].breaks for one in range(begin + 1, other + 1))]  # fmt: skip
    only = all(line.taken[other] in {"name", "amount"} or line.at(other, "courtesy") for other in thought)
    return begins and place < begin and only and line.at(place, "remove", "change.remove")


def _stays_beside(line: Line, place: int) -> bool:
    """`1 hi rehne do`, `jaisa hai rehne do`: what is left as it is, and not left out."""
    other = any(line.at(one, "remove") and not line.at(one, "keep", "deny") for one in range(place))
    return other or line.at(place, "stays") or line.at(place - 1, "stays", "only")


def _is_reduced_to(line: Line, place: int, end: int) -> bool:
    """`hapus kam karke 6 piece`: to so many, not by so many."""
    amount = next((one for one in range(place + 1, end) if line.taken[one] == "amount"), place)
    after = amount > place
    if any(line.marks[one].breaks for one in range(place + 1, amount + 1)):
        return True  # `thoda kam karo, aadha darjan kaafi hai`
    return after and (
        line.at(place + 1, "doing")
        or line.has("only")
        or (not line.at(place, "lead.less", "do.it", "make") and " " not in line.marks[place].words)
    )


def _is_raised_to(line: Line, begin: int, end: int) -> bool:
    """`increase alphonso to a peti`, `bump kesar up to 18`: to so many, not by so many."""
    for place in range(begin, end):
        amount = place + 2 if line.at(place + 1, "courtesy.article") else place + 1
        if line.marks[place].words in TO and amount < len(line) and line.taken[amount] == "amount":
            return True
    return False


def _is_of(line: Line, place: int, begin: int, end: int) -> bool:
    """Whether a word of more or less belongs to the item: before it in English, behind it in the Indian languages."""
    leads = line.at(place, "lead.more", "lead.less")
    if begin <= place < end:
        return True
    if place < begin:
        return leads or not any(line.taken[other] in {"name", "amount"} for other in range(place))
    return not leads or not any(line.taken[other] in {"name", "amount"} for other in range(place, len(line)))


def _is_answer(line: Line, place: int) -> bool:
    """A `no` that begins a line and answers us: `no, 3`."""
    after = line.marks[place + 1] if place + 1 < len(line) else None
    return (
        line.marks[place].words in {"no", "not"}
        and after is not None
        and (after.breaks or line.taken[place + 1] == "amount")
    )


def _adds(line: Line, place: int, span: tuple[int, int], item: Item, at: str) -> bool:
    """`2 more`, `ek aur kesar`; `aur` between two items only joins them, and to an empty cart nothing is added."""
    begin, end = span
    if not line.at(place, "more", "change.more") or (item.count is None and at in EMPTY_HANDED):
        return False
    if not begin <= place < end and not line.at(place, "and") and not _is_of(line, place, begin, end):
        return False
    joins = line.at(place, "and")
    if joins and place < begin:
        first = not any(line.taken[other] in {"name", "amount"} for other in range(place))
        return first and at not in EMPTY_HANDED
    if joins and place >= end:
        last = not any(line.taken[other] in {"name", "amount"} for other in range(place, len(line)))
        parts = any(line.taken[other] in {"when", "home", "place"} or line.at(other, "pay")
                    for other in range(place + 1, len(line)))  # fmt: skip
        return last and not parts and at not in EMPTY_HANDED  # `hapus 2 kar do or kal ki jagah itwar`
    if joins:
        return at not in EMPTY_HANDED
    return at not in EMPTY_HANDED or not line.at(place, "want")
