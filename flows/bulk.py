"""More than a household eats: the founder hears of it with the sum of today and what is left, and answers herself.

office ke liye 30 darjan kesar → 15 × Kesar, Peti: ₹22,500 … the person who runs the shop answers right here
party ke liye 2 darjan kesar   → for so little we ask whether she shall answer, or whether it is an order like others
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.fitting import fit, fit_body
from bot.messages import Buttons, OutgoingMessage, Text
from core.catalog.queries import Offer
from core.money import format_rupees
from core.notices import notify_founders
from core.reading.meaning import Intent
from core.reading.sentence import Sentence
from core.reading.wishes import is_beyond_a_household
from flows.agreeing import agrees, declines
from flows.engine import Heard
from flows.facts.fruit import left_line, season_ends
from flows.facts.sums import add_up
from flows.handover import let_her_speak
from flows.memory import Part
from flows.ordering.fruit import find_offered
from flows.ordering.steps import Step
from flows.phrases import phrase_lines
from flows.relaying import LONGEST_RELAYED, facts_for_founder
from flows.turn import Turn

# Steps at which an amount alone is one of the fruit that they show.
OF_ONE_FRUIT = frozenset({Step.VARIETY, Step.PACK, Step.QUANTITY})


class BulkMemory(Part):
    """The line of which it is asked whether it is for an office or a party."""

    bulk_words: str = ""


def is_much(turn: Turn) -> bool:
    """Whether it is more than a household eats, whatever it is for."""
    return any(is_beyond_a_household(item) for item in turn.meaning.items)


def keep_the_words(turn: Turn) -> None:
    turn.memory.part(BulkMemory).bulk_words = turn.inbound.text


def adds_to_the_words(turn: Turn) -> bool:
    """Whether a line tells where, when or how of what is being asked about, and names no fruit of its own."""
    meaning = turn.meaning
    tells = bool(meaning.home or meaning.when or meaning.payment) and meaning.is_whole and not meaning.items
    return tells and bool(turn.memory.part(BulkMemory).bulk_words)


def add_to_the_words(turn: Turn) -> None:
    memory = turn.memory.part(BulkMemory)
    memory.bulk_words = f"{memory.bulk_words}\n{turn.inbound.text}"


def ask_if_bulk(turn: Turn) -> OutgoingMessage:
    buttons = (turn.button("talk-bulk-yes-button", "is_bulk"), turn.button("talk-bulk-no-button", "is_household"))
    return Buttons(turn.say("talk-if-bulk"), buttons)


def hear_if_bulk(turn: Turn, said: Sentence) -> Heard | None:
    if agrees(turn, said, "talk-bulk-yes-button"):
        return Heard("is_bulk")
    if declines(turn, said, "talk-bulk-no-button"):
        return Heard("is_household")
    return Heard("adds_to_bulk") if adds_to_the_words(turn) else None


def take_the_words(turn: Turn) -> None:
    """The line that was asked about is what is said now."""
    words = turn.memory.part(BulkMemory).bulk_words
    turn.memory.part(BulkMemory).bulk_words = ""
    turn.means(turn.read(words))
    turn.scratch["bulk_words"] = words


def take_the_words_as_an_order(turn: Turn) -> None:
    take_the_words(turn)
    turn.means(replace(turn.meaning, intents=(Intent.ORDER,)))


def is_bulk(turn: Turn) -> bool:
    """Whether the line is for an office or a party, or wants more than a household eats, of what we know."""
    meaning = turn.meaning
    if turn.step in OF_ONE_FRUIT and meaning.items and all(item.variety is None for item in meaning.items):
        return False  # so much of the fruit on the screen: its step knows which
    known = [item for item in meaning.items if item.variety is not None or item.unit is not None]
    return Intent.BULK in meaning.intents and (bool(known) or not meaning.items)


def call_about_bulk(turn: Turn) -> None:
    """Leave the chat to the founder, and tell her what it would come to today."""
    let_her_speak(turn)
    asked = add_up(turn, turn.meaning.items)
    lines = asked.basket.lines if asked else []
    left = {offer.product_id: offer for line in lines if (offer := find_offered(turn, line.product_id))}
    values: dict[str, Any] = {
        "items": [{"names": line.names, "labels": line.labels, "quantity": line.quantity} for line in lines],
        "left": [_largest_left(offer) for offer in left.values()],
        "total_paise": asked.fruit_paise if asked else 0,
    }
    facts = facts_for_founder(turn)
    if said := turn.scratch.get("bulk_words"):
        facts = {**facts, "words": fit(said, LONGEST_RELAYED)}
    notify_founders(turn.session, "alert-customer-bulk", {**facts, **values}, merge=True)
    turn.scratch["bulk"] = (asked, list(left.values()))


def _largest_left(offer: Offer) -> dict[str, Any]:
    pack = max(offer.packs, key=lambda pack: pack.base_units)
    return {"names": offer.names, "labels": pack.labels, "quantity": pack.left}


def ask_about_bulk(turn: Turn) -> OutgoingMessage:
    """The sum as far as it can be worked out, and that a person answers."""
    asked, offers = turn.scratch["bulk"]
    ends = season_ends(turn)
    return Text(
        fit_body(
            turn.say(
                "talk-bulk",
                hours=turn.shop.handover_hours,
                summed="yes" if asked else "no",
                lines=phrase_lines(turn.language, asked.basket.lines) if asked else "",
                total=format_rupees(asked.fruit_paise) if asked else "",
                left="\n".join(left_line(turn, offer, ends) for offer in offers),
            )
        )
    )
