"""Cancelling an order, or several, with the exact refund.

cancel                   → Cancel order 7KQ3WX? … (with several, and none on the screen, which one is asked)
cancel both              → Cancel orders 7KQ3WX and FMME7K? ₹2,440 goes back …
cancel mat karna         → the order stands; nothing was cancelled
cancel ho sakta hai kya? → until it is packed; and the order with its button
"""

from __future__ import annotations

from bot.messages import Buttons, OutgoingMessage
from core.errors import Refusal
from core.money import Sums
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import find_order
from core.orders.tables import Order
from core.orders.telling import speak_in_chat
from core.payments.actions import cancel_order
from core.payments.money_here import money_of_orders
from core.reading.meaning import Intent
from core.reading.sentence import ASSENT, POLITE, Sentence
from flows.agreeing import agrees_in_another_language
from flows.engine import Heard
from flows.my_orders.steps import Step
from flows.my_orders.theirs import live_order, noted, placed_first, shown_order, their_orders, waits_for_its_money
from flows.ordering.memory import noted as noted_of_ordering
from flows.ordering.steps import Step as OrderingStep
from flows.turn import Turn

CANCELLING = frozenset({"command.cancel", "thing"})
# Where the chat is about one order that is not placed yet.
HELD = frozenset({OrderingStep.SUMMARY, OrderingStep.CHANGES, OrderingStep.NOTE, OrderingStep.PAYING})
# Where it is about no order, or about several.
OF_MANY = frozenset({Step.ORDERS, Step.WHICH, Step.CANCELLED})
MONEY = ("complaint.money", "refund")


def _may_go(turn: Turn, order: Order) -> bool:
    return order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL) or waits_for_its_money(turn, order)


def cancellable_orders(turn: Turn) -> list[Order]:
    """Those that may still be cancelled, the newest first; who wants money back speaks of one that is paid for."""
    may_go = placed_first([order for order in their_orders(turn) if _may_go(turn, order)])
    wants_money = turn.said.has(*MONEY)
    paid = [order for order in may_go if order.prepaid_paise or waits_for_its_money(turn, order)] if wants_money else []
    return paid or may_go


def _spoken_of(turn: Turn) -> Order | None:
    """The order that the chat is about where it stands; an earlier one is meant by `the first one`."""
    if turn.script == "my_orders" and turn.step not in OF_MANY:
        code = noted(turn).shown
    else:
        code = noted_of_ordering(turn).order_code if turn.script == "ordering" and turn.step in HELD else ""
    if not code or turn.said.has("ordinal"):
        return None
    return next((order for order in their_orders(turn) if order.code == code and _may_go(turn, order)), None)


def order_to_cancel(turn: Turn) -> Order | None:
    """The one that is named, spoken of, or the only one; where none may be cancelled the newest that is not over."""
    if turn.arg:
        return find_order(turn.session, turn.arg, turn.customer.id)
    return _spoken_of(turn) or next(iter(cancellable_orders(turn)), None) or live_order(turn)


def several_could_go(turn: Turn) -> bool:
    return not turn.arg and _spoken_of(turn) is None and len(cancellable_orders(turn)) > 1


def all_shall_go(turn: Turn) -> bool:
    """`dono cancel`, `cancel all my orders`."""
    if not several_could_go(turn):
        return False
    line = turn.said_as_line
    return line.has("each") and not line.has("deny", "stop.contrast")


def note_wish_to_cancel(turn: Turn) -> None:
    noted(turn).wish = "wants_cancel"


def note_all_to_cancel(turn: Turn) -> None:
    first, *others = [order.code for order in cancellable_orders(turn)]
    noted(turn).shown, noted(turn).also = first, tuple(others)


def may_cancel(turn: Turn) -> bool:
    order = order_to_cancel(turn)
    return order is not None and _may_go(turn, order)


def note_what_to_cancel(turn: Turn) -> None:
    order = order_to_cancel(turn)
    noted(turn).shown, noted(turn).also = order.code if order else "", ()


def has_only_a_cart(turn: Turn) -> bool:
    """Whether what they would cancel is not ordered yet."""
    return order_to_cancel(turn) is None and bool(turn.customer.cart.lines)


def say_only_a_cart(turn: Turn) -> None:
    turn.note("my-orders-only-a-cart")


def say_cannot_cancel(turn: Turn) -> None:
    order = order_to_cancel(turn)
    if order is None:
        turn.note("my-orders-nothing-to-cancel")
        return
    noted(turn).shown = order.code
    packed = order.status in {OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY}
    turn.note("errors-order-packed" if packed else "errors-order-ended", order_code=order.code)


def _named_orders(turn: Turn) -> list[Order]:
    """Those of a button, which names one code or more. Raises Refusal `order-unknown`."""
    found = [find_order(turn.session, code, turn.customer.id) for code in turn.arg.split("+")]
    if None in found:
        raise Refusal("order-unknown")
    return [order for order in found if order is not None]


def all_are_theirs(turn: Turn) -> bool:
    codes = turn.arg.split("+")
    return all(find_order(turn.session, code, turn.customer.id) is not None for code in codes)


