"""Help, the language, offers by message, and a person to talk to.

help        → what can be typed, and buttons
language    → English · हिन्दी · Hinglish
thanks      → with pleasure
stop        → no more offers; order messages go on
rotten …    → the founder is told, with the order that was the last
for office  → the founder is told, with the sum of today
delete …    → asked first, then within the hour
talk to us  → the founder is told, and this chat is hers until she hands it back
"""

from __future__ import annotations

from enum import StrEnum

from bot.inbound import InboundKind
from bot.messages import Button, Buttons, OutgoingMessage, Text
from core.customers.actions import start_marketing
from core.reading.sentence import Sentence
from core.wording import languages, say
from flows import erasing
from flows.bulk import (
    add_to_the_words,
    ask_about_bulk,
    ask_if_bulk,
    call_about_bulk,
    hear_if_bulk,
    keep_the_words,
    take_the_words,
    take_the_words_as_an_order,
)
from flows.commands import hear_language_name
from flows.engine import ANY, STAY, Heard, Question, Script, Transition
from flows.handover import complain, park
from flows.language import pick_language
from flows.memory import Part
from flows.optout import OffersMemory, withdraw
from flows.ordering.fruit import hear_fruit
from flows.turn import Turn


class Step(StrEnum):
    HELP = "help"
    LANGUAGE = "language"
    OFFERS = "offers"
    TALKING = "talking"
    THANKED = "thanked"
    ERASING = "erasing"
    ERASED = "erased"
    BULK = "bulk"


def ask_help(turn: Turn) -> OutgoingMessage:
    buttons = (
        turn.button("ordering-see-mangoes-button", "wants_menu"),
        turn.button("help-language-button", "wants_language"),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(turn.say("help"), buttons)


def hear_help(turn: Turn, said: Sentence) -> Heard | None:
    del said
    return hear_fruit(turn)


def ask_language(turn: Turn) -> OutgoingMessage:
    buttons = tuple(
        Button(turn.id_of("picks_language", language), say(language, "help-language-name-button"))
        for language in languages()[:3]
    )
    return Buttons(turn.say("help-which-language"), buttons)


def hear_language(turn: Turn, said: Sentence) -> Heard | None:
    del turn
    return hear_language_name(said)


def language_is_ours(turn: Turn) -> bool:
    return turn.arg in languages()


def fruit_waits(turn: Turn) -> bool:
    return language_is_ours(turn) and turn.customer.has_fruit


def speak_the_language(turn: Turn) -> None:
    pick_language(turn, turn.arg)
    turn.note("help-language-chosen")


def start_the_offers(turn: Turn) -> None:
    inbound = turn.inbound
    said = inbound.text or inbound.tap_title
    start_marketing(turn.session, turn.customer.id, said=said, message_id=inbound.message_id)
    turn.memory.part(OffersMemory).offers = "yes"


def ask_offers(turn: Turn) -> OutgoingMessage:
    return Text(turn.say("help-offers", wanted=turn.memory.part(OffersMemory).offers))


def hear_offers(turn: Turn, said: Sentence) -> Heard | None:
    del said
    return hear_fruit(turn)


class ComplaintMemory(Part):
    """The order (or "-") for whose complaint a photo was asked."""

    photo_asked: str = ""


def call_about_a_complaint(turn: Turn) -> None:
    """Call the founder. A photo is asked for once for an order, and not of somebody who sent one."""
    order = complain(turn)
    memory = turn.memory.part(ComplaintMemory)
    asks = memory.photo_asked != (order or "-") and turn.inbound.kind is not InboundKind.MEDIA
    memory.photo_asked = order or "-"
    turn.scratch["order"], turn.scratch["photo"] = order, "yes" if asks else "no"


def ask_talking(turn: Turn) -> OutgoingMessage:
    """Who complains reads which order we told her of."""
    if "bulk" in turn.scratch:
        return ask_about_bulk(turn)
    hours = turn.shop.handover_hours
    if "order" not in turn.scratch:
        return Text(turn.say("talk-parked", hours=hours))
    order = str(turn.scratch["order"])
    photo = turn.scratch["photo"]
    return Text(turn.say("talk-complaint", hours=hours, ordered="yes" if order else "no", code=order, photo=photo))


def hear_talking(turn: Turn, said: Sentence) -> Heard | None:
    """Only heard when the founder has handed back or the time is over."""
    del said
    return hear_fruit(turn) or Heard("greets")


def ask_thanked(turn: Turn) -> OutgoingMessage:
    """One friendly line, of the kind of theirs."""
    said = turn.said
    kind = (
        "bye"
        if said.has("courtesy.end")
        else "thanks"
        if said.has("courtesy.thanks", "courtesy.praise", "courtesy.emoji")
        else "fine"
    )
    return Text(turn.say("talk-welcome", kind=kind))


def hear_thanked(turn: Turn, said: Sentence) -> Heard | None:
    del turn, said
    return None


QUESTIONS = (
    Question(Step.HELP, ask_help, hear_help),
    Question(Step.LANGUAGE, ask_language, hear_language),
    Question(Step.OFFERS, ask_offers, hear_offers),
    Question(Step.TALKING, ask_talking, hear_talking),
    Question(Step.THANKED, ask_thanked, hear_thanked),
    Question(Step.ERASING, erasing.ask_erasing, erasing.hear_erasing),
    Question(Step.ERASED, erasing.ask_erased, erasing.hear_erased),
    Question(Step.BULK, ask_if_bulk, hear_if_bulk),
)

LINES = (
    #          on this trigger   at    goes to         only if                   and we…
    Transition("wants_help", ANY, Step.HELP),
    Transition("wants_language", ANY, Step.LANGUAGE),
    Transition("picks_language", ANY, STAY, only_if=fruit_waits, doing=speak_the_language, then="greets"),
    Transition("picks_language", ANY, STAY, only_if=language_is_ours, doing=speak_the_language, then="wants_menu"),
    Transition("stops_offers", ANY, Step.OFFERS, doing=withdraw),
    Transition("wants_offers", ANY, Step.OFFERS, doing=start_the_offers),
    Transition("thanks", ANY, Step.THANKED),
    Transition("complains", ANY, Step.TALKING, doing=call_about_a_complaint),
    Transition("orders_in_bulk", ANY, Step.TALKING, doing=call_about_bulk),
    Transition("asks_if_bulk", ANY, Step.BULK, doing=keep_the_words),
    Transition("adds_to_bulk", Step.BULK, STAY, doing=add_to_the_words),
    Transition("is_bulk", Step.BULK, STAY, doing=take_the_words, then="orders_in_bulk", once=True),
    Transition("is_household", Step.BULK, STAY, doing=take_the_words_as_an_order, then="says_line", once=True),
    Transition("wants_erasing", ANY, Step.ERASING),
    Transition("erases", Step.ERASING, Step.ERASED, doing=erasing.erase, once=True),
    Transition("keeps_data", ANY, STAY, doing=erasing.keep_the_data, then="wants_menu"),
    Transition("wants_human", ANY, Step.TALKING, doing=park),
)

SCRIPT = Script("help", Step, QUESTIONS, LINES)
