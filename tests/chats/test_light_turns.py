"""What everyday turns cost: the statements of an order run on the driver, none by way of SQLAlchemy (fault F552), and a
greeting or a command is not read as a line of order, for which all names of the shop are looked up (F553)."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from core.reading.book import Book
from core.views.book import shop_book
from flows import turn as turns
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


@pytest.mark.usefixtures("by_day")
def test_no_name_is_looked_up_for_a_greeting_or_a_command(chat: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    orders_for_cash(chat)
    heard: list[str] = []
    looked_up: list[str] = []

    def look_up(session: Session) -> Book:
        looked_up.append(heard[-1])
        return shop_book(session)

    monkeypatch.setattr(turns, "shop_book", look_up)
    for words in ("hi", "menu", "cart", "नमस्ते", "1 dozen kesar kal subah"):
        heard.append(words)
        chat.says(words)
        chat.hears_anything()
    assert set(looked_up) == {"1 dozen kesar kal subah"}
