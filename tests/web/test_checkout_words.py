"""What people type on the way to an order: it is read, kept whichever button sends it, and can be put right."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.support.visitor import Visitor
from tests.web.conftest import rows
from tests.web.shopping import Buyer, has_form, one
from tests.web.test_from_outside import token_of
from tests.web.test_tampering import does

LONG = "x" * 201


def beside(answer: httpx.Response) -> str:
    """The first sentence that stands beside a field."""
    found = re.search(r'class="field-wrong">.*?<span>(.*?)</span>', answer.text, re.DOTALL)
    return found[1] if found else ""


def flat_page(guest: Buyer) -> tuple[httpx.Response, str]:
    """Where tower and flat of Palm Grove are asked for, which has the towers A, B and C."""
    guest.puts("kesar", 1, pack=1)
    path = re.findall(r'href="(/checkout/home/\d+)"', guest.goes("/checkout/home?q=palm grove").text)[0]
    return guest.goes(path), path


def test_a_note_goes_along_with_every_button(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "1203", "B")
    guest.picks_a_window()
    guest.tells("Kiran", "98765 00088")
    asked = guest.sends(guest.goes("/checkout"), "/checkout", way="cash", note="ring twice")
    assert "For cash, please sign in first" in asked.text
    summary = guest.signs_in(asha, after="/checkout")
    assert 'value="ring twice"' in summary.text, "kept on the way through the sign-in"
    wrong = guest.sends(summary, "/checkout", way="cash", note=LONG)
    assert "at most 200" in beside(wrong)
    assert f'value="{LONG}"' in wrong.text
    kept = guest.visitor.fills(guest.goes("/checkout"), "/checkout", way="cash", note="leave it with the guard")
    assert kept.status_code == 303
    assert one("SELECT note FROM orders WHERE channel = 'web'").note == "leave it with the guard"


def test_keeping_the_note_orders_nothing_and_leaves_the_tick(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "1203", "B")
    guest.picks_a_window()
    summary = guest.signs_in(asha, after="/checkout")
    fields = {"note": "ring twice", "tell": "yes", "total": "1"}
    page = summary.text.split('action="/checkout"')[1]
    fields |= {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("_token", "_once")}
    kept = guest.visitor.follows(guest.visitor.post("/checkout/note", fields))
    assert 'value="ring twice"' in kept.text
    assert re.search(r'name="tell" value="yes" checked', kept.text)
    assert rows("SELECT id FROM orders WHERE channel = 'web'") == []
    assert page.index('formaction="/checkout/note"') < page.index('value="online"'), "Enter keeps the note"


def test_a_name_and_a_number_are_shown_and_put_right(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "1203", "B")
    guest.picks_a_window()
    summary = guest.tells("Kirna", "98765 00088")
    assert "Kirna" in summary.text
    assert "+91 98765 00088" in summary.text
    page = guest.goes("/checkout/contact")
    assert 'value="Kirna"' in page.text
    assert 'value="+91 98765 00088"' in page.text
    assert "Please give a name" in beside(guest.sends(page, "/checkout/contact", name="\u200b"))
    assert "+91 98765 00089" in guest.tells("Kiran", "98765 00089").text
    assert rows("SELECT name FROM users WHERE name LIKE 'Kir%'") == [("Kiran",)]
    assert "+91 98765 00089" in guest.signs_in(asha, after="/checkout").text, "the number told for this delivery"


@pytest.mark.parametrize(
    ("tower", "flat", "sentence"),
    [
        ("", "1203", "Please choose the tower: A, B, C."),
        ("", "Z-1203", "There is no tower “Z” there. Its towers are A, B, C."),
        ("Z", "1203", "There is no tower “Z” there."),
        ("B", "12th floor", "Please add the flat"),
        ("B", "?", "could not read a home"),
        *(("B", flat, "") for flat in ("0", "-1", "\u22121", "00", "०")),
    ],
)
def test_what_is_no_home_is_said_for_what_it_is(guest: Buyer, tower: str, flat: str, sentence: str) -> None:
    page, path = flat_page(guest)
    answer = guest.sends(page, path, flat=flat, **({"tower": tower} if tower else {}))
    assert answer.status_code == 422
    assert sentence in beside(answer)
    assert beside(answer)
    assert f'value="{flat}"' in answer.text
    assert rows("SELECT id FROM addresses WHERE id = (SELECT address_id FROM carts ORDER BY id DESC LIMIT 1)") == []


@pytest.mark.parametrize("flat", ["1203", "B-1203", "b wing 1203", "flat 1203"])
def test_a_tower_may_be_said_twice(guest: Buyer, flat: str) -> None:
    page, path = flat_page(guest)
    guest.sends(page, path, tower="B", flat=flat)
    home = one("SELECT tower, flat FROM addresses ORDER BY id DESC LIMIT 1")
    assert (home.tower, home.flat) == ("B", "1203")


@pytest.mark.parametrize("typed", ["lakeside", "lake side", "Lakesid"])
def test_a_zone_finds_its_societies(guest: Buyer, typed: str) -> None:
    guest.puts("kesar", 1, pack=1)
    page = guest.goes(f"/checkout/home?q={typed}").text.split('id="societies"')[1]
    wanted = {row.name for row in rows("SELECT a.name FROM apartments a JOIN zones z ON z.id = a.zone_id"
                                       " WHERE z.slug = 'lakeside' AND a.active")}  # fmt: skip
    assert wanted <= set(re.findall(r"<strong>(.*?)</strong>", page))


def test_a_postal_code_finds_its_societies(guest: Buyer) -> None:
    guest.puts("kesar", 1, pack=1)
    some = one("SELECT name, pincode FROM apartments WHERE active ORDER BY id LIMIT 1")
    assert some.name in guest.goes(f"/checkout/home?q={some.pincode}").text.split('id="societies"')[1]


@pytest.mark.parametrize("named", ["0", "-1", str(2**63), "9" * 60, "x"])
def test_a_choice_that_is_none_is_said_so(guest: Buyer, named: str) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "1203", "B")
    answer = guest.sends(guest.goes("/checkout/time"), "/checkout/time", slot=named)
    assert answer.status_code == 422
    assert "What you chose is not on this page any more." in answer.text
    assert guest.goes(f"/checkout/home/{named}").status_code == 404


def test_an_order_that_was_cancelled_unpaid_frightens_nobody(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "1203", "B")
    guest.picks_a_window()
    guest.signs_in(asha, after="/checkout")
    order = guest.pays("cash").url.path
    cancelled = guest.sends(guest.goes(order), f"{order}/cancel")
    assert "It will not be delivered. Nothing was charged." in cancelled.text
    assert "goes back" not in cancelled.text


def test_a_guest_orders_the_same_again_on_the_browser_that_ordered(guest: Buyer, app: object) -> None:
    guest.fills_everything()
    order = guest.pays("online").url.path
    does("UPDATE orders SET status = 'expired', ended_at = jamango_now() WHERE channel = 'web'")
    does("DELETE FROM cart_items")
    cart = guest.sends(guest.goes(order), f"{order}/again")
    assert "₹2,400" in cart.text
    stranger = Buyer(Visitor(app))
    stranger.puts("kesar")
    assert not has_form(stranger.goes(order), f"{order}/again")
    token = token_of(stranger.goes("/cart"))
    assert stranger.visitor.post(f"{order}/again", {"_token": token, "_once": "a"}).status_code == 403


def test_a_part_of_a_page_says_where_it_stands_what_is_refused(guest: Buyer) -> None:
    """htmx takes 422 for the part that asked, and shows every other refusal on top of the page."""
    cart = guest.puts("kesar", 1, pack=1)
    does("UPDATE inventory SET on_hand = held + 12")
    part = guest.visitor.fills(cart, "/cart", {"HX-Request": "true", "HX-Target": "cart"}, quantity="3")
    assert (part.status_code, "<html" in part.text) == (422, False)
    assert "Only 1 of Kesar left" in part.text
    assert guest.visitor.fills(cart, "/cart", quantity="3").status_code == 409


def test_a_link_into_the_checkout_leads_who_has_no_cart_to_it(visitor: Visitor) -> None:
    for path in ("/checkout", "/checkout/home", "/checkout/home/1", "/checkout/time", "/checkout/contact"):
        assert visitor.get(path).headers["location"] == "/cart", path


def test_what_is_not_found_leads_on(guest: Buyer) -> None:
    guest.puts("kesar")
    page = guest.goes("/checkout/home?q=mars colony").text
    assert "We do not know “mars colony”" in page
    assert 'href="/delivery"' in page.split('id="societies"')[1].split("</main>")[0]


def test_a_tower_and_a_flat_are_one_home_as_in_the_chat(guest: Buyer) -> None:
    before = one("SELECT max(id) AS id FROM addresses").id
    guest.puts("kesar", 1, pack=1)
    for tower, flat in (("B", "1203"), ("B", "b 1203"), ("B", "B-1203"), ("B", "१२०३"), ("", "b-1203")):
        guest.lives_at("palm", flat, tower)
    assert [row.line for row in rows("SELECT line FROM addresses WHERE id > :before", before=before)] == ["B-1203"]
