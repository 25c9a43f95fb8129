"""A verb that staff may use asks for a right; the guard is broken once here.

Such a verb is a public function of core that takes an `Actor`, and that a door, a conversation or the command line
imports, or nobody in core calls: what only other verbs of core call is a step of theirs.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
OUTSIDE = ("flows", "bot", "webhooks", "shop_web", "admin_web", "pages", "jamango")
# The log itself, and the notes beside a deed of how it is taken back.
WITHOUT = {"record", "note_undo", "open_undos"}
Place = tuple[str, str]


@cache
def read_sources() -> dict[str, str]:
    folders = [ROOT / name for name in ("core", *OUTSIDE)]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def parse(source: str) -> ast.Module:
    return ast.parse(source)


def verbs_without_a_right(sources: Mapping[str, str]) -> list[str]:
    trees = {name: parse(source) for name, source in sources.items()}
    called_inside = {name for path, tree in trees.items() if path.startswith("core/") for name in _called(tree)}
    imports = {path: _imports(tree) for path, tree in trees.items()}
    used_outside = {
        _home_of(imports, place) for path in trees if not path.startswith("core/") for place in imports[path].values()
    }
    return [
        f"{path}: {function.name}"
        for path, tree in trees.items()
        if path.startswith("core/")
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        and _is_verb(function)
        and ((path, function.name) in used_outside or function.name not in called_inside)
        and "require" not in _called(function)
    ]


def _is_verb(function: ast.FunctionDef) -> bool:
    arguments = [*function.args.args, *function.args.kwonlyargs]
    takes_actor = any(isinstance(each.annotation, ast.Name) and each.annotation.id == "Actor" for each in arguments)
    takes_session = any(each.arg == "session" for each in arguments)
    return takes_actor and takes_session and not function.name.startswith("_") and function.name not in WITHOUT


def _called(tree: ast.AST) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


def _imports(tree: ast.AST) -> dict[str, Place]:
    """What a module takes from core, by the name it has there: in which file, and as what."""
    return {
        alias.name: (f"{node.module.replace('.', '/')}.py", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("core.")
        for alias in node.names
    }


def _home_of(imports: Mapping[str, Mapping[str, Place]], place: Place) -> Place:
    """Where it is written, also when another module passes it on."""
    path, name = place
    passed_on = imports.get(path, {}).get(name)
    return _home_of(imports, passed_on) if passed_on else place


def test_every_verb_that_staff_may_use_asks_for_a_right() -> None:
    assert verbs_without_a_right(read_sources()) == []


def test_a_verb_that_forgets_it_is_named() -> None:
    sources = read_sources()
    for path, right in (
        ("core/orders/packing.py", "Right.PACK_ORDERS"),
        ("core/payments/refunds.py", "Right.REFUND"),
        ("core/staff/actions.py", "Right.MANAGE_STAFF"),
    ):
        spoiled = sources[path].replace(f"    require(actor, {right})\n", "")
        found = verbs_without_a_right({**sources, path: spoiled})
        assert found, right
        assert all(line.startswith(path) for line in found)


def test_no_verb_without_one_is_left_to_wait_for_longer_than_it_must() -> None:
    """A name leaves the list above when its verb asks, or is gone."""
    verbs = {
        node.name
        for path, source in read_sources().items()
        if path.startswith("core/")
        for node in parse(source).body
        if isinstance(node, ast.FunctionDef) and "require" not in _called(node)
    }
    assert verbs >= WITHOUT
