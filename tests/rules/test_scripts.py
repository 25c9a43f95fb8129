"""Scripts are checked when they are built, and their diagrams are fresh."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from core.errors import Fault
from core.wording import has_wording, say
from flows.diagram import FOLDER, draw
from flows.engine import ANY, STAY, Line, Script
from flows.refusals import LEADS_TO
from flows.scripts import SCRIPTS

ROOT = Path(__file__).parents[2]
LONGEST_SHORT_QUESTION = 60


class Step(StrEnum):
    DOOR = "door"
    ROOM = "room"


LINES = (
    Line("enters", Step.DOOR, Step.ROOM, only_if="door_is_open", doing="greet", then="looks"),
    Line("enters", Step.DOOR, Step.DOOR),
    Line("looks", ANY, STAY),
)


def module(**changes: object) -> ModuleType:
    """A module with what the script needs."""
    made = ModuleType("house")
    source = """
def ask_door(turn): return "knock"
def hear_door(turn, words): return None
def ask_room(turn): return "sit"
def hear_room(turn, words): return None
def door_is_open(turn): return turn.open
def greet(turn): turn.said = "hello"
"""
    exec(source, made.__dict__)
    for name, value in changes.items():
        if value is None:
            delattr(made, name)
    return made


def turn(*, is_open: bool) -> SimpleNamespace:
    return SimpleNamespace(step="door", open=is_open, said="", then=None)


def test_a_line_is_taken_when_its_guard_agrees_and_its_deed_is_done() -> None:
    script = Script("house", Step, LINES, [module()])
    visitor = turn(is_open=True)
    assert script.fire(visitor, "enters")  # type: ignore[arg-type]
    assert (visitor.step, visitor.said, visitor.then) == ("room", "hello", "looks")


def test_the_next_line_is_tried_when_the_guard_disagrees() -> None:
    script = Script("house", Step, LINES, [module()])
    visitor = turn(is_open=False)
    assert script.fire(visitor, "enters")  # type: ignore[arg-type]
    assert (visitor.step, visitor.said, visitor.then) == ("door", "", None)


def test_a_trigger_that_is_not_valid_here_does_nothing() -> None:
    script = Script("house", Step, LINES, [module()])
    visitor = turn(is_open=True)
    visitor.step = "room"
    assert not script.fire(visitor, "enters")  # type: ignore[arg-type]
    assert not script.fire(visitor, "to_door")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [("ask_room", "step room has no ask_room"), ("hear_door", "step door has no hear_door"),
     ("door_is_open", "enters needs door_is_open"), ("greet", "enters needs greet")],
)  # fmt: skip
def test_what_is_missing_is_named_at_the_start(missing: str, sentence: str) -> None:
    with pytest.raises(Fault, match=sentence):
        Script("house", Step, LINES, [module(**{missing: None})])


def test_unknown_steps_and_doubled_names_are_refused() -> None:
    with pytest.raises(Fault, match="leads to cellar"):
        Script("house", Step, (*LINES, Line("falls", ANY, "cellar")), [module()])
    with pytest.raises(Fault, match="no line leads to room"):
        Script("house", Step, LINES[1:], [module()])
    with pytest.raises(Fault, match="is defined by"):
        Script("house", Step, LINES, [module(), module()])


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_diagrams_are_fresh(name: str) -> None:
    page = FOLDER / f"{name}.md"
    assert page.read_text(encoding="utf-8") == draw(SCRIPTS[name]), "run: python -m flows.diagram"


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_step_has_its_question_in_a_few_words(name: str) -> None:
    """For who was not understood twice (flows/shorter.py)."""
    questions = {step: f"talk-short-{step}" for step in SCRIPTS[name].steps}
    assert [step for step, key in questions.items() if not has_wording(key)] == []
    assert [step for step, key in questions.items() if len(say("hi", key)) > LONGEST_SHORT_QUESTION] == []


def test_every_refusal_of_the_core_has_wording() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*.py"))
    codes = set(re.findall(r"""Refusal\(\s*["']([a-z-]+)["']""", source))
    assert len(codes) > 20
    assert sorted(code for code in codes if not has_wording(f"errors-{code}")) == []
    assert sorted(code for code in LEADS_TO if not has_wording(f"errors-{code}")) == []


def test_every_wording_that_the_flows_say_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "flows").rglob("*.py"))
    keys = set(re.findall(r'"((?:ordering|my-orders|talk|help|founder|errors|phrase)-[a-z-]+)"', source))
    assert len(keys) > 100
    assert sorted(key for key in keys if not has_wording(key)) == []
