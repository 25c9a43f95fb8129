"""Every page of the office in a real browser: on a phone in the light and on a desk in the dark, open to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.credentials.signing import set_sign_in
from core.db import transaction
from tests.office.conftest import rows
from tests.support.chromium import find_barriers, note_faults, running_chromium
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.servers import serving

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
PASSWORD = "ripe mangoes in june"
OTHERS = ["/admin/alerts", "/admin/account", "/admin/staff/new", "/admin/prove", "/admin/nothing-here"]


@pytest.fixture
def shop(demo_shop: str) -> Iterator[str]:
    current_settings()
    [founder] = rows("SELECT id FROM staff WHERE role = 'founder'")
    with transaction() as session:
        set_sign_in(session, founder.id, password=PASSWORD, email="lakshmi@example.com", now=read_now(session))
        raise_alert(session, "payment-late", "pay_1", amount_paise=120000, order="7KQ3XY")
    with serving(open_doors()) as address:
        yield address


def test_every_page_by_thumb_and_by_keyboard(shop: str) -> None:
    address = shop
    complaints: list[str] = []
    with running_chromium() as browser:
        look_around(browser, address, complaints, PHONE, "light")
        page = look_around(browser, address, complaints, DESK, "dark")
        go_by_keys(page)
        follow_what_changes(page)
    assert complaints == []


def look_around(browser: Browser, address: str, complaints: list[str], size: dict[str, int], light: Any) -> Page:
    context = browser.new_context(viewport=size, base_url=address, color_scheme=light)  # type: ignore[arg-type]
    page = context.new_page()
    note_faults(page, complaints)
    page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    page.goto("/admin")
    is_fit(page, size, "sign-in")
    page.fill("#login", "lakshmi@example.com")
    page.fill("#password", PASSWORD)
    page.click("main form >> nth=0 >> button")
    page.wait_for_url("**/admin")
    if size is PHONE:
        page.click(".thumb-bar button")
        assert page.locator("#everything .menu-link >> visible=true").count() > 4
        page.keyboard.press("Escape")
    links = page.eval_on_selector_all(".rail .menu-link", "all => all.map(each => each.getAttribute('href'))")
    for path in [*links, *OTHERS]:
        page.goto(path)
        is_fit(page, size, path)
    return page


def is_fit(page: Page, size: dict[str, int], path: str) -> None:
    """Nothing keeps anybody out, and nothing is wider than the screen."""
    assert find_barriers(page) == [], path
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], (path, "is too wide")


def go_by_keys(page: Page) -> None:
    page.goto("/admin/account")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/admin/staff")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.className") == "work-link"
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/staff/*")
    page.goto("/admin/audit")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def follow_what_changes(page: Page) -> None:
    """A new matter appears without a reload."""
    page.goto("/admin/alerts")
    with transaction() as session:
        raise_alert(session, "coexistence", "whatsapp")
    page.wait_for_selector(".alert-row >> nth=1", timeout=10_000)
