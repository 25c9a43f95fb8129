"""The founder at a browser: how she signs in, gets about, and what no page may do to her."""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

from tests.support.chromium import find_barriers, note_faults

EMAIL, PASSWORD = "lakshmi@example.com", "ripe mangoes in june"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}


def listen(page: Page, complaints: list[str]) -> None:
    """Whatever scripts raise, and whatever the Content Security Policy keeps from a page."""
    note_faults(page, complaints)
    page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)


def sign_in(page: Page) -> None:
    page.goto("/admin")
    page.fill("#login", EMAIL)
    page.fill("#password", PASSWORD)
    page.click("main form >> nth=0 >> button")
    page.wait_for_url("**/admin")


def go_by_menu(page: Page, path: str) -> None:
    """By the rail of a desk, the bar at the thumb, or the sheet behind it: whatever this screen shows."""
    link = page.locator(f'.rail a[href="{path}"], .thumb-bar a[href="{path}"]').locator("visible=true")
    if not link.count():
        page.click(".thumb-bar button")
        link = page.locator(f'#everything a[href="{path}"]')
    link.click()
    page.wait_for_url(f"**{path}")


# Whatever stands out at the right, if anything makes the page wider than the screen.
STICKS_OUT = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""


def assert_fits(page: Page) -> None:
    """Nothing keeps anybody out, and nothing is wider than the screen."""
    barriers, wide = find_barriers(page), page.evaluate(STICKS_OUT)
    assert not barriers and not wide, (page.url, barriers, wide)
