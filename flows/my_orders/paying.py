"""Another way to pay a placed order: a link for what is due at its door, or cash after all."""

from __future__ import annotations

from core.errors import Refusal
from core.money import format_rupees
from core.orders.lifecycle import OrderStatus
from core.orders.queries import find_order
from core.orders.revising import CHANGEABLE
from core.orders.tables import Order, PaymentMethod
from core.orders.telling import speak_in_chat
from core.payments.actions import ASKED_TO_PREPAY, pay_cash, pay_online
from core.payments.locks import live_link_of
from core.reading.sentence import Sentence
from flows.commands import AROUND
from flows.engine import Heard
from flows.my_orders.theirs import is_only_held, noted, their_orders
from flows.turn import Turn


def lacks_its_order(turn: Turn) -> bool:
    """Whether it was not said which order it is about."""
    return not turn.arg


def payable_orders(turn: Turn) -> list[Order]:
    """Those of which something is due at the door, the newest first."""
    orders = their_orders(turn) if turn.customer.has_ordered else []
    return [order for order in orders if order.status in ASKED_TO_PREPAY and order.due_paise]


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


def unpaid_order(turn: Turn) -> Order | None:
    """The one that waits for its payment, its link asked for: it comes before those to be paid at a door."""
    waiting = (order for order in their_orders(turn) if order.status is OrderStatus.AWAITING_PAYMENT)
    return next((order for order in waiting if not is_only_held(order)), None)


def hear_way_to_pay(turn: Turn, said: Sentence, code: str) -> Heard | None:
    """`pay`, `online kar do`, `COD kar do`, when the sentence is nothing else and something is to be paid."""
    order = find_order(turn.session, code, turn.customer.id) if code else None
    if order is None or not order.due_paise or order.status not in CHANGEABLE | ASKED_TO_PREPAY:
        return None
    if said.is_only({"command.pay"}, AROUND) and not is_only_held(order):
        return Heard("prepays", code)
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
    speak_in_chat(turn.session, order)
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
    speak_in_chat(turn.session, order)
    with turn.session.begin_nested():
        paid = pay_cash(turn.session, order.id, turn.now)
    if was_unpaid:
        turn.quiet = True
        turn.begin_anew()
    else:
        turn.note("my-orders-pays-at-door", due=format_rupees(paid.due_paise))
