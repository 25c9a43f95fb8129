"""Scripts are checked when they are built, and their diagrams are fresh."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import Fault, Refusal
from core.wording import has_wording, say
from flows.diagram import FOLDER, draw
from flows.engine import ANY, ARRIVES, STAY, Heard, Question, Script, Transition, refused
from flows.ordering.script import ORDER_ENDED
from flows.repertoire import Repertoire
from flows.scripts import CUSTOMERS, FOUNDERS
from pages.wording import PAGES

ROOT = Path(__file__).parents[2]
LONGEST_SHORT_QUESTION = 60


class Step(StrEnum):
    DOOR = "door"
    ROOM = "room"
    BED = "bed"


def ask(turn: Any) -> Any:
    return turn.step


def hear(turn: Any, said: Any) -> None:
    del turn, said


def door_is_open(turn: Any) -> bool:
    return bool(turn.open)


def greet(turn: Any) -> None:
    turn.said = "hello"


def refuse(turn: Any) -> None:
    raise Refusal("house-full")


def room_is_full(turn: Any) -> bool:
    return bool(turn.full)


QUESTIONS = tuple(Question(step, ask, hear) for step in Step)
LINES = (
    Transition("enters", Step.DOOR, Step.ROOM, only_if=door_is_open, doing=greet, then="looks"),
    Transition("enters", Step.DOOR, Step.DOOR),
    Transition("looks", ANY, STAY),
    Transition("books", ANY, Step.BED, doing=refuse),
    Transition("insists", ANY, Step.BED, doing=refuse, stays=True),
    Transition(refused("house-full"), ANY, Step.DOOR),
    Transition(ARRIVES, Step.BED, Step.ROOM, only_if=room_is_full),
    Transition(ARRIVES, Step.ROOM, Step.DOOR, only_if=room_is_full),
)


def house(lines: tuple[Transition, ...] = LINES, questions: tuple[Question, ...] = QUESTIONS) -> Script:
    return Script("house", Step, questions, lines)


def visitor(step: str = "door", **changes: Any) -> Any:
    """As much of a turn as the engine moves."""
    standing = {"script": "house", "step": step, "open": True, "full": False, "said": "", "then": None, "arg": ""}
    return SimpleNamespace(**{**standing, **changes})


def test_a_line_is_taken_when_its_guard_agrees_and_its_deed_is_done() -> None:
    turn = visitor()
    assert house().fire(turn, "enters")
    assert (turn.step, turn.said, turn.then) == ("room", "hello", "looks")


def test_the_next_line_is_tried_when_the_guard_disagrees() -> None:
    turn = visitor(open=False)
    assert house().fire(turn, "enters")
    assert (turn.step, turn.said, turn.then) == ("door", "", None)


def test_a_trigger_that_is_not_valid_here_does_nothing() -> None:
    turn = visitor("room")
    assert not house().fire(turn, "enters")
    assert not house().fire(turn, "to_door")


def test_who_arrives_where_nothing_can_be_asked_is_sent_on_until_something_can() -> None:
    sent_on, arrived = visitor("bed", full=True), visitor("bed")
    house().settle(sent_on)
    house().settle(arrived)
    assert (sent_on.step, arrived.step) == ("door", "bed")


def test_lines_of_arrival_that_never_come_to_rest_are_a_fault() -> None:
    endless = house((*LINES, Transition(ARRIVES, Step.DOOR, STAY, only_if=door_is_open)))
    with pytest.raises(Fault, match="never come to rest"):
        endless.settle(visitor())


def test_a_refusal_leads_along_its_own_line_and_a_line_that_stays_stays() -> None:
    houses = Repertoire((house(),))
    turn = visitor("room")
    with pytest.raises(Refusal):
        houses.fire(turn, Heard("books"))
    assert turn.step == "room", "a deed that is refused moves nobody"
    assert not houses.stays("books")
    assert houses.stays("insists")
    assert houses.happen(turn, refused("house-full"))
    assert turn.step == "door"


def test_nobody_says_or_taps_what_only_happens() -> None:
    assert house().triggers == {"enters", "looks", "books", "insists"}
    houses, turn = Repertoire((house(),)), visitor("room", full=True)
    for happening in (ARRIVES, refused("house-full")):
        assert not houses.fire(turn, Heard(str(happening)))
    assert turn.step == "room"
    assert CUSTOMERS.triggers.isdisjoint({str(ARRIVES), str(refused("sold-out")), str(ORDER_ENDED)})


def test_a_place_that_is_no_more_is_the_beginning() -> None:
    houses = Repertoire((house(),))
    for lost in (visitor("cellar"), visitor("room", script="palace")):
        houses.place(lost)
        assert (lost.script, lost.step) == ("house", "door")


SPOILED = {
    "step bed has 0 questions": {"questions": QUESTIONS[:2]},
    "step door has 2 questions": {"questions": (*QUESTIONS, QUESTIONS[0])},
    "leads to cellar": {"lines": (*LINES, Transition("falls", ANY, "cellar"))},
    "begins at cellar": {"lines": (*LINES, Transition("climbs", "cellar", Step.ROOM))},
    "no line leads to room": {"lines": LINES[1:6]},
    "without a name": {"lines": (*LINES, Transition("jumps", ANY, STAY, only_if=lambda turn: True))},
    "form a circle": {"lines": (*LINES, Transition(ARRIVES, Step.DOOR, Step.BED, only_if=room_is_full))},
}


@pytest.mark.parametrize("sentence", SPOILED)
def test_what_is_wrong_with_a_script_is_named_at_the_start(sentence: str) -> None:
    spoiled: dict[str, Any] = SPOILED[sentence]
    with pytest.raises(Fault, match=sentence):
        house(**spoiled)


def test_two_scripts_do_not_share_a_trigger_and_go_on_with_known_ones() -> None:
    with pytest.raises(Fault, match="belongs to 'house' and to 'barn'"):
        Repertoire((house(), Script("barn", Step, QUESTIONS, LINES)))
    with pytest.raises(Fault, match="go on with triggers that no script knows"):
        Repertoire((house((*LINES, Transition("waits", ANY, STAY, then="flies"))),))


@pytest.mark.parametrize("script", [*CUSTOMERS, *FOUNDERS], ids=lambda script: script.name)
def test_the_diagrams_are_fresh(script: Script) -> None:
    page = FOLDER / f"{script.name}.md"
    assert page.read_text(encoding="utf-8") == draw(script), "run: python -m flows.diagram"


@pytest.mark.parametrize("script", list(CUSTOMERS), ids=lambda script: script.name)
def test_every_step_has_its_question_in_a_few_words(script: Script) -> None:
    """For who was not understood twice (flows/shorter.py)."""
    questions = {step: f"talk-short-{step}" for step in script.steps}
    assert [step for step, key in questions.items() if not has_wording(key)] == []
    assert [step for step, key in questions.items() if len(say("hi", key)) > LONGEST_SHORT_QUESTION] == []


def test_every_refusal_of_the_core_has_wording() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*.py"))
    raised = re.findall(r"""Refusal\(\s*["']([a-z-]+)["'](?: if [^)]* else ["']([a-z-]+)["'])?""", source)
    codes = {code for both in raised for code in both if code}
    assert len(codes) > 20
    unworded = {code for code in codes if not has_wording(f"errors-{code}") and not PAGES.has(f"refused-{code}")}
    assert sorted(unworded) == []  # some are met on pages only
    led = {line.trigger.removeprefix("refused ") for script in CUSTOMERS for line in script.lines
           if line.trigger.startswith("refused ")}  # fmt: skip
    assert sorted(led - codes) == [], "a line for a refusal that nobody raises"


def test_every_wording_that_the_flows_say_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "flows").rglob("*.py"))
    keys = set(re.findall(r'"((?:ordering|my-orders|talk|help|founder|errors|phrase)-[a-z-]+)"', source))
    assert len(keys) > 100
    assert sorted(key for key in keys if not has_wording(key)) == []
