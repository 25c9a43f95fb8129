"""Requests that no page of ours makes: windows of others, hosts of others, caches that shall keep what is personal."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import text

from admin_web.doors import find_routers
from core.db import transaction
from shop_web.doors import DOORS
from tests.support.visitor import Visitor
from tests.web.shopping import Buyer, one
from tests.web.test_from_outside import token_of

EVIL = "evil.example"


def does(sql: str) -> None:
    with transaction() as session:
        session.execute(text(sql))


WINDOWS = {
    "closed": "UPDATE delivery_slots SET open = false WHERE id = {slot}",
    "full": "UPDATE delivery_slots SET booked = capacity WHERE id = {slot}",
    "past its cut-off": "UPDATE delivery_slots SET cutoff_at = jamango_now() - interval '1 minute' WHERE id = {slot}",
}


OTHERS = {
    "another zone's": """SELECT min(id) AS id FROM delivery_slots WHERE open AND cutoff_at > jamango_now()
                          AND zone_id <> (SELECT zone_id FROM delivery_slots WHERE id = :slot)""",
    "none at all": "SELECT max(id) + :slot AS id FROM delivery_slots",
}


@pytest.mark.parametrize("kind", [*WINDOWS, *OTHERS])
def test_a_window_that_was_not_offered_is_refused_with_a_sentence(guest: Buyer, kind: str) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    page = guest.goes("/checkout/time")
    slot = int(re.findall(r'name="slot" value="(\d+)"', page.text)[-1])
    if kind in WINDOWS:
        does(WINDOWS[kind].format(slot=slot))
    else:
        slot = one(OTHERS[kind], slot=slot).id
    answer = guest.visitor.fills(page, "/checkout/time", slot=str(slot))
    assert answer.status_code in {409, 422}
    assert 'role="alert"' in answer.text
    assert one("SELECT slot_id FROM carts ORDER BY id DESC LIMIT 1").slot_id is None


def test_a_window_that_closes_after_it_was_chosen_orders_nothing(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.picks_a_window()
    summary = guest.signs_in(asha, after="/checkout")
    does("UPDATE delivery_slots SET open = false")
    answer = guest.visitor.fills(summary, "/checkout", way="cash")
    assert answer.status_code in {303, 409}
    assert one("SELECT count(*) AS made FROM orders WHERE channel = 'web'").made == 0


def test_no_page_believes_the_host_that_a_request_names(app: Any) -> None:
    visitor = Visitor(app)
    named = {"X-Forwarded-Host": EVIL, "X-Forwarded-Proto": "http", "Forwarded": f"host={EVIL}", "X-Host": EVIL}
    for path in ("/", "/mangoes", "/mangoes/kesar", "/sitemap.xml", "/robots.txt", "/login", "/my/orders", "/nothing"):
        for headers in (named, {"Host": EVIL}):
            answer = visitor.get(path, headers)
            assert EVIL not in answer.text, path
            assert EVIL not in str(answer.headers), path


def test_headers_that_caches_do_not_know_change_nothing(app: Any) -> None:
    names = ("X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Forwarded-Scheme", "X-Forwarded-Prefix")
    odd = {**dict.fromkeys(names, "/cart"), "User-Agent": "evil"}
    for path in ("/", "/mangoes", "/delivery", "/offline"):
        plain = Visitor(app).get(path)
        assert Visitor(app).get(path, odd).text == plain.text, path
        assert {"Accept-Language", "Cookie"} <= {name.strip() for name in plain.headers["vary"].split(",")}, path
        assert "set-cookie" not in plain.headers, path


def test_no_spelling_of_a_personal_page_may_be_kept(app: Any, asha: int) -> None:
    """A cache that keeps what looks like a file must find no personal page under such a name."""
    buyer = Buyer(Visitor(app))
    buyer.puts("kesar")
    buyer.signs_in(asha)
    for path in ("/cart", "/my/orders", "/my/profile", "/my/profile/everything.json", "/checkout/home"):
        for ending in ("", "/x.css", ";x.css", "%2fx.css", ".css", "?x.css", "%00.css"):
            spelling = path + ending
            answer = buyer.visitor.get(spelling)
            kept = answer.headers.get("cache-control", "")
            assert answer.status_code == 404 or kept == "no-store", spelling
            assert "no-store" in kept or "Kesar" not in answer.text, spelling


def test_every_form_of_the_shop_needs_its_token_and_a_page_of_ours(app: Any) -> None:
    routes = [route for door in DOORS for route in door.router.routes if isinstance(route, APIRoute)]
    posts = {route.path for route in routes if "POST" in (route.methods or ())}
    assert len(posts) > 20
    visitor = Buyer(Visitor(app))
    visitor.puts("kesar")
    token = token_of(visitor.goes("/cart"))
    for path in posts:
        address = path.format(apartment_id=1, slug="kesar", token="x", word="x")
        assert visitor.visitor.post(address, {"_once": "a"}).status_code == 403, path
        fields = {"_token": token, "_once": "a"}
        elsewhere = visitor.visitor.ask("POST", address, headers={"Origin": f"https://{EVIL}"}, data=fields)
        assert elsewhere.status_code == 403, path


def form_addresses() -> list[str]:
    """Every address of shop and office that only takes forms."""
    routers = [*(door.router for door in DOORS), *find_routers()]
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    pages = {route.path for route in routes if "GET" in (route.methods or ())}
    return sorted({route.path for route in routes if "POST" in (route.methods or ())} - pages)


def test_the_address_of_a_form_leads_to_its_page(app: Any) -> None:
    """Opened as a page (typed, reloaded, kept among the bookmarks) it is no error."""
    addresses = form_addresses()
    assert len(addresses) > 40
    for path in addresses:
        address = re.sub(r"\{[a-z_]+\}", "1", path)
        answer = Visitor(app).get(address)
        assert answer.status_code == 303, path
        leads_to = answer.headers["location"].split("?")[0]
        assert leads_to in ("/", "/admin/signin") or address.startswith(f"{leads_to}/"), (path, leads_to)


@pytest.mark.parametrize(
    ("address", "page"),
    [("/checkout/note", "/checkout"), ("/login/code/check", "/login/code"), ("/my/profile/end", "/my/profile"),
     ("/o/abc/pay", "/o/abc"), ("/mangoes/kesar/tell-me", "/mangoes/kesar"), ("/logout", "/"), ("/language", "/")],
)  # fmt: skip
def test_the_page_of_a_form(app: Any, address: str, page: str) -> None:
    assert Visitor(app).get(address).headers["location"] == page
