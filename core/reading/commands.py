"""Words of command: what shall be shown, changed or explained. Pure."""

from __future__ import annotations

from collections.abc import Callable

from core.reading.facts import CALM, Facts
from core.reading.sums import INSIDE

COMMANDS = ("menu", "cart", "checkout", "pay", "orders", "help", "change-address", "change-slot")


def command_of(facts: Facts) -> str | None:
    """The word of command that a line is, with nothing but small words around it."""
    topical = _topic_of(facts)
    if topical is not None:
        return topical
    for name in COMMANDS:
        if facts.said.is_only({f"command.{name}"}, {*CALM, "stop.question", "more", "make", "of", "when", "fruit"}):
            return name
    return None


def _topic_of(facts: Facts) -> str | None:
    """What is to be shown or changed, told by its topic: `time change karna hai`, `mere purane order dikhao`."""
    if facts.has_names or any(item.count for item in facts.goods.items):
        return None
    return next((command for holds, command in TOPICS if holds(facts)), None)


def _changes_address(facts: Facts) -> bool:
    return facts.has("alter") and facts.has("topic.address") and not facts.home


def _changes_slot(facts: Facts) -> bool:
    alters = facts.says("postpone_delivery") or facts.says("command.change-slot")
    alters = alters or (facts.has("alter") and facts.has("topic.time"))
    return alters and not facts.times.wanted


def _asks_for_link(facts: Facts) -> bool:
    told = facts.times.wanted or facts.home or facts.at == "summary"
    return facts.says("topic.link") and not told and (not facts.line.has("pay") or facts.has("again"))


def _asks_what_is_in(facts: Facts) -> bool:
    """`cart me kya hai`, `whats in my basket`."""
    line = facts.line
    inside = any(line.at(place, "topic.cart") and (line.marks[min(place + 1, len(line) - 1)].words in INSIDE
                 or any(line.marks[before].words == "in" for before in range(max(place - 2, 0), place)))
                 for place in range(len(line)))  # fmt: skip
    return inside and facts.is_question


TOPICS: tuple[tuple[Callable[[Facts], bool], str], ...] = (
    (_changes_address, "change-address"),
    (_changes_slot, "change-slot"),
    (
        lambda facts: (
            (facts.has("topic.orders") and not facts.note) or (facts.has("listed") and facts.says("orders_of_mine"))
        ),
        "orders",
    ),
    (lambda facts: facts.says("how_to_order"), "help"),
    (_asks_for_link, "pay"),
    (lambda facts: facts.has("show") and facts.has("topic.menu"), "menu"),
    (lambda facts: facts.has("topic.cart") and (facts.has("show") or _asks_what_is_in(facts)), "cart"),
)


def commands(facts: Facts) -> bool:
    """Whether it is a word of command; `aam chahiye` wants mangoes, whatever it shows."""
    wished = facts.line.has("want", "courtesy.give", "courtesy.please")
    wants = wished and facts.line.has("fruit") and not facts.has("topic.menu")
    asks = facts.has("what_is_there") and not facts.has("show") and not _asks_what_is_in(facts)
    return command_of(facts) is not None and not wants and not asks
