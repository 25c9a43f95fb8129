"""What a whole line is for, where its words are no command by themselves: shown, asked first, or passed to a person.

mera order kahan pahucha    → how the order stands
30 dozen for our office     → the founder, with the sum
koi insaan se baat karao    → the founder

Nothing here pays, orders or cancels: what a line of an order does is `flows/ordering`.
"""

from __future__ import annotations

from core.reading.meaning import Doubt, Intent, Meaning
from core.wording import languages
from flows.bulk import is_bulk, is_much
from flows.commands import ASKS_FIRST, COMMANDS, SHOWS
from flows.engine import Heard
from flows.facts.orders import knows_of_money_back
from flows.handover import is_complaint, is_supposed
from flows.my_orders.cancelling import cancellable_orders
from flows.turn import Turn

# The commands that a line of such an intent means; each only shows something, asks first, or calls a person.
MEANT = {
    Intent.TRACK: COMMANDS["track"],
    Intent.HUMAN: COMMANDS["human"],
    Intent.CANCEL: COMMANDS["cancel"],
    Intent.LANGUAGE: COMMANDS["language"],
}


def hear_intent(turn: Turn) -> Heard | None:
    """The command that the whole line means, when nothing else was wanted or asked in it."""
    meaning = turn.meaning
    others = [intent for intent in meaning.intents[1:] if intent is not Intent.ASK]
    if Doubt.NEGATION in meaning.doubts or others or meaning.asks:
        return None
    if meaning.intent is Intent.LANGUAGE and meaning.language in languages():
        return Heard("picks_language", str(meaning.language))
    if meaning.intent is Intent.COMMAND and meaning.command in SHOWS | ASKS_FIRST:
        return COMMANDS[meaning.command]
    if meaning.intent is Intent.HUMAN and turn.said.has("command.erase"):
        return None if turn.said.has("deny", "stop.question", "stop.mark") else COMMANDS["erase"]
    return MEANT.get(meaning.intent)


def hear_language_wish(turn: Turn) -> Heard | None:
    """A line that is, all of it, a wish for one of our languages: `speak in english`, `हिंदी में बोलो`."""
    meaning = turn.meaning
    wishes = meaning.intents == (Intent.LANGUAGE,) and not meaning.leftovers and meaning.language in languages()
    return Heard("picks_language", str(meaning.language)) if wishes else None


def is_a_sure_wish(meaning: Meaning) -> bool:
    """Whether a line is, all of it, an order with its amounts, the same again, or about an order placed."""
    if not meaning.is_whole:
        return False
    if meaning.intent is Intent.ORDER:
        return bool(meaning.items) and all(item.variety and item.count for item in meaning.items)
    return meaning.intent in {Intent.REPEAT, Intent.TRACK, Intent.CANCEL}


def hear_call(turn: Turn) -> Heard | None:
    """Bad fruit, money that is missing, or more than a household eats: a person's matter, wherever it stands in a line.

    Where their money is, our books say when they know.
    """
    meaning = turn.meaning
    if is_supposed(turn.said):
        return None
    if meaning.intent is Intent.CANCEL and not turn.said.has("complaint.goods") and cancellable_orders(turn):
        return None  # `cancel karo aur paise wapas do`: money goes back by that
    complains = is_complaint(turn.said, has_ordered=turn.customer.has_ordered) and not _alters(turn)
    if Intent.REFUND in meaning.intents and not turn.said.has("complaint.goods") and knows_of_money_back(turn):
        return None
    if complains or _claims(meaning, has_ordered=turn.customer.has_ordered):
        return Heard("complains")
    if not is_bulk(turn):
        return None
    return Heard("orders_in_bulk" if is_much(turn) else "asks_if_bulk")


def _alters(turn: Turn) -> bool:
    """`1 dozen kam kar do`: what sounds like a complaint is all of it a wish for less."""
    meaning = turn.meaning
    wishes = meaning.intent in {Intent.CHANGE, Intent.ORDER} and meaning.is_whole and bool(meaning.items)
    return wishes and turn.said.has("change", "do") and not turn.said.has("complaint.goods", "complaint.money")


def _claims(meaning: Meaning, *, has_ordered: bool) -> bool:
    """Who never ordered here may have by another number, on the web or at a stall: a line that is a complaint before
    all else is one from them too."""
    return Intent.CLAIM in meaning.intents if has_ordered else meaning.intent is Intent.CLAIM
