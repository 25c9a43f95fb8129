"""My orders: what was ordered, how one order stands, and cancelling it.

my orders            → list of the last orders
[7KQ3WX · ₹2,440]    → Order 7KQ3WX: confirmed, comes tomorrow, 8–10 am … Cancel order · Order again
[Cancel order]       → Cancel? ₹2,440 goes back … Yes, cancel · Keep it
[Yes, cancel]        → Cancelled. ₹2,440 is on its way back.
"""

from __future__ import annotations

import sys
from enum import StrEnum

from sqlmodel import col, select

from bot.fitting import fit_body, plain
from bot.limits import ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Section
from core.actor import Actor
from core.errors import Refusal
from core.money import format_rupees
from core.orders.addressing import MOVABLE
from core.orders.lifecycle import OrderEvent, OrderStatus, sources_of
from core.orders.money_here import OrderMoney, money_of_orders
from core.orders.queries import OrderView, apartment_of, find_order, order_view, orders_of
from core.orders.tables import Order
from core.payments.actions import cancel_order
from core.reading.sentence import ASSENT, POLITE, Sentence
from core.slots.tables import DeliverySlot
from core.wording import pick
from flows.engine import ANY, STAY, Heard, Line, Script
from flows.phrases import phrase_clock, phrase_fee, phrase_lines, phrase_slot
from flows.standing import OVER, WAITS, shown_status
from flows.turn import Turn

SHOWN_ORDERS = ROWS - 1
CANCELLING = frozenset({"command.cancel", "thing"})
GAVE_UP = frozenset({OrderStatus.CANCELLED, OrderStatus.EXPIRED})
ENDED = frozenset({OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.EXPIRED})


class Step(StrEnum):
    ORDERS = "orders"
    ORDER = "order"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


def has_one_order(turn: Turn) -> bool:
    return len(_orders(turn)) == 1


def order_is_theirs(turn: Turn) -> bool:
    return find_order(turn.session, turn.arg, turn.customer_id) is not None


def has_live_order(turn: Turn) -> bool:
    return _live(turn) is not None


def may_cancel(turn: Turn) -> bool:
    order = _order_to_cancel(turn)
    return order is not None and (order.status in sources_of(OrderEvent.CANCEL) or _waits_for_its_money(turn, order))


def note_the_only_order(turn: Turn) -> None:
    turn.memory["shown"] = _orders(turn)[0].code


def note_the_order(turn: Turn) -> None:
    turn.memory["shown"] = turn.arg


def note_the_live_order(turn: Turn) -> None:
    order = _live(turn)
    turn.memory["shown"] = order.code if order else ""


def note_what_to_cancel(turn: Turn) -> None:
    order = _order_to_cancel(turn)
    turn.memory["shown"] = order.code if order else ""


def say_cannot_cancel(turn: Turn) -> None:
    order = _order_to_cancel(turn)
    if order is None:
        turn.note("my-orders-nothing-to-cancel")
        return
    turn.memory["shown"] = order.code
    packed = order.status in {OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY}
    turn.note("errors-order-packed" if packed else "errors-order-ended", order_code=order.code)


def cancel_it(turn: Turn) -> None:
    """Cancel with the exact refund, and say so. Raises what `cancel_order` raises."""
    order = find_order(turn.session, turn.arg, turn.customer_id)
    if order is None:
        raise Refusal("order-unknown")
    actor = Actor.customer(turn.customer_id)
    outcome = cancel_order(turn.session, order.id, reason="customer", actor=actor, now=turn.now)
    turn.begin_anew()
    turn.memory.update(shown=order.code, refund=outcome.sums.text)


def ask_orders(turn: Turn) -> OutgoingMessage:
    orders = _orders(turn)
    if not orders:
        see = turn.button("ordering-see-mangoes-button", "wants_menu")
        return Buttons(turn.say("my-orders-none"), (see,))
    days, money = _days(turn, orders), _money(turn)
    rows = tuple(
        turn.row(
            f"{order.code} · {format_rupees(order.total_paise)}",
            turn.say("my-orders-line", status=shown_status(order, money[order.id]), day=days[order.slot_id]),
            "opens_order",
            order.code,
        )
        for order in orders[:SHOWN_ORDERS]
    )
    see_row = turn.row(turn.say("ordering-see-mangoes-row"), None, "wants_menu")
    return ListMessage(turn.say("my-orders-list"), turn.say("my-orders-list-button"), (Section((*rows, see_row)),))


def hear_orders(turn: Turn, said: Sentence) -> Heard | None:
    """An order's code, typed."""
    typed = said.typed.strip().casefold()
    return next((Heard("opens_order", order.code) for order in _orders(turn) if order.code.casefold() == typed), None)


def ask_order(turn: Turn) -> OutgoingMessage:
    view = _shown(turn)
    if view is None:
        turn.step = Step.ORDERS
        return ask_orders(turn)
    return Buttons(order_body(turn, view), order_buttons(turn, view))


def order_body(turn: Turn, view: OrderView) -> str:
    order = view.order
    words = turn.say(
        "my-orders-order",
        code=order.code,
        status=turn.say(
            "my-orders-status",
            status=shown_status(order, view.payment.money),
            slot=phrase_slot(turn.language, view.starts_at, view.ends_at, turn.now),
            until=phrase_clock(turn.language, order.promised_until),
            parked=view.payment.money.parked.text,
        ),
        lines=phrase_lines(turn.language, view.items),
        total=format_rupees(order.total_paise),
        method=order.payment_method.value if order.payment_method else "none",
        home=plain(str(order.address["line"])),
        apartment=pick(apartment_of(order), turn.language),
        fee=phrase_fee(turn.language, order.delivery_fee_paise),
        noted="yes" if order.note else "no",
        note=plain(order.note) if order.note else "",
    )
    parked = view.payment.money.parked
    if parked and shown_status(order, view.payment.money) not in {WAITS, OVER}:
        words += "\n" + (turn.say("my-orders-money-owed", owed=parked.text) if order.status in GAVE_UP
                         else turn.say("my-orders-parked", parked=parked.text))  # fmt: skip
    return fit_body(words)


