"""`jamango runs`: windows, riders and cash, from the command line of whoever runs the machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from core.actor import Actor, Role
from core.clock import read_now
from core.db import in_transaction, transaction
from core.delivery.cash import count_cash, work_off
from core.delivery.codes import release_code
from core.delivery.planning import assign, plan_window, unassign
from core.delivery.postponing import postpone_window
from core.delivery.queries import (
    find_run,
    manifest_of,
    open_differences,
    orders_of_window,
    recent_runs,
    stops_of,
    windows_with_orders,
)
from core.errors import Fault
from core.money import format_rupees
from core.orders.actions import pack_order
from core.orders.lifecycle import OrderStatus
from core.orders.queries import find_by_code
from core.settings import get_settings
from core.staff.actions import members

OPERATOR = Actor.system("command-line")


def overview() -> list[str]:
    """Windows with orders, the runs in them, and differences in cash that are not worked off."""
    with transaction() as session:
        now = read_now(session)
        lines = [
            f"window {each.slot_id:>4}  {_when(each.starts_at, each.ends_at)}, {each.zone['en']}: "
            f"{each.orders} orders, {each.unassigned} with no rider{'' if each.is_open else ', closed'}"
            for each in windows_with_orders(session, now)
        ]
        lines += [
            f"run    {run.run_id:>4}  {_when(run.starts_at, run.ends_at)}, {run.rider}, {run.status}: "
            f"{run.left} of {run.stops} stops left, {format_rupees(run.due_paise)} to collect, "
            f"{format_rupees(run.taken_paise)} collected"
            for run in recent_runs(session, now)
        ]
        lines += [
            f"difference {each.id}  {each.rider}, run {each.run_id}: {format_rupees(each.amount_paise)}, "
            f"{format_rupees(each.left_paise)} left"
            for each in open_differences(session)
        ]
    return lines or ["No window has an order to bring."]


def window_lines(slot_id: int) -> list[str]:
    """The orders of a window, those with no rider first."""
    with transaction() as session:
        return [
            f"{each.code}  {each.rider or '(no rider)'}  {each.status}  {each.address.get('apartment', '')}, "
            f"{each.address.get('line', '')}  {format_rupees(each.due_paise)} due"
            for each in orders_of_window(session, slot_id)
        ] or [f"Window {slot_id} has no order to bring."]


def run_lines(run_id: int) -> list[str]:
    """A run's boxes and its stops in order. Raises Fault for one that does not exist."""
    with transaction() as session:
        run = find_run(session, run_id)
        if run is None:
            raise Fault(f"There is no run {run_id}; `jamango runs list` shows them.")
        boxes = [f"{each.boxes:>3} × {each.names['en']}, {each.labels['en']}" for each in manifest_of(session, run_id)]
        stops = [
            f"{stop.place:>3}. {stop.code}  {stop.address.get('apartment', '')}, {stop.address.get('line', '')}  "
            f"{stop.address.get('name', '')}  {format_rupees(stop.due_paise)} due  {stop.status}"
            for stop in stops_of(session, run_id)
        ]
        return [f"Run {run_id}, {run.rider}, {_when(run.starts_at, run.ends_at)}, {run.status}", *boxes, *stops]


def plan(slot_id: int, riders: Sequence[str]) -> list[str]:
    """Share a window out among riders, all of them when none is named."""

    def share(session: Session) -> list[str]:
        known = _riders(session)
        chosen = [_rider_of(known, each) for each in riders] if riders else list(known)
        counts = plan_window(session, slot_id, chosen, actor=OPERATOR, now=read_now(session))
        return [f"{known[rider_id]}: {count} orders" for rider_id, count in counts.items()]

    return in_transaction(share)


def give(codes: Sequence[str], rider: str) -> str:
    """Give single orders to a rider."""

    def put(session: Session) -> str:
        known = _riders(session)
        rider_id = _rider_of(known, rider)
        order_ids = [_order_of(session, code) for code in codes]
        runs = assign(session, order_ids, rider_id, actor=OPERATOR, now=read_now(session))
        return f"{known[rider_id]} has {', '.join(codes)} in run {', '.join(map(str, runs))}."

    return in_transaction(put)


def take_away(code: str) -> str:
    """Take an order out of its run."""
    in_transaction(lambda session: unassign(session, _order_of(session, code), actor=OPERATOR, now=read_now(session)))
    return f"{code} has no rider now."


def pack_window(slot_id: int) -> str:
    """Note that all confirmed orders of a window are packed."""

    def pack(session: Session) -> int:
        orders = [each for each in orders_of_window(session, slot_id) if each.status == OrderStatus.CONFIRMED]
        for order in sorted(orders, key=lambda each: each.order_id):
            pack_order(session, order.order_id, actor=OPERATOR, now=read_now(session))
        return len(orders)

    return f"{in_transaction(pack)} orders are packed."


def count(run_id: int, rupees: float) -> str:
    """Take over a run's cash as it was counted."""
    paise = _paise(rupees)
    difference = in_transaction(
        lambda session: count_cash(session, run_id, paise, actor=OPERATOR, now=read_now(session))
    )
    if not difference:
        return f"{format_rupees(paise)} counted: it is right."
    which = "missing" if difference < 0 else "too much"
    return f"{format_rupees(paise)} counted: {format_rupees(abs(difference))} {which}, open until it is worked off."


def settle(discrepancy_id: int, *, brought: float, borne: float) -> str:
    """Work off a difference."""

    def work(session: Session) -> int:
        return work_off(session, discrepancy_id, settled_paise=_paise(brought), borne_paise=_paise(borne),
                        actor=OPERATOR, now=read_now(session))  # fmt: skip

    left = in_transaction(work)
    return f"{format_rupees(left)} left." if left else "Nothing is left of it."


def postpone(slot_id: int, reason: str) -> str:
    """Ask everybody in a window what shall become of their order."""
    done = in_transaction(
        lambda session: postpone_window(session, slot_id, reason, actor=OPERATOR, now=read_now(session))
    )
    return (
        f"Window {slot_id} is closed. {done.asked} customers were asked, {done.ended} unpaid orders ended, "
        f"{done.runs} runs were taken back."
    )


def release(code: str) -> str:
    """Let an order be handed over without its digits."""
    in_transaction(
        lambda session: release_code(session, _order_of(session, code), actor=OPERATOR, now=read_now(session))
    )
    return f"{code} can be handed over without its code."


def _riders(session: Session) -> dict[int, str]:
    return {each.id: each.name for each in members(session) if each.role is Role.RIDER}


def _rider_of(known: dict[int, str], wanted: str) -> int:
    found = [key for key, name in known.items() if wanted.casefold() in {name.casefold(), str(key)}]
    if len(found) != 1:
        riders = ", ".join(f"{name} ({key})" for key, name in known.items()) or "nobody"
        raise Fault(f"{wanted!r} is not one of the riders: {riders}.")
    return found[0]


def _order_of(session: Session, code: str) -> int:
    order = find_by_code(session, code)
    if order is None:
        raise Fault(f"There is no order {code}.")
    return order.id


def _paise(rupees: float) -> int:
    return round(rupees * 100)


def _when(starts_at: datetime, ends_at: datetime) -> str:
    zone = get_settings().zone
    return f"{starts_at.astimezone(zone):%a %d %b %H:%M}–{ends_at.astimezone(zone):%H:%M}"
