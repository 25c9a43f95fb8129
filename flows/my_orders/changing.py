"""What shall be otherwise of an order: which order, and what of it; a note for the rider; another way to pay."""

from __future__ import annotations

from bot.fitting import plain
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Section, Text
from core.errors import Refusal
from core.money import format_rupees
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import find_order
from core.orders.revising import CHANGEABLE
from core.orders.revision import Change
from core.orders.tables import Order, PaymentMethod
from core.payments.actions import ASKED_TO_PREPAY, pay_cash, pay_online
from core.payments.changing import change_order
from core.payments.locks import live_link_of
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence
from core.slots.queries import windows_of
from flows.commands import AROUND
from flows.engine import Heard
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.theirs import SHOWN_ORDERS, noted, their_orders
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
    return [order for order in their_orders(turn) if order.status in CHANGEABLE] if turn.customer.has_ordered else []


def payable_orders(turn: Turn) -> list[Order]:
    """Those of which something is due at the door, the newest first."""
    orders = their_orders(turn) if turn.customer.has_ordered else []
    return [order for order in orders if order.status in ASKED_TO_PREPAY and order.due_paise]


def orders_to_choose(turn: Turn) -> list[Order]:
    """Those that the wish could be about."""
    return payable_orders(turn) if noted(turn).wish in {"prepays", "pays_at_door"} else changeable_orders(turn)


def order_is_theirs(turn: Turn) -> bool:
    return bool(turn.arg) and find_order(turn.session, turn.arg, turn.customer.id) is not None


def has_one_payable(turn: Turn) -> bool:
    return lacks_its_order(turn) and len(payable_orders(turn)) == 1


def has_payables(turn: Turn) -> bool:
    return bool(payable_orders(turn))


def name_the_payable(turn: Turn) -> None:
    turn.arg = payable_orders(turn)[0].code


def note_wish_to_prepay(turn: Turn) -> None:
    noted(turn).wish = "prepays"


def note_wish_to_pay_cash(turn: Turn) -> None:
    noted(turn).wish = "pays_at_door"


def order_is_changeable(turn: Turn) -> bool:
    order = find_order(turn.session, turn.arg, turn.customer.id)
    return order is not None and order.status in CHANGEABLE


def lacks_its_order(turn: Turn) -> bool:
    """Whether it was not said which order it is about."""
    return not turn.arg


def has_one_changeable(turn: Turn) -> bool:
    return lacks_its_order(turn) and len(changeable_orders(turn)) == 1


def has_several_changeable(turn: Turn) -> bool:
    return lacks_its_order(turn) and len(changeable_orders(turn)) > 1


def name_the_changeable(turn: Turn) -> None:
    turn.arg = changeable_orders(turn)[0].code


def ask_which(turn: Turn) -> OutgoingMessage:
    orders = orders_to_choose(turn)[:SHOWN_ORDERS]
    windows = {each.slot_id: each for each in windows_of(turn.session, {order.slot_id for order in orders})}
    rows = []
    for order in orders:
        window = windows[order.slot_id]
        when = phrase_slot(turn.language, window.starts_at, window.ends_at, turn.now)
        title = f"{order.code} · {format_rupees(order.total_paise)}"
        rows.append(turn.row(title, when, noted(turn).wish or "wants_order_change", order.code))
    return ListMessage(turn.say("my-orders-which"), turn.say("my-orders-list-button"), (Section(tuple(rows)),))


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


def hear_way_to_pay(turn: Turn, said: Sentence, code: str) -> Heard | None:
    """`online kar do`, `COD kar do`, when the sentence is nothing else and something is to be paid."""
    order = find_order(turn.session, code, turn.customer.id) if code else None
    if order is None or not order.due_paise or order.status not in CHANGEABLE | ASKED_TO_PREPAY:
        return None
    around = AROUND | {"command.pay"}
    ways = [trigger for way, trigger in (("online", "prepays"), ("cash", "pays_at_door"))
            if said.is_only({f"pay.{way}"}, around)]  # fmt: skip
    return Heard(ways[0], code) if len(ways) == 1 else None


def other_way_to_pay(turn: Turn, order: Order) -> tuple[str, str] | None:
    """What an order that is to be paid at the door offers besides: a link, or none any more."""
    if order.status is not OrderStatus.CONFIRMED or order.payment_method is not PaymentMethod.COD:
        return None
    is_out = live_link_of(turn.session, order.id) is not None
    return ("cash-after-all", "pays_at_door") if is_out else ("prepay", "prepays")


def ask_for_what_is_due(turn: Turn) -> None:
    """Silent the first time: the link is a notice. Raises what `pay_online` raises."""
    order = find_order(turn.session, turn.arg, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    noted(turn).shown = order.code
    link = pay_online(turn.session, order.id, turn.now)
    turn.quiet = turn.waits = link.short_url is None
    if link.short_url is not None:
        turn.note("my-orders-link-is-out", url=link.short_url, due=format_rupees(link.amount_paise))


def pay_it_at_the_door(turn: Turn) -> None:
    """Raises what `pay_cash` raises; an unpaid order is confirmed by that, which a notice says."""
    order = find_order(turn.session, turn.arg, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    noted(turn).shown = order.code
    was_unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    with turn.session.begin_nested():
        paid = pay_cash(turn.session, order.id, turn.now)
    if was_unpaid:
        turn.quiet = True
        turn.begin_anew()
    else:
        turn.note("my-orders-pays-at-door", due=format_rupees(paid.due_paise))


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
