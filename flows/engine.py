"""How a conversation is declared: a script is a table of lines, and each of its steps can ask and can hear.

A `Line` reads as a sentence: on this trigger, at that step, we go there, only if …, doing ….
For each step `<step>` the script's modules hold `ask_<step>(turn)`, which words the one message we send on arrival,
and `hear_<step>(turn, said)`, which says what a typed sentence means there (None: not understood).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from transitions import Machine

from core.errors import Fault

if TYPE_CHECKING:
    from bot.messages import OutgoingMessage
    from core.reading.sentence import Sentence
    from flows.turn import Turn

ANY = "*"  # a line that is valid at every step
STAY = "="  # a line that leaves the step as it is


class Heard(NamedTuple):
    """What somebody meant: a trigger of the script and its argument, such as an id."""

    trigger: str
    arg: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a script. Lines of one trigger are tried from the top; the first whose guard agrees is taken.

    `then` goes on at once with another trigger, as if it had been said. A button of a `once` line acts once.
    """

    trigger: str
    at: str | tuple[str, ...]
    to: str
    only_if: str | None = None
    doing: str | None = None
    then: str | None = None
    once: bool = False


class Script:
    """One conversation: its table, what its steps ask and hear, and one machine for all chats.

    Raises Fault, when it is built, for a step that cannot ask or hear, a guard or deed that does not exist,
    a step no line knows, and a name that two modules define.
    """

    def __init__(self, name: str, steps: type[StrEnum], lines: Sequence[Line], modules: Iterable[ModuleType]) -> None:
        self.name = name
        self.steps = tuple(step.value for step in steps)
        self.lines = tuple(lines)
        self._functions = collect_functions(modules)
        problems = find_problems(self.steps, self.lines, self._functions)
        if problems:
            raise Fault(f"The script {name!r} cannot be played: " + "; ".join(problems))
        self.machine = Machine(
            model=None,
            states=list(self.steps),
            initial=None,
            transitions=[self._transition(line) for line in self.lines],
            auto_transitions=False,
            model_attribute="step",
        )

    @property
    def triggers(self) -> frozenset[str]:
        return frozenset(line.trigger for line in self.lines)

    @property
    def first_step(self) -> str:
        return self.steps[0]

    def knows(self, trigger: str, step: str) -> bool:
        """Whether a line for `trigger` is valid at `step`."""
        event = self.machine.events.get(trigger)
        return event is not None and step in event.transitions

    def fire(self, turn: Turn, trigger: str) -> bool:
        """Move the turn along the first line that applies and do its deed; False when none applies.

        A deed that raises Refusal leaves the step as it was.
        """
        turn.step = str(turn.step)  # the library takes an enum's name, not its value
        return self.knows(trigger, turn.step) and bool(self.machine.events[trigger].trigger(turn, turn))

    def ask(self, turn: Turn) -> OutgoingMessage:
        """The one message that the turn's step sends."""
        message: OutgoingMessage = self._functions[f"ask_{turn.step}"](turn)
        return message

    def hear(self, turn: Turn, said: Sentence) -> Heard | None:
        """What a typed sentence means at the turn's step."""
        heard: Heard | None = self._functions[f"hear_{turn.step}"](turn, said)
        return heard

    def _transition(self, line: Line) -> dict[str, Any]:
        return {
            "trigger": line.trigger,
            "source": [str(step) for step in line.at] if isinstance(line.at, tuple) else str(line.at),
            "dest": str(line.to),
            "conditions": self._functions[line.only_if] if line.only_if else None,
            "before": [self._functions[line.doing]] if line.doing else [],
            "after": [_go_on_with(line.then)],
        }


def _go_on_with(trigger: str | None) -> Callable[[Turn], None]:
    def note(turn: Turn) -> None:
        turn.then = trigger

    return note


def collect_functions(modules: Iterable[ModuleType]) -> dict[str, Callable[..., Any]]:
    """Every public function that the modules themselves define, by name. Raises Fault for a name defined twice."""
    found: dict[str, Callable[..., Any]] = {}
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, FunctionType) and value.__module__ == module.__name__ and not name.startswith("_"):
                if name in found:
                    raise Fault(f"{name!r} is defined by {found[name].__module__} and by {module.__name__}.")
                found[name] = value
    return found


def find_problems(steps: Sequence[str], lines: Sequence[Line], functions: dict[str, Callable[..., Any]]) -> list[str]:
    """What is wrong with a script, in plain sentences."""
    problems = [f"step {step} has no {verb}_{step}" for step in steps for verb in ("ask", "hear")
                if f"{verb}_{step}" not in functions]  # fmt: skip
    for line in lines:
        sources = line.at if isinstance(line.at, tuple) else (line.at,)
        problems += [f"{line.trigger} begins at {step}, which is no step" for step in sources
                     if step not in (*steps, ANY)]  # fmt: skip
        if line.to not in (*steps, STAY):
            problems.append(f"{line.trigger} leads to {line.to}, which is no step")
        problems += [f"{line.trigger} needs {name}, which no module defines" for name in (line.only_if, line.doing)
                     if name and name not in functions]  # fmt: skip
    arrivals = {line.to for line in lines} | {steps[0]}
    problems += [f"no line leads to {step}" for step in steps if step not in arrivals]
    return problems