def cancel_it(turn: Turn) -> None:
    """Cancel with the exact refund, and say so; of several all or none. Raises what `cancel_order` raises."""
    orders, sums = _named_orders(turn), Sums()
    with turn.session.begin_nested():
        for order in sorted(orders, key=lambda order: order.id):
            speak_in_chat(turn.session, order)
            sums += cancel_order(turn.session, order.id, reason="customer", actor=turn.actor, now=turn.now).sums
    turn.begin_anew()
    memory = noted(turn)
    memory.shown, memory.also = orders[0].code, tuple(order.code for order in orders[1:])
    memory.refund = sums.text


def _codes(turn: Turn) -> tuple[str, ...]:
    return noted(turn).shown, *noted(turn).also


def _several(codes: tuple[str, ...]) -> str:
    return "yes" if len(codes) > 1 else "no"


def ask_cancelling(turn: Turn) -> OutgoingMessage:
    view = shown_order(turn)
    assert view is not None
    codes = _codes(turn)
    orders = [order for order in their_orders(turn) if order.code in codes]
    money = money_of_orders(turn.session, [order.id for order in orders])
    here = sum((each.here for each in money.values()), Sums()) if len(codes) > 1 else view.payment.money.here
    paid, several = "yes" if here else "no", _several(codes)
    body = turn.say("my-orders-really-cancel", code=", ".join(codes), paid=paid, refund=here.text, several=several)
    buttons = (
        turn.button("my-orders-yes-cancel-button", "cancels_order", "+".join(codes)),
        turn.button("my-orders-keep-button", "opens_order", view.order.code)
        if len(codes) == 1
        else turn.button("my-orders-keep-button", "wants_orders"),
    )
    return Buttons(body, buttons)


def hear_cancelling(turn: Turn, said: Sentence) -> Heard | None:
    """Assent cancels; the bare command, which may have come twice, asks again; any plain refusal keeps the order."""
    codes = _codes(turn)
    beside = {"command.cancel", "thing"} if said.has("command.cancel") and said.has("do.it") else {"command.cancel"}
    if said.is_only(ASSENT, beside, calm=POLITE) or agrees_in_another_language(said.typed):
        return Heard("cancels_order", "+".join(codes))
    if said.is_only({"deny"}, ASSENT | CANCELLING | {"forgives", "thing"}) or _leaves_it(turn, said):
        return Heard("opens_order", codes[0]) if len(codes) == 1 else Heard("wants_orders")
    return None


def _leaves_it(turn: Turn, said: Sentence) -> bool:
    """`no leave it as it is`, `oops wrong chat`, `no no I was just asking`, `ok bye`: nothing in it wants an end, and
    to keep an order costs nothing. It is said so, because who takes leave may think that it is cancelled."""
    wants = any(span.means({"want"}) and not span.means({"optout.around"}) for span in said.spans)
    if wants or said.has("command.cancel", "stop.mark", "stop.condition"):
        return False
    line = turn.said_as_line
    leaves = line.has("leaves") or line.is_only({"deny.no", "keep"}, ASSENT | {"keep", "back", "forgives", "thing"})
    friendly = not said.has("do.it") and line.is_only({"courtesy.praise", "courtesy.end", "thanks"}, ASSENT)
    if leaves or friendly:
        turn.note("my-orders-stands")
    return leaves or friendly


def hear_of_cancelling(turn: Turn) -> Heard | None:
    """That nothing shall be cancelled, or whether it could be: said, and the order shown with its button."""
    said = turn.said
    if turn.step == Step.CANCELLING:
        return _hear_at_the_question(turn)
    if not said.has("command.cancel"):
        return None
    if turn.meaning.intent is Intent.CANCEL or turn.meaning.items or said.has("complaint.goods", "complaint.money"):
        return None
    asks, denies = said.has("stop.question", "stop.mark", "stop.condition"), said.has("deny")
    order = (_spoken_of(turn) or live_order(turn)) if asks or denies else None
    if order is None:
        return None
    is_done = turn.said_as_line.has("supposes.done")
    turn.note("answers-cancelling" if asks and not is_done else "my-orders-stands")
    is_held = turn.script == "ordering" and turn.step in HELD
    return Heard("greets") if is_held else Heard("opens_order", order.code)


def _hear_at_the_question(turn: Turn) -> Heard | None:
    """`did you cancel?` is told that nothing is cancelled; `how do I cancel?` has the button under its eyes."""
    line = turn.said_as_line
    if line.has("supposes.done"):
        turn.note("my-orders-stands")
        return Heard("opens_order", _codes(turn)[0])
    return Heard("wants_cancel") if line.has("supposes.word") and not turn.said.has("deny") else None


def ask_cancelled(turn: Turn) -> OutgoingMessage:
    codes, refund = _codes(turn), noted(turn).refund
    body = turn.say(
        "my-orders-cancelled",
        code=", ".join(codes),
        paid="yes" if refund else "no",
        refund=refund,
        several=_several(codes),
    )
    buttons = (
        turn.button("ordering-see-mangoes-button", "wants_menu"),
        turn.button("my-orders-again-button", "repeats", codes[0]),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(body, buttons)


def hear_cancelled(turn: Turn, said: Sentence) -> Heard | None:
    del turn, said
    return None
