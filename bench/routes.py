"""routes: how long our ways between apartments are, beside those of a solver (VROOM, which `make bench` installs)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from rich.console import Console

from bench.figures import Figure, at_most, over_rounds
from bench.stage import Stage
from core.delivery.routing import Point, length_of, metres_between, shortest_way

RUNS, FEWEST, MOST = 100, 5, 20  # apartments of a run
SOUTH, WEST, DEGREES = 17.40, 78.40, 0.06  # a neighbourhood of six kilometres
TENTHS = 10  # the solver counts in whole numbers: of a tenth of a metre
Way = Callable[[Sequence[Point]], Sequence[int]]


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Length and time of made-up runs, the same each time."""
    del stage
    runs = [made_up(number) for number in range(10 if quick else RUNS)]
    console.print(f"routes: {len(runs)} made-up runs of {FEWEST} to {MOST} apartments", style="dim")
    ours, took = _walk(runs, shortest_way)
    figures = [over_rounds("routes", "a way, ours", took, "ms", promise=at_most(100))]
    if find_spec("vroom") is None:
        console.print("pyvroom is not installed: nothing to compare with", style="dim")
        return figures
    theirs, their_time = _walk(runs, _solve)
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return [
        *figures,
        over_rounds("routes", "a way, VROOM", their_time, "ms"),
        Figure("routes", "length, all runs", sum(ours) / sum(theirs), "× VROOM's", min(ratios), max(ratios),
               at_most(1.03)),
    ]  # fmt: skip


def made_up(number: int) -> list[Point]:
    """The apartments of a run."""
    count = FEWEST + number % (MOST - FEWEST + 1)
    return [_point(number, place) for place in range(count)]


def _point(number: int, place: int) -> Point:
    digest = blake2b(f"{number}/{place}".encode(), digest_size=8).digest()
    south, west = int.from_bytes(digest[:4]), int.from_bytes(digest[4:])
    return SOUTH + DEGREES * south / 2**32, WEST + DEGREES * west / 2**32


def _walk(runs: Sequence[Sequence[Point]], find: Way) -> tuple[list[float], list[float]]:
    """The length of each way in metres, and the milliseconds that it took to find."""
    lengths, took = [], []
    for points in runs:
        began = time.perf_counter()
        way = find(points)
        took.append(1000 * (time.perf_counter() - began))
        lengths.append(length_of(way, _distances(points)))
    return lengths, took


def _distances(points: Sequence[Point]) -> list[list[float]]:
    return [[metres_between(one, other) for other in points] for one in points]


def _solve(points: Sequence[Point]) -> Sequence[int]:
    """VROOM's way. It wants a place to begin and end: one that is no distance from any."""
    vroom: Any = import_module("vroom")
    numpy: Any = import_module("numpy")
    count = len(points)
    matrix = numpy.zeros((count + 1, count + 1), dtype=numpy.uint32)
    matrix[:count, :count] = [[round(TENTHS * far) for far in row] for row in _distances(points)]
    problem = vroom.Input()
    problem.set_durations_matrix("car", matrix)
    problem.add_vehicle([vroom.Vehicle(1, start=count, end=count)])
    problem.add_job([vroom.Job(place + 1, location=place) for place in range(count)])
    routes = problem.solve(exploration_level=5, nb_threads=1).routes
    return [int(each) - 1 for each in routes[routes.type == "job"].id]
