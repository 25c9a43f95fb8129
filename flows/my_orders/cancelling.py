"""Cancelling an order, with the exact refund."""

from __future__ import annotations

from bot.messages import Buttons, OutgoingMessage
from core.errors import Refusal
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import find_order
from core.orders.telling import speak_in_chat
from core.payments.actions import cancel_order
from core.reading.sentence import ASSENT, POLITE, Sentence
from flows.engine import Heard
from flows.my_orders.theirs import noted, order_to_cancel, shown_order, waits_for_its_money
from flows.turn import Turn

CANCELLING = frozenset({"command.cancel", "thing"})


def may_cancel(turn: Turn) -> bool:
    order = order_to_cancel(turn)
    return order is not None and (
        order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL) or waits_for_its_money(turn, order)
    )


def note_what_to_cancel(turn: Turn) -> None:
    order = order_to_cancel(turn)
    noted(turn).shown = order.code if order else ""


def say_cannot_cancel(turn: Turn) -> None:
    order = order_to_cancel(turn)
    if order is None:
        turn.note("my-orders-nothing-to-cancel")
        return
    noted(turn).shown = order.code
    packed = order.status in {OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY}
    turn.note("errors-order-packed" if packed else "errors-order-ended", order_code=order.code)


def cancel_it(turn: Turn) -> None:
    """Cancel with the exact refund, and say so. Raises what `cancel_order` raises."""
    order = find_order(turn.session, turn.arg, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    speak_in_chat(turn.session, order)
    outcome = cancel_order(turn.session, order.id, reason="customer", actor=turn.actor, now=turn.now)
    turn.begin_anew()
    memory = noted(turn)
    memory.shown, memory.refund = order.code, outcome.sums.text


def ask_cancelling(turn: Turn) -> OutgoingMessage:
    view = shown_order(turn)
    assert view is not None
    order = view.order
    here = view.payment.money.here
    body = turn.say("my-orders-really-cancel", code=order.code, paid="yes" if here else "no", refund=here.text)
    buttons = (
        turn.button("my-orders-yes-cancel-button", "cancels_order", order.code),
        turn.button("my-orders-keep-button", "opens_order", order.code),
    )
    return Buttons(body, buttons)


def hear_cancelling(turn: Turn, said: Sentence) -> Heard | None:
    """Assent cancels; the bare command, which may have come twice, asks again; any plain refusal keeps the order."""
    code = noted(turn).shown
    beside = {"command.cancel", "thing"} if said.has("command.cancel") and said.has("do.it") else {"command.cancel"}
    if said.is_only(ASSENT, beside, calm=POLITE):
        return Heard("cancels_order", code)
    return Heard("opens_order", code) if said.is_only({"deny"}, ASSENT | CANCELLING) else None


def ask_cancelled(turn: Turn) -> OutgoingMessage:
    code, refund = noted(turn).shown, noted(turn).refund
    body = turn.say(
        "my-orders-cancelled",
        code=code,
        paid="yes" if refund else "no",
        refund=refund,
    )
    buttons = (
        turn.button("ordering-see-mangoes-button", "wants_menu"),
        turn.button("my-orders-again-button", "repeats", code),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(body, buttons)


def hear_cancelled(turn: Turn, said: Sentence) -> Heard | None:
    del turn, said
    return None
