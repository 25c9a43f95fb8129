"""The meaning of a line, made of what was found in it and what it is for. Pure."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.reading.facts import Facts
from core.reading.goods import with_one
from core.reading.meaning import Change, Doubt, Intent, Item, Meaning

# What says nothing of fruit, windows, homes: what was said of them then is told of what was.
BARE = frozenset({Intent.CLAIM, Intent.TRACK, Intent.REFUND, Intent.BILL, Intent.CANCEL, Intent.HUMAN, Intent.STOP,
                  Intent.START, Intent.LANGUAGE, Intent.YES, Intent.NO, Intent.GREET, Intent.THANKS, Intent.COMMAND,
                  Intent.UNKNOWN})  # fmt: skip
DEMANDING = frozenset({Intent.ORDER, Intent.BULK, Intent.REPEAT, Intent.CHANGE})
STOPPING = ("stop.question", "stop.doubt", "stop.condition", "stop.contrast", "stop.mark")


def settle(
    typed: str,
    facts: Facts,
    intents: tuple[Intent, ...],
    command: str | None,
    chosen: tuple[Item, ...],  # noqa: ARG001 - to come
) -> Meaning:
    """Everything together, without what this kind of line does not say."""
    intent = intents[0]
    leftovers = find_leftovers(facts, intent)
    if intent in BARE:
        return Meaning(
            typed, intents if intent is not Intent.UNKNOWN else (intent,), leftovers=leftovers,
            command=command if intent is Intent.COMMAND else None,
            language=_language(facts) if intent is Intent.LANGUAGE else None,
        )  # fmt: skip
    payment = None if intent is Intent.ASK else facts.payment
    return Meaning(
        typed,
        intents,
        items=_items(facts, intent),
        when=facts.times.wanted,
        when_not=facts.times.refused,
        home=facts.home,
        payment=payment,
        phone=facts.phone,
        note=facts.note,
        asks=facts.asks or (("unknown",) if intent is Intent.ASK else ()),
        doubts=frozenset(
            facts.doubts - ({Doubt.PRICE, Doubt.PAYMENT, Doubt.SHARED} if intent is Intent.ASK else set())
        ),
        leftovers=leftovers,
    )


def _items(facts: Facts, intent: Intent) -> tuple[Item, ...]:
    items = facts.goods.items
    if intent is Intent.ASK:
        return tuple(replace(item, unit=item.unit if item.count else None, change=Change.SET) for item in items
                     if item.variety or item.stranger or item.count)  # fmt: skip
    if intent in DEMANDING:
        items = tuple(
            with_one(item) if item.change is Change.SET and "op" not in facts.line.taken else item for item in items
        )
    return items


def _language(facts: Facts) -> str | None:
    return next((value for span in facts.said.spans if (value := span.value("speak")) is not None), None)


def find_leftovers(facts: Facts, intent: Intent) -> tuple[str, ...]:
    """Words that nobody knows, and those that stop an act, as far as nothing took them."""
    line = facts.line
    left = []
    for place, mark in enumerate(line.marks):
        if line.taken[place]:
            continue
        unknown = not mark.meanings
        stops = mark.means(*STOPPING) and intent is not Intent.ASK
        denies = mark.means("deny") and intent not in {Intent.NO, Intent.CHANGE, Intent.STOP}
        if unknown or stops or denies:
            left.append(mark.words)
    return tuple(left)


def whole_count(count: Fraction | None) -> bool:
    return count is not None and count.denominator == 1
