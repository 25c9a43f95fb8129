"""A guest's way through the web shop, and a customer's: shelf, cart, home, window, contact, summary, order."""

from __future__ import annotations

from tests.web.shopping import Buyer, has_form, one


def test_the_shelf_shows_what_is_there_and_narrows(guest: Buyer) -> None:
    everything = guest.goes("/mangoes")
    assert all(name in everything.text for name in ("Alphonso", "Kesar", "Totapuri"))
    assert "Neelam" not in everything.text
    assert "From" in guest.goes("/mangoes?show=all").text
    assert "Alphonso" not in guest.goes("/mangoes?most=200").text
    assert guest.goes("/mangoes?ripe=never&most=x&page=7").status_code == 200
    assert guest.goes("/mangoes/no-such-mango").status_code == 404
    assert "comes around" in guest.goes("/mangoes/neelam").text


def test_a_guest_orders_and_pays_online(guest: Buyer) -> None:
    assert "Your cart is empty" in guest.goes("/cart").text
    assert 'type="number"' not in guest.goes("/mangoes/alphonso").text, "a browser throws away what it cannot read"
    cart = guest.puts("alphonso", 2, pack=1)
    assert "₹2,400" in cart.text
    assert "Where shall we bring it?" in guest.goes("/checkout").text
    assert "When shall we come?" in guest.lives_at("palm gro", "1203", "B").text
    assert "Whom may the rider call?" in guest.picks_a_window().text
    summary = guest.tells("Kiran", "98765 00088")
    assert 'Palm Grove, <span class="whole">B-1203</span>' in summary.text
    page = guest.pays("online")
    assert "One moment" in page.text
    order = one("SELECT code, token, channel, status, payment_method, total_paise FROM orders WHERE channel = 'web'")
    assert tuple(order)[2:] == ("web", "awaiting_payment", "online", 240_000)
    assert str(page.url).endswith(f"/o/{order.token}")
    assert "B-••••" in page.text, "whoever has the link does not learn the flat"
    assert "or to cancel it" in page.text, "the way to what only a customer may do"


def test_cash_asks_a_guest_to_sign_in_first_and_the_cart_comes_along(guest: Buyer, asha: int) -> None:
    assert "Cash on delivery is possible up to ₹2,000" in guest.fills_everything().text, "the cap is said before"
    guest.sends(guest.goes("/cart"), "/cart", quantity="1")
    assert "Sign in" in guest.pays("cash").text
    assert one("SELECT count(*) FROM orders WHERE channel = 'web'")[0] == 0
    summary = guest.signs_in(asha, after="/checkout")
    assert 'Palm Grove, <span class="whole">B-1203</span>' in summary.text
    page = guest.pays("cash")
    assert "Confirmed" in page.text
    order = one("SELECT customer_id, status, channel FROM orders WHERE channel = 'web'")
    assert tuple(order) == (asha, "confirmed", "web")
    assert "1203" in page.text, "the customer reads all of it"
    assert has_form(page, f"{page.url.path}/again")


def test_lines_are_changed_one_by_one(guest: Buyer) -> None:
    guest.puts("alphonso", 1, pack=1)
    cart = guest.puts("kesar", 1, pack=1)
    pack = one("SELECT pack_id FROM cart_items ORDER BY id LIMIT 1").pack_id
    more = guest.sends(cart, "/cart", pack=str(pack), quantity="3")
    assert "₹3,600" in more.text
    gone = guest.sends(more, "/cart", pack=str(pack), quantity="0")
    assert "Alphonso" not in gone.text
    assert "Kesar" in gone.text
    wrong = guest.sends(gone, "/cart", pack=str(pack), quantity="9999")
    assert wrong.status_code == 422
