"""Every page of the shop in a real browser: open to everybody in both lights and widths, by keyboard alone, offline."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.recognition.actions import recognise
from core.settings import get_settings
from shop_web.doors import DOORS
from tests.support.chromium import find_barriers, note_faults, running_chromium
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.servers import serving
from tests.support.visitor import Visitor
from tests.web.shopping import Buyer, one

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 360, "height": 780}, {"width": 1440, "height": 900}
# On a phone in the light, in English, and on a desk in the dark, in Hindi.
EYES: tuple[tuple[dict[str, int], Any, str], ...] = ((PHONE, "light", "en"), (DESK, "dark", "hi"))
# What is no page: files, and what machines read.
FILES = {"/media/{name}", "/files/{attachment_id}", "/sitemap.xml", "/manifest.webmanifest", "/offline.js",
         "/my/profile/everything.json"}  # fmt: skip
CONFIRM = """
    UPDATE orders SET payment_method = 'cod', confirmed_at = jamango_now(), status = 'confirmed' WHERE token = :token
"""
OPEN_LINKS = """
    UPDATE payment_links SET status = 'open', provider_link_id = 'plink_1', next_look_at = NULL,
           short_url = 'http://127.0.0.1/l'
"""
REFERENCE = "SELECT reference_id FROM payment_links l JOIN orders o ON o.id = l.order_id WHERE o.token = :token"
PUBLIC = ("/", "/mangoes", "/mangoes?most=1", "/delivery", "/refunds", "/privacy", "/contact", "/offline", "/cart")
STATES = ("confirmed", "out_for_delivery", "cancelled", "expired")


def does(sql: str, **values: Any) -> None:
    with transaction() as session:
        session.execute(text(sql), values)


def pages_of_the_shop() -> set[str]:
    routes = (route for door in DOORS for route in door.router.routes)
    return {route.path for route in routes if isinstance(route, APIRoute) and "GET" in route.methods} - FILES


class Beside(Visitor):
    """A visitor beside a browser, whose loop runs in this thread."""

    def ask(self, *given: Any, **more: Any) -> httpx.Response:
        with ThreadPoolExecutor(1) as hand:
            return hand.submit(super().ask, *given, **more).result()


class Walk:
    """Somebody's visitor, whose browser goes to page after page; `seen` are the routes of what was looked at."""

    def __init__(self, browser: Browser, shop: str, app: Any) -> None:
        self.buyer = Buyer(Beside(app, origin=shop))
        self.shop = shop
        self.seen: set[str] = set()
        self.complaints: list[str] = []
        # A page that changes its size and light for each look would be laid out twice more before it goes.
        self.pages = [(self._open(browser, *eyes), eyes) for eyes in EYES]

    def _open(self, browser: Browser, size: Any, light: Any, _language: str) -> Page:
        page = browser.new_context(
            base_url=self.shop, service_workers="block", viewport=size, color_scheme=light
        ).new_page()
        note_faults(page, self.complaints)
        page.on("console", self._hear)
        return page

    def _hear(self, line: Any) -> None:
        if "Security Policy" in line.text:
            self.complaints.append(line.text)

    def looks_at(self, path: str, route: str = "", status: int = 200) -> None:
        """With both pairs of eyes: nothing keeps people out."""
        for page, (size, light, language) in self.pages:
            self._knows(page.context, language)
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == status, (path, answer.status)
            assert find_barriers(page) == [], (path, light)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], (path, size)
            assert page.evaluate("document.getAnimations().length") == 0, (path, "moves though nothing shall")
        self.seen.add(route or path.split("?", maxsplit=1)[0])

    def _knows(self, context: BrowserContext, language: str) -> None:
        """The browser has what the visitor has."""
        known = {**dict(self.buyer.visitor.cookies), "jamango-language": language}
        context.clear_cookies()
        context.add_cookies([{"name": name, "value": value, "url": self.shop} for name, value in known.items()])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as started:
        yield started


@contextmanager
def walking(browser: Browser) -> Iterator[Walk]:
    app = open_doors()
    with serving(app) as shop:
        walk = Walk(browser, shop, app)
        yield walk
        for page, _ in walk.pages:
            page.context.close()


