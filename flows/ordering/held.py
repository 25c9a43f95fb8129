"""The summary: fruit and slot are kept from here on, and we say until when."""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.messages import Buttons, OutgoingMessage
from core.money import format_rupees
from core.orders.actions import cash_refusal, place_order
from core.orders.lifecycle import OrderStatus
from core.orders.queries import apartment_of, find_order, open_unpaid_order
from core.orders.tables import Order
from core.orders.telling import speak_in_chat
from core.payments.lifecycle import LinkKind
from core.payments.locks import live_link_of
from core.reading.sentence import ASSENT, Sentence
from core.views.orders import OrderView, order_view
from core.wording import pick
from flows.engine import Heard
from flows.ordering.changes import hear_changes
from flows.ordering.cheaper import cheaper_button
from flows.ordering.memory import noted
from flows.ordering.said import kept
from flows.phrases import phrase_clock, phrase_fee, phrase_lines, phrase_values, slot_title
from flows.standing import ask_about_parked
from flows.turn import Turn

CASH_REFUSED = {"cod-cap", "unpaid-too-often"}
WAYS_TO_PAY = (("cash", "pays_cash"), ("online", "pays_online"))
PAYING = ASSENT | {"want.want", "command.pay", "thing"}
# What goes on without saying how it is paid: `ok`, `send link`, `done`, `order confirm karo`.
CONFIRMING = ASSENT | {"command.pay", "command.checkout"}


def order_is_held(turn: Turn) -> bool:
    """Whether this chat's order still waits for its payment."""
    return noted(turn).order is not None


def link_is_out(turn: Turn) -> bool:
    order_id = noted(turn).order
    link = live_link_of(turn.session, order_id) if order_id is not None else None
    return link is not None and link.kind is LinkKind.LINK


def order_is_this_one(turn: Turn) -> bool:
    """Whether a button speaks of the customer's one unpaid order, not of an earlier one (fault F25)."""
    order = _unpaid_order(turn)
    return order is not None and order.code == turn.arg


def take_up_the_open_order(turn: Turn) -> None:
    """The order may have been placed on the web: this chat goes on with it."""
    order = _unpaid_order(turn)
    if order is not None:
        noted(turn).order, noted(turn).order_code = order.id, order.code
        speak_in_chat(turn.session, order)


def _unpaid_order(turn: Turn) -> Order | None:
    """Looked up once a turn."""
    if "unpaid_order" not in turn.scratch:
        turn.scratch["unpaid_order"] = open_unpaid_order(turn.session, turn.customer.id)
    order: Order | None = turn.scratch["unpaid_order"]
    return order


def order_has_moved_on(turn: Turn) -> bool:
    """Whether the button's order is theirs and worth showing; one replaced before it was paid is not."""
    order = find_order(turn.session, turn.arg, turn.customer.id)
    return order is not None and order.end_reason != "changed"


def hold_everything(turn: Turn) -> None:
    """Keep all fruit and the place. Raises what `place_order` raises, and then nothing is kept."""
    order = place_order(turn.session, turn.customer.cart, turn.now, actor=turn.customer.actor)
    noted(turn).order, noted(turn).order_code = order.id, order.code
    turn.scratch.pop("unpaid_order", None)


def hold_and_name_it(turn: Turn) -> None:
    """The same, when the way to pay was tapped already. Raises what `place_order` raises."""
    hold_everything(turn)
    turn.arg = noted(turn).order_code


def pays_cash_at_once(turn: Turn) -> bool:
    return turn.scratch.get("pays_at_once") == "cash"


def pays_online_at_once(turn: Turn) -> bool:
    return turn.scratch.get("pays_at_once") == "online"


def no_order_is_held(turn: Turn) -> bool:
    return held_view(turn) is None


def held_view(turn: Turn) -> OrderView | None:
    """This chat's order while it waits for its payment, looked up once for its question."""
    order_id = noted(turn).order
    if order_id and turn.scratch.get("held_order") != order_id:
        turn.scratch["held_order"], turn.scratch["held_view"] = order_id, order_view(turn.session, order_id)
    view: OrderView | None = turn.scratch["held_view"] if order_id else None
    return view if view is not None and view.order.status is OrderStatus.AWAITING_PAYMENT else None


def ask_summary(turn: Turn) -> OutgoingMessage:
    view = held_view(turn)
    assert view is not None
    if view.payment.money.parked:
        return ask_about_parked(turn, view)
    code = view.order.code
    refusal = cash_refusal(turn.session, view.order.id)
    ways = {
        "online": turn.button("ordering-pay-online-button", "pays_online", code),
        "cash": turn.button("ordering-pay-cash-button", "pays_cash", code),
    }
    body = summary_body(turn, view)
    if refusal is not None and refusal.code in CASH_REFUSED:
        del ways["cash"]
        if turn.scratch.get("refused") != refusal.code:  # said above already
            why = turn.say(f"errors-{refusal.code}", **phrase_values(turn.language, refusal.values))
            body = f"{body}\n\n{why}"
    said_first = sorted(ways, key=lambda way: way != kept(turn).said.payment)
    cheaper = cheaper_button(turn)
    if cheaper is not None:
        body = f"{body}\n\n{cheaper.why}"
    last = cheaper.button if cheaper else turn.button("ordering-change-something-button", "wants_changes")
    return Buttons(fit_body(body), (*(ways[way] for way in said_first), last))


def summary_body(turn: Turn, view: OrderView) -> str:
    order, language = view.order, turn.language
    words = turn.say(
        "ordering-summary",
        lines=phrase_lines(language, view.items),
        home=plain(str(order.address["line"])),
        apartment=pick(apartment_of(order), language),
        slot=slot_title(language, view.starts_at, view.ends_at, turn.now),
        fee=phrase_fee(language, order.delivery_fee_paise),
        total=format_rupees(order.total_paise),
        noted="yes" if order.note else "no",
        note=plain(order.note) if order.note else "",
        until=phrase_clock(language, order.promised_until),
    )
    return fit_body(words)


def hear_summary(turn: Turn, said: Sentence) -> Heard | None:
    """A way to pay, or what shall be otherwise, in the words of the buttons; plain assent is answered with the question
    which."""
    heard = hear_payment(turn, said) or hear_changes(turn, said)
    return heard or (Heard("asks_how_to_pay") if said.is_only(CONFIRMING) else None)


def hear_payment(turn: Turn, said: Sentence) -> Heard | None:
    """`cash`, `COD please`, `UPI`, `pay online` typed instead of tapped, when the sentence is nothing else: `the cash`
    and `cash with me` only speak of it."""
    code = noted(turn).order_code
    ways = [trigger for way, trigger in WAYS_TO_PAY if said.is_only({f"pay.{way}"}, PAYING)]
    return Heard(ways[0], code) if ways else None


def ask_how_to_pay(turn: Turn) -> None:
    turn.note("ordering-cash-or-online" if may_pay_cash(turn) else "ordering-online-only")


def may_pay_cash(turn: Turn) -> bool:
    """Whether the order that is kept may be paid at the door; an order that is not kept yet is not judged."""
    order_id = noted(turn).order
    refusal = cash_refusal(turn.session, order_id) if order_id is not None else None
    return refusal is None or refusal.code not in CASH_REFUSED
