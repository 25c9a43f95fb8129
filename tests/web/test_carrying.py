"""The cart goes along: from the browser into the chat, and from the chat into any browser."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from core.carts.actions import add_pack
from core.carts.links import lend_cart, take_cart
from core.carts.rules import find_word, write_word
from core.clock import read_now
from core.db import transaction
from tests.support.chat import Person
from tests.support.visitor import Visitor
from tests.support.world import World
from tests.web.conftest import rows
from tests.web.shopping import Buyer, one


def shown_word(page: str) -> str:
    return re.findall(r'class="login-word">([A-Z0-9-]+)<', page)[0]


def lines_of(customer_id: int) -> list[int]:
    query = "SELECT l.quantity FROM cart_items l JOIN carts c ON c.id = l.cart_id WHERE c.customer_id = :id"
    return [row.quantity for row in rows(query, id=customer_id)]


def test_a_cart_goes_from_the_web_into_the_chat_and_back(world: World, regular: Person) -> None:
    from tests.support.doors import open_doors  # noqa: PLC0415 - the settings are the world's

    guest = Buyer(Visitor(open_doors(), origin=world.shop_url))
    guest.puts("kesar", 2, pack=1)
    page = guest.sends(guest.goes("/cart"), "/cart/chat")
    regular.says(f"CART {shown_word(page.text)}")
    regular.hears("ordering-cart")
    assert "Your cart is empty" in guest.goes("/cart").text, "it is in the chat now"
    regular.says(f"CART {shown_word(page.text)}")
    regular.hears("cart-word-over")

    regular.says("web shop")
    said = regular.hears("cart-on-web")
    address = said.url
    assert address is not None
    other = Buyer(Visitor(open_doors(), origin=world.shop_url))
    looked = other.goes(address.removeprefix(world.shop_url))
    assert "2 × Kesar" in looked.text
    assert one("SELECT count(*) AS used FROM cart_links WHERE used_at IS NULL").used == 1, "a preview takes nothing"
    assert "Kesar" in other.sends(looked, f"/cart/from/{address.rsplit('/', 1)[1]}").text
    assert other.goes(address.removeprefix(world.shop_url)).status_code == 404
    regular.says("cart")
    regular.hears("ordering-cart")


def test_only_lines_go_along_and_nothing_that_names_anybody(app: Any, asha: int) -> None:
    """The word could be anybody's: no home is shown to a stranger, and none is put into a stranger's cart."""
    guest = Buyer(Visitor(app))
    guest.puts("alphonso", 3, pack=1)
    guest.lives_at("palm", "4477", "B")
    page = guest.sends(guest.goes("/cart"), "/cart/chat")
    with transaction() as session:
        now = read_now(session)
        word = find_word(f"CART {shown_word(page.text)}", "CART")
        assert word is not None
        add_pack(session, asha, one("SELECT pack_id FROM cart_items").pack_id, 1, now)
        assert take_cart(session, word, asha, now, moved=True)
        assert not take_cart(session, word, asha, now, moved=True), "once"
    assert lines_of(asha) == [3], "of one pack the larger number"
    assert rows("SELECT id FROM addresses WHERE customer_id = :id", id=asha) == []
    assert one("SELECT address_id FROM carts WHERE customer_id = :id", id=asha).address_id is None
    kept = str(rows("SELECT to_jsonb(l) FROM cart_links l"))
    assert word not in kept


def test_a_word_for_a_cart_ends(app: Any, asha: int) -> None:
    with transaction() as session:
        now = read_now(session)
        add_pack(session, asha, one("SELECT min(id) AS id FROM packs WHERE active").id, 1, now)
        word = lend_cart(session, asha, now)
        assert not take_cart(session, word, asha, now + timedelta(minutes=31), moved=False)
    visitor = Visitor(app)
    assert visitor.get(f"/cart/from/{write_word(word)}").status_code == 200
    for wrong in ("AAAA-AAAA", "x", "%00", "a" * 3000):
        assert visitor.get(f"/cart/from/{wrong}").status_code == 404, wrong[:20]
