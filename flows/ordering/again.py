"""`Same as last time?`: what was ordered before, at today's prices, in the next window, in one tap."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from bot.fitting import fit_body, plain
from bot.messages import Buttons, OutgoingMessage
from core.carts.actions import choose_slot
from core.checkout.basket import Channel
from core.checkout.queries import Selection, make_basket
from core.checkout.rules import Lack, price, whats_missing
from core.errors import Refusal
from core.money import format_rupees
from core.orders.lifecycle import OrderStatus
from core.orders.queries import apartment_of, find_order, last_delivered_or_confirmed
from core.orders.repeating import refill_from_order
from core.orders.tables import Order
from core.reading.sentence import ASSENT, POLITE, Sentence
from core.settings import get_settings
from core.slots.queries import next_slot, open_slots
from core.slots.rules import OpenSlot
from core.views.orders import OrderView, order_view
from core.wording import pick
from flows.agreeing import declines
from flows.engine import Heard
from flows.ordering.fruit import hear_fruit, read_id
from flows.ordering.held import PAYING
from flows.ordering.memory import noted
from flows.ordering.menu import open_the_menu
from flows.ordering.naming import is_named
from flows.ordering.said import Said, kept
from flows.ordering.windows import MOST_WINDOWS, fitting_windows
from flows.phrases import phrase_basket, phrase_slot
from flows.turn import Turn

# What does not stand against proposing it: it is asked for on the way.
ASKED = frozenset({Lack.PHONE})


@dataclass(frozen=True)
class Proposal:
    """The last order as it could be had today; `total_paise` at today's prices."""

    view: OrderView
    slot: OpenSlot
    total_paise: int


def could_repeat(turn: Turn) -> bool:
    return propose(turn) is not None


def cannot_repeat(turn: Turn) -> bool:
    return propose(turn) is None


def should_propose(turn: Turn) -> bool:
    """Who has an order on its way is not asked for the same again, but told when it comes."""
    return _last_order(turn) is not None and not _is_coming(turn) and could_repeat(turn)


def welcome(turn: Turn) -> None:
    """Open the menu; an order that is on its way comes first."""
    open_the_menu(turn)
    order = _last_order(turn)
    if order is not None and _is_coming(turn):
        view = order_view(turn.session, order.id)
        slot = phrase_slot(turn.language, view.starts_at, view.ends_at, turn.now)
        turn.note("ordering-order-coming", code=order.code, slot=slot)


def _last_order(turn: Turn) -> Order | None:
    if "last_order" not in turn.scratch:
        last = last_delivered_or_confirmed(turn.session, turn.customer.id) if turn.customer.has_ordered else None
        turn.scratch["last_order"] = last
    order: Order | None = turn.scratch["last_order"]
    return order


def _is_coming(turn: Turn) -> bool:
    order = _last_order(turn)
    return order is not None and order.status is not OrderStatus.DELIVERED


def propose(turn: Turn) -> Proposal | None:
    """None when there is no last order, or not all of it is there today. Looked up once a turn."""
    if "proposal" not in turn.scratch:
        turn.scratch["proposal"] = _propose(turn)
    proposal: Proposal | None = turn.scratch["proposal"]
    return proposal


def _propose(turn: Turn) -> Proposal | None:
    order = _last_order(turn)
    slot = _window_for(turn, order.zone_id) if order else None
    if order is None or slot is None:
        return None
    view = order_view(turn.session, order.id)
    basket = make_basket(turn.session, _selection_of(view, slot), turn.now)
    if basket.dropped or any(line.left < line.quantity for line in basket.lines) or set(whats_missing(basket)) - ASKED:
        return None
    return Proposal(view, slot, price(basket, basket.zone).total_paise)


def _window_for(turn: Turn, zone_id: int) -> OpenSlot | None:
    """The nearest open window, of those that fit when a time was said."""
    wish = kept(turn).said.wish
    if wish is None:
        return next_slot(turn.session, zone_id)
    slots = open_slots(turn.session, zone_id, limit=MOST_WINDOWS)
    return next(iter(fitting_windows(wish, slots, get_settings().zone) or slots), None)


def _selection_of(view: OrderView, slot: OpenSlot) -> Selection:
    order, packs = view.order, {item.pack_id: item.quantity for item in view.items}
    return Selection(order.customer_id, Channel.WHATSAPP, packs, order.address_id, slot.slot_id)


def is_of_just_now(turn: Turn, said: Said) -> bool:
    """Whether `haan wahi totapuri` is of what was just spoken of: there is no order to repeat, and none is meant."""
    is_new = not turn.customer.has_ordered and not turn.said_as_line.has("past")
    return is_new and any(map(is_named, said.items))


