"""What is found of the shop from outside: links that look good in a chat, the map of its pages, who waits for what."""

from __future__ import annotations

import json
import re

from tests.web.shopping import Buyer, one


def test_a_forwarded_link_shows_what_it_leads_to(guest: Buyer) -> None:
    page = guest.goes("/mangoes/alphonso").text
    picture = re.search(r'property="og:image" content="([^"]+)"', page)
    assert picture is not None
    answer = guest.visitor.get("/" + picture[1].split("/", 3)[3])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    data = json.loads(re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", page)[0])
    assert (data["@type"], data["offers"]["lowPrice"], data["offers"]["priceCurrency"]) == ("Product", "650.00", "INR")


def test_the_map_names_public_pages_only(guest: Buyer) -> None:
    sitemap = guest.goes("/sitemap.xml").text
    for address in re.findall(r"<loc>[^<]*?(/[a-z/-]*)</loc>", sitemap):
        assert guest.goes(address).status_code == 200, address
    assert "/mangoes/alphonso" in sitemap
    assert not any(own in sitemap for own in ("/my/", "/o/", "/checkout", "/cart"))
    assert json.loads(guest.goes("/manifest.webmanifest").text)["start_url"] == "/"


def test_who_waits_for_a_variety_signs_in_and_can_stop(guest: Buyer, asha: int) -> None:
    page = guest.goes("/mangoes/neelam")
    assert "Sign in" in guest.sends(page, "/mangoes/neelam/tell-me", wish="wait").text
    guest.signs_in(asha, after="/mangoes/neelam")
    waiting = guest.sends(guest.goes("/mangoes/neelam"), "/mangoes/neelam/tell-me", wish="wait")
    assert "We tell you once" in waiting.text
    kept = one("SELECT customer_id, said FROM waitlist")
    assert (kept.customer_id, "Neelam" in kept.said) == (asha, True)
    guest.sends(waiting, "/mangoes/neelam/tell-me", wish="stop")
    assert one("SELECT count(*) AS left FROM waitlist").left == 0
