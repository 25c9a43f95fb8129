"""What we know of somebody's orders, said without leading them away: where it is, its bill, its money."""

from __future__ import annotations

from bot.fitting import plain
from core.clock import business_day
from core.formats import format_calendar_day
from core.money import Sums, format_rupees
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order, PaymentMethod
from core.payments.lifecycle import RefundStatus
from core.payments.queries import MoneyBack, money_back_of
from core.payments.rules import refund_expected_by
from core.reading.meaning import Intent
from core.settings import get_settings
from core.views.orders import OrderView, order_view
from flows.facts.fruit import say_sum
from flows.handover import ask_the_founder
from flows.my_orders.showing import say_the_way
from flows.my_orders.theirs import live_order, their_orders
from flows.phrases import phrase_clock, phrase_fee, phrase_lines, phrase_slot
from flows.standing import shown_status
from flows.turn import Turn

SHOWN_REFUNDS = 3
REFUND_WORDS: dict[str, str] = {RefundStatus.PROCESSED: "sent", RefundStatus.FAILED: "failed"}
COMES = frozenset(
    {OrderStatus.CONFIRMED, OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY, OrderStatus.DELIVERY_FAILED}
)
GAVE_UP = frozenset({OrderStatus.CANCELLED, OrderStatus.EXPIRED})


def say_total(turn: Turn) -> str:
    """What an amount that was named would cost, what the cart comes to, or the last order."""
    asked = say_sum(turn)
    if asked:
        return asked
    if turn.customer.cart.lines:
        return turn.say("ordering-cart-total", total=format_rupees(turn.customer.price.total_paise))
    return say_bill(turn) if _billed(turn) else turn.say("ordering-cart-empty")


def say_bill(turn: Turn) -> str:
    """What the newest order came to, with its parts and what is paid of it; else the cart, if anything is in it."""
    order = _billed(turn)
    if order is None:
        return say_total(turn) if turn.customer.cart.lines else turn.say("answers-no-order")
    view = order_view(turn.session, order.id)
    return turn.say(
        "answers-bill",
        code=order.code,
        lines=phrase_lines(turn.language, view.items),
        discounted="yes" if order.discount_paise else "no",
        discount=format_rupees(order.discount_paise),
        fee=phrase_fee(turn.language, order.delivery_fee_paise),
        total=format_rupees(order.total_paise),
        money=_how_paid(view),
        prepaid=format_rupees(order.prepaid_paise),
        due=format_rupees(order.due_paise),
    )


def _billed(turn: Turn) -> Order | None:
    """The newest order that is settled; else the one that waits to be paid."""
    kept = [order for order in their_orders(turn) if order.status not in GAVE_UP]
    return next((order for order in kept if order.status is not OrderStatus.AWAITING_PAYMENT), next(iter(kept), None))


def _how_paid(view: OrderView) -> str:
    order = view.order
    if order.prepaid_paise and order.due_paise:
        return "part_done" if order.status is OrderStatus.DELIVERED else "part"
    if order.payment_method is PaymentMethod.COD:
        return "at_the_door" if order.status is OrderStatus.DELIVERED else "due_at_the_door"
    return "online" if view.payment.paid_paise else "open"


def say_where_it_is(turn: Turn) -> str:
    """How the order that is on its way stands; nothing else is shown, so that nobody loses their place."""
    order = next((order for order in their_orders(turn) if order.status in COMES), None) or live_order(turn)
    if order is None:
        return turn.say("answers-no-order-coming")
    view = order_view(turn.session, order.id)
    status = turn.say(
        "my-orders-status",
        status=shown_status(order, view.payment.money),
        slot=phrase_slot(turn.language, view.starts_at, view.ends_at, turn.now),
        until=phrase_clock(turn.language, order.promised_until),
        parked=view.payment.money.parked.text,
    )
    said = turn.say("answers-track", code=order.code, status=status)
    return "\n".join(filter(None, (said, say_the_way(turn, order))))


def say_money_back(turn: Turn) -> str:
    """Each refund with its amount, since when, and until when banks take; without one a person looks."""
    refunds = money_back_of(turn.session, turn.customer.id, limit=SHOWN_REFUNDS)
    if refunds:
        return "\n".join(_money_back_line(turn, refund) for refund in refunds)
    if not turn.customer.has_ordered:
        return turn.say("answers-no-order")
    ask_the_founder(turn)
    return turn.say("answers-refund-none")


def knows_of_money_back(turn: Turn) -> bool:
    """Whether the books can answer where somebody's money is: a refund is there, or they only ask."""
    asks = Intent.ASK in turn.meaning.intents or turn.said.has("stop.question", "stop.mark", "ask", "command.track")
    return asks or bool(money_back_of(turn.session, turn.customer.id, limit=1))


def _money_back_line(turn: Turn, refund: MoneyBack) -> str:
    zone = get_settings().zone
    begun = business_day(refund.begun_at, zone)
    finished = business_day(refund.finished_at, zone) if refund.finished_at else begun
    return turn.say(
        "answers-refund",
        amount=Sums.of([(refund.currency, refund.amount)]).text,
        code=refund.code,
        status=REFUND_WORDS.get(refund.status, "going"),
        since=format_calendar_day(turn.language, begun),
        sent=format_calendar_day(turn.language, finished),
        by=format_calendar_day(turn.language, refund_expected_by(begun)),
        referred="yes" if refund.bank_reference else "no",
        reference=plain(refund.bank_reference) if refund.bank_reference else "",
    )
