"""An order that came back: brought again in another window, or taken by somebody else while its rider is out."""

from __future__ import annotations

from bot.limits import ROWS
from bot.messages import Buttons, ListMessage, OutgoingMessage, Section
from core.delivery.coming_back import can_be_left, leave_with
from core.errors import Refusal
from core.orders.actions import reschedule_order
from core.orders.lifecycle import OrderStatus
from core.orders.queries import find_order
from core.orders.tables import Order
from core.reading.sentence import Sentence
from core.slots.queries import open_slots, windows_of
from core.slots.rules import OpenSlot
from flows.commands import hear_command
from flows.engine import Heard
from flows.my_orders.theirs import noted
from flows.ordering.fruit import read_id
from flows.ordering.when import find_fitting, slot_rows
from flows.ordering.windows import MOST_WINDOWS
from flows.phrases import phrase_slot
from flows.turn import Turn


def came_back(turn: Turn, code: str) -> Order | None:
    """Their order of that code, if it waits for their decision."""
    order = find_order(turn.session, code, turn.customer.id) if code else None
    return order if order is not None and order.status is OrderStatus.DELIVERY_FAILED else None


def it_came_back(turn: Turn) -> bool:
    return came_back(turn, turn.arg) is not None


def somebody_may_take_it(turn: Turn) -> bool:
    order = came_back(turn, turn.arg)
    return order is not None and can_be_left(turn.session, order.id)


def it_is_decided(turn: Turn) -> bool:
    return came_back(turn, noted(turn).shown) is None


def note_what_came_back(turn: Turn) -> None:
    noted(turn).shown = turn.arg


def say_the_rider_is_gone(turn: Turn) -> None:
    noted(turn).shown = turn.arg
    turn.note("errors-rider-is-gone", order_code=turn.arg)


def say_it_is_decided(turn: Turn) -> None:
    """The button stood under an order that is brought, cancelled, or coming again by now."""
    turn.note("my-orders-decided")


def ask_anew(turn: Turn) -> OutgoingMessage:
    order = came_back(turn, noted(turn).shown)
    assert order is not None
    windows = windows_for(turn, order)
    fitting = [slot for slot in windows if slot.slot_id in turn.scratch.get("slots", ())]
    shown = (fitting or windows)[: ROWS - 1]
    cancel = turn.button("my-orders-cancel-button", "wants_cancel", order.code)
    if not shown:
        human = turn.button("ordering-human-button", "wants_human")
        return Buttons(turn.say("my-orders-no-window-anew", code=order.code), (human, cancel))
    rows = (*slot_rows(turn, shown, "picks_anew", f"{order.code}."),
            turn.row(turn.say("my-orders-cancel-button"), None, "wants_cancel", order.code))  # fmt: skip
    body = turn.say("my-orders-when-anew", code=order.code)
    return ListMessage(body, turn.say("ordering-slots-list-button"), (Section(rows),))


def windows_for(turn: Turn, order: Order) -> list[OpenSlot]:
    return open_slots(turn.session, order.zone_id, limit=MOST_WINDOWS)


def hear_anew(turn: Turn, said: Sentence) -> Heard | None:
    """A day, a part of it, an hour: the one window that fits, or only those that do."""
    order = came_back(turn, noted(turn).shown)
    fitting = find_fitting(turn, said, windows_for(turn, order)) if order else None
    if order is None or fitting is None:
        return None
    if len(fitting) == 1:
        return Heard("picks_anew", f"{order.code}.{fitting[0].slot_id}")
    return Heard("finds_anew", ",".join(str(slot.slot_id) for slot in fitting[:ROWS]))


def bring_again(turn: Turn) -> None:
    """Raises what `reschedule_order` raises, and `order-unknown`."""
    code, _, slot = turn.arg.partition(".")
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    order = reschedule_order(turn.session, order.id, read_id(slot) or 0, actor=turn.actor, now=turn.now)
    turn.arg = order.code
    window = windows_of(turn.session, {order.slot_id})[0]
    said = phrase_slot(turn.language, window.starts_at, window.ends_at, turn.now)
    turn.note("my-orders-comes-again", code=order.code, slot=said)


def ask_keeper(turn: Turn) -> OutgoingMessage:
    """Who takes it: two that are asked for most, or any words."""
    code = noted(turn).shown
    buttons = tuple(turn.button(f"my-orders-keeper-{who}-button", "names_keeper", f"{code}.{who}")
                    for who in ("neighbour", "security"))  # fmt: skip
    return Buttons(turn.say("my-orders-who-takes-it", code=code), buttons)


def hear_keeper(turn: Turn, said: Sentence) -> Heard | None:
    """Whatever is typed is the answer, but for a command."""
    if not said.typed.strip() or hear_command(said) is not None:
        return None
    return Heard("says_keeper", noted(turn).shown)


def name_keeper(turn: Turn) -> None:
    """As the button says it, in the rider's first language too. Raises what `leave_with` raises."""
    code, _, who = turn.arg.partition(".")
    key = f"my-orders-keeper-{who}-button"
    _leave(turn, code, turn.say(key if who in {"neighbour", "security"} else "my-orders-keeper-neighbour-button"))


def say_keeper(turn: Turn) -> None:
    """Raises what `leave_with` raises."""
    _leave(turn, turn.arg, turn.inbound.text)


def _leave(turn: Turn, code: str, words: str) -> None:
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    with turn.session.begin_nested():
        leave_with(turn.session, order.id, words, actor=turn.actor, now=turn.now)
    turn.arg = order.code
    turn.note("my-orders-left-with", code=order.code)
