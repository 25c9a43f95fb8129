"""Every page of the office in a real browser: on a phone in the light and on a desk in the dark, open to everybody."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.alerts.actions import raise_alert
from core.db import transaction
from tests.office.browsing import DESK, PHONE, assert_fits, listen, sign_in
from tests.support.chromium import running_chromium

pytestmark = pytest.mark.browser
OTHERS = ["/admin/alerts", "/admin/account", "/admin/staff/new", "/admin/prove", "/admin/nothing-here"]


@pytest.fixture
def shop(served_office: str) -> str:
    with transaction() as session:
        raise_alert(session, "payment-late", "pay_1", amount_paise=120000, order="7KQ3XY")
    return served_office


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
    listen(page, complaints)
    page.goto("/admin")
    assert_fits(page)
    sign_in(page)
    if size is PHONE:
        page.click(".thumb-bar button")
        assert page.locator("#everything .menu-link >> visible=true").count() > 4
        page.keyboard.press("Escape")
    links = page.eval_on_selector_all(".rail .menu-link", "all => all.map(each => each.getAttribute('href'))")
    for path in [*links, *OTHERS]:
        page.goto(path)
        assert_fits(page)
    return page


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
