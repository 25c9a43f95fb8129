"""The scripts that one kind of person can play with us, and which of them a trigger belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core.errors import Fault
from flows.engine import Happening, Heard, Script

if TYPE_CHECKING:
    from bot.messages import OutgoingMessage
    from flows.turn import Turn


class Repertoire:
    """Scripts that lead into one another; a chat that has no place yet begins at the first one's first step.

    Raises Fault, when it is built, for a trigger of two scripts and for a `then` that no script knows.
    """

    def __init__(self, scripts: Sequence[Script]) -> None:
        self._scripts = {script.name: script for script in scripts}
        self._owners: dict[str, Script] = {}
        for script in scripts:
            for trigger in script.triggers:
                owner = self._owners.setdefault(trigger, script)
                if owner is not script:
                    raise Fault(f"The trigger {trigger!r} belongs to {owner.name!r} and to {script.name!r}.")
        lines = [line for script in scripts for line in script.lines]
        unknown = {line.then for line in lines if line.then} - self.triggers
        if unknown:
            raise Fault(f"Lines go on with triggers that no script knows: {sorted(unknown)}.")
        self._once = frozenset(line.trigger for line in lines if line.once)
        self._stays = frozenset(line.trigger for line in lines if line.stays)

    def __iter__(self) -> Iterator[Script]:
        return iter(self._scripts.values())

    @property
    def triggers(self) -> frozenset[str]:
        """All that somebody may say or tap."""
        return frozenset(self._owners)

    def acts_once(self, trigger: str) -> bool:
        """Whether a second tap on the same button must not act again."""
        return trigger in self._once

    def stays(self, trigger: str) -> bool:
        """Whether the chat stays where it is when the shop refuses what this trigger does."""
        return trigger in self._stays

    def script_of(self, turn: Turn) -> Script:
        """The script that the turn stands in."""
        return self._scripts[turn.script]

    def ask(self, turn: Turn) -> OutgoingMessage:
        """The question of the step at which the turn comes to rest."""
        script = self.script_of(turn)
        script.settle(turn)
        return script.ask(turn)

    def place(self, turn: Turn) -> None:
        """A chat without a place, or at one that is no more since the last version, begins at the beginning."""
        script = self._scripts.get(turn.script)
        if script is None or turn.step not in script.steps:
            self._enter(turn, next(iter(self)))

    def fire(self, turn: Turn, heard: Heard) -> bool:
        """Let what was said or tapped take effect in the script that it belongs to, which the turn enters at its first
        step; False when it means nothing where the chat stands, and then nothing has moved.

        Raises Refusal as the line's deed does.
        """
        script = self._owners.get(heard.trigger)
        turn.arg = heard.arg
        return script is not None and self._fire(turn, script, heard.trigger)

    def happen(self, turn: Turn, happening: Happening) -> bool:
        """The same for what nobody says: in the first script that has a line for it."""
        script = next((script for script in self if any(line.trigger == happening for line in script.lines)), None)
        return script is not None and self._fire(turn, script, happening)

    def _fire(self, turn: Turn, script: Script, trigger: str) -> bool:
        before = turn.script, turn.step
        turn.then = None
        if script.name != turn.script:
            self._enter(turn, script)
        if script.fire(turn, trigger):
            return True
        turn.script, turn.step = before
        return False

    def _enter(self, turn: Turn, script: Script) -> None:
        turn.script, turn.step = script.name, script.first_step
