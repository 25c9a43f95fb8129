"""In which order homes are visited, how a window is shared out, and what a door takes: rules over values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.delivery.balancing import share_out
from core.delivery.routing import Home, Point, length_of, metres_between, route, shortest_way
from core.delivery.rules import Change, change_for, helps_to_hear_delivered, may_undo, read_instruction
from core.errors import Refusal

NOW = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
HERE: Point = (17.40, 78.40)


def homes(*places: tuple[str, int | None, str], has_lift: bool = True) -> list[Home]:
    """Homes of one apartment, in the order in which they were ordered."""
    return [Home(number, 1, HERE, *place, has_lift) for number, place in enumerate(places, 1)]


def test_an_apartment_is_done_by_tower_then_floor_from_the_top_then_flat() -> None:
    there = homes(
        ("B", 2, "203"), ("A", 1, "101"), ("A", 12, "1202"), ("A10", 1, "1"), ("A2", 1, "1"), ("A", 12, "1201")
    )
    assert route(there) == [6, 3, 2, 5, 4, 1]


def test_without_a_lift_one_climbs_once() -> None:
    there = homes(("A", 3, "301"), ("A", None, ""), ("A", 1, "101"), has_lift=False)
    assert route(there) == [2, 3, 1]


def test_every_apartment_is_done_at_one_go_and_the_unknown_last() -> None:
    far: Point = (17.50, 78.40)
    mixed = [Home(1, None, None), Home(2, 2, far), Home(3, 1, HERE), Home(4, 2, far), Home(5, 1, HERE)]
    visited = route(mixed)
    assert visited[-1] == 1
    assert {frozenset(visited[:2]), frozenset(visited[2:4])} == {frozenset({2, 4}), frozenset({3, 5})}


points = st.tuples(st.floats(17.3, 17.5), st.floats(78.3, 78.5))


@given(st.lists(points, max_size=7))
@settings(max_examples=60)
def test_the_way_visits_all_and_is_as_short_as_can_be(places: list[Point]) -> None:
    way = shortest_way(places)
    assert sorted(way) == list(range(len(places)))
    far = [[metres_between(one, other) for other in places] for one in places]
    best = min((length_of(order, far) for order in permutations(range(len(places)))), default=0)
    assert length_of(way, far) <= best * 1.03 + 1
    assert length_of(way, far) == sum(far[here][there] for here, there in pairwise(way))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=24), st.integers(1, 4))
@settings(max_examples=60)
def test_a_window_is_shared_out_whole_and_no_apartment_is_split(apartments: list[int], riders: int) -> None:
    there = [Home(number, each, (17.3 + each / 50, 78.4)) for number, each in enumerate(apartments, 1)]
    shares = share_out(there, riders)
    assert len(shares) == riders
    assert sorted(order_id for share in shares for order_id in share) == [home.order_id for home in there]
    for apartment in set(apartments):
        ids = {home.order_id for home in there if home.apartment_id == apartment}
        assert sum(bool(ids & set(share)) for share in shares) == 1
    largest = max(apartments.count(each) for each in apartments)
    assert max(len(share) for share in shares) <= max(largest, -(-len(apartments) // riders) + largest - 1)


@pytest.mark.parametrize(
    ("sizes", "riders", "loads"),
    [
        ([1, 4, 1], 2, [2, 4]),
        ([3, 3, 2, 2, 2], 2, [6, 6]),
        ([5, 1, 1, 5], 2, [6, 6]),
        ([9], 3, [0, 0, 9]),
        ([1, 1, 1, 1, 1, 1], 3, [2, 2, 2]),
    ],
)
def test_the_shares_are_as_even_as_whole_apartments_allow(sizes: list[int], riders: int, loads: list[int]) -> None:
    apartments = [apartment for apartment, size in enumerate(sizes, 1) for _ in range(size)]
    there = [Home(number, each, (17.3 + each / 50, 78.4)) for number, each in enumerate(apartments, 1)]
    assert sorted(len(share) for share in share_out(there, riders)) == loads


def test_riders_stay_near_when_the_numbers_are_even_anyway() -> None:
    there = [Home(1, 1, (17.30, 78.4)), Home(2, 2, (17.60, 78.4)), Home(3, 3, (17.31, 78.4)), Home(4, 4, (17.61, 78.4))]
    assert {frozenset(share) for share in share_out(there, 2)} == {frozenset({1, 3}), frozenset({2, 4})}
    with pytest.raises(ValueError, match="one rider"):
        share_out(there, 0)


@pytest.mark.parametrize(
    ("due", "change"),
    [(185_000, Change(200_000, 15_000)), (100_000, None), (1, Change(50_000, 49_999)), (0, None)],
)
def test_the_change_is_known_before_the_door(due: int, change: Change | None) -> None:
    assert change_for(due) == change


def test_a_slip_is_taken_back_for_ten_minutes() -> None:
    assert may_undo(NOW, NOW + timedelta(minutes=10))
    assert not may_undo(NOW, NOW + timedelta(minutes=10, seconds=1))
    assert not may_undo(None, NOW)


def test_delivered_is_said_to_who_does_not_know_it() -> None:
    assert not helps_to_hear_delivered(collected_paise=0, instruction="")
    assert helps_to_hear_delivered(collected_paise=1, instruction="")
    assert helps_to_hear_delivered(collected_paise=0, instruction="security")


def test_who_takes_it_is_one_line_of_words() -> None:
    assert read_instruction("  the lady\n in 1204 ") == "the lady in 1204"
    for typed, code in ((" \n", "instruction-missing"), ("x" * 201, "instruction-too-long")):
        with pytest.raises(Refusal, match=code):
            read_instruction(typed)
