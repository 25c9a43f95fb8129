"""An edited row is written before the next statement, whoever runs it."""

from __future__ import annotations

import ast
from pathlib import Path

from sqlalchemy import text

from core.db import transaction
from core.orders.locks import lock_order
from core.orders.tables import Order
from tests.support.shelf import Shelf

ROOT = Path(__file__).parents[2]
# A new row for its id, or its name, which may be taken; edits before statements that go past the session; a message
# whose writes fail must fail alone.
BY_HAND = {"core/db.py", "core/query.py", "core/zones/editing.py", "jamango/turns.py"}


def test_an_edit_is_not_lost_when_a_verb_locks_the_row_anew(shelf: Shelf) -> None:
    order_id = shelf.place()
    with transaction() as session:
        order = session.get_one(Order, order_id)
        order.note = "ring twice"
        assert lock_order(session, order_id).note == "ring twice"
        order.note = "ring once"
        note = session.execute(text("SELECT note FROM orders WHERE id = :id"), {"id": order_id})
        assert note.scalar_one() == "ring once"
    assert shelf.order(order_id).note == "ring once"


def test_nobody_writes_edits_by_hand() -> None:
    paths = (path for folder in ("core", "bot", "flows", "pages", "jamango") for path in (ROOT / folder).rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix() for path in paths if _flushes(ast.parse(path.read_text("utf-8")))}
    assert found == BY_HAND


def _flushes(tree: ast.AST) -> bool:
    """Whether it calls `session.flush()`."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    flushes = (call.value for call in calls if isinstance(call, ast.Attribute) and call.attr == "flush")
    return any(isinstance(owner, ast.Name) and owner.id == "session" for owner in flushes)
