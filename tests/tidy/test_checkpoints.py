"""Where money or fruit moves a process can be killed in a test: every verb that does so passes a checkpoint."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOUNS = ("delivery", "orders", "payments", "stalls")
# What moves money, and fruit from one place to another.
MOVERS = {
    ("core.ledger.actions", "post"),
    ("core.inventory.selling", "put_fruit"),
    ("core.inventory.selling", "take_fruit"),
    ("core.inventory.selling", "move_fruit"),
    ("core.inventory.actions", "hold_fruit"),
    ("core.inventory.actions", "consume_fruit"),
}
Name = tuple[str, str]


@cache
def modules() -> dict[str, ast.Module]:
    paths = (path for path in (ROOT / "core").rglob("*.py") if "migrations" not in path.parts)
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): ast.parse(path.read_text("utf-8")) for path in paths
    }


@cache
def functions() -> dict[Name, ast.FunctionDef]:
    return {(module, node.name): node for module, tree in modules().items() for node in tree.body
            if isinstance(node, ast.FunctionDef)}  # fmt: skip


@cache
def imported(module: str) -> dict[str, Name]:
    return {alias.asname or alias.name: (node.module, alias.name) for node in modules()[module].body
            if isinstance(node, ast.ImportFrom) and node.module for alias in node.names}  # fmt: skip


def meant(module: str, name: str) -> Name | None:
    """The function that a name means in a module, wherever it was imported from."""
    while (module, name) not in functions():
        if module not in modules() or name not in imported(module):
            return None
        module, name = imported(module)[name]
    return module, name


def used_by(start: Name) -> tuple[set[Name], bool]:
    """All functions that one names, and those that these name; and whether any of them passes a checkpoint."""
    found, to_read, passes = {start}, [start], False
    while to_read:
        module, _ = name = to_read.pop()
        for node in ast.walk(functions()[name]):
            owner = node.value if isinstance(node, ast.Attribute) else None
            passes |= isinstance(owner, ast.Name) and owner.id == "Checkpoint"
            named = meant(module, node.id) if isinstance(node, ast.Name) else None
            if named is not None and named not in found:
                found.add(named)
                to_read.append(named)
    return found, passes


def verbs() -> list[Name]:
    """Public functions of these nouns that somebody does: they are told who."""
    return [name for name, node in functions().items() if name[0].split(".")[1] in NOUNS and name[1][0] != "_"
            and "actor" in {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}]  # fmt: skip


def test_every_verb_that_moves_money_or_fruit_passes_a_checkpoint() -> None:
    found = {name: used_by(name) for name in verbs()}
    moving = {name: passes for name, (used, passes) in found.items() if used & MOVERS}
    assert {name for name, passes in moving.items() if not passes} == set()
    assert len(moving) > 25
    assert set(functions()) >= MOVERS
