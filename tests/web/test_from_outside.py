"""Attacks on the web shop: ids of others, made-up prices, forms of other sites, ways that lead out, stolen sessions."""

from __future__ import annotations

from typing import Any

import pytest

from core.clock import read_now
from core.db import transaction
from core.recognition.actions import recognise
from tests.support.visitor import Visitor
from tests.web.conftest import rows
from tests.web.shopping import Buyer, one, sends_the_word


@pytest.fixture
def ravi(app: Any) -> int:
    with transaction() as session:
        person = recognise(
            session, phone="919876500078", user_id=None, parent_user_id=None, name="Ravi", now=read_now(session)
        )
    assert person.customer_id is not None
    return person.customer_id


def has_ordered(buyer: Buyer, customer_id: int) -> str:
    """The token of a cash order of a customer."""
    buyer.puts("kesar", 1, pack=1)
    buyer.lives_at("palm", "4477", "B")
    buyer.picks_a_window()
    buyer.signs_in(customer_id, after="/checkout")
    return str(buyer.pays("cash").url).rsplit("/", 1)[1]


def test_an_order_is_changed_by_its_customer_alone(app: Any, asha: int, ravi: int) -> None:
    token = has_ordered(Buyer(Visitor(app)), asha)
    stranger = Buyer(Visitor(app))
    stranger.signs_in(ravi)
    page = stranger.goes(f"/o/{token}")
    assert "4477" not in page.text
    assert "Cancel this order" not in page.text
    hidden = stranger.goes("/my/profile")
    for deed in ("cancel", "cash", "again"):
        fields = {"_token": token_of(hidden), "_once": deed}
        assert stranger.visitor.post(f"/o/{token}/{deed}", fields).status_code == 403, deed
    assert one("SELECT status FROM orders WHERE token = :token", token=token).status == "confirmed"
    for wrong in ("x" * 22, token[:-1], token + "A", "%00", "x" * 5000):
        assert stranger.visitor.get(f"/o/{wrong}").status_code in {404, 303}, wrong[:30]


def token_of(page: Any) -> str:
    return str(page.text.split('name="_token" value="')[1].split('"')[0])


def test_ids_of_others_are_refused_and_fields_that_are_none_too(app: Any, asha: int, ravi: int) -> None:
    has_ordered(Buyer(Visitor(app)), asha)
    [home] = rows("SELECT id FROM addresses WHERE customer_id = :id", id=asha)
    other = Buyer(Visitor(app))
    other.puts("kesar", 1, pack=1)
    other.signs_in(ravi)
    fields = {"_token": token_of(other.goes("/cart")), "_once": "a"}
    assert other.visitor.post("/checkout/home", {**fields, "address": str(home.id)}).status_code in {409, 422}
    assert one("SELECT address_id FROM carts WHERE customer_id = :id", id=ravi).address_id is None
    made_up: tuple[dict[str, str], ...] = (
        {"pack": "1", "quantity": "1", "price_paise": "1"},
        {"pack": "-1", "quantity": "1"},
        {"pack": str(2**70), "quantity": "1"},
        {"pack": "1", "quantity": "1e9"},
        {"pack": "1"},
    )
    for each in made_up:
        answer = other.visitor.post("/mangoes/kesar", {**fields, "_once": str(each), **each})
        assert answer.status_code in {409, 422}, each


def test_a_total_that_was_changed_orders_nothing(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.picks_a_window()
    guest.signs_in(asha, after="/checkout")
    before = one("SELECT count(*) AS many FROM orders").many
    answer = guest.sends(guest.goes("/checkout"), "/checkout", way="cash", total="100")
    assert "The total is ₹840 now" in answer.text
    assert one("SELECT count(*) AS many FROM orders").many == before


def test_no_other_site_sends_our_forms_and_no_link_leads_away(app: Any, asha: int) -> None:
    buyer = Buyer(Visitor(app))
    buyer.puts("kesar", 1)
    page = buyer.goes("/cart")
    fields = {"_token": token_of(page), "_once": "b", "pack": "1", "quantity": "9"}
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert buyer.visitor.post("/cart", fields, headers=elsewhere).status_code == 403
    assert buyer.visitor.post("/cart", {**fields, "_token": "0" * 64}).status_code == 403
    for away in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\thttps://evil.example",
    ):
        word, number = buyer.asks_to_sign_in()
        assert sends_the_word(asha, word, number)
        waiting = buyer.goes("/login/word")
        answer = buyer.visitor.fills(waiting, "/login/word", next=away)
        assert answer.status_code == 422 or answer.headers["location"].startswith("/"), away
        assert "evil" not in answer.headers.get("location", "")


def test_a_secret_that_was_planted_before_signing_in_opens_nothing_after(app: Any, asha: int) -> None:
    victim, thief = Visitor(app), Visitor(app)
    buyer = Buyer(victim)
    buyer.puts("kesar", 1)
    thief.cookies = type(victim.cookies)(victim.cookies)
    buyer.signs_in(asha)
    assert "Sign in" not in buyer.goes("/my/orders").text
    assert "Sign in" in Buyer(thief).goes("/my/orders").text


def test_personal_pages_are_kept_by_nobody(app: Any, asha: int) -> None:
    buyer = Buyer(Visitor(app))
    token = has_ordered(buyer, asha)
    for path in ("/cart", "/checkout/home", "/my/orders", "/my/profile", f"/o/{token}", "/login/word"):
        answer = buyer.visitor.get(path)
        assert answer.headers["cache-control"] == "no-store", path
        assert "noindex" in answer.text or answer.status_code == 303, path
    stranger = Visitor(app)
    for path in ("/", "/mangoes", "/delivery"):
        answer = stranger.get(path)
        assert "set-cookie" not in answer.headers, path


def test_no_address_is_an_error(app: Any, asha: int) -> None:
    """Odd letters in a path or query: 404 or a page, never 5xx."""
    buyer = Buyer(Visitor(app))
    buyer.signs_in(asha)
    buyer.puts("kesar", 1)
    odd = ("%00", "%ff%fe", "a%00b", "'", "%25", "🥭", "-1", "9" * 40, "a" * 3000, "%0d%0aSet-Cookie:x=1")
    for each in odd:
        paths = (f"{before}{each}" for before in ("/mangoes/", "/o/", "/checkout/home/", "/media/"))
        queries = (f"{before}={each}" for before in ("/mangoes?ripe", "/checkout/home?q", "/login?next"))
        for path in (*paths, *queries):
            answer = buyer.visitor.get(path)
            assert answer.status_code < 500, path[:60]
            assert "x=1" not in str(answer.headers), path[:60]


def test_words_are_rationed_by_address(app: Any) -> None:
    statuses = []
    for _ in range(12):
        visitor = Visitor(app, address="203.0.113.99")
        statuses.append(visitor.fills(visitor.get("/login"), "/login").status_code)
    assert statuses == [303] * 10 + [429] * 2
