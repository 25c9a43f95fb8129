"""No statement of ours changes what waits to be sent without naming the state that it may change (fault F135)."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import TextClause

from core.query import Query

ROOT = Path(__file__).parents[2]
PACKAGES = ("core", "bot", "pages", "flows", "jamango", "webhooks", "admin_web", "shop_web")
CHANGES = re.compile(r"UPDATE outbox\b(.*)", re.DOTALL)
MAKES_ONE = re.compile(r"UPDATE outbox|move\(|lease_statement\(")
# The state itself, or the row that a guarded part of the statement has picked and locked.
GUARD = re.compile(r"\bstatus\b\s*(=|IN|NOT IN|<)|\bitem\.id = head\.id\b|< array_position\(.*found\.status")


def sources() -> Iterator[tuple[Path, str]]:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            if "migrations" not in path.parts and MAKES_ONE.search(source):
                yield path, source


def statements() -> dict[str, str]:
    """Every change of the outbox that a module of ours holds under a name."""
    found = {}
    for path, _ in sources():
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            held = value.values() if isinstance(value, dict) else [value]
            texts = [each.text if isinstance(each, TextClause) else each.sql for each in held
                     if isinstance(each, TextClause | Query)]  # fmt: skip
            found |= {
                f"{module.__name__}.{name}.{place}": sql for place, sql in enumerate(texts) if CHANGES.search(sql)
            }
    return found


def condition_of(change: str) -> str:
    """What stands between the statement's own WHERE and its RETURNING, subqueries of SET and RETURNING left out."""
    depth, begins = 0, None
    for word in re.finditer(r"\(|\)|\bWHERE\b|\bRETURNING\b", change):
        depth += {"(": 1, ")": -1}.get(word[0], 0)
        if depth < 0 or (depth == 0 and word[0] == "RETURNING"):
            return change[begins : word.start()] if begins else ""
        if depth == 0 and word[0] == "WHERE":
            begins = word.end()
    return change[begins:] if begins else ""


def is_guarded(sql: str) -> bool:
    match = CHANGES.search(sql)
    return match is not None and GUARD.search(condition_of(match[1])) is not None


def test_every_change_of_the_outbox_names_a_state() -> None:
    known = statements()
    assert len(known) >= 12, "the search finds nothing any more"
    assert [name for name, sql in known.items() if not is_guarded(sql)] == []


def test_no_change_of_the_outbox_hides_in_a_function() -> None:
    for path, source in sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and (path.name, node.name) != ("moves.py", "move"):
                inner = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
                hidden = [value for value in inner if isinstance(value, str) and "UPDATE outbox" in value]
                assert hidden == [], f"{path}: {node.name}"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE outbox SET status = 'done' WHERE id = :id RETURNING id",
        "UPDATE outbox SET error = (SELECT '' WHERE status = 'done') WHERE id = :id AND attempts = :attempts",
        "UPDATE outbox SET error = '' WHERE id = :id RETURNING EXISTS (SELECT FROM outbox WHERE status = 'pending')",
    ],
)
def test_control_a_change_by_id_alone_is_seen(sql: str) -> None:
    assert not is_guarded(sql)


def test_words_of_an_order_come_from_the_one_place_that_knows_whether_it_is_quiet() -> None:
    """`notify` with an order's id is called there alone (`core.orders.telling`)."""
    calls = re.compile(r"(?<!def )\bnotify\([^)]*order_id")
    found = [str(path.relative_to(ROOT)) for package in PACKAGES for path in (ROOT / package).rglob("*.py")
             if calls.search(path.read_text(encoding="utf-8"))]  # fmt: skip
    assert found == ["core/orders/telling.py"]