@pytest.mark.thorough  # a walk through every page in every look; what a shopper does is told in `test_in_a_browser`
def test_every_page_is_open_to_everybody(browser: Browser, demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    del demo_shop
    monkeypatch.setenv("JAMANGO_LOGIN_CODES_A_DAY", "20")
    monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", "pretend-key-secret")
    current_settings()
    does("INSERT INTO templates (name, language, status) VALUES ('login_code', 'en', 'APPROVED')")
    with walking(browser) as walk:
        walk_as_a_guest(walk)
        walk_as_a_customer(walk)
        assert pages_of_the_shop() - walk.seen == set(), "pages that nobody looked at"
        assert walk.complaints == []


def walk_as_a_guest(walk: Walk) -> None:
    buyer = walk.buyer
    for path in PUBLIC:
        walk.looks_at(path)
    for slug in ("alphonso", "neelam"):
        walk.looks_at(f"/mangoes/{slug}", "/mangoes/{slug}")
    walk.looks_at("/nothing", status=404)
    buyer.puts("kesar", 2, pack=1)
    buyer.puts("alphonso", 1, pack=1)
    walk.looks_at("/cart")
    buyer.sends(buyer.goes("/cart"), "/cart/chat")
    walk.looks_at("/cart/chat")
    walk.looks_at(f"/cart/from/{buyer.visitor.cookies['jamango-cart-word']}", "/cart/from/{word}")
    walk.looks_at("/checkout/home")
    apartment = one("SELECT min(id) AS id FROM apartments").id
    walk.looks_at(f"/checkout/home/{apartment}", "/checkout/home/{apartment_id}")
    buyer.lives_at("palm", "1203", "B")
    walk.looks_at("/checkout/time")
    buyer.picks_a_window()
    walk.looks_at("/checkout/contact")
    buyer.tells("Kiran", "98765 00088")
    walk.looks_at("/checkout")
    walk.looks_at("/login")
    buyer.sends(buyer.goes("/login"), "/login/code", phone="98765 00077")
    walk.looks_at("/login/code")
    buyer.asks_to_sign_in()
    walk.looks_at("/login/word")


def walk_as_a_customer(walk: Walk) -> None:
    buyer = walk.buyer
    with transaction() as session:
        now = read_now(session)
        asha = recognise(session, phone="919876500077", user_id=None, parent_user_id=None, name="Asha", now=now)
    assert asha.customer_id is not None
    buyer.signs_in(asha.customer_id, after="/checkout")
    walk.looks_at("/checkout")
    token = str(buyer.pays("online").url).rsplit("/", 1)[1]
    walk.looks_at(f"/o/{token}", "/o/{token}")
    walk.looks_at("/pay/return" + signed_return(token), "/pay/return")
    does(CONFIRM, token=token)
    for status in STATES:
        ended = "jamango_now()" if status in {"cancelled", "expired"} else "NULL"
        does(f"UPDATE orders SET status = '{status}', ended_at = {ended} WHERE token = :token", token=token)
        walk.looks_at(f"/o/{token}", "/o/{token}")
    walk.looks_at("/my/orders")
    walk.looks_at("/my/profile")


def signed_return(token: str) -> str:
    """The query that Razorpay would send the browser back with."""
    does(OPEN_LINKS)
    values = {
        "payment_id": "pay_1",
        "payment_link_id": "plink_1",
        "payment_link_reference_id": one(REFERENCE, token=token).reference_id,
        "payment_link_status": "paid",
    }
    names = ("payment_link_id", "payment_link_reference_id", "payment_link_status", "payment_id")
    message = "|".join(values[name] for name in names).encode()
    secret = get_settings().razorpay_key_secret.get_secret_value()
    signature = hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
    return "?" + urlencode({f"razorpay_{name}": value for name, value in {**values, "signature": signature}.items()})


def test_a_keyboard_is_enough_and_no_connection_is_a_page(browser: Browser, demo_shop: str) -> None:
    del demo_shop
    current_settings()
    with walking(browser) as walk:
        page = browser.new_context(base_url=walk.shop, viewport=PHONE).new_page()  # type: ignore[arg-type]
        page.goto("/mangoes/kesar")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        stops = tab_through(page)
        assert {"pack", "quantity"} <= {name for name, _ in stops}
        assert [name for name, is_seen in stops if not is_seen] == [], "where one stands is seen"
        page.locator("[name=pack]").first.focus()
        page.keyboard.press("ArrowDown")
        page.locator("[name=quantity]").focus()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        page.wait_for_url("**/cart")
        assert "2" in page.inner_text(".stepper-count")
        page.evaluate("navigator.serviceWorker.ready.then(() => caches.match('/offline')).then((kept) => !!kept)")
        page.context.set_offline(True)
        page.goto("/my/orders")
        assert page.inner_text("h1") == "You are offline"
        page.context.set_offline(False)
        page.get_by_role("link", name="Try again").click()
        page.wait_for_url("**/login**")


def tab_through(page: Page) -> list[tuple[str, bool]]:
    """Every stop of the Tab key until it comes round: its name or text, and whether an outline shows it."""
    seen: list[tuple[str, bool]] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, is_seen = page.evaluate(
            """() => { const at = document.activeElement; const style = getComputedStyle(at);
            const card = at.closest('.choice, .shelf-item');
            const all = [style, card ? getComputedStyle(card) : style];
            const outlined = all.some((each) => each.outlineStyle !== 'none');
            return [at.name || at.textContent.trim(), outlined || at === document.body]; }"""
        )
        if (name, is_seen) in seen[:1]:
            break
        seen.append((name, is_seen))
    return seen
