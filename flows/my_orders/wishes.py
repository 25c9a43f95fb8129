"""What a line says of a placed order: other fruit, another time or home, a word for the rider, another way to pay.

sunday nahi saturday         → the window of Saturday is proposed
shaam ko kar do              → an evening window is proposed
3 kar do                     → three of its only line are proposed
langra 5 kg kar do           → five kilos instead of what langra it has
kesar hata do                → the order without kesar is proposed
change address to C-402      → the order brought to C-402 is proposed
gate code 4321 bol dena      → noted for the rider at once, because it costs nothing
COD kar do                   → to be paid at the door

A line is about an order that stands when nothing is being put together, or when it says so. It is kept while we ask
which order it is. What is proposed is done by a yes alone, so a line may be read around words that only hesitate.
"""

from __future__ import annotations

from dataclasses import replace

from core.clock import business_day
from core.orders.queries import items_of
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Change, Intent, Meaning
from core.reading.reader import read_meaning
from core.reading.sentence import read_sentence
from core.settings import get_settings
from core.views.book import shop_book
from flows.denied import is_denied
from flows.engine import Heard
from flows.my_orders.changing import changeable_orders
from flows.my_orders.named import names_the_placed
from flows.my_orders.paying import payable_orders, unpaid_order
from flows.my_orders.steps import Step
from flows.my_orders.theirs import noted
from flows.ordering.held import link_is_out
from flows.ordering.moving import is_moving
from flows.ordering.steps import Step as OrderingStep
from flows.turn import Turn

WAYS_TO_PAY = {"online": "prepays", "cash": "pays_at_door"}
WAYS_TO_PAY_UNPAID = {"online": "pays_online", "cash": "pays_cash"}
PLACED = "placed"
# Where the chat is about what shall be different.
CHANGING = frozenset({Step.CHANGING, Step.FRUIT, Step.COUNT, Step.WINDOW, Step.PROPOSAL})
# Where the chat asks about fruit that is to be ordered, so that a time belongs to it.
ABOUT_TO_ORDER = frozenset({OrderingStep.AGAIN, OrderingStep.VARIETY, OrderingStep.PACK, OrderingStep.ASKING,
                            OrderingStep.UNSURE})  # fmt: skip
# Where `order` is the one that is just being put together.
SUMMING_UP = frozenset({OrderingStep.SUMMARY, OrderingStep.CHANGES, OrderingStep.NOTE})
HESITATES = frozenset({"stop.doubt", "stop.question", "courtesy"})
NOISE = 2  # letters


def hear_wish(turn: Turn) -> Heard | None:
    """A clear line that changes an order that stands."""
    if not changeable_orders(turn) or _is_ordering(turn) or _is_answered(turn):
        return None
    meaning = read_wish(turn, turn.inbound.text)
    is_note = bool(meaning.note) and not meaning.items
    intents = {Intent.CHANGE, Intent.PART} if turn.script == "my_orders" or is_note else {Intent.CHANGE}
    if meaning.intent not in intents or not _is_clear(turn, meaning):
        return None
    if turn.step not in CHANGING and (turn.said_as_line.has("anew") or _begins_another(turn, meaning)):
        return None  # `2 kg totapuri, alag order`
    if meaning.payment and not (meaning.items or meaning.when or meaning.note or meaning.home):
        return _another_way_to_pay(turn, meaning.payment) if meaning.is_whole else None
    if not (meaning.items or meaning.when or meaning.when_not or meaning.note or meaning.home):
        return None
    return Heard("wishes_change", _code_meant(turn, meaning))


def _is_clear(turn: Turn, meaning: Meaning) -> bool:
    """Whether nothing is left over but what hesitates (`oh wait can u …`); what acts at once must be whole. What a no
    refuses, without anything in its place, is no wish."""
    if is_denied(meaning, turn.said, turn.said_as_line):
        return False
    if meaning.is_whole or meaning.note:
        return meaning.is_whole
    hesitates = {span.words for span in turn.said.spans if span.means(HESITATES)}
    return not meaning.doubts and all(left in hesitates or len(left) <= NOISE for left in meaning.leftovers)


