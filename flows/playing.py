"""Letting a trigger take effect in whichever script it belongs to."""

from __future__ import annotations

from core.errors import Refusal
from flows.engine import Heard
from flows.refusals import take_refusal
from flows.scripts import SCRIPTS, script_of
from flows.turn import Turn

LONGEST_CHAIN = 5


def play(turn: Turn, heard: Heard) -> bool:
    """Let a trigger take effect, and what it goes on with. False when it means nothing where the chat stands."""
    moved = False
    for _ in range(LONGEST_CHAIN):
        name = script_of(heard.trigger)
        if name is None:
            return moved
        before = turn.script, turn.step
        if name != turn.script:
            turn.script, turn.step = name, SCRIPTS[name].first_step
        turn.arg, turn.then = heard.arg, None
        try:
            fired = SCRIPTS[name].fire(turn, heard.trigger)
        except Refusal as refusal:
            take_refusal(turn, refusal, heard.trigger)
            return True
        if not fired:
            turn.script, turn.step = before
            return moved
        moved = True
        if turn.then is None:
            return True
        heard = Heard(turn.then, turn.arg)
    return moved
