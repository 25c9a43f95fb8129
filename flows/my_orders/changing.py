"""What shall be otherwise of an order: which order, and what of it; a note for the rider."""

from __future__ import annotations

from bot.fitting import plain
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Section, Text
from core.errors import Refusal
from core.money import format_rupees
from core.orders.lifecycle import LIFECYCLE, OrderEvent
from core.orders.queries import find_order
from core.orders.revising import CHANGEABLE
from core.orders.revision import Change
from core.orders.tables import Order
from core.payments.changing import change_order
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence
from core.slots.queries import windows_of
from flows.commands import AROUND
from flows.engine import Heard
from flows.my_orders.cancelling import cancellable_orders
from flows.my_orders.paying import hear_way_to_pay, lacks_its_order, other_way_to_pay, payable_orders
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.theirs import SHOWN_ORDERS, noted, placed_first, their_orders
from flows.phrases import phrase_slot
from flows.turn import Turn

CHOICES = (
    ("items", "changes_fruit"),
    ("slot", "changes_window"),
    ("home", "moves_order"),
    ("note", "writes_order_note"),
)


def changeable_orders(turn: Turn) -> list[Order]:
    """Those that are placed and not packed, the newest first."""
    if not turn.customer.has_ordered:
        return []
    return placed_first([order for order in their_orders(turn) if order.status in CHANGEABLE])


def orders_to_choose(turn: Turn) -> list[Order]:
    """Those that the wish could be about."""
    wish = noted(turn).wish
    if wish == "wants_cancel":
        return cancellable_orders(turn)
    return payable_orders(turn) if wish in {"prepays", "pays_at_door"} else changeable_orders(turn)


def order_is_changeable(turn: Turn) -> bool:
    order = find_order(turn.session, turn.arg, turn.customer.id)
    return order is not None and order.status in CHANGEABLE


def has_one_changeable(turn: Turn) -> bool:
    return lacks_its_order(turn) and len(changeable_orders(turn)) == 1


def has_several_changeable(turn: Turn) -> bool:
    return lacks_its_order(turn) and len(changeable_orders(turn)) > 1


def name_the_changeable(turn: Turn) -> None:
    turn.arg = changeable_orders(turn)[0].code


def ask_which(turn: Turn) -> OutgoingMessage:
    orders, wish = orders_to_choose(turn)[:SHOWN_ORDERS], noted(turn).wish or "wants_order_change"
    windows = {each.slot_id: each for each in windows_of(turn.session, {order.slot_id for order in orders})}
    rows = []
    for order in orders:
        window = windows[order.slot_id]
        when = phrase_slot(turn.language, window.starts_at, window.ends_at, turn.now)
        title = f"{order.code} · {format_rupees(order.total_paise)}"
        rows.append(turn.row(title, when, wish, order.code))
    if wish == "prepays" and turn.customer.cart.lines:
        rows.append(turn.row(turn.say("my-orders-cart-row"), None, "checks_out"))
    question = turn.say("my-orders-which", wish=wish)
    return ListMessage(question, turn.say("my-orders-list-button"), (Section(tuple(rows)),))


def hear_which(turn: Turn, said: Sentence) -> Heard | None:
    """An order's code, typed."""
    typed = said.typed.strip().casefold()
    named = (order.code for order in orders_to_choose(turn) if order.code.casefold() == typed)
    return next((Heard(noted(turn).wish or "wants_order_change", code) for code in named), None)


def cannot_choose(turn: Turn) -> bool:
    return not orders_to_choose(turn)


def note_wish_for_window(turn: Turn) -> None:
    noted(turn).wish = "changes_window"


def note_wish_for_fruit(turn: Turn) -> None:
    noted(turn).wish = "changes_fruit"


def note_wish_for_note(turn: Turn) -> None:
    noted(turn).wish = "writes_order_note"


def note_wish_for_change(turn: Turn) -> None:
    noted(turn).wish = "wants_order_change"


def note_what_to_change(turn: Turn) -> None:
    begin_proposal(turn, turn.arg)


def say_it_stays(turn: Turn) -> None:
    """Why an order cannot be changed, and it is shown; without one, that there is none."""
    order = find_order(turn.session, turn.arg, turn.customer.id) if turn.arg else None
    order = order or next(iter(their_orders(turn)), None)
    if order is None:
        turn.note("my-orders-nothing-to-change")
        return
    turn.arg = order.code
    noted(turn).shown = order.code
    turn.note("errors-order-not-changeable", order_code=order.code)


def ask_changing(turn: Turn) -> OutgoingMessage:
    order = proposed_order(turn)
    assert order is not None
    rows = [turn.row(turn.say(f"ordering-change-{name}-row"), None, trigger, order.code) for name, trigger in CHOICES]
    way = other_way_to_pay(turn, order)
    if way is not None:
        rows.append(turn.row(turn.say(f"my-orders-{way[0]}-row"), None, way[1], order.code))
    if order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL):
        rows.append(turn.row(turn.say("ordering-change-cancel-row"), None, "wants_cancel", order.code))
    body = turn.say("my-orders-what-to-change", code=order.code)
    return ListMessage(body, turn.say("ordering-changes-list-button"), (Section(tuple(rows)),))


def hear_changing(turn: Turn, said: Sentence) -> Heard | None:
    """What to change, in the words of its row, or another way to pay."""
    code = noted(turn).proposal.code
    for name, trigger in CHOICES:
        if said.is_only({f"changes.{name}"}, AROUND):
            return Heard(trigger, code)
    return hear_way_to_pay(turn, said, code)


def ask_note(turn: Turn) -> OutgoingMessage:
    order = proposed_order(turn)
    assert order is not None
    if not order.note:
        return Text(turn.say("ordering-note"))
    return Buttons(turn.say("ordering-note"), (_drop_note(turn, order),))


def _drop_note(turn: Turn, order: Order) -> Button:
    return turn.button("ordering-no-note-button", "drops_order_note", order.code)


def hear_note(turn: Turn, said: Sentence) -> Heard | None:
    """Whatever is typed is the note, but for the few commands that we teach."""
    if said.words in load_lexicon().ways_of("taught.always"):
        return None
    if said.is_only({"deny"}):
        return Heard("drops_order_note", noted(turn).proposal.code)
    return Heard("says_order_note", noted(turn).proposal.code) if turn.inbound.text.strip() else None


def keep_the_note(turn: Turn) -> None:
    """It costs nothing, so it is done at once. Raises what `change_order` raises."""
    write_note(turn, turn.arg, " ".join(turn.inbound.text.split()))


def drop_the_note(turn: Turn) -> None:
    write_note(turn, turn.arg, "")


def write_note(turn: Turn, code: str, note: str) -> None:
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    outcome = change_order(turn.session, order.id, Change(note=note), actor=turn.actor, now=turn.now)
    turn.scratch.clear()
    turn.arg = order.code
    kept = outcome.after.note
    turn.note("my-orders-noted", code=outcome.code, noted="yes" if kept else "no", note=plain(kept))
