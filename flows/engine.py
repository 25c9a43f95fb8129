"""How a conversation is declared: a script is a table of transitions, and each of its steps asks a question.

A `Transition` reads as a sentence: on this trigger, at that step, we go there, only if …, doing …. All moves of a chat
are lines of a table: those that somebody's words or taps cause, and those that something else does (`Happening`).
A `Question` is a step's two sides: `ask_<step>(turn)` words the one message that we send there, and
`hear_<step>(turn, said)` says what a typed sentence means there (None: not understood).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from transitions import Machine

from core.errors import Fault

if TYPE_CHECKING:
    from bot.messages import OutgoingMessage
    from core.reading.sentence import Sentence
    from flows.turn import Turn

ANY = "*"  # a line that is valid at every step
STAY = "="  # a line that leaves the step as it is
MOST_ARRIVALS = 10


class Happening(str):
    """A trigger that nobody says: no button and no word causes it."""

    __slots__ = ()


# The chat has come to a step and is about to ask: what must be so for its question, and where it goes when it is not.
ARRIVES = Happening("arrives")


def refused(code: str) -> Happening:
    """The shop declined what was wished, see `core.errors.Refusal`."""
    return Happening(f"refused {code}")


class Heard(NamedTuple):
    """What somebody meant: a trigger of the script and its argument, such as an id."""

    trigger: str
    arg: str = ""


Guard: TypeAlias = "Callable[[Turn], bool]"
Deed: TypeAlias = "Callable[[Turn], None]"


@dataclass(frozen=True)
class Transition:
    """One line of a script. Lines of one trigger are tried from the top; the first whose guard agrees is taken.

    A guard only looks; what changes is the deed's. `then` goes on at once with another trigger, as if it had been
    said. A button of a `once` line acts once. When the shop refuses the deed of a line that `stays`, the chat stays
    where it is, else it goes where the line of that refusal leads.
    """

    trigger: str
    at: str | tuple[str, ...]
    to: str
    only_if: Guard | None = None
    doing: Deed | None = None
    then: str | None = None
    once: bool = False
    stays: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        return self.at if isinstance(self.at, tuple) else (self.at,)


class Question(NamedTuple):
    """What a step asks, and how it hears the answer."""

    step: str
    ask: Callable[[Turn], OutgoingMessage]
    hear: Callable[[Turn, Sentence], Heard | None]


class Script:
    """One conversation: its table, the questions of its steps, and one machine for all chats.

    Raises Fault, when it is built, for a step without a question of its own, a line that leads from or to no step, a
    step that no line leads to, a guard or deed without a name, and lines of arrival that form a circle.
    """

    def __init__(
        self, name: str, steps: type[StrEnum], questions: Sequence[Question], lines: Sequence[Transition]
    ) -> None:
        self.name = name
        self.steps = tuple(step.value for step in steps)
        self.lines = tuple(lines)
        self._questions = {str(question.step): question for question in questions}
        problems = [*_of_steps(self.steps, questions, self.lines), *_of_lines(self.steps, self.lines)]
        problems += _of_arrivals(self.lines)
        if problems:
            raise Fault(f"The script {name!r} cannot be played: " + "; ".join(problems))
        self.machine = Machine(
            model=None,
            states=list(self.steps),
            initial=None,
            transitions=[_for_the_machine(line) for line in self.lines],
            auto_transitions=False,
            model_attribute="step",
        )

    @property
    def triggers(self) -> frozenset[str]:
        """All that somebody may say or tap."""
        return frozenset(line.trigger for line in self.lines if not isinstance(line.trigger, Happening))

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
        return self.knows(trigger, turn.step) and bool(self.machine.events[trigger].trigger(turn, turn))

    def settle(self, turn: Turn) -> None:
        """Follow the lines of arrival until the turn's step can ask. Raises Fault for lines that never come to rest."""
        for _ in range(MOST_ARRIVALS):
            if not self.fire(turn, ARRIVES):
                return
        raise Fault(f"The lines of arrival at {turn.step!r} never come to rest.")

    def ask(self, turn: Turn) -> OutgoingMessage:
        """The one message that the turn's step sends."""
        return self._questions[turn.step].ask(turn)

    def hear(self, turn: Turn, said: Sentence) -> Heard | None:
        """What a typed sentence means at the turn's step."""
        return self._questions[turn.step].hear(turn, said)


def _for_the_machine(line: Transition) -> dict[str, Any]:
    return {
        "trigger": line.trigger,
        "source": ANY if line.at == ANY else [str(step) for step in line.sources],
        "dest": str(line.to),
        "conditions": line.only_if,
        "before": [line.doing] if line.doing else [],
        "after": [_go_on_with(line.then)],
    }


def _go_on_with(trigger: str | None) -> Deed:
    def note(turn: Turn) -> None:
        turn.then = trigger

    return note


def _of_steps(steps: Sequence[str], questions: Sequence[Question], lines: Sequence[Transition]) -> Iterable[str]:
    asked = [str(question.step) for question in questions]
    yield from (f"step {step} has {asked.count(step)} questions" for step in steps if asked.count(step) != 1)
    yield from (f"{step} has a question and is no step" for step in asked if step not in steps)
    arrivals = {str(line.to) for line in lines} | {steps[0]}
    yield from (f"no line leads to {step}" for step in steps if step not in arrivals)


def _of_lines(steps: Sequence[str], lines: Sequence[Transition]) -> Iterable[str]:
    for line in lines:
        yield from (
            f"{line.trigger} begins at {at}, which is no step" for at in line.sources if at not in (*steps, ANY)
        )
        if line.to not in (*steps, STAY):
            yield f"{line.trigger} leads to {line.to}, which is no step"
        for function in filter(None, (line.only_if, line.doing)):
            if not getattr(function, "__name__", "<").isidentifier():
                yield f"{line.trigger} has a guard or deed without a name"


def _of_arrivals(lines: Sequence[Transition]) -> Iterable[str]:
    """A chat that is sent on from step to step must come to one that asks."""
    onwards: dict[str, set[str]] = {}
    for line in lines:
        if line.trigger == ARRIVES and line.to != STAY:
            for step in line.sources:
                onwards.setdefault(str(step), set()).add(str(line.to))
    try:
        TopologicalSorter(onwards).prepare()
    except CycleError as error:
        yield f"lines of arrival form a circle: {' → '.join(error.args[1])}"