def has_no_last_order(turn: Turn) -> bool:
    return _last_order(turn) is None


def open_for_another(turn: Turn) -> None:
    """The menu, for who wanted the same again."""
    open_the_menu(turn)
    say_nothing_to_repeat(turn)


def say_nothing_to_repeat(turn: Turn) -> None:
    """There is no last order, or it cannot be had today."""
    turn.note("ordering-nothing-to-repeat", ordered="no" if has_no_last_order(turn) else "yes")


def ask_again(turn: Turn) -> OutgoingMessage:
    proposal = propose(turn)
    assert proposal is not None
    order, slot = proposal.view.order, proposal.slot
    body = turn.say(
        "ordering-again",
        basket=phrase_basket(turn.language, proposal.view.items),
        home=plain(str(order.address["line"])),
        apartment=pick(apartment_of(order), turn.language),
        slot=phrase_slot(turn.language, slot.starts_at, slot.ends_at, turn.now),
        total=format_rupees(proposal.total_paise),
    )
    arg = _arg_of(proposal)
    buttons = (
        turn.button("ordering-yes-cash-button", "repeats_for_cash", arg),
        turn.button("ordering-yes-online-button", "repeats_online", arg),
        turn.button("ordering-see-mangoes-button", "wants_menu"),
    )
    return Buttons(fit_body(body), buttons)


def hear_again(turn: Turn, said: Sentence) -> Heard | None:
    proposal = propose(turn)
    if proposal is not None:
        for way, trigger in (("cash", "repeats_for_cash"), ("online", "repeats_online")):
            if said.is_only({f"pay.{way}"}, PAYING | {"command.repeat"}):
                return Heard(trigger, _arg_of(proposal))
        if said.is_only(ASSENT | {"command.repeat"}, {"courtesy.give"}, calm=POLITE):
            return Heard("repeats", f"{proposal.view.order.code}.{proposal.slot.slot_id}")
    return Heard("wants_menu") if declines(turn, said) else hear_fruit(turn)


def _arg_of(proposal: Proposal) -> str:
    """What its buttons name: the order, the window, and the total that they were shown with."""
    return f"{proposal.view.order.code}.{proposal.slot.slot_id}.{proposal.total_paise}"


def order_the_same_for_cash(turn: Turn) -> None:
    _order_the_same(turn, "cash")


def order_the_same_online(turn: Turn) -> None:
    _order_the_same(turn, "online")


def _order_the_same(turn: Turn, way: str) -> None:
    """The cart as it was proposed; it is ordered in this very turn when it still costs what was shown, and nothing is
    missing, else the summary shows what changed. Raises what `fill_the_cart_again` raises."""
    shown = read_id(turn.arg.rpartition(".")[2])
    fill_the_cart_again(turn)
    kept(turn).said = Said(payment=way)
    if turn.customer.price.total_paise != shown:
        turn.note("ordering-price-changed")
    elif not whats_missing(turn.customer.cart):
        turn.scratch["pays_at_once"] = way


def fill_the_cart_again(turn: Turn) -> None:
    """The order that the button names, and its window: the one named, else the order's own while it is open.

    Raises Refusal `order-unknown`, and what `choose_slot` raises for a window that was named.
    """
    code, slot, *_ = [*turn.arg.split("."), ""]
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    refill_from_order(turn.session, turn.customer.id, order.id, turn.now)
    turn.customer.forget_cart()
    if turn.customer.cart.address is not None:
        _choose_window(turn, read_id(slot), order.slot_id)
        turn.customer.forget_cart()


def _choose_window(turn: Turn, named: int | None, earlier: int) -> None:
    if named is not None:
        choose_slot(turn.session, turn.customer.id, named, turn.now)
        return
    with suppress(Refusal):
        choose_slot(turn.session, turn.customer.id, earlier, turn.now)


def refill_from_last(turn: Turn) -> bool:
    """Make the cart what the last order was, for words that change it (`same but 3`); False when there is none."""
    order = _last_order(turn)
    if order is None:
        return False
    refill_from_order(turn.session, turn.customer.id, order.id, turn.now)
    turn.customer.forget_cart()
    lines = turn.customer.cart.lines
    noted(turn).pack = lines[0].pack_id if len(lines) == 1 else None
    return bool(lines)


def choose_next_window(turn: Turn) -> None:
    """The nearest open window, as *Same as last time?* proposes it; who refills a cart sees it at the summary."""
    zone = turn.customer.cart.zone
    slot = next_slot(turn.session, zone.zone_id) if zone else None
    if slot is not None and turn.customer.cart.slot_id is None:
        choose_slot(turn.session, turn.customer.id, slot.slot_id, turn.now)
        turn.customer.forget_cart()
