"""Files that fit in a head, functions that fit on a screen."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
# Written by Alembic from the tables.
GENERATED = {"core/migrations/versions/0002_tables.py"}


def python_files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in listed.stdout.splitlines() if name not in GENERATED and (ROOT / name).exists())


def test_a_file_fits_in_a_head() -> None:
    """One test for all of them: a test each cost more than everything else in this folder."""
    lines = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in python_files()}
    assert len(lines) > 500
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_functions_fit_on_a_screen() -> None:
    assert [function for name in python_files() for function in long_functions(name)] == []


def long_functions(name: str) -> list[str]:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return [
        f"{name}: {node.name} ({lines} lines)"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
