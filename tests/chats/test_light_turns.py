"""What every order by chat costs: its statements run on the driver, none by way of SQLAlchemy (fault F552)."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from tests.chats.orders import orders_for_cash
from tests.support.chat import Person


@pytest.fixture
def by_way_of_sqlalchemy() -> Iterator[list[str]]:
    """The statements of turns that SQLAlchemy executes itself."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if threading.current_thread().name.startswith("turns"):
            statements.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("by_day")
def test_the_turns_of_an_order_execute_nothing_by_way_of_sqlalchemy(
    chat: Person, by_way_of_sqlalchemy: list[str]
) -> None:
    orders_for_cash(chat)
    assert by_way_of_sqlalchemy, "somebody who was new is met by way of SQLAlchemy: it would be seen here"
    by_way_of_sqlalchemy.clear()
    chat.says("menu")
    for title in ("Kesar", "Half dozen", "Checkout", "Tomorrow", "Cash on delivery"):
        chat.hears_anything()
        chat.taps(title)
    chat.hears("notices-order-confirmed")
    assert by_way_of_sqlalchemy == []
