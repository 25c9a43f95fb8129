"""Windows by chat: closed, opened again, and rained out with all orders that they have."""

from __future__ import annotations

from datetime import timedelta

from core.clock import business_day
from core.delivery.postponing import postpone_window
from core.errors import Refusal
from core.payments.clearing import Cause, Cleared, Remedy, clear_windows, orders_affected
from core.reading.instructions import Instruction
from core.settings import get_settings
from core.slots.actions import close_slot, open_slot
from core.undos.actions import note_undo
from core.views.day import WindowLoad, read_windows
from core.wording import has_wording, pick
from flows.founder.deeds import Choice, Deed, Kind, Plan
from flows.phrases import phrase_slot, phrase_values
from flows.turn import Turn

DAYS_AHEAD = 14
IN_CHAT = "chat"
MOST_NAMED = 12


def plan_closing(turn: Turn, said: Instruction) -> Plan:
    found = _windows(turn, said)
    open_ones = [window for window in found if window.is_open]
    if not open_ones:
        return _none(turn, said, found, "founder-closed-already")
    return Plan(deed=Deed(kind=Kind.CLOSE, ids=_ids(open_ones)))


def plan_opening(turn: Turn, said: Instruction) -> Plan:
    found = _windows(turn, said)
    closed = [window for window in found if not window.is_open]
    if not closed:
        return _none(turn, said, found, "founder-open-already")
    return Plan(deed=Deed(kind=Kind.OPEN, ids=_ids(closed)))


def plan_rain(turn: Turn, said: Instruction) -> Plan:
    """Whoever ordered chooses, or is moved, or gets the money back: that is asked, once for all of them."""
    found = _windows(turn, said)
    if not found:
        return _none(turn, said, found, "founder-no-window")
    ids = _ids(found)
    orders = len(orders_affected(turn.session, ids))
    words = turn.say("founder-sure-rain", windows=_say_windows(turn, found), orders=orders)
    if not orders:
        choices = [Choice(turn.say("founder-close-button"), Deed(kind=Kind.CLOSE, ids=ids))]
    else:
        choices = [Choice(turn.say("founder-ask-all-button"), Deed(kind=Kind.POSTPONE, ids=ids))]
        choices += [Choice(turn.say(f"founder-{remedy.value}-all-button"),
                          Deed(kind=Kind.CLEAR, ids=ids, word=remedy.value)) for remedy in Remedy]  # fmt: skip
    return Plan(words, choices=tuple(choices))


def close(turn: Turn, deed: Deed) -> str:
    """No more orders; those that are there stay, and are counted."""
    before = _of(turn, deed.ids)
    orders = sum(close_slot(turn.session, slot_id, IN_CHAT, turn.actor) for slot_id in deed.ids)
    _note_together(turn, before)
    return turn.say("founder-closed", windows=_say_windows(turn, _of(turn, deed.ids)), orders=orders)


def _note_together(turn: Turn, before: list[WindowLoad]) -> None:
    """Several that were closed or opened by one word are taken back by one."""
    if len(before) > 1:
        slots = [{"slot_id": each.slot_id, "open": each.is_open, "reason": each.closed_reason} for each in before]
        note_undo(turn.session, "windows", f"slot:{before[0].slot_id}", {"slots": slots}, actor=turn.actor)


def open_again(turn: Turn, deed: Deed) -> str:
    before = _of(turn, deed.ids)
    for slot_id in deed.ids:
        open_slot(turn.session, slot_id, turn.actor)
    _note_together(turn, before)
    return turn.say("founder-opened", windows=_say_windows(turn, _of(turn, deed.ids)))


def clear(turn: Turn, deed: Deed) -> str:
    """What became of each order: moved or cancelled together, what could not be is named with why."""
    remedy = Remedy(deed.word)
    cleared = clear_windows(turn.session, deed.ids, remedy, cause=Cause.RAIN, actor=turn.actor, now=turn.now)
    words = turn.say("founder-cleared", remedy=deed.word, done=len(cleared.moved) + len(cleared.refunded),
                     refused=len(cleared.refused), left=cleared.left,
                     windows=_say_windows(turn, _of(turn, deed.ids)))  # fmt: skip
    return "\n".join([words, *_say_refused(turn, cleared)])


def ask_everybody(turn: Turn, deed: Deed) -> str:
    """Each customer chooses another window or the money back; runs are taken back, orders on their way too."""
    done = [postpone_window(turn.session, slot_id, Cause.RAIN.value, actor=turn.actor, now=turn.now)
            for slot_id in sorted(deed.ids)]  # fmt: skip
    return turn.say("founder-postponed", asked=sum(each.asked for each in done), ended=sum(each.ended for each in done),
                    runs=sum(each.runs for each in done), windows=_say_windows(turn, _of(turn, deed.ids)))  # fmt: skip


def _say_refused(turn: Turn, cleared: Cleared) -> list[str]:
    return [turn.say("founder-refused-line", code=code, why=say_why(turn, refusal))
            for code, refusal in list(cleared.refused.items())[:MOST_NAMED]]  # fmt: skip


def say_why(turn: Turn, refusal: Refusal) -> str:
    key = f"errors-{refusal.code}"
    return turn.say(key if has_wording(key) else "errors-other", **phrase_values(turn.language, refusal.values))


def _windows(turn: Turn, said: Instruction) -> list[WindowLoad]:
    """Those of the coming two weeks that are not over and fit the time and the zone; none when no time was said."""
    if said.when is None:
        return []
    zone, today = get_settings().zone, business_day(turn.now, get_settings().zone)
    coming = read_windows(turn.session, today, today + timedelta(days=DAYS_AHEAD), said.zone)
    if not said.when.days:
        today_only = [window for window in coming if business_day(window.starts_at, zone) == today]
        coming = today_only or coming
    return [window for window in coming if window.ends_at > turn.now
            and said.when.fits(window.starts_at.astimezone(zone), window.ends_at.astimezone(zone))]  # fmt: skip


def _none(turn: Turn, said: Instruction, found: list[WindowLoad], otherwise: str) -> Plan:
    if said.when is None:
        return Plan(turn.say("founder-which-window"))
    return Plan(turn.say(otherwise if found else "founder-no-window", windows=_say_windows(turn, found)))


def _of(turn: Turn, ids: tuple[int, ...]) -> list[WindowLoad]:
    today = business_day(turn.now, get_settings().zone)
    coming = read_windows(turn.session, today, today + timedelta(days=DAYS_AHEAD))
    return [window for window in coming if window.slot_id in ids]


def _ids(windows: list[WindowLoad]) -> tuple[int, ...]:
    return tuple(window.slot_id for window in windows)


def _say_windows(turn: Turn, windows: list[WindowLoad]) -> str:
    """A line each: when, and in which zone."""
    return "\n".join(
        turn.say("founder-window-line", window=phrase_slot(turn.language, each.starts_at, each.ends_at, turn.now),
                 zone=pick(each.zone, turn.language), orders=each.orders)
        for each in windows[:MOST_NAMED]
    )  # fmt: skip
