"""Paying: the link and the confirmation come as notices, so a turn that asks for money says nothing itself."""

from __future__ import annotations

from bot.messages import Buttons, LinkButton, OutgoingMessage
from core.db import undone_if_refused
from core.money import format_rupees
from core.orders.actions import cash_refusal
from core.orders.queries import has_due_order
from core.payments.actions import pay_cash, pay_online
from core.payments.locks import live_link_of
from core.payments.money_here import money_of
from core.reading.sentence import ASSENT, Sentence
from core.views.orders import order_view
from flows.engine import Heard
from flows.ordering.held import hear_payment, link_is_out, take_up_the_open_order
from flows.ordering.memory import noted
from flows.phrases import phrase_clock
from flows.turn import Turn


def ask_for_the_money(turn: Turn) -> None:
    """The first time silent, because the link follows; again, the link itself. Raises what `pay_online` raises."""
    take_up_the_open_order(turn)
    link = pay_online(turn.session, noted(turn).order or 0, turn.now, instead=True)
    turn.quiet = turn.waits = not link.short_url


def confirm_for_cash(turn: Turn) -> None:
    """Silent: the confirmation is a notice. Raises Refusal `cod-cap` and what else `pay_cash` raises."""
    take_up_the_open_order(turn)
    with undone_if_refused(turn.session, likely=False):  # the button stands only where cash may be
        pay_cash(turn.session, noted(turn).order or 0, turn.now)
    turn.quiet = True
    turn.begin_anew()


def no_link_is_out(turn: Turn) -> bool:
    return not link_is_out(turn)


def ask_paying(turn: Turn) -> OutgoingMessage:
    order_id, code = noted(turn).order, noted(turn).order_code
    link = live_link_of(turn.session, order_id) if order_id else None
    assert order_id is not None and link is not None
    if not link.short_url:
        cash = turn.button("ordering-pay-cash-button", "pays_cash", code)
        change = turn.button("ordering-change-something-button", "wants_changes")
        buttons = (change,) if cash_refusal(turn.session, order_id) else (cash,)
        return Buttons(turn.say("ordering-link-coming", code=code), buttons)
    view = order_view(turn.session, order_id)
    body = turn.say("ordering-pay-here", code=code, total=format_rupees(link.amount_paise),
                    until=phrase_clock(turn.language, view.order.promised_until))  # fmt: skip
    return LinkButton(body, turn.say("ordering-pay-button"), link.short_url)


def owes_at_the_door(turn: Turn) -> bool:
    """Whether nothing is being ordered, and an order is to be paid at its door."""
    return not _is_ordering(turn) and _owes(turn)


def owes_besides(turn: Turn) -> bool:
    """Whether it is open if an order at its door shall be paid, or the one that is being put together."""
    return _is_ordering(turn) and _owes(turn)


def _is_ordering(turn: Turn) -> bool:
    return noted(turn).order is not None or bool(turn.customer.cart.lines)


def _owes(turn: Turn) -> bool:
    return turn.customer.has_ordered and has_due_order(turn.session, turn.customer.id)


def say_money_is_not_here(turn: Turn) -> None:
    """Had the right sum come, this chat would not stand here any more."""
    order_id = noted(turn).order
    if order_id is None or not money_of(turn.session, order_id).parked:
        turn.note("ordering-not-paid-yet")


def hear_paying(turn: Turn, said: Sentence) -> Heard | None:
    if said.has("paid") and not said.has("deny"):  # it only shows how things stand
        return Heard("says_paid")
    return hear_payment(turn, said) or (Heard("asks_for_link") if said.is_only(ASSENT) else None)
