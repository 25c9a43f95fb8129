"""However a table grows, a round of fsck looks at as much as before, and the rounds together at everything."""

from hypothesis import given
from hypothesis import strategies as st

from core.invariants.spans import Round, Span, plan_round

IDS = st.builds(lambda first, many: Span(first, first + many - 1), st.integers(1, 500), st.integers(0, 400))
PIECES = st.integers(1, 50)


def looked_at(planned: Round) -> list[int]:
    return [number for span in planned.spans for number in range(span.first, span.last + 1)]


@given(IDS, PIECES, st.integers(0, 1000))
def test_a_round_looks_at_the_newest_and_at_one_piece_of_history(ids: Span, piece: int, passed_to: int) -> None:
    planned = plan_round(ids, passed_to, piece=piece, recent=2 * piece)
    seen = looked_at(planned)
    assert len(seen) == len(set(seen)) <= 3 * piece
    assert all(span.last - span.first < piece for span in planned.spans)
    newest = range(max(ids.first, ids.last - 2 * piece + 1), ids.last + 1)
    assert set(newest) <= set(seen) <= set(range(ids.first, ids.last + 1))


@given(IDS, PIECES, st.integers(0, 1000))
def test_so_many_rounds_as_there_are_pieces_look_at_every_row(ids: Span, piece: int, passed_to: int) -> None:
    left = set(range(ids.first, ids.last + 1))
    for _ in range(2 * (len(left) // piece + 1)):  # from the middle of history to its end, and once from its beginning
        planned = plan_round(ids, passed_to, piece=piece, recent=2 * piece)
        left -= set(looked_at(planned))
        passed_to = planned.passed_to
    assert left == set()
