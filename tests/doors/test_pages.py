"""What browsers and robots may expect of any page: HEAD, compression, caching, small first loads (F148)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from io import BytesIO

import httpx
import pytest
from PIL import Image
from sqlalchemy import text

from core.db import transaction
from jamango.app import create_app
from pages.assets import FOR_EVER
from pages.templates import BUILT, asset
from tests.support.clusters import current_settings
from tests.support.servers import open_client, serving

FIRST_LOAD = 100_000  # bytes on the wire
ADDRESS = re.compile(r'(?:src|href|srcset)="(/(?:static|favicon)[^"#]*)')
built = pytest.mark.skipif(not (BUILT / "manifest.json").exists(), reason="static/dist is not built: npm run build")


@pytest.fixture
def shop(demo_shop: str) -> Iterator[httpx.Client]:
    """The demo shop with everything on sale at once, which is more than it ever has."""
    current_settings()
    with transaction() as session:
        session.execute(text("UPDATE products SET season_begins_on = '2000-01-01', season_ends_on = '2100-01-01'"))
    with serving(create_app()) as url, open_client(url) as client:
        yield client


def on_the_wire(shop: httpx.Client, path: str) -> int:
    with shop.stream("GET", path) as answer:
        answer.raise_for_status()
        return sum(len(part) for part in answer.iter_raw())


def test_head_is_answered_as_get_without_the_body_by_every_route(shop: httpx.Client) -> None:
    operations = create_app().openapi()["paths"]
    routes = [re.sub(r"{\w+}", "x", path) for path, methods in operations.items() if "get" in methods]
    assert {"/", "/healthz", "/robots.txt", "/pay/return"} <= set(routes)
    for path in [*routes, asset("app.css"), "/nothing-here"]:
        got, asked = shop.get(path), shop.head(path)
        assert (asked.status_code, asked.content) == (got.status_code, b""), path
        varying = {"date", "set-cookie"} | ({"content-length"} if path in {"/dev/clock", "/metrics"} else set())
        assert {name: value for name, value in asked.headers.items() if name not in varying} == {
            name: value for name, value in got.headers.items() if name not in varying
        }, path


@built
def test_the_front_page_is_small_on_the_wire_with_all_its_pictures(shop: httpx.Client) -> None:
    page = re.sub(r' srcset="[^"]*"', "", shop.get("/").text)  # of each picture a browser takes one: the usual size
    parts = sorted(set(ADDRESS.findall(page)))
    assert len(parts) > 10, "a picture of each variety"
    sizes = {path: on_the_wire(shop, path) for path in ["/", *parts]}
    assert sum(sizes.values()) < FIRST_LOAD, sizes


@built
def test_what_is_text_is_compressed_for_who_takes_it(shop: httpx.Client) -> None:
    for path in ("/", "/nothing-here", asset("app.css"), asset("icons.svg"), asset("logo.svg"), asset("look-again.js")):
        small = shop.get(path)
        plain = shop.get(path, headers={"Accept-Encoding": "identity"})
        assert small.headers["content-encoding"] == "gzip", path
        assert "content-encoding" not in plain.headers
        assert "Accept-Encoding" in small.headers["vary"]
        assert small.text == plain.text
        assert int(small.headers["content-length"]) < len(plain.content)
    assert "content-encoding" not in shop.get(asset("mangoes/kesar.webp")).headers


def test_what_is_private_is_not_compressed(shop: httpx.Client) -> None:
    answer = shop.get("/dev/look")
    assert (answer.headers["cache-control"], len(answer.text) > 2000) == ("no-store", True), "its forms carry a token"
    assert "content-encoding" not in answer.headers


@built
def test_an_address_with_its_contents_hash_is_kept_for_ever_and_no_other(shop: httpx.Client) -> None:
    for name in ("app.css", "mangoes/kesar.webp", "icons.svg"):
        assert shop.get(asset(name)).headers["cache-control"] == FOR_EVER
        fresh = shop.get(asset(name), headers={"If-None-Match": shop.get(asset(name)).headers["etag"]})
        assert (fresh.status_code, fresh.headers["cache-control"]) == (304, FOR_EVER)
        for odd in (f"/static/{name}", f"/static/{name}?v=0123456789", f"{asset(name)}0", f"{asset(name)}&x=1"):
            assert shop.get(odd).headers["cache-control"] == "no-cache", odd


@built
def test_every_address_in_a_page_has_its_hash(shop: httpx.Client) -> None:
    for path in ("/", "/nothing-here"):
        assert [each for each in ADDRESS.findall(shop.get(path).text) if "?v=" not in each] == []


def test_a_page_is_asked_about_each_time_and_in_its_language(shop: httpx.Client) -> None:
    for path in ("/", "/nothing-here"):
        headers = shop.get(path).headers
        assert headers["cache-control"] == "no-cache"
        assert "Accept-Language" in headers["vary"]


def test_robots_are_told_what_is_not_for_them(shop: httpx.Client) -> None:
    answer = shop.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /o/", "Disallow: /pay/", "Disallow: /admin"} <= set(lines)
    assert "Disallow: /" not in lines


@built
def test_the_mark_is_where_browsers_ask_for_it_unbidden(shop: httpx.Client) -> None:
    answer = shop.get("/favicon.ico")
    assert answer.headers["content-type"] == "image/x-icon"
    with Image.open(BytesIO(answer.content)) as picture:
        assert (picture.format, picture.size) == ("ICO", (48, 48))


def test_control_gzip_is_what_the_wire_carries(shop: httpx.Client) -> None:
    with shop.stream("GET", "/") as answer:
        raw = b"".join(answer.iter_raw())
    assert b"<html" in gzip.decompress(raw)
