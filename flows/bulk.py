"""More than a household eats: the founder hears of it with the sum of today and what is left, and answers herself.

office ke liye 30 darjan kesar → 15 × Kesar, Peti: ₹22,500 … the person who runs the shop answers right here
"""

from __future__ import annotations

from typing import Any

from bot.fitting import fit_body
from bot.messages import OutgoingMessage, Text
from core.catalog.queries import Offer
from core.money import format_rupees
from core.notices import notify_founders
from core.reading.meaning import Intent
from flows.facts.fruit import left_line, season_ends
from flows.facts.sums import add_up
from flows.handover import let_her_speak
from flows.ordering.fruit import find_offered
from flows.ordering.steps import Step
from flows.phrases import phrase_lines
from flows.relaying import facts_for_founder
from flows.turn import Turn

# Steps at which an amount alone is one of the fruit that they show.
OF_ONE_FRUIT = frozenset({Step.VARIETY, Step.PACK, Step.QUANTITY})


def is_bulk(turn: Turn) -> bool:
    """Whether the line is for an office or a party, or wants more than a household eats, of what we know."""
    meaning = turn.meaning
    if turn.step in OF_ONE_FRUIT and meaning.items and all(item.variety is None for item in meaning.items):
        return False  # so much of the fruit on the screen: its step knows which
    known = [item for item in meaning.items if item.variety is not None or item.unit is not None]
    only_asks = not meaning.items and bool(meaning.asks)  # `do you give bulk discount?`
    return Intent.BULK in meaning.intents and (bool(known) or not meaning.items) and not only_asks


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
    notify_founders(turn.session, "alert-customer-bulk", {**facts_for_founder(turn), **values}, merge=True)
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
