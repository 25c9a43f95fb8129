"""Every page of the office in a real browser: on a phone in the light and on a desk in the dark, open to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from core.alerts.actions import raise_alert
from core.db import transaction
from core.delivery.planning import assign
from tests.office.browsing import DESK, PHONE, assert_fits, listen, sign_in
from tests.office.conftest import does
from tests.support.chromium import running_chromium
from tests.support.patience import PATIENCE_SECONDS
from tests.support.rounds import Rounds
from tests.support.shelf import Shelf

pytestmark = pytest.mark.browser
LONG = "Kesarfromthefarmofthegrandmotherinthevillagebehindthehills"
OTHERS = ["/admin/alerts", "/admin/account", "/admin/staff/new", "/admin/prove", "/admin/nothing-here"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as started:
        yield started


@pytest.fixture
def shop(served_office: str) -> str:
    with transaction() as session:
        raise_alert(session, "payment-late", "pay_1", amount_paise=120000, order="7KQ3XY")
    for table in ("products", "zones"):
        does(
            f"UPDATE {table} SET names = names || jsonb_build_object('en', CAST(:long AS text)) WHERE id = 1", long=LONG
        )
    for table in ("apartments", "staff", "users"):
        does(
            f"UPDATE {table} SET name = CAST(:long AS text) || name WHERE id = (SELECT min(id) FROM {table})", long=LONG
        )
    return served_office


@pytest.mark.thorough  # a walk through every page; the day that is worked through is told in `test_a_day`
def test_every_page_by_thumb_and_by_keyboard(browser: Browser, shop: str) -> None:
    address = shop
    complaints: list[str] = []
    look_around(browser, address, complaints, PHONE, "light")
    page = look_around(browser, address, complaints, DESK, "dark")
    go_by_keys(page)
    follow_what_changes(page)
    say_where_the_phone_is(page)
    close_all(browser)
    assert complaints == []


def close_all(browser: Browser) -> None:
    for context in browser.contexts:
        context.close()


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


def say_where_the_phone_is(page: Page) -> None:
    """A home's point is where she stands, once she has said yes."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 12.9716, "longitude": 77.5946})
    page.goto("/admin/zones/apartments/new")
    page.click("[data-position]")
    page.wait_for_function("document.getElementById('point').value === '12.971600, 77.594600'")


def follow_what_changes(page: Page) -> None:
    """A new matter appears without a reload."""
    page.goto("/admin/alerts")
    with transaction() as session:
        raise_alert(session, "coexistence", "whatsapp")
    page.wait_for_selector(".alert-row >> nth=1")


def test_stops_are_dragged_and_what_changes_elsewhere_is_seen(browser: Browser, served_office: str) -> None:
    rounds = Rounds(Shelf())
    first, second, third = rounds.orders(3)
    rounds.do(assign, [first, second], rounds.ravi)
    complaints: list[str] = []
    page = browser.new_context(viewport=DESK, base_url=served_office).new_page()
    listen(page, complaints)
    page.goto("/admin")
    sign_in(page)
    page.goto(f"/admin/delivery/windows/{rounds.slot_id}/routes")
    assert_fits(page)
    ravis, imrans = (f'[data-rider="{each}"]' for each in (rounds.ravi, rounds.imran))
    before = rounds.carried_by(rounds.ravi)
    drag(page, f"{ravis} .stop >> nth=1", ravis)
    assert rounds.carried_by(rounds.ravi) == before[::-1]
    drag(page, f"{ravis} .stop >> nth=0", imrans)
    assert (rounds.carried_by(rounds.imran), rounds.carried_by(rounds.ravi)) == ([before[1]], [before[0]])
    assert page.locator(f"{imrans} .stop").count() == 1
    rounds.do(assign, [third], rounds.imran)
    page.wait_for_selector(f"{imrans} .stop >> nth=1")
    keep_what_is_ticked(page, rounds)
    close_all(browser)
    assert complaints == []


def keep_what_is_ticked(page: Page, rounds: Rounds) -> None:
    """A list that is shown anew while somebody works in it keeps their ticks and their place."""
    page.goto("/admin/orders")
    assert page.eval_on_selector_all(".work-link", "all => all.every((each) => each.getClientRects().length === 1)")
    page.check(".work-tick input >> nth=1")
    ticked = page.get_attribute(".work-tick input >> nth=1", "value")
    page.focus(".work-link >> nth=2")
    stood = page.get_attribute(".work-link >> nth=2", "href")
    (new,) = rounds.orders(1)
    page.wait_for_selector(f".work-tick input[value='{new}']")
    assert page.eval_on_selector_all(".work-tick input:checked", "all => all.map(each => each.value)") == [ticked]
    assert page.evaluate("document.activeElement.getAttribute('href')") == stood


# Whatever has the focus, when something else lies over its middle.
BENEATH = """() => {
    const it = document.activeElement, { left, right, top, bottom } = it.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isSeen = !above || it.contains(above) || above.contains(it) || above.closest("label")?.contains(it);
    return isSeen ? "" : it.outerHTML;
}"""


def test_a_thumb_ticks_a_card_and_the_keys_reach_nothing_beneath_a_bar(browser: Browser, served_office: str) -> None:
    Rounds(Shelf()).orders(4)
    page = browser.new_context(viewport=PHONE, base_url=served_office).new_page()
    page.goto("/admin")
    sign_in(page)
    page.goto("/admin/orders")
    page.click(".work-tick input >> nth=1")
    assert page.is_checked(".work-tick input >> nth=1")
    assert page.url.endswith("/admin/orders"), "the card beneath is a link, and was not meant"
    page.uncheck(".work-tick input >> nth=1")
    for path in ("/admin/orders", "/admin/settings"):
        page.goto(path)
        for _ in range(45):
            page.keyboard.press("Tab")
            assert not page.evaluate(BENEATH), page.url
    close_all(browser)


def drag(page: Page, stop: str, goal: str) -> None:
    """By its words, to the top of a rider's list, and held there until it lies there; the page that follows is
    waited for. Where things are is asked once the hand holds it: until then the page may be looked at anew."""
    page.locator(f"{stop} >> .stop-words").hover(position={"x": 30, "y": 10})
    page.mouse.down()
    ends = page.locator(goal).bounding_box()
    assert ends is not None
    lies = page.locator(f"{goal} .stop").first.and_(page.locator(".sortable-ghost"))
    for step in range(int(PATIENCE_SECONDS / 0.05)):
        page.mouse.move(ends["x"] + 60 + step % 2, ends["y"] + 8, steps=12)
        if lies.count():
            break
        page.wait_for_timeout(50)
    with page.expect_navigation():
        page.mouse.up()