def _begins_another(turn: Turn, meaning: Meaning) -> bool:
    """Whether a line may as well begin a new order: fruit by its name (`1 dozen kesar`), a time for what is shown."""
    if any((item.variety or item.stranger) and item.change is Change.SET and item.instead_of is None
           for item in meaning.items):  # fmt: skip
        return not _alters_its_fruit(turn, meaning)
    return not meaning.items and turn.step in ABOUT_TO_ORDER


def _alters_its_fruit(turn: Turn, meaning: Meaning) -> bool:
    """`make it 2 dozen hapus`: words of change, and nothing that is wanted anew, of fruit that an order has."""
    said = turn.said_of_fruit
    if meaning.home is not None or not said.has("change"):
        return False
    if names_the_placed(turn) or (said.has("remake.it") and len(changeable_orders(turn)) == 1):
        return True  # `make it 2 kg langra`: it is the order, whatever is in it
    return not said.has("want", "command.menu") and bool(_orders_with(turn, meaning))


def _orders_with(turn: Turn, meaning: Meaning) -> list[str]:
    """The codes of the orders that have all the fruit that is named."""
    named = {item.instead_of or item.variety for item in meaning.items}
    orders = {order.code: {item.product_id for item in items_of(turn.session, order.id)}
              for order in changeable_orders(turn)}  # fmt: skip
    return [code for code, products in orders.items() if named <= products]


def read_wish(turn: Turn, typed: str) -> Meaning:
    """What a line means for an order; whether it could come at another time is a wish for that time."""
    today = business_day(turn.now, get_settings().zone)
    book = shop_book(turn.session)
    meaning = read_meaning(typed, book, today, PLACED)
    is_question = meaning.intent in {Intent.ASK, Intent.TRACK} or (meaning.leftovers and Intent.ASK in meaning.intents)
    changes = read_sentence(typed, load_lexicon()).has("change", "stop.contrast")  # `in the evening instead`
    if not is_question or not changes:
        return meaning
    asked = read_meaning(typed, book, today, "menu")
    if asked.when is None or asked.items or not set(asked.asks) <= {"windows", "area"}:
        return meaning
    return replace(asked, intents=(Intent.CHANGE,), asks=(), leftovers=(), doubts=frozenset())


def _is_ordering(turn: Turn) -> bool:
    """Whether words are about what is being put together, and not about an order that stands."""
    if not turn.customer.has_ordered or is_moving(turn):
        return True
    is_busy = bool(turn.customer.cart.lines) and not link_is_out(turn)
    if not is_busy or "named" in turn.scratch:
        return False
    return turn.step in SUMMING_UP or not (turn.said.has("change") and names_the_placed(turn))


def _is_answered(turn: Turn) -> bool:
    """Whether the words answer the question that was asked: a note, a number, a day."""
    return turn.script == "my_orders" and turn.repertoire.script_of(turn).hear(turn, turn.said) is not None


def _another_way_to_pay(turn: Turn, payment: str) -> Heard | None:
    """Of the order that waits for its payment, else of one that is to be paid at its door."""
    unpaid = unpaid_order(turn)
    if unpaid is not None:
        return Heard(WAYS_TO_PAY_UNPAID[payment], unpaid.code)
    spoken = _code_spoken_of(turn)
    return Heard(WAYS_TO_PAY[payment], spoken) if payable_orders(turn) else None


def _code_meant(turn: Turn, meaning: Meaning) -> str:
    """The order that is named or shown, or the only one that has the fruit; empty when it is open."""
    spoken = _code_spoken_of(turn)
    if spoken or not any(item.variety for item in meaning.items):
        return spoken
    having = _orders_with(turn, meaning)
    return having[0] if len(having) == 1 else ""


def _code_spoken_of(turn: Turn) -> str:
    """The order that is named, that the chat shows, or that is being changed; empty when it is open which one."""
    memory = noted(turn)
    shown = memory.proposal.code or memory.shown if turn.script == "my_orders" and turn.step != Step.WHICH else ""
    shown = str(turn.scratch.get("named", shown))
    return shown if shown in {order.code for order in changeable_orders(turn)} else ""


def keep_the_words(turn: Turn) -> None:
    """While we ask which order they are about."""
    noted(turn).wish, noted(turn).wished = "wishes_change", turn.inbound.text
