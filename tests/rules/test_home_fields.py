"""A home written into a form's fields is the line that somebody would have typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.reading.lexicon import load_lexicon
from core.zones.fields import HomeFields, write_home
from core.zones.homes import Missing, read_home

TOWERS = ("A", "B", "C")
Written = tuple[str, str, str, str]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (("1203", "B", "", ""), "B-1203"),
        (("1203", "Tower B", "", ""), "B-1203"),
        (("B-1203", "B wing", "12", ""), "B-1203"),
        (("1203", "B", "12th floor", ""), "B-1203, 12th floor"),
        (("9", "B", "2", ""), "B-9, floor 2"),
        (("1203", "B", "", "near gate 2"), "B-1203, near gate 2"),
        (("1203", "B", "", "3 kg kesar tomorrow?"), "B-1203"),
        (("402", "C", "Ground", ""), "C-402, Ground"),
        (("", "B", "3", ""), "tower B, floor 3"),
        (("", "", "", ""), ""),
    ],
)
def test_fields_become_one_line(fields: Written, line: str) -> None:
    assert write_home(HomeFields(*fields), TOWERS, load_lexicon()) == line


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (("1203", "Z", "", ""), Missing.TOWER),
        (("1203", "", "12", ""), Missing.TOWER),
        (("", "B", "", ""), Missing.FLAT),
        (("come soon please", "", "", ""), Missing.SENSE),
    ],
)
def test_what_is_not_there_is_missing_as_if_it_were_typed(fields: Written, missing: Missing) -> None:
    line = write_home(HomeFields(*fields), TOWERS, load_lexicon())
    assert read_home(line, TOWERS, load_lexicon()).missing is missing


@given(some.tuples(*[some.text(max_size=30)] * 4), some.sampled_from([TOWERS, ("North", "South"), ()]))
def test_no_fields_raise(fields: Written, towers: tuple[str, ...]) -> None:
    write_home(HomeFields(*fields), towers, load_lexicon())
