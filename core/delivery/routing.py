"""In which order a rider visits homes: tower by tower, floor by floor, and the apartments by a short way. Pure.

Between apartments: nearest neighbour from every start, then 2-opt and moves of a single one until nothing gets
shorter. A run has five to twenty apartments; docs/bench.md compares the length with a solver's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

EARTH_METRES = 6_371_000.0
LEAST_GAIN = 1e-6  # metres: what floats differ by is no gain
MOST_IMPROVED = 6  # of the ways by nearest neighbours, the shortest ones
FIRST_DIGITS = re.compile(r"\d+|\D+")
Point: TypeAlias = tuple[float, float]
Far: TypeAlias = Sequence[Sequence[float]]  # metres between places


@dataclass(frozen=True)
class Home:
    """Where one order goes. `apartment_id` is None, and so is the point, for a place that we do not know."""

    order_id: int
    apartment_id: int | None
    point: Point | None
    tower: str = ""
    floor: int | None = None
    flat: str = ""
    has_lift: bool = True


def route(homes: Sequence[Home]) -> list[int]:
    """The order ids as they are visited. Every apartment is done at one go; those without a point come last."""
    by_apartment: dict[int | None, list[Home]] = {}
    for home in sorted(homes, key=lambda each: each.order_id):
        by_apartment.setdefault(home.apartment_id if home.point else None, []).append(home)
    nowhere = by_apartment.pop(None, [])
    apartments = list(by_apartment.values())
    way = shortest_way([each[0].point for each in apartments if each[0].point is not None])
    ordered = [home for place in way for home in climb(apartments[place])]
    return [home.order_id for home in (*ordered, *climb(nowhere))]


def climb(homes: Sequence[Home]) -> list[Home]:
    """The homes of one apartment: by tower, by floor (from the top where there is a lift), by flat."""
    return sorted(homes, key=_place_inside)


def _place_inside(home: Home) -> tuple[list[tuple[int, int, str]], int, list[tuple[int, int, str]], int]:
    floor = 0 if home.floor is None else home.floor
    return _natural(home.tower), -floor if home.has_lift else floor, _natural(home.flat), home.order_id


def _natural(name: str) -> list[tuple[int, int, str]]:
    """`A2` before `A10`."""
    parts = FIRST_DIGITS.findall(name.casefold().strip())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def metres_between(one: Point, other: Point) -> float:
    """As the crow flies, between degrees of latitude and longitude."""
    (lat1, lon1), (lat2, lon2) = ((radians(each[0]), radians(each[1])) for each in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(min(chord, 1.0)))


def shortest_way(points: Sequence[Point]) -> list[int]:
    """The places of the points in the list, along a short open way; it begins and ends where that is shortest."""
    far = [[metres_between(one, other) for other in points] for one in points]
    ways = sorted((_nearest(start, far) for start in range(len(points))), key=lambda way: length_of(way, far))
    return min((_improve(way, far) for way in ways[:MOST_IMPROVED]), key=lambda way: length_of(way, far), default=[])


def length_of(way: Sequence[int], far: Far) -> float:
    return sum(far[here][there] for here, there in pairwise(way))


def _nearest(start: int, far: Far) -> list[int]:
    way, left = [start], set(range(len(far))) - {start}
    while left:
        nearest = min(left, key=lambda place: (far[way[-1]][place], place))
        way.append(nearest)
        left.remove(nearest)
    return way


def _improve(way: list[int], far: Far) -> list[int]:
    while True:
        better = _turn_a_piece(way, far) or _move_a_piece(way, far)
        if better is None:
            return way
        way = better


def _turn_a_piece(way: list[int], far: Far) -> list[int] | None:
    """2-opt: the first piece that is better walked the other way round; at the ends of the way, too."""
    around: list[int | None] = [None, *way, None]
    for begin in range(len(way) - 1):
        for end in range(begin + 1, len(way)):
            before, after = around[begin], around[end + 2]
            now = _step_between(before, way[begin], far) + _step_between(way[end], after, far)
            turned = _step_between(before, way[end], far) + _step_between(way[begin], after, far)
            if turned < now - LEAST_GAIN:
                return [*way[:begin], *reversed(way[begin : end + 1]), *way[end + 1 :]]
    return None


def _move_a_piece(way: list[int], far: Far) -> list[int] | None:
    """One to three neighbours that are better visited elsewhere."""
    for count in (1, 2, 3):
        for begin in range(len(way) - count + 1):
            piece = way[begin : begin + count]
            rest = [*way[:begin], *way[begin + count :]]
            gain = length_of(way, far) - length_of(rest, far)
            better = _best_place(piece, rest, gain - length_of(piece, far), far)
            if better is not None:
                return better
    return None


def _best_place(piece: list[int], rest: list[int], gain: float, far: Far) -> list[int] | None:
    """The way with the piece where it costs less than the `gain` of taking it out; None when it stood best."""
    around: list[int | None] = [None, *rest, None]
    for place in range(len(rest) + 1):
        before, after = around[place], around[place + 1]
        for turned in (piece, piece[::-1]):
            cost = _step_between(before, turned[0], far) + _step_between(turned[-1], after, far)
            if cost - _step_between(before, after, far) < gain - LEAST_GAIN:
                return [*rest[:place], *turned, *rest[place:]]
    return None


def _step_between(here: int | None, there: int | None, far: Far) -> float:
    """Nothing before the first and after the last: the way is open."""
    return 0.0 if here is None or there is None else far[here][there]
