"""Every SQL statement that our code holds, and the tables that it reads and writes."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import sqlglot
from sqlalchemy import TextClause
from sqlglot import exp
from sqlmodel import SQLModel

from core.query import Query

ROOT = Path(__file__).parents[2]
PACKAGES = ("core", "bot", "pages", "flows", "jamango", "webhooks", "admin_web", "shop_web")
STATEMENT = re.compile(r"\s*(WITH \w+ AS|SELECT|INSERT INTO|UPDATE \w+|DELETE FROM)\s")
VALUE = re.compile(r"(?<![:\w]):[a-z_]\w*|%\(\w+\)s")
# A text that is put together with others, and only then a statement.
HOLE = re.compile(r"\{\w*\}")
# Calls of SQLModel that name the tables of a statement.
ASKS = {"select", "get", "get_one", "join", "select_from", "outerjoin"}


@dataclass(frozen=True)
class Statement:
    """One statement: where it stands, and what it says."""

    module: str
    name: str
    sql: str

    @property
    def lines(self) -> int:
        return len(self.sql.strip().splitlines())


@dataclass(frozen=True)
class Touched:
    """The names that a statement reads from (tables, and functions of ours), and the tables that it writes to."""

    reads: frozenset[str]
    writes: frozenset[str]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of ours but the migrations."""
    paths = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    ours = [path for path in paths if "migrations" not in path.parts and path.name != "__main__.py"]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in ours]
    return tuple(importlib.import_module(name) for name in names)


@cache
def statements() -> tuple[Statement, ...]:
    """Those that a module holds under a name, and those that stand as plain text in a function."""
    return tuple(found for module in modules() for found in (*_held(module), *_written_in_functions(module)))


def _held(module: ModuleType) -> Iterator[Statement]:
    held = [(name, sql) for name in sorted(_assigned(module)) for sql in _texts(vars(module).get(name))]
    for name, sql in held:
        if not any(sql in other and sql != other for _, other in held):  # else a piece of that
            yield Statement(module.__name__, name, sql)


def _assigned(module: ModuleType) -> set[str]:
    """The names that a module gives itself, so that what it imports is not taken for its own."""
    several = [node.targets for node in _tree(module).body if isinstance(node, ast.Assign)]
    one = [[node.target] for node in _tree(module).body if isinstance(node, ast.AnnAssign)]
    return {target.id for targets in (*several, *one) for target in targets if isinstance(target, ast.Name)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Query):
        yield value.sql
    elif isinstance(value, TextClause):
        yield value.text
    elif isinstance(value, str):
        if STATEMENT.match(value) and not HOLE.search(value):
            yield value
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from _texts(getattr(held, "query", held))


def _written_in_functions(module: ModuleType) -> Iterator[Statement]:
    for function in _functions(module):
        pieces = {id(part) for node in ast.walk(function) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(function):
            whole = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces
            if whole and STATEMENT.match(node.value):
                yield Statement(module.__name__, function.name, node.value)


def put_together(module: ModuleType) -> set[str]:
    """Functions that make a statement out of pieces, which nobody can read but who runs it."""
    return {
        f"{module.__name__}.{function.name}"
        for function in _functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.JoinedStr) and STATEMENT.match(ast.unparse(node)[2:].replace("\\n", "\n") + " ")
    }


def tables_by_class(module: ModuleType) -> Touched:
    """What a module asks for, and makes rows of, by SQLModel's classes."""
    classes = {
        name: value.__tablename__
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, SQLModel) and hasattr(value, "__table__")
    }
    calls = [node for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)]
    writes = {classes[call.func.id] for call in calls if isinstance(call.func, ast.Name) and call.func.id in classes}
    reads = {
        classes[inner.id]
        for call in calls
        if _called(call) in ASKS
        for argument in call.args
        for inner in ast.walk(argument)
        if isinstance(inner, ast.Name) and inner.id in classes
    }
    return Touched(frozenset(reads), frozenset(writes))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _functions(module: ModuleType) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))


def read_tables(sql: str) -> Touched:
    """What a statement touches. Functions that it selects from are among the reads."""
    tree = sqlglot.parse_one(VALUE.sub("a_value", dedent(sql)), read="postgres")
    written = [change.this.find(exp.Table) for change in tree.find_all(exp.Insert, exp.Update, exp.Delete)]
    # Of "ON CONFLICT … DO UPDATE" and the like nothing is left here: they have no table of their own.
    written = [table for table in written if table is not None]
    own_names = {cte.alias for cte in tree.find_all(exp.CTE)}
    reads = {table.name for table in tree.find_all(exp.Table) if not any(table is one for one in written)} - own_names
    functions = {call.name for call in tree.find_all(exp.Anonymous)}
    return Touched(frozenset(reads | functions), frozenset(table.name for table in written))
