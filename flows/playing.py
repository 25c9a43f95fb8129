"""Letting what somebody meant take effect, and what it goes on with."""

from __future__ import annotations

from core.errors import Refusal
from flows.engine import Heard
from flows.refusals import take_refusal
from flows.turn import Turn

LONGEST_CHAIN = 12  # a whole line: fruit, home, window, hold, payment


def play(turn: Turn, heard: Heard) -> bool:
    """Let a trigger take effect, and what it goes on with. False when it means nothing where the chat stands."""
    moved = False
    for _ in range(LONGEST_CHAIN):
        try:
            if not turn.repertoire.fire(turn, heard):
                return moved
        except Refusal as refusal:
            take_refusal(turn, refusal, heard.trigger)
            return True
        moved = True
        if turn.then is None:
            return True
        heard = Heard(turn.then, turn.arg)
    return moved
