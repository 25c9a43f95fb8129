"""What a savepoint undoes, it undoes for the statements too that the driver runs itself (`core.query`)."""

from __future__ import annotations

from core.clock import read_now
from core.customers.actions import create_customers
from core.db import transaction
from tests.support.shelf import Shelf

NAMED = "SELECT count(*) FROM users WHERE name = :name"


def test_a_savepoint_undoes_its_first_statement(shelf: Shelf) -> None:
    with transaction() as session:
        now = read_now(session)
        create_customers(session, ["Before"], now)
        savepoint = session.begin_nested()
        create_customers(session, ["Inside"], now)
        savepoint.rollback()
        create_customers(session, ["After"], now)
    assert [shelf.read(NAMED, name=name) for name in ("Before", "Inside", "After")] == [1, 0, 1]


def test_a_savepoint_in_a_savepoint_is_undone_alone(shelf: Shelf) -> None:
    with transaction() as session:
        now = read_now(session)
        with session.begin_nested():
            inner = session.begin_nested()
            create_customers(session, ["Inner"], now)
            inner.rollback()
            create_customers(session, ["Outer"], now)
    assert [shelf.read(NAMED, name=name) for name in ("Inner", "Outer")] == [0, 1]
