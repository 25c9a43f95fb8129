"""A number in a button's id is what a bigint holds, or no number: people can send any id back."""

from hypothesis import given
from hypothesis import strategies as some

from flows.ordering.fruit import read_id, read_pair

BIGINT_MOST = 2**63 - 1
NUMBERS = some.integers(0, 10**30)


@given(NUMBERS)
def test_a_number_is_read_as_itself_or_not_at_all(number: int) -> None:
    assert read_id(str(number)) == (number if number < 10**15 else None)


@given(NUMBERS, NUMBERS)
def test_each_half_of_a_pair_fits_by_itself(left: int, right: int) -> None:
    read = read_pair(f"{left}x{right}")
    assert read == ((left, right) if max(left, right) < 10**15 else None)
    assert read is None or max(read) <= BIGINT_MOST


@given(some.text())
def test_what_is_no_number_is_none(words: str) -> None:
    for read in (read_id(words), *(read_pair(words) or (None,))):
        assert read is None or 0 <= read <= BIGINT_MOST
