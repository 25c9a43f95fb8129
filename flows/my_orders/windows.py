"""Another window for an order: those of its zone that have a place, or of the zone that it shall go to."""

from __future__ import annotations

from bot.limits import ROWS
from bot.messages import Buttons, ListMessage, OutgoingMessage, Section
from core.customers.addresses import zone_of_address
from core.orders.tables import Order
from core.reading.sentence import Sentence
from core.slots.queries import open_slots, slot_at_same_time
from core.slots.rules import OpenSlot
from flows.engine import Heard
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.theirs import noted
from flows.ordering.fruit import read_id
from flows.ordering.when import find_fitting, slot_rows
from flows.ordering.windows import MOST_WINDOWS
from flows.turn import Turn

NO_SLOT = -1  # of a made-up button


def other_windows(turn: Turn, order: Order) -> list[OpenSlot]:
    """Those that the order could have instead, looked up once a turn."""
    if "other_windows" not in turn.scratch:
        slots = open_slots(turn.session, zone_it_goes_to(turn, order), limit=MOST_WINDOWS)
        turn.scratch["other_windows"] = [slot for slot in slots if slot.slot_id != order.slot_id]
    windows: list[OpenSlot] = turn.scratch["other_windows"]
    return windows


def zone_it_goes_to(turn: Turn, order: Order) -> int:
    address_id = noted(turn).proposal.address_id
    zone_id = zone_of_address(turn.session, address_id) if address_id else None
    return zone_id or order.zone_id


def other_time_is_needed(turn: Turn) -> bool:
    """Whether the order shall go to a zone that has no window at its time."""
    order = proposed_order(turn)
    if order is None or noted(turn).proposal.slot_id is not None:
        return False
    zone_id = zone_it_goes_to(turn, order)
    return zone_id != order.zone_id and slot_at_same_time(turn.session, order.slot_id, zone_id) is None


def say_other_times(turn: Turn) -> None:
    turn.note("my-orders-other-times-there")


def window_is_gone(turn: Turn) -> bool:
    """Whether the window that was proposed has filled, closed or passed, so that another must be chosen."""
    order, slot_id = proposed_order(turn), noted(turn).proposal.slot_id
    if order is None or slot_id in {None, order.slot_id}:
        return False
    return slot_id not in {slot.slot_id for slot in other_windows(turn, order)}


def forget_the_window(turn: Turn) -> None:
    noted(turn).proposal.slot_id = None


def ask_window(turn: Turn) -> OutgoingMessage:
    order = proposed_order(turn)
    assert order is not None
    windows = other_windows(turn, order)
    fitting = [slot for slot in windows if slot.slot_id in turn.scratch.get("slots", ())]
    shown = (fitting or windows)[: ROWS - 1]
    if not shown:
        buttons = (
            turn.button("my-orders-keep-as-it-is-button", "opens_order", order.code),
            turn.button("ordering-human-button", "wants_human"),
        )
        return Buttons(turn.say("my-orders-no-other-window"), buttons)
    rows = (*slot_rows(turn, shown, "picks_window", f"{order.code}."),
            turn.row(turn.say("my-orders-keep-as-it-is-button"), None, "opens_order", order.code))  # fmt: skip
    body = turn.say("my-orders-which-window", code=order.code)
    return ListMessage(body, turn.say("ordering-slots-list-button"), (Section(rows),))


def hear_window(turn: Turn, said: Sentence) -> Heard | None:
    """A day, a part of it, an hour: one window that fits is proposed, of several only those are shown."""
    order = proposed_order(turn)
    fitting = find_fitting(turn, said, other_windows(turn, order)) if order else None
    if order is None or fitting is None:
        return None
    if len(fitting) == 1:
        return Heard("picks_window", f"{order.code}.{fitting[0].slot_id}")
    return Heard("finds_windows", ",".join(str(slot.slot_id) for slot in fitting[:ROWS]))


def note_the_windows(turn: Turn) -> None:
    turn.scratch["slots"] = {found for part in turn.arg.split(",") if (found := read_id(part))}
    if not turn.scratch["slots"]:
        turn.note("ordering-no-such-window")


def choose_window(turn: Turn) -> None:
    """Of the order that the button names, with the home that was chosen before. Raises `order-unknown`."""
    code, _, slot_id = turn.arg.partition(".")
    proposal = noted(turn).proposal
    if proposal.code != code:
        proposal = begin_proposal(turn, code)
    proposal.slot_id = read_id(slot_id) or NO_SLOT
