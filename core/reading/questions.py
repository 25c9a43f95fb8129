"""What a line asks, by the names of our answers: `rate`, `availability`, `fee`. Pure."""

from __future__ import annotations

from core.reading.facts import Facts

# What a question about something else swallows: `cod available hai kya` asks how to pay.
WEAK = {
    "availability": {"fee", "area", "pay", "unknown", "best", "ripe", "windows", "where", "season", "total"},
    "rate": {"fee", "total", "unknown"},
    "windows": {"where", "fee", "season", "total"},
    "season": {"windows", "where", "total", "unknown"},
    "where": {"area"},
    "best": {"unknown", "ripe"},
    "area": {"unknown", "windows"},
}
# What is also said of fruit that is wanted, or of a delivery: a question only where one is asked.
SAID_OF_GOODS = frozenset(
    {"ripe", "best", "availability", "season", "unknown", "windows", "area", "where", "pay", "total"}
)
MOST = 3


def questions(facts: Facts) -> tuple[str, ...]:
    """The names of what is asked, in the order said, without those that a stronger one swallows."""
    asked = list(dict.fromkeys(_said(facts)))
    if facts.is_polite and (facts.goods.items or facts.times.wanted):
        asked = [one for one in asked if one not in {"availability", "windows", "area"}]
    if not facts.is_question and (facts.wants or not facts.goods.items):
        asked = [one for one in asked if one not in SAID_OF_GOODS or _always(facts, one)]
    if facts.line.has("some"):
        asked = [one for one in asked if one != "availability"]
    elif facts.is_question and not asked and not facts.is_polite:
        asked = _implied(facts)
    if facts.has_names and "season" not in asked and facts.says("track", "command.track"):
        asked = [*(one for one in asked if one != "windows"), "season"]
    if "rate" in asked and any(item.count for item in facts.goods.items) and not facts.has("rate_word"):
        asked = ["total" if one == "rate" else one for one in asked]
    if facts.wants and "availability" not in asked and _asks_aside(facts):
        asked.append("availability")
    return tuple(one for one in asked if not WEAK.get(one, set()) & set(asked))[:MOST]


def _asks_aside(facts: Facts) -> bool:
    """`hapus hai? ek darjan bhej do`: a name, then the mark, and only then what is wanted."""
    marks = facts.line.marks
    asked = next((place for place, mark in enumerate(marks) if mark.means("stop.mark")), len(marks))
    before = range(asked)
    named = any(facts.line.taken[place] == "name" for place in before)
    wished = any(facts.line.taken[place] == "amount" or marks[place].means("want", "courtesy.give") for place in before)
    return asked < len(marks) - 1 and named and not wished


def _said(facts: Facts) -> list[str]:
    return [meaning.partition(".")[2] for span in facts.said.spans for meaning in sorted(span.meanings)
            if meaning.startswith("ask.")]  # fmt: skip


def _always(facts: Facts, one: str) -> bool:
    """Asked even without a mark or word of asking: by a way of several words (`hapus milega`)."""
    return any(f"ask.{one}" in span.meanings and " " in span.words for span in facts.said.spans) and not facts.wants


def _implied(facts: Facts) -> list[str]:
    """What a question is about that names none of ours: `gpay chalega kya`, `kal hogi kya`, `langra?`."""
    if any(mark.means("pay") for mark in facts.line.marks) and not facts.goods.items:
        return ["pay"]
    if facts.home is not None and not facts.goods.items:
        return ["area"]
    if facts.has_names and not facts.wants:
        return ["availability"]
    return ["windows"] if facts.times.wanted and not facts.goods.items and not facts.is_polite else []