def order_buttons(turn: Turn, view: OrderView) -> tuple[Button, ...]:
    order, status = view.order, shown_status(view.order, view.payment.money)
    if status in {WAITS, OVER}:
        label = "my-orders-cancel-button" if status == WAITS else "my-orders-money-back-button"
        human = turn.button("ordering-human-button", "wants_human")
        return (turn.button(label, "wants_cancel", order.code), human)
    if order.status is OrderStatus.AWAITING_PAYMENT:
        first = (turn.button("my-orders-pay-button", "asks_for_link"),)
    else:
        first = (turn.button("my-orders-again-button", "repeats", order.code),)
    if order.status in sources_of(OrderEvent.CANCEL):
        cancel = turn.button("my-orders-cancel-button", "wants_cancel", order.code)
        if order.status in MOVABLE:
            return (*first, cancel, turn.button("my-orders-move-button", "moves_order", order.code))
        return (*first, cancel)
    human = turn.button("ordering-human-button", "wants_human")
    return (*first, turn.button("ordering-see-mangoes-button", "wants_menu"), human)


def hear_order(turn: Turn, said: Sentence) -> Heard | None:
    return hear_orders(turn, said)


def ask_cancelling(turn: Turn) -> OutgoingMessage:
    view = _shown(turn)
    if view is None:
        turn.step = Step.ORDERS
        return ask_orders(turn)
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
    code = str(turn.memory.get("shown", ""))
    beside = {"command.cancel", "thing"} if said.has("command.cancel") and said.has("do.it") else {"command.cancel"}
    if said.is_only(ASSENT, beside, calm=POLITE):
        return Heard("cancels_order", code)
    return Heard("opens_order", code) if said.is_only({"deny"}, ASSENT | CANCELLING) else None


def ask_cancelled(turn: Turn) -> OutgoingMessage:
    refund = str(turn.memory.get("refund", ""))
    body = turn.say(
        "my-orders-cancelled",
        code=str(turn.memory.get("shown", "")),
        paid="yes" if refund else "no",
        refund=refund,
    )
    buttons = (
        turn.button("ordering-see-mangoes-button", "wants_menu"),
        turn.button("my-orders-again-button", "repeats", turn.memory.get("shown", "")),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(body, buttons)


def hear_cancelled(turn: Turn, said: Sentence) -> Heard | None:
    del turn, said
    return None


def _orders(turn: Turn) -> list[Order]:
    if "orders" not in turn.scratch:
        turn.scratch["orders"] = orders_of(turn.session, turn.customer_id, SHOWN_ORDERS)
    orders: list[Order] = turn.scratch["orders"]
    return orders


def _live(turn: Turn) -> Order | None:
    """The newest order that is not over, or whose money waits for an answer."""
    open_orders = (order for order in _orders(turn) if order.status not in ENDED)
    return next(open_orders, None) or next((each for each in _orders(turn) if _waits_for_its_money(turn, each)), None)


def _money(turn: Turn) -> dict[int, OrderMoney]:
    if "money" not in turn.scratch:
        turn.scratch["money"] = money_of_orders(turn.session, [order.id for order in _orders(turn)])
    money: dict[int, OrderMoney] = turn.scratch["money"]
    return money


def _waits_for_its_money(turn: Turn, order: Order) -> bool:
    return shown_status(order, _money(turn).get(order.id, OrderMoney())) == OVER


def _order_to_cancel(turn: Turn) -> Order | None:
    return find_order(turn.session, turn.arg, turn.customer_id) if turn.arg else _live(turn)


def _shown(turn: Turn) -> OrderView | None:
    code = str(turn.memory.get("shown", ""))
    known = [order for order in turn.scratch.get("orders", []) if order.code == code]
    order = known[0] if known else find_order(turn.session, code, turn.customer_id)
    return order_view(turn.session, order.id) if order else None


def _days(turn: Turn, orders: list[Order]) -> dict[int, str]:
    """When each order comes or came, by slot."""
    wanted = select(DeliverySlot).where(col(DeliverySlot.id).in_({order.slot_id for order in orders}))
    return {slot.id: phrase_slot(turn.language, slot.starts_at, slot.ends_at, turn.now)
            for slot in turn.session.exec(wanted)}  # fmt: skip


LINES = (
    #    on this trigger     at    goes to          only if                   and we…
    Line("wants_orders", ANY, Step.ORDER, only_if="has_one_order", doing="note_the_only_order"),
    Line("wants_orders", ANY, Step.ORDERS),
    Line("opens_order", ANY, Step.ORDER, only_if="order_is_theirs", doing="note_the_order"),
    Line("opens_order", ANY, Step.ORDERS),
    Line("tracks", ANY, Step.ORDER, only_if="has_live_order", doing="note_the_live_order"),
    Line("tracks", ANY, STAY, then="wants_orders"),
    Line("wants_cancel", ANY, Step.CANCELLING, only_if="may_cancel", doing="note_what_to_cancel"),
    Line("wants_cancel", ANY, Step.ORDER, doing="say_cannot_cancel"),
    Line("cancels_order", ANY, Step.CANCELLED, only_if="order_is_theirs", doing="cancel_it", once=True),
)

SCRIPT = Script("my_orders", Step, LINES, (sys.modules[__name__],))
