"""kill -9 between any two steps of any story changes nothing but the time (faults F32 to F41 and F44)."""

from __future__ import annotations

import signal
from collections.abc import Collection, Mapping
from itertools import zip_longest

import pytest
from _pytest.mark import ParameterSet

from core.checkpoints import Checkpoint
from tests.crash.flows import BY_CHANCE, NOTHING_IS_WITH_META, STAGES, Flow
from tests.crash.theatre import Theatre

ALL = [(flow, stage, point) for flow, stages in STAGES.items() for stage in stages for point in sorted(stages[stage])]


def one_for_each_point() -> dict[Flow, dict[str, list[Checkpoint]]]:
    """The last stage of the first flow that passes a point: by then there is much to lose."""
    chosen: dict[Checkpoint, tuple[Flow, str]] = {}
    for flow, stage, point in ALL:
        if point not in chosen or chosen[point][0] is flow:
            chosen[point] = (flow, stage)
    lit: dict[Flow, dict[str, list[Checkpoint]]] = {}
    for point, (flow, stage) in chosen.items():
        lit.setdefault(flow, {}).setdefault(stage, []).append(point)
    return lit


def each_alone() -> list[tuple[Flow, dict[str, list[Checkpoint]]]]:
    """Every point of every stage: a story is played as often as its longest stage has points, and dies once in each
    stage. A stage begins when all of the one before is quiet, so that no death meets another."""
    return [
        (flow, {stage: [point] for stage, point in zip(stages, points, strict=True) if point})
        for flow, stages in STAGES.items()
        for points in zip_longest(*map(sorted, stages.values()))
    ]


SHORT = one_for_each_point()
IN_MAKE_TEST = ("pay_cash", "pay_online", "let_the_hold_lapse")


def in_its_suite(flow: Flow) -> ParameterSet:
    """Three stories at every change; the others in `make thorough`."""
    return pytest.param(flow, id=name(flow), marks=() if name(flow) in IN_MAKE_TEST else pytest.mark.thorough)


def name(part: object) -> str:
    if isinstance(part, dict):
        return "-".join(point for [point] in part.values())
    return getattr(part, "__name__", str(part))


@pytest.mark.parametrize("flow", [in_its_suite(flow) for flow in SHORT])
def test_killed_once_at_every_point(theatre: Theatre, flow: Flow) -> None:
    """One story is killed at one point after the other, and goes on after each; `make trouble` once in each stage."""
    die_and_compare(theatre, flow, SHORT[flow])


@pytest.mark.trouble
@pytest.mark.parametrize(("flow", "lit"), each_alone(), ids=name)
def test_killed_at_every_point_of_every_story(
    theatre: Theatre, flow: Flow, lit: Mapping[str, Collection[Checkpoint]]
) -> None:
    die_and_compare(theatre, flow, lit)


def test_every_point_is_in_a_story() -> None:
    """A new checkpoint needs a stage in which it is passed."""
    assert {point for _, _, point in ALL} == set(Checkpoint)
    played = [(flow, stage, point) for flow, lit in each_alone() for stage, [point] in lit.items()]
    assert sorted(played, key=str) == sorted(ALL, key=str)


@pytest.mark.trouble
@pytest.mark.parametrize("flow", STAGES, ids=name)
def test_the_table_of_stages_is_complete(theatre: Theatre, flow: Flow) -> None:
    """What a stage really passes is listed for it, so that the long run leaves nothing out."""
    passed = theatre.play_calmly(flow).passed
    assert {stage: passed[stage] - points - BY_CHANCE for stage, points in STAGES[flow].items()} == {
        stage: set() for stage in STAGES[flow]
    }


def die_and_compare(theatre: Theatre, flow: Flow, lit: Mapping[str, Collection[Checkpoint]]) -> None:
    points = [point for stage in lit.values() for point in stage]
    calm = theatre.play_calmly(flow)
    disturbed = theatre.play(flow, lit)
    assert [code for _, code in disturbed.deaths] == [-signal.SIGKILL] * len(points)
    assert disturbed.books == calm.books
    assert disturbed.copies <= sum(point not in NOTHING_IS_WITH_META for point in points)
