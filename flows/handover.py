"""A person takes over: the chat is parked, what the customer says goes to the founder, until it is handed back."""

from __future__ import annotations

from datetime import datetime

from core.chats import actions as chats
from core.chats import rules
from core.notices import notify_founders
from core.orders.lifecycle import OrderStatus
from core.orders.queries import orders_of
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence, read_unasking
from flows.memory import Part
from flows.relaying import Facts, facts_for_founder, send_itself
from flows.turn import Turn

LOOKED_AT = 5  # of the newest orders: who complains speaks of one of them


class ParkedMemory(Part):
    """When a person was called, who was told so, and when they were last told that she has their words."""

    comforted_at: datetime | None = None
    told_at: datetime | None = None


def park(turn: Turn) -> None:
    """Leave the chat to the founder, and call her."""
    let_her_speak(turn)
    notify_founders(turn.session, "alert-customer-wants-human", facts_for_founder(turn), merge=True)


def ask_the_founder(turn: Turn) -> None:
    """Pass words on that only she can answer, while the bot speaks on: the customer waits for her from now on."""
    chats.begin_to_wait(turn.chat, turn.now)
    notify_founders(turn.session, "alert-customer-says", facts_for_founder(turn), merge=True)


def complain(turn: Turn) -> str:
    """The same for a complaint, with the order that it is most likely about. Returns its code, or ""."""
    let_her_speak(turn)
    order = _last_order(turn)
    notify_founders(turn.session, "alert-customer-complains", {**facts_for_founder(turn), **order}, merge=True)
    send_itself(turn)
    return str(order["order"])


def let_her_speak(turn: Turn) -> None:
    """Keep the bot silent in this chat for the shop's `handover_hours`; the customer is told so now."""
    turn.memory.part(ParkedMemory).comforted_at = turn.now
    chats.park(turn.chat, hours=turn.shop.handover_hours, now=turn.now)


def _last_order(turn: Turn) -> Facts:
    """The one that is named; else the last one delivered; else the newest that is placed, for nothing came of one that
    is not."""
    orders = orders_of(turn.session, turn.customer.id, LOOKED_AT)
    named = turn.scratch.get("named")
    placed = [order for order in orders if order.status is not OrderStatus.AWAITING_PAYMENT or order.code == named]
    if not placed:
        return {"order": "", "order_status": "", "total_paise": 0}
    order = next((order for order in orders if order.code == named), None) or next(
        (order for order in placed if order.status is OrderStatus.DELIVERED), placed[0]
    )
    return {"order": order.code, "order_status": order.status.value, "total_paise": order.total_paise}


def is_complaint(said: Sentence, *, has_ordered: bool) -> bool:
    """Whether words about bad fruit or money stand in it. They only call a person, so a part of the sentence will do.

    Who never ordered and asks (`what if they are bad?`) has nothing to complain of.
    """
    asks = said.has("stop.mark", "stop.condition", "ask") or any(
        span.means({"stop.question"}) for span in said.spans[:1]
    )
    read = read_unasking(said, load_lexicon())
    weak = read.has("complaint.weak") and read.has("unit", "variety", "command.menu")
    return (weak or read.has("complaint.goods", "complaint.money")) and (has_ordered or not asks)


def is_supposed(said: Sentence) -> bool:
    """Whether bad fruit is only asked about: `refund kab karte ho agar kharab nikle`, `what if they are bad?`"""
    bad = [place for place, span in enumerate(said.spans) if span.means({"complaint.goods"})]
    ifs = [place for place, span in enumerate(said.spans) if span.means({"if"})]
    return bool(bad and ifs) and ifs[0] < bad[0] and said.has("stop.mark", "stop.question", "ask")


def is_parked(turn: Turn) -> bool:
    return rules.is_parked(turn.chat.parked_until, turn.now)


def bring_bot_back(turn: Turn) -> None:
    chats.bring_bot_back(turn.chat)
