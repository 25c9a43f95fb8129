"""Riders by chat: a window's orders are shared out among them, and the runs are said."""

from __future__ import annotations

from core.clock import business_day
from core.delivery.planning import plan_window, riders_for_a_run
from core.delivery.queries import RunView, WindowLine, recent_runs, windows_with_orders
from core.money import format_rupees
from core.reading.instructions import Instruction
from core.settings import get_settings
from core.wording import pick
from flows.founder.deeds import Choice, Deed, Kind, Plan
from flows.phrases import phrase_slot
from flows.turn import Turn

MOST_NAMED = 12


def plan_runs(turn: Turn, said: Instruction) -> Plan:
    """Of the window that was said, else of the next one: who would bring it, to be tapped; or the runs as they are."""
    found = _windows(turn, said)
    if not found:
        return Plan(turn.say("founder-nothing-to-bring"))
    ids = tuple(window.slot_id for window in found)
    loose = sum(window.unassigned for window in found)
    if not loose:
        return Plan(_say_runs(turn, "founder-runs", ids))
    free, over = riders_for_a_run(turn.session)
    names = ", ".join(rider.name for rider in over)
    if not free:
        return Plan(turn.say("founder-no-riders", over=len(over), names=names))
    words = turn.say("founder-sure-runs", windows=_say_windows(turn, found), loose=loose,
                     riders=", ".join(rider.name for rider in free), over=len(over), names=names)  # fmt: skip
    return Plan(words, choices=(Choice(turn.say("founder-share-button"), Deed(kind=Kind.SHARE, ids=ids)),))


def share_out(turn: Turn, deed: Deed) -> str:
    """Among all riders who may have a run, as evenly as whole apartments allow. Raises what `plan_window` raises."""
    riders = [rider.rider_id for rider in riders_for_a_run(turn.session)[0]]
    for slot_id in sorted(deed.ids):
        plan_window(turn.session, slot_id, riders, actor=turn.actor, now=turn.now)
    return _say_runs(turn, "founder-shared-out", deed.ids)


def _windows(turn: Turn, said: Instruction) -> list[WindowLine]:
    """Windows that are not over and have something to bring: those that fit what was said, else the soonest."""
    planned = {run.slot_id for run in recent_runs(turn.session, turn.now) if run.left}
    coming = [
        window for window in windows_with_orders(turn.session, turn.now)
        if window.ends_at > turn.now and said.zone in {None, window.zone_id}
        and (window.unassigned or window.slot_id in planned)
    ]  # fmt: skip
    if said.when is None:
        return [window for window in coming if window.starts_at == coming[0].starts_at]
    zone, today = get_settings().zone, business_day(turn.now, get_settings().zone)
    if not said.when.days:
        coming = [window for window in coming if business_day(window.starts_at, zone) == today] or coming
    return [
        window for window in coming
        if said.when.fits(window.starts_at.astimezone(zone), window.ends_at.astimezone(zone))
    ]  # fmt: skip


def _say_windows(turn: Turn, windows: list[WindowLine]) -> str:
    return "\n".join(
        turn.say("founder-window-line", window=phrase_slot(turn.language, each.starts_at, each.ends_at, turn.now),
                 zone=pick(each.zone, turn.language), orders=each.orders)
        for each in windows[:MOST_NAMED]
    )  # fmt: skip


def _say_runs(turn: Turn, key: str, slot_ids: tuple[int, ...]) -> str:
    """A line for each rider: his stops, and what he collects."""
    runs = [run for run in recent_runs(turn.session, turn.now) if run.slot_id in slot_ids and run.stops]
    return turn.say(key, lines="\n".join(_say_run(turn, run) for run in runs[:MOST_NAMED]))


def _say_run(turn: Turn, run: RunView) -> str:
    return turn.say(
        "founder-run-line",
        rider=run.rider,
        window=phrase_slot(turn.language, run.starts_at, run.ends_at, turn.now),
        stops=run.stops,
        done=run.stops - run.left,
        collect=format_rupees(run.due_paise),
    )
