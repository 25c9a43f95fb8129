"""What a variety looks like: the founder's photo in its sizes, our drawing until then; and what a phone keeps."""

from __future__ import annotations

import io
import json
import re

from PIL import Image
from sqlalchemy import text

from core.db import transaction
from core.media.actions import add_picture
from core.media.pictures import make_copies
from tests.support.actors import STAFF
from tests.web.shopping import Buyer

SOURCES = re.compile(r'<img class="painting" width="(\d+)" height="(\d+)"[^>]*srcset="([^"]+)" src="([^"]+)"')


def images(page: str) -> list[tuple[str, ...]]:
    return SOURCES.findall(page)


def hang_up(slug: str, width: int, height: int) -> None:
    """The founder's photo of a variety."""
    upload = io.BytesIO()
    Image.new("RGB", (width, height), "orange").save(upload, "JPEG")
    with transaction() as session:
        picture = add_picture(session, make_copies(upload.getvalue()), actor=STAFF)
        values = {"id": picture.id, "slug": slug}
        session.execute(text("UPDATE products SET picture_id = :id WHERE slug = :slug"), values)


def test_drawings_come_in_sizes_that_are_all_there(guest: Buyer) -> None:
    for path in ("/", "/mangoes?show=all", "/mangoes/neelam"):
        found = images(guest.goes(path).text)
        assert found, path
        for width, height, sources, usual in found:
            addresses = re.findall(r"(\S+) (\d+)w", sources)
            assert usual in [address for address, _ in addresses]
            assert len(addresses) == 3
            for address, wide in addresses:
                answer = guest.visitor.get(address)
                assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp"), address
                with Image.open(io.BytesIO(answer.content)) as image:
                    assert image.width == int(wide)
                    assert abs(image.width / image.height - int(width) / int(height)) < 0.01


def test_the_founders_photo_takes_the_drawings_place_everywhere(guest: Buyer) -> None:
    hang_up("alphonso", 1600, 1200)
    for path in ("/", "/mangoes", "/mangoes/alphonso"):
        width, height, sources, usual = images(guest.goes(path).text)[0]
        assert (width, height) == ("1600", "1200"), path
        assert [wide for _, wide in re.findall(r"(\S+) (\d+)w", sources)] == ["320", "640", "1280"]
        for address in [*re.findall(r"(/media/\S+) ", sources), usual]:
            assert guest.visitor.get(address).status_code == 200, address
    page = guest.goes("/mangoes/alphonso").text
    assert 'og:image:width" content="1280"' in page
    assert 'og:image:height" content="960"' in page
    data = json.loads(re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", page)[0])
    assert guest.visitor.get("/" + data["image"].split("/", 3)[3]).headers["content-type"] == "image/jpeg"
    assert "/media/" not in guest.goes("/mangoes/kesar").text


def test_what_is_kept_for_no_connection_is_there_and_nobodys(guest: Buyer) -> None:
    guest.puts("kesar")
    script = guest.goes("/offline.js")
    assert script.headers["content-type"].startswith("text/javascript")
    kept = json.loads(re.findall(r"const KEPT = (\[.*?\]);", script.text)[0])
    assert kept[0] == "/offline"
    for address in kept:
        assert guest.visitor.get(address).status_code == 200, address
    page = guest.goes("/offline").text
    assert "You are offline" in page
    assert "_token" not in page
    hindi = guest.visitor.get("/offline.js", {"Accept-Language": "hi"}).text
    assert re.findall(r"VERSION = (.*);", hindi) != re.findall(r"VERSION = (.*);", script.text), "the page is another"


def test_every_icon_that_a_page_asks_for_is_drawn(guest: Buyer) -> None:
    asked: set[str] = set()
    guest.puts("alphonso", 2, pack=1)
    guest.puts("kesar", 1, pack=1)
    for path in ("/", "/mangoes?show=all", "/mangoes/alphonso", "/mangoes/neelam", "/cart", "/checkout/home", "/login"):
        asked |= set(re.findall(r'icons[^"]*#([a-z0-9-]+)"', guest.goes(path).text))
    sprite = guest.visitor.get("/static/icons.svg").text
    assert {"minus", "trash-2", "plus"} <= asked
    assert {name for name in asked if f'id="{name}"' not in sprite} == set()
