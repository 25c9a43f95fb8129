"""What is wrong stands beside the form that was sent, on every page of the office, and nothing of it is done."""

from __future__ import annotations

import re

import pytest

from core.clock import read_now
from core.db import transaction
from core.misses.actions import keep_miss
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import code_of, confirmed
from tests.office.test_who_may import routes
from tests.support.paid import pay
from tests.support.shelf import Shelf
from tests.support.visitor import complaints, forms_on

# Signing out and choosing are no forms of a page; papers and files have none.
NO_PAGES = ("/admin/signin", "/admin/setup", "/admin/live", "/admin/paper", "/admin/prove", "/admin/nothing")
NOT_OF_THE_PAGE = ("/admin/signout", "/admin/undo", "/language")


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def pages(shelf: Shelf) -> list[str]:
    """An address of every page, with rows that there are."""
    order_id = confirmed(shelf)
    paid = shelf.place()
    pay(shelf, paid)
    chat = rows("SELECT id, customer_id FROM chats WHERE customer_id IS NOT NULL ORDER BY id LIMIT 1")[0]
    does("UPDATE chats SET last_inbound_at = jamango_now() WHERE id = :id", id=chat.id)
    with transaction() as session:
        keep_miss(
            session, chat.customer_id, "2 dozen hafoozi", name="", step="menu", language="en", now=read_now(session)
        )
    known = {
        "code": code_of(shelf, order_id), "customer_id": chat.customer_id, "chat_id": chat.id,
        "slot_id": shelf.order(order_id).slot_id, "inventory_id": shelf.inventory_id(), "key": "parking", "place": 0,
        "product_id": rows("SELECT min(product_id) AS id FROM packs")[0].id,
        "pack_id": rows("SELECT min(id) AS id FROM packs WHERE product_id = (SELECT min(product_id) FROM packs)")[0].id,
        "zone_id": 1, "apartment_id": 1, "pattern_id": rows("SELECT min(id) AS id FROM slot_patterns")[0].id,
        "staff_id": rows("SELECT min(id) AS id FROM staff")[0].id, "name": "order_changed", "language": "en",
    }  # fmt: skip
    found = [
        re.sub(r":\w+}", "}", route_path).format_map(_Known(known))
        for method, route_path in templates_of_pages()
        if method == "GET"
    ]
    return [*found, f"/admin/orders/{code_of(shelf, paid)}"]


class _Known(dict[str, object]):
    def __missing__(self, name: str) -> object:
        return 1


def templates_of_pages() -> list[tuple[str, str]]:
    return [
        (method, path) for method, path, _ in routes(bare=True) if not path.startswith(NO_PAGES) and "." not in path
    ]


def test_every_form_complains_once_beside_itself_and_does_nothing(founder: Colleague, shelf: Shelf) -> None:
    seen: set[str] = set()
    for path in pages(shelf):
        page = founder.goes(path)
        if page.status_code != 200 or "text/html" not in page.headers["content-type"]:
            continue
        for action in forms_on(page):
            kind = re.sub(r"\d+|/[0-9A-Z]{6}\b", "1", action)
            if kind in seen or action.startswith(NOT_OF_THE_PAGE):
                continue
            seen.add(kind)
            does("DELETE FROM request_counts")
            answer = founder.visitor.fills(page, action, no_field_of_ours="1")
            assert answer.status_code == 422, (path, action)
            assert complaints(answer.text) in ([action], [""]), (path, action)
    assert len(seen) > 30, seen
