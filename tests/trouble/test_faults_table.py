"""`docs/faults.md` names every fault, and only tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
FAULTS = 103  # of the backbone; later ones have numbers of their own


def test_every_fault_has_a_row_that_says_something() -> None:
    rows = re.findall(r"^\| F(\d+) \|(.*)\|(.*)\|(.*)\|$", TABLE, re.MULTILINE)
    numbers = [int(number) for number, *_ in rows]
    assert len(numbers) == len(set(numbers))
    for section in TABLE.split("\n## "):
        in_order = [int(number) for number in re.findall(r"^\| F(\d+) \|", section, re.MULTILINE)]
        assert in_order == sorted(in_order), section[:60]
    assert set(range(1, FAULTS + 1)) <= set(numbers)
    assert [number for number, _, covered, rest in rows if not covered.strip() and not rest.strip()] == []


def test_every_test_that_is_named_exists() -> None:
    named = re.findall(r"`([a-z_/]+)::(test_\w+)`", TABLE)
    assert len(named) > 100
    assert [f"{file}::{test}" for file, test in named if test not in find_tests(ROOT / "tests" / f"{file}.py")] == []


def find_tests(path: Path) -> set[str]:
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
