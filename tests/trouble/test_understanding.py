"""A hundred thousand lines that nobody means: none raises, none acts."""

from __future__ import annotations

import pytest

from tests.understanding.hostile_lines import is_harmless, lines

pytestmark = pytest.mark.trouble


def test_a_hundred_thousand_lines_raise_nothing_and_do_nothing() -> None:
    assert not [line for line in lines(100_000) if not is_harmless(line)]
