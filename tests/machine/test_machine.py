"""Anything at the public doors in any order, thousands of times: the shop keeps its books (RELIABILITY, test shape 5).

What it finds is told again as a plain story in `test_stories`. `make trouble` looks further:
JAMANGO_MACHINE_MINUTES (usually 6; 20 and more look further) and JAMANGO_MACHINE_SEED choose how long and where.
"""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.anyday import AnyDay

USUAL = {"SEED": 1, "MINUTES": 6}
COMMON = settings(
    database=None,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
    phases=[Phase.generate, Phase.shrink],
)
FEW = settings(COMMON, max_examples=4, stateful_step_count=25)
MANY = settings(COMMON, max_examples=20, stateful_step_count=50)


@pytest.mark.parametrize("number", [0, *(pytest.param(number, marks=pytest.mark.thorough) for number in range(1, 4))])
def test_anything_in_any_order(machine: type[AnyDay], number: int) -> None:
    """The same sixteen days at every run, in parts that run side by side: what was true stays true."""
    run_state_machine_as_test(seed(number)(machine), settings=FEW)


@pytest.mark.trouble
def test_anything_in_any_order_for_long(machine: type[AnyDay]) -> None:
    """Other examples, by one seed after another, until the time is over. A failure names its seed."""
    number, minutes = (int(os.environ.get(f"JAMANGO_MACHINE_{name}", usual)) for name, usual in USUAL.items())
    ends_at = time.monotonic() + 60 * minutes
    while time.monotonic() < ends_at:
        try:
            run_state_machine_as_test(seed(number)(machine), settings=MANY)
        except Exception as failure:
            failure.add_note(f"JAMANGO_MACHINE_SEED={number} makes it happen again.")
            raise
        number += 1
