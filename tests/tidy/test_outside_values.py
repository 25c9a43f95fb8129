"""Values from outside come in by one door, and PostgreSQL's trouble is told from a bug in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LISTENING = ("webhooks", "bot", "flows", "core", "pages", "shop_web", "jamango")
# What these read is our own: files of the build, our own log.
READ_OUR_OWN = {"pages/templates.py", "jamango/launcher/output.py"}
DOOR = "core/outside.py"
# At the start of a program, before there is a transaction: any failure to connect is one sentence.
STARTERS = {
    "core/schema.py",
    "core/settings.py",
    "jamango/cli.py",
    "jamango/configuration.py",
    "jamango/launcher/postgres.py",
}
CLASSES = {"OperationalError", "DataError", "InternalError", "ProgrammingError"}


def trees() -> Iterator[tuple[str, ast.AST]]:
    for package in LISTENING:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def test_json_of_strangers_is_read_by_one_module() -> None:
    """It knows how large a number, how long a name may be: `json.loads` does not."""
    readers = {
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"loads", "load", "JSONDecoder"}
        and ast.unparse(node.value) == "json"
    }
    assert readers == {DOOR, *READ_OUR_OWN}


def test_no_class_of_the_driver_decides_whose_trouble_it_is() -> None:
    """A value that is too large for an index has the class of a server that goes down."""
    catchers = {
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and node.type is not None and CLASSES & set(words(node.type))
    }
    assert catchers <= STARTERS


def words(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute):
            yield part.attr
