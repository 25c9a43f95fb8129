"""What was ordered against what came: `do darjan mangaye the, ek hi aaya`, `ordered hapus, the box has kesar`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.facts import WHOM, Facts
from core.reading.marks import Line

CONTENT = ("variety", "stranger", "fruit", "unit")
BOXES = ("unit.box", "unit.pack")
HOLDS = frozenset({"has", "had", "have", "contains", "contained", "me", "mein", "में"})
MIXING = frozenset({"kar", "ke", "k", "jula", "ker", "कर", "के", "जुला"})  # `hapus kesar mila ke`
COMES = frozenset(
    {("aa", "gaya"), ("aa", "gaye"), ("aa", "gayi"), ("आ", "गया"), ("आ", "गए"), ("आ", "गई"), ("आ", "गयी")}
)
NEARBY = 3  # marks


def has_arrived(line: Line, place: int) -> bool:
    """Whether a word says that something came, was found or was sent; `mila ke` mixes, `mila do` as well, and in
    `nahi aaya` and `jitna dabbe me aaye` nothing has come."""
    comes = place + 1 < len(line) and ((line.marks[place].words, line.marks[place + 1].words) in COMES)
    denied = line.at(place - 1, "deny") or line.at(place + 1, "deny")
    fits = any(line.at(before, "packing") for before in range(max(place - NEARBY, 0), place))
    if not (comes or line.at(place, "came")) or denied or fits:
        return False
    behind = line.marks[place + 1] if place + 1 < len(line) else None
    return behind is None or behind.breaks or not (behind.words in MIXING or behind.means("courtesy.give"))


def tells_what_came(facts: Facts) -> bool:
    """Ordered so much, or such fruit, and what came is less or other; or only so much came."""
    line = facts.line
    came = [place for place in range(len(line)) if has_arrived(line, place)]
    if _is_wished_for(facts) or facts.has("market", "other_goods"):
        return False
    if line.has("ordered"):
        found = bool(came) or facts.says("claim.missing") or any(_holds(line, place) for place in range(len(line)))
        return found and (_differs(line) or facts.says("claim.missing"))
    return not facts.is_question and any(_is_only_so_much(line, thought, came) for thought in facts.thoughts)


def _is_wished_for(facts: Facts) -> bool:
    """Whether some fruit or amount of it is wanted in so many words."""
    line = facts.line
    for thought in facts.thoughts:
        wishes = any(line.at(place, "want", "courtesy.give") and line.taken[place] != "amount"
                     and line.marks[place].words not in WHOM and not line.at(place, "number", "ordered")
                     for place in thought)  # fmt: skip
        if wishes and any(line.at(place, *CONTENT) for place in thought):
            return True
    return False


def _differs(line: Line) -> bool:
    """Whether two amounts or two fruits are told, or that it was only so much."""
    numbers = sum(mark.is_number or mark.means("number", "fraction") for mark in line.marks)
    names = {value for mark in line.marks for value in (*mark.values("variety"), *mark.values("stranger"))}
    return numbers > 1 or len(names) > 1 or (numbers == 1 and line.has("only", "less"))


def _holds(line: Line, place: int) -> bool:
    """`the packet has kesar in it`, `peti me kesar hai`."""
    behind = range(place + 1, min(place + NEARBY, len(line)))
    return line.at(place, *BOXES) and any(line.marks[one].words in HOLDS for one in behind)


def _is_only_so_much(line: Line, thought: Sequence[int], came: Sequence[int]) -> bool:
    """`ek hi darjan aaya`, `sirf do mile`."""
    counted = any(line.marks[place].is_number or line.at(place, "number", "fraction") for place in thought)
    return counted and any(place in thought for place in came) and any(line.at(place, "only") for place in thought)


def tells_what_was_sent(facts: Facts) -> bool:
    """Whether the one amount in the line stands right before a word of the past that says it was sent."""
    line = facts.line
    sent = next((place for place in range(len(line)) if line.at(place, "sent") and line.at(place, "past")), None)
    counted = [place for place, what in enumerate(line.taken) if what == "amount"]
    return len(facts.goods.items) == 1 and sent is not None and bool(counted) and max(counted) < sent
