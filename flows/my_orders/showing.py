"""The list of orders, and how one order stands."""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Section
from core.delivery.telling import on_the_way
from core.money import format_rupees
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import apartment_of, find_order
from core.orders.revising import CHANGEABLE
from core.orders.tables import Order
from core.reading.sentence import Sentence
from core.slots.queries import windows_of
from core.views.orders import OrderView
from core.wording import pick
from flows.engine import Heard
from flows.my_orders.paying import hear_way_to_pay
from flows.my_orders.theirs import SHOWN_ORDERS, live_order, money_of_them, noted, shown_order, their_orders
from flows.phrases import phrase_clock, phrase_fee, phrase_lines, phrase_slot
from flows.standing import OVER, WAITS, shown_status
from flows.turn import Turn

GAVE_UP = frozenset({OrderStatus.CANCELLED, OrderStatus.EXPIRED})


def has_one_order(turn: Turn) -> bool:
    return len(their_orders(turn)) == 1


def order_is_theirs(turn: Turn) -> bool:
    return find_order(turn.session, turn.arg, turn.customer.id) is not None


def has_live_order(turn: Turn) -> bool:
    return live_order(turn) is not None


def note_the_only_order(turn: Turn) -> None:
    noted(turn).shown = their_orders(turn)[0].code


def note_the_order(turn: Turn) -> None:
    noted(turn).shown = turn.arg


def note_the_live_order(turn: Turn) -> None:
    order = live_order(turn)
    noted(turn).shown = order.code if order else ""


def nothing_is_shown(turn: Turn) -> bool:
    return shown_order(turn) is None


def ask_orders(turn: Turn) -> OutgoingMessage:
    orders = their_orders(turn)
    if not orders:
        see = turn.button("ordering-see-mangoes-button", "wants_menu")
        return Buttons(turn.say("my-orders-none"), (see,))
    days, money = _days(turn, orders), money_of_them(turn)
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
    return next(
        (Heard("opens_order", order.code) for order in their_orders(turn) if order.code.casefold() == typed), None
    )


def ask_order(turn: Turn) -> OutgoingMessage:
    view = shown_order(turn)
    assert view is not None
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
        due=format_rupees(order.due_paise),
        prepaid=format_rupees(order.prepaid_paise),
        method=_phrase_method(order),
        home=plain(str(order.address["line"])),
        apartment=pick(apartment_of(order), turn.language),
        fee=phrase_fee(turn.language, order.delivery_fee_paise),
        noted="yes" if order.note else "no",
        note=plain(order.note) if order.note else "",
    )
    if way := say_the_way(turn, order):
        words += f"\n{way}"
    parked = view.payment.money.parked
    if parked and shown_status(order, view.payment.money) not in {WAITS, OVER}:
        words += "\n" + (turn.say("my-orders-money-owed", owed=parked.text) if order.status in GAVE_UP
                         else turn.say("my-orders-parked", parked=parked.text))  # fmt: skip
    return fit_body(words)


def say_the_way(turn: Turn, order: Order) -> str:
    """Who brings it just now, how many stops are before theirs, and the digits to say; empty for any other order."""
    way = on_the_way(turn.session, order.id) if order.status is OrderStatus.OUT_FOR_DELIVERY else None
    if way is None:
        return ""
    return turn.say("my-orders-way", rider=plain(way.rider), stops=way.before, has_code="yes" if way.code else "no",
                    code=way.code)  # fmt: skip


def _phrase_method(order: Order) -> str:
    if order.prepaid_paise and order.due_paise:
        return "part"
    return order.payment_method.value if order.payment_method else "none"


def order_buttons(turn: Turn, view: OrderView) -> tuple[Button, ...]:
    order, status = view.order, shown_status(view.order, view.payment.money)
    if status in {WAITS, OVER}:
        label = "my-orders-cancel-button" if status == WAITS else "my-orders-money-back-button"
        human = turn.button("ordering-human-button", "wants_human")
        return (turn.button(label, "wants_cancel", order.code), human)
    if order.status is OrderStatus.DELIVERY_FAILED:
        first = (turn.button("notices-bring-again-button", "brings_again", order.code),)
    elif order.status is OrderStatus.AWAITING_PAYMENT:
        first = (turn.button("my-orders-pay-button", "asks_for_link"),)
    else:
        first = (turn.button("my-orders-again-button", "repeats", order.code),)
    if order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL):
        cancel = turn.button("my-orders-cancel-button", "wants_cancel", order.code)
        if order.status in CHANGEABLE:
            return (*first, cancel, turn.button("my-orders-change-button", "wants_order_change", order.code))
        return (*first, cancel)
    human = turn.button("ordering-human-button", "wants_human")
    return (*first, turn.button("ordering-see-mangoes-button", "wants_menu"), human)


def hear_order(turn: Turn, said: Sentence) -> Heard | None:
    """The code of another one, or another way to pay this one."""
    return hear_orders(turn, said) or hear_way_to_pay(turn, said, noted(turn).shown)


def _days(turn: Turn, orders: list[Order]) -> dict[int, str]:
    """When each order comes or came, by slot."""
    windows = windows_of(turn.session, {order.slot_id for order in orders})
    return {slot.slot_id: phrase_slot(turn.language, slot.starts_at, slot.ends_at, turn.now) for slot in windows}
