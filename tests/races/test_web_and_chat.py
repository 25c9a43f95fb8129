"""The same fruit through two doors at once, and one cart changed in two tabs and in the chat."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from core.carts.actions import add_pack, choose_address, choose_slot, set_quantity
from core.clock import read_now
from core.db import in_transaction, transaction
from core.query import Query
from shop_web.area import SHOP
from tests.races.test_sixty_buyers import BOXES, FEW, Market, count, sell_without_a_guard
from tests.support.doors import open_doors
from tests.support.shelf import DOZEN, Shelf
from tests.support.visitor import Visitor, form_on
from tests.support.world import World

HOME = Query("SELECT id FROM addresses WHERE customer_id = :customer_id ORDER BY id DESC LIMIT 1")


def ready_to_order(app: Any, shelf: Shelf, slot_id: int) -> tuple[Visitor, httpx.Response]:
    """Somebody signed in with a box in the cart, and the summary on the screen."""
    customer_id = shelf.meet()
    with transaction() as session:
        now = read_now(session)
        add_pack(session, customer_id, shelf.pack(), 1, now)
        choose_address(session, customer_id, HOME.run(session, {"customer_id": customer_id}).scalar_one(), now)
        choose_slot(session, customer_id, slot_id, now)
    visitor = Visitor(app)
    visitor.is_signed_in(SHOP, customer_id=customer_id)
    return visitor, visitor.get("/checkout")


@pytest.fixture
def rush(world: World, shelf: Shelf) -> Callable[[int], tuple[Market, int]]:
    """So many in the chat and as many on the web want a box, and there are five; how many they say were sold."""
    return partial(_sell, world, shelf)


def _sell(world: World, shelf: Shelf, of_each_door: int) -> tuple[Market, int]:
    market = Market(world, shelf, [shelf.pack()], of_each_door)
    market.make_room(2 * of_each_door)
    app = open_doors()
    buyers = [ready_to_order(app, shelf, market.slot) for _ in range(of_each_door)]
    shelf.leave(BOXES * DOZEN)

    def orders(buyer: tuple[Visitor, httpx.Response]) -> int:
        visitor, summary = buyer
        fields = {**form_on(summary, "/checkout").fields, "way": "online"}
        return visitor.post("/checkout", fields).status_code

    with ThreadPoolExecutor(8) as hands:
        on_the_web = hands.map(orders, buyers)
        in_the_chat = market.everybody_taps()
        statuses = list(on_the_web)
    sold_in_the_chat = count(in_the_chat, "ordering-summary")
    assert set(statuses) <= {303, 409}
    return market, sold_in_the_chat + statuses.count(303)


def test_thirty_in_the_chat_and_thirty_on_the_web_want_five_boxes(rush: Callable[[int], tuple[Market, int]]) -> None:
    market, sold = rush(30)
    assert sold == market.count_orders() == BOXES
    assert market.shelf.stock() == (BOXES * DOZEN, BOXES * DOZEN)
    market.world.settle()
    market.world.assert_sound()


def test_control_without_the_condition_both_doors_sell_to_everybody(
    rush: Callable[[int], tuple[Market, int]], shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell_without_a_guard(monkeypatch, shelf)
    market, sold = rush(FEW // 2)
    assert sold == market.count_orders() == FEW
    assert market.broken_rules() == ["inventory-never-oversold"]


def test_a_cart_changed_in_two_tabs_and_in_the_chat_keeps_one_truth(demo_shop: str, shelf: Shelf) -> None:
    app, customer_id, pack = open_doors(), shelf.meet(), shelf.pack()
    tab = Visitor(app)
    tab.is_signed_in(SHOP, customer_id=customer_id)
    in_transaction(lambda session: add_pack(session, customer_id, pack, 1, read_now(session)))
    pages = [tab.get("/cart") for _ in range(2)]

    def in_a_tab(page: httpx.Response) -> int:
        fields = form_on(page, "/cart").fields
        other = Visitor(app)
        other.cookies = type(tab.cookies)(tab.cookies)
        return other.post("/cart", {**fields, "pack": str(pack), "quantity": "2"}).status_code

    def in_the_chat(quantity: int) -> int:
        return in_transaction(lambda session: set_quantity(session, customer_id, pack, quantity, read_now(session)))

    with ThreadPoolExecutor(4) as hands:
        tabs = hands.map(in_a_tab, pages)
        chat = hands.map(in_the_chat, [3, 3])
        assert (set(tabs), set(chat)) == ({303}, {3})
    with transaction() as session:
        lines = session.execute(
            text("SELECT quantity FROM cart_items l JOIN carts c ON c.id = l.cart_id WHERE c.customer_id = :id"),
            {"id": customer_id},
        ).all()
    assert [line.quantity for line in lines] in ([2], [3]), "one line, with what was said last"
