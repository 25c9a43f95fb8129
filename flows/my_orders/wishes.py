"""What a line says of a placed order: other fruit, another time, a word for the rider, another way to pay.

sunday nahi saturday         → the window of Saturday is proposed
3 kar do                     → three of its only line are proposed
kesar hata do                → the order without kesar is proposed
gate code 4321 bol dena      → noted for the rider at once, because it costs nothing
COD kar do                   → to be paid at the door

A line is about an order that stands when nothing is being put together. It is kept while we ask which order it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.clock import business_day
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Change, Intent, Item, Meaning
from core.reading.reader import read_meaning
from core.reading.times import Wish
from core.settings import get_settings
from core.slots.queries import windows_of
from core.slots.rules import OpenSlot
from core.views.book import shop_book
from flows.engine import Heard
from flows.my_orders.amounts import Content, PackLine, Why, packs_after
from flows.my_orders.changing import changeable_orders, write_note
from flows.my_orders.fruit import items_of_order
from flows.my_orders.paying import payable_orders
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.steps import Step
from flows.my_orders.theirs import Proposal, noted
from flows.my_orders.windows import other_windows
from flows.ordering.held import link_is_out
from flows.ordering.moving import is_moving
from flows.turn import Turn

WAYS_TO_PAY = {"online": "prepays", "cash": "pays_at_door"}
PLACED = "placed"
# Where the chat is about what shall be different.
CHANGING = frozenset({Step.CHANGING, Step.FRUIT, Step.COUNT, Step.WINDOW, Step.PROPOSAL})


def hear_wish(turn: Turn) -> Heard | None:
    """A clear line that changes an order; a part alone (`kal shaam`) only while the chat speaks of one."""
    if _is_ordering(turn) or not changeable_orders(turn) or _is_answered(turn):
        return None
    meaning = _read(turn, turn.inbound.text)
    speaks_of_one = turn.script == "my_orders"
    is_note = bool(meaning.note) and not meaning.items
    intents = {Intent.CHANGE, Intent.PART} if speaks_of_one or is_note else {Intent.CHANGE}
    if meaning.intent not in intents or not meaning.is_whole or meaning.home is not None:
        return None
    if turn.step not in CHANGING and _begins_another(meaning, looks_at_one=speaks_of_one):
        return None
    if meaning.payment and not (meaning.items or meaning.when or meaning.note):
        return Heard(WAYS_TO_PAY[meaning.payment], _code_spoken_of(turn)) if payable_orders(turn) else None
    if not (meaning.items or meaning.when or meaning.note):
        return None
    return Heard("wishes_change", _code_spoken_of(turn))


def _begins_another(meaning: Meaning, *, looks_at_one: bool) -> bool:
    """Whether a line may as well begin a new order: fruit by its name (`1 dozen kesar`), a day and nothing else."""
    names_fruit = any((item.variety or item.stranger) and item.change is Change.SET and item.instead_of is None
                      for item in meaning.items)  # fmt: skip
    names_a_day = meaning.when is not None and meaning.when_not is None and not meaning.items
    return names_fruit or (names_a_day and not looks_at_one)


def _read(turn: Turn, typed: str) -> Meaning:
    today = business_day(turn.now, get_settings().zone)
    return read_meaning(typed, shop_book(turn.session), today, PLACED)


def _is_ordering(turn: Turn) -> bool:
    """Whether words are about what is being put together, and not about an order that stands."""
    is_busy = bool(turn.customer.cart.lines) and not link_is_out(turn)
    return not turn.customer.has_ordered or is_busy or is_moving(turn)


def _is_answered(turn: Turn) -> bool:
    """Whether the words answer the question that was asked: a note, a number, a day."""
    return turn.script == "my_orders" and turn.repertoire.script_of(turn).hear(turn, turn.said) is not None


def _code_spoken_of(turn: Turn) -> str:
    """The order that the chat shows, or that is being changed; empty when it is open which one is meant."""
    memory = noted(turn)
    shown = memory.proposal.code or memory.shown if turn.script == "my_orders" else ""
    return shown if shown in {order.code for order in changeable_orders(turn)} else ""


def keep_the_words(turn: Turn) -> None:
    """While we ask which order they are about."""
    noted(turn).wish, noted(turn).wished = "wishes_change", turn.inbound.text


def work_out(turn: Turn) -> None:
    """Put the change together. Raises Refusal `order-unknown`, and what a note's `change_order` raises."""
    memory, code = noted(turn), turn.arg
    meaning = _read(turn, memory.wished or turn.inbound.text)
    memory.wished = ""
    turn.scratch.pop("order_items", None)
    turn.scratch["lacks"] = _take_in(turn, begin_proposal(turn, code), meaning)


def _take_in(turn: Turn, proposal: Proposal, meaning: Meaning) -> str:
    """What stands between the words and a proposal; empty when nothing does."""
    if meaning.note and not (meaning.items or meaning.when):
        write_note(turn, proposal.code, meaning.note)
        return "question"
    proposal.note = meaning.note
    window = _take_window(turn, proposal, meaning.when) if meaning.when else ""
    return (_take_items(turn, proposal, meaning.items) if meaning.items else "") or window


def _take_items(turn: Turn, proposal: Proposal, items: Sequence[Item]) -> str:
    counted: dict[int, PackLine] = {}
    for item in items_of_order(turn):
        before = counted[item.pack_id].quantity if item.pack_id in counted else 0
        counted[item.pack_id] = PackLine(item.pack_id, item.product_id, item.base_units, before + item.quantity)
    offers = {offer.product_id: offer for offer in turn.customer.offers}
    packs = packs_after(items, Content(list(counted.values()), offers, load_lexicon()))
    if isinstance(packs, Why):
        if packs is not Why.UNCLEAR:
            turn.note(f"my-orders-fruit-{packs.value}")
        return "fruit"
    proposal.packs = packs
    return "" if any(packs.values()) else "all"


def _take_window(turn: Turn, proposal: Proposal, wish: Wish) -> str:
    """The one window that is meant; of several that of the same hours; else we ask."""
    order = proposed_order(turn)
    assert order is not None
    zone = get_settings().zone
    [own] = windows_of(turn.session, {order.slot_id})
    fitting = [slot for slot in other_windows(turn, order)
               if wish.fits(slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone))]  # fmt: skip
    hours = (own.starts_at.astimezone(zone).time(), own.ends_at.astimezone(zone).time())
    alike = [slot for slot in fitting if _hours(slot) == hours] if not (wish.parts or wish.hours) else []
    meant = alike if len(alike) == 1 else fitting
    if len(meant) == 1:
        proposal.slot_id = meant[0].slot_id
        return ""
    turn.scratch["slots"] = {slot.slot_id for slot in fitting}
    if not fitting:
        turn.note("ordering-no-such-window")
    return "window"


def _hours(slot: OpenSlot) -> tuple[object, object]:
    zone = get_settings().zone
    return slot.starts_at.astimezone(zone).time(), slot.ends_at.astimezone(zone).time()


def was_noted(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "question"


def nothing_would_be_left(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "all"


def fruit_is_unclear(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "fruit"


def window_is_unclear(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "window"


def name_the_order(turn: Turn) -> None:
    turn.arg = noted(turn).shown
