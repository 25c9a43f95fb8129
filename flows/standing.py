"""How an order stands with its money, in a word for the catalogues, and the message of one whose money is parked."""

from __future__ import annotations

from bot.fitting import fit_body
from bot.messages import Buttons
from core.orders.lapsing import EndReason
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order
from core.payments.money_here import OrderMoney
from core.views.orders import OrderView
from flows.turn import Turn

WAITS = "money_here"
OVER = "money_here_over"


def shown_status(order: Order, money: OrderMoney) -> str:
    """The order's status, unless money or its lack of a link makes that word untrue."""
    if order.status is OrderStatus.AWAITING_PAYMENT and money.parked:
        return WAITS
    if order.status is OrderStatus.EXPIRED and money.parked:
        return OVER
    if order.status is OrderStatus.EXPIRED and order.end_reason == EndReason.NO_LINK:
        return "no_link"
    return order.status.value


def ask_about_parked(turn: Turn, view: OrderView) -> Buttons:
    """Instead of the question how to pay: the money is here, and a person looks at it."""
    code = view.order.code
    body = turn.say("my-orders-parked-waits", code=code, parked=view.payment.money.parked.text)
    cancel = turn.button("my-orders-cancel-button", "wants_cancel", code)
    return Buttons(fit_body(body), (cancel, turn.button("ordering-human-button", "wants_human")))
