"""Finds what writes a status: a statement, an attribute, a constructor. A table that cannot be told is `?`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Enum
from sqlmodel import SQLModel

import core.tables  # noqa: F401 - all of them, to know their statuses

Write = tuple[str, str]
Function = ast.FunctionDef | ast.AsyncFunctionDef

IS_STATUS = re.compile(r"(\w+_)?status")
UPDATE = re.compile(r"\bUPDATE (?:ONLY )?(?!SET\b)(\S+)(?: (?:AS )?(?!SET\b)\w+)? SET ", re.IGNORECASE)
INSERT = re.compile(r"\bINSERT INTO (\S+)(?: AS \w+)? ?\(([^)]*)\)", re.IGNORECASE)
UPSERT = re.compile(r"\bDO UPDATE SET ", re.IGNORECASE)
# What a list of assignments, at its own depth of parentheses, is made of and ends with.
PIECES = re.compile(r"[(),]|\b(?:FROM|WHERE|RETURNING)\b", re.IGNORECASE)
ASSIGNED = re.compile(r"\s*\(?([\w, ]+?)\)?\s*=")
UNKNOWN = "?"
BY_NAME = {"setattr", "set_committed_value"}


@cache
def status_columns() -> frozenset[str]:
    """`table.column` of every status that is one of a few words."""
    return frozenset(
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if IS_STATUS.fullmatch(column.name) and isinstance(column.type, Enum)
    )


def writes_in(source: str) -> set[str]:
    """`table.column` of each status that a module writes, at creation too, `?.column` where its table is not named."""
    tree = ast.parse(source)
    by_sql = {write for node in ast.walk(tree) for write in _written_by_sql(" ".join(_text_of(node).split()))}
    known = status_columns()
    unknown = {f"{UNKNOWN}.{column.split('.')[1]}" for column in known}
    return {".".join(write) for write in by_sql | set(_written_by_python(tree))} & (known | unknown)


def _text_of(node: ast.AST) -> str:
    """The text of a literal, with `{}` for what an f-string puts in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def _written_by_sql(sql: str) -> Iterator[Write]:
    for change in UPDATE.finditer(sql):
        yield from ((_table(change[1]), column) for column in _assigned(sql[change.end() :]))
    for creation in INSERT.finditer(sql):
        table = _table(creation[1])
        yield from ((table, column.strip()) for column in creation[2].split(","))
        upsert = UPSERT.search(sql, creation.end())
        if upsert:
            yield from ((table, column) for column in _assigned(sql[upsert.end() :]))


def _table(name: str) -> str:
    return UNKNOWN if "{" in name else name.strip('"')


def _assigned(sql: str) -> Iterator[str]:
    """The columns that a SET assigns, up to the end of its list."""
    sql = re.sub(r"\bDISTINCT FROM\b", "DISTINCT_FROM", sql, flags=re.IGNORECASE)
    depth, begins, ends = 0, 0, len(sql)
    pieces = []
    for mark in PIECES.finditer(sql):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth < 0 or (depth == 0 and mark[0].isalpha()):
            ends = mark.start()
            break
        if depth == 0 and mark[0] == ",":
            pieces.append(sql[begins : mark.start()])
            begins = mark.end()
    for piece in (*pieces, sql[begins:ends]):
        if match := ASSIGNED.match(piece):
            yield from (column.strip() for column in match[1].split(","))


def _written_by_python(tree: ast.Module) -> Iterator[Write]:
    tables = {each.class_.__name__: str(each.class_.__tablename__) for each in SQLModel._sa_registry.mappers}
    for owner, function, node in _nodes(tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            parts = [part for target in targets for part in ast.walk(target) if isinstance(part, ast.Attribute)]
            yield from ((_table_of(part.value, owner, function, tables), part.attr) for part in parts)
        elif isinstance(node, ast.Call):
            yield from _written_by_call(node, tables)


def _nodes(tree: ast.Module) -> Iterator[tuple[str, Function | None, ast.AST]]:
    """Every node with the names of the class and the function that it stands in."""
    waiting: list[tuple[str, Function | None, ast.AST]] = [("", None, tree)]
    while waiting:
        owner, function, node = waiting.pop()
        yield owner, function, node
        owner = node.name if isinstance(node, ast.ClassDef) else owner
        function = node if isinstance(node, Function) else function
        waiting += [(owner, function, child) for child in ast.iter_child_nodes(node)]


def _table_of(receiver: ast.expr, owner: str, function: Function | None, tables: dict[str, str]) -> str:
    """The table of a row that a function was given by annotation; nothing for a thing that is no row."""
    if not isinstance(receiver, ast.Name):
        return UNKNOWN
    if receiver.id == "self":
        return tables.get(owner, "")
    given = function.args.args + function.args.kwonlyargs if function else []
    annotation = next((each.annotation for each in given if each.arg == receiver.id), None)
    if annotation is None:
        return UNKNOWN
    words = re.findall(r"\w+", ast.unparse(annotation))
    return next((tables[word] for word in words if word in tables), "")


def _written_by_call(call: ast.Call, tables: dict[str, str]) -> Iterator[Write]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in tables:
        yield from ((tables[name], keyword.arg or "") for keyword in call.keywords)
    elif name in BY_NAME:
        yield from ((UNKNOWN, str(each.value)) for each in call.args if isinstance(each, ast.Constant))
