"""The kit in a real browser, on a phone: with and without JavaScript, in both lights, open to everybody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from jamango.app import create_app
from tests.support.chromium import find_barriers, note_faults, running_chromium
from tests.support.clusters import current_settings
from tests.support.servers import serving

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
PATHS = ("/", "/dev/look", "/nothing-here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as started:
        yield started


@pytest.fixture
def shop(demo_shop: str) -> Iterator[str]:
    current_settings()
    with serving(create_app()) as address:
        yield address


def test_a_visit_on_a_phone(browser: Browser, shop: str) -> None:
    """Everybody gets in; a wrong form is mended, a list is narrowed in place, a question is asked over the page."""
    complaints: list[str] = []
    with_scripts = browser.new_context(viewport=PHONE, base_url=shop)
    page = with_scripts.new_page()
    note_faults(page, complaints)
    page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light)
        for path in PATHS:
            page.goto(path)
            assert find_barriers(page) == [], (path, light)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], (path, "is too wide")
    mend_a_form(page)
    narrow_a_list(page)
    ask_over_the_page(page)
    go_without_scripts(browser.new_context(viewport=PHONE, base_url=shop, java_script_enabled=False))
    assert complaints == []


def mend_a_form(page: Page) -> None:
    page.goto("/dev/look")
    page.fill("#name", "Asha")
    page.fill("#phone", "12")
    page.fill("#budget", "1,250")
    page.check("[name=ripeness][value=now]")
    page.click("form.form button")
    page.wait_for_function("document.activeElement.id == 'phone'")  # the first wrong field has the keyboard
    assert find_barriers(page) == []
    assert page.input_value("#name") == "Asha"
    page.fill("#phone", "98765 43210")
    page.click("form.form button")
    page.wait_for_selector("#notices .toast")


def narrow_a_list(page: Page) -> None:
    page.evaluate("window.sameVisit = true")
    page.select_option("#variety", "kesar")
    page.wait_for_selector("#crates .pill-link")
    assert set(page.locator("#crates tbody td:first-child").all_inner_texts()) == {"Kesar"}
    assert "variety=kesar" in page.url
    assert page.evaluate("window.sameVisit"), "only the list was asked for anew"


def ask_over_the_page(page: Page) -> None:
    page.click("button[popovertarget=really]")
    assert page.locator("#really").is_visible()
    assert find_barriers(page) == []
    page.keyboard.press("Escape")
    assert page.locator("#really").is_hidden()
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=x>'")
    assert find_barriers(page) != [], "control: axe sees a picture without words"


def go_without_scripts(plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto("/dev/look")
    page.select_option("#variety", "langra")
    page.click("form[method=get] button")
    assert set(page.locator("#crates tbody td:first-child").all_inner_texts()) == {"Langra"}
    page.click("#crates a.pill-link")
    page.click("#crates a[rel=next]")
    page.click("button[popovertarget=really]")
    page.click("#really .button-bare")
    page.click("button[name=language][value=hi]")
    assert page.locator("html").get_attribute("lang") == "hi"
    assert "after=" in page.url, "the choice of language comes back to the same page"
    page.fill("#phone", "12")
    page.click("form.form button")
    assert page.locator("#phone-wrong").is_visible()
    plain.close()


async def take_time(scope: Any, receive: Any, send: Callable[..., Any]) -> None:
    """A shop whose page behind a link and behind a form comes late."""
    del receive
    page = b"<h1>Before</h1><a href=/after>Link</a><form action=/after><button>Form</button></form>"
    if scope["path"] == "/after":
        await asyncio.sleep(0.2)
        page = b"<h1>After</h1>"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": page})


def test_what_follows_a_tap_finds_the_page_it_leads_to(browser: Browser) -> None:
    """Even where Playwright itself does not wait."""
    with serving(take_time) as address:
        for scripts in (True, False):
            page = browser.new_context(base_url=address, java_script_enabled=scripts).new_page()
            for tapped in ("a", "button"):
                page.goto("/")
                page.click(tapped, no_wait_after=True)
                assert page.inner_text("h1") == "After", (scripts, tapped)
            page.context.close()
