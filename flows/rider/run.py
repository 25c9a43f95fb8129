"""The rider's run, looked up once a turn: which it is, its stops, and the one that comes next."""

from __future__ import annotations

from core.delivery.queries import RunView, StopView, run_of_rider, stops_of
from core.orders.rules import NOTHING_COLLECTED, Collected
from flows.memory import Part
from flows.ordering.fruit import read_id
from flows.turn import Turn

OPEN, PLANNED = "open", "planned"


class RiderMemory(Part):
    """The stop that was shown or asked about last, and the cash that was named for it while its digits are asked."""

    stop_id: int = 0
    cash_paise: int = 0


def noted(turn: Turn) -> RiderMemory:
    return turn.memory.part(RiderMemory)


def current_run(turn: Turn) -> RunView | None:
    if "run" not in turn.scratch:
        turn.scratch["run"] = run_of_rider(turn.session, turn.staff.id)
    run: RunView | None = turn.scratch["run"]
    return run


def stops(turn: Turn) -> list[StopView]:
    """All of the run: those that are done first."""
    if "stops" not in turn.scratch:
        run = current_run(turn)
        turn.scratch["stops"] = stops_of(turn.session, run.run_id) if run else []
    found: list[StopView] = turn.scratch["stops"]
    return found


def left(turn: Turn) -> list[StopView]:
    return [stop for stop in stops(turn) if stop.status == PLANNED]


def look_again(turn: Turn) -> None:
    """After something has changed."""
    turn.scratch.pop("run", None)
    turn.scratch.pop("stops", None)


def has_run(turn: Turn) -> bool:
    return current_run(turn) is not None


def is_under_way(turn: Turn) -> bool:
    run = current_run(turn)
    return run is not None and run.status == OPEN


def has_stop(turn: Turn) -> bool:
    return is_under_way(turn) and bool(left(turn))


def is_done(turn: Turn) -> bool:
    """Whether all stops of a run under way are done."""
    return is_under_way(turn) and not left(turn)


def is_not_under_way(turn: Turn) -> bool:
    return not is_under_way(turn)


def next_stop(turn: Turn) -> StopView:
    """For steps that nobody reaches without one."""
    return left(turn)[0]


def named_stop(turn: Turn) -> int:
    """The stop that a button names before its dot; 0 for none, which no row has."""
    return read_id(turn.arg.partition(".")[0]) or 0


def named_after(turn: Turn) -> str:
    """What a button says behind the dot."""
    return turn.arg.partition(".")[2]


def named_paise(turn: Turn) -> int:
    return read_id(named_after(turn)) or 0


def named_sum(turn: Turn) -> Collected:
    """Cash and UPI of a sum that was typed: `12.50000.70000` is of stop 12."""
    cash, _, upi = named_after(turn).partition(".")
    return Collected(read_id(cash) or 0, read_id(upi) or 0) if named_after(turn) else NOTHING_COLLECTED


def is_shown(turn: Turn) -> bool:
    """Whether the stop that comes next is the one that was shown last, so that a typed sum is about it."""
    return has_stop(turn) and noted(turn).stop_id == next_stop(turn).stop_id
