"""What was filled into a form goes on as if it had been typed. One that belongs to the past does nothing."""

from __future__ import annotations

from flows import misses
from flows.engine import Heard
from flows.hearing import hear_the_rest
from flows.ordering.home_form import hear_address
from flows.playing import play
from flows.turn import Turn


def hear_form(turn: Turn, *, more_waiting: bool) -> bool:
    """Let a filled form take effect; False when it gets no answer. One that cannot be read is like any such message."""
    form = turn.inbound.form
    if not (form.fields or form.saved_id):
        return hear_the_rest(turn, more_waiting=more_waiting)
    heard = hear_address(turn) if form.is_address else Heard("says_form")
    misses.understood(turn)
    if heard is not None and play(turn, heard):
        return True
    turn.note("talk-old-menu")
    return play(turn, Heard("greets"))
