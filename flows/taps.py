"""Buttons: whose turn they belong to, and whether they may still act (faults F25 and F26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flows.turn import Turn

NOTICE = "n"  # buttons on notices name their order or chat themselves, so they never grow old
MOST_REMEMBERED = 12
# What the buttons of notices are called where the scripts have another word.
NOTICE_TRIGGERS = {"order_again": "repeats", "my_order": "opens_order", "cancel_order": "wants_cancel"}
# A menu from before such a pause is yesterday's: prices, fruit and slots have changed.
PAUSE = timedelta(hours=6)


@dataclass(frozen=True)
class Tap:
    """A button's id, read: `turn` is None on a notice."""

    id: str
    turn: int | None
    trigger: str
    arg: str


def read_tap(tap_id: str) -> Tap | None:
    """The parts of `<turn>:<trigger>:<arg>`; None for an id that is not ours."""
    turn, first, rest = tap_id.partition(":")
    trigger, second, arg = rest.partition(":")
    if not first or not second or not trigger:
        return None
    if turn == NOTICE:
        return Tap(tap_id, None, NOTICE_TRIGGERS.get(trigger, trigger), arg)
    return Tap(tap_id, int(turn), trigger, arg) if turn.isascii() and turn.isdigit() and len(turn) < 10 else None


def is_old(turn: Turn, tap: Tap) -> bool:
    """Whether the button was sent before the present cart began: an order has been placed or ended since."""
    return tap.turn is not None and not turn.talk.epoch < tap.turn < turn.number


def was_used(turn: Turn, tap: Tap) -> bool:
    return tap.id in turn.talk.used


def remember_used(turn: Turn, tap: Tap) -> None:
    turn.talk.used = (*turn.talk.used, tap.id)[-MOST_REMEMBERED:]
