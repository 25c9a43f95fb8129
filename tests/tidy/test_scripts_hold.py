"""The scripts' tables are the whole truth: nobody else moves a chat, and what decides about a move changes nothing."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from flows.ordering import held, where
from flows.scripts import CUSTOMERS, FOUNDERS, RIDERS

ROOT = Path(__file__).parents[2]
# Where a turn is sent to its script's first step and where the machine of the engine takes it from there.
MOVES = {"flows/repertoire.py"}
PLACE = {"step", "script"}
CHANGES = {"note", "append", "extend", "add", "update", "pop", "clear", "remove", "forget_cart", "begin_anew", "fire"}
GUARDS = {line.only_if for script in (*CUSTOMERS, *FOUNDERS, *RIDERS) for line in script.lines if line.only_if}


def targets(tree: ast.AST) -> Iterator[ast.expr]:
    """All that is assigned to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from target.elts if isinstance(target, ast.Tuple) else [target]
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            yield node.target


def movers(tree: ast.AST) -> bool:
    return any(isinstance(target, ast.Attribute) and target.attr in PLACE and ast.unparse(target.value) == "turn"
               for target in targets(tree)) or "setattr(" in ast.unparse(tree)  # fmt: skip


def test_only_the_tables_move_a_chat() -> None:
    found = {str(path.relative_to(ROOT)) for path in (ROOT / "flows").rglob("*.py")
             if movers(ast.parse(path.read_text(encoding="utf-8")))}  # fmt: skip
    assert found == MOVES


def tree_of(function: FunctionType) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def called(function: FunctionType) -> Iterator[FunctionType]:
    for node in ast.walk(tree_of(function)):
        if isinstance(node, ast.Name) and isinstance(known := function.__globals__.get(node.id), FunctionType):
            yield known


def changes_of(function: Any, seen: set[Any] | None = None) -> list[str]:
    """What a function changes, and whatever of ours it calls. What was looked up may be kept in `turn.scratch`."""
    seen = set() if seen is None else seen
    if function in seen:
        return []
    seen.add(function)
    tree = tree_of(function)
    assigned = [ast.unparse(target) for target in targets(tree) if isinstance(target, ast.Attribute | ast.Subscript)]
    found = [target for target in assigned if not target.startswith("turn.scratch")]
    verbs = [
        node.func for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    found += [ast.unparse(verb) for verb in verbs if verb.attr in CHANGES]
    for other in called(function):
        if other.__module__.endswith(".actions"):
            found.append(other.__qualname__)
        elif other.__module__.startswith("flows."):
            found += changes_of(other, seen)
    return found


@pytest.mark.parametrize("guard", sorted(GUARDS, key=lambda guard: guard.__name__), ids=lambda guard: guard.__name__)
def test_a_guard_only_looks(guard: Callable[..., bool]) -> None:
    assert changes_of(guard) == []


@pytest.mark.parametrize("deed", [where.take_the_last_home, held.take_up_the_open_order, where.note_the_apartments])
def test_what_changes_something_would_be_seen(deed: Callable[..., None]) -> None:
    assert changes_of(deed)
