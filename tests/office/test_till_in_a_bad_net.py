"""The till on a tablet in a bad net: one market day in a real browser, with everything that a net can do to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from admin_web.stall.door import DEVICE
from pages.cookies import cookie_name
from tests.office.conftest import rows
from tests.office.test_till import PIN, Tablet
from tests.support.chromium import find_barriers, note_faults, running_chromium
from tests.support.net import Net, State
from tests.support.patience import becomes_true
from tests.support.servers import serving
from tests.support.shelf import DOZEN

pytestmark = pytest.mark.browser
TABLET: Any = {"width": 1024, "height": 768}
PHONE: Any = {"width": 360, "height": 780}
UNTIL_KEPT = "async () => { while (!(await caches.match('/stall'))) await new Promise((go) => setTimeout(go, 50)); }"
SALES = "SELECT (SELECT count(*) FROM stall_sales) AS made, (SELECT count(*) FROM stall_voids) AS back"
PICTURES = os.environ.get("PICTURES_OF_TESTS")  # a folder for whoever wants to look


class Day:
    """Meena's tablet, and the net between it and the shop."""

    def __init__(self, context: BrowserContext, net: Net, tablet: Tablet) -> None:
        self.context, self.net, self.tablet = context, net, tablet
        self.complaints: list[str] = []
        self.page = self.opens("/stall/pin")

    def opens(self, path: str = "/stall") -> Page:
        page = self.context.new_page()
        note_faults(page, self.complaints)
        page.on("console", self._hear)
        page.goto(path)
        return page

    def _hear(self, line: Any) -> None:
        if "Security Policy" in line.text:
            self.complaints.append(line.text)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def rings_up(self, way: str) -> None:
        """One dozen, to be paid so."""
        self.page.locator(".tile", has_text="Alphonso").filter(has_text="1 dozen").click()
        self.button("Pay").click()
        self.button(way).click()

    def waits(self, count: int, *, away: bool = True, page: Page | None = None) -> None:
        bar = (page or self.page).locator("#sync")
        expect(bar).to_have_attribute("data-waiting", str(count))
        expect(bar).to_have_attribute("data-state", "away" if away else "well")
        expect(bar).to_be_in_viewport()

    def looks(self, name: str) -> None:
        for size, kind in ((PHONE, "phone"), (TABLET, "tablet")):
            self.page.set_viewport_size(size)
            assert find_barriers(self.page) == [], name
            assert self.page.evaluate("document.documentElement.scrollWidth") <= size["width"], (name, kind)
            if PICTURES:
                self.page.screenshot(path=str(Path(PICTURES) / f"till-{name}-{kind}.png"))

    def sold(self) -> tuple[int, int]:
        """Sales that stand, and all that were made."""
        [found] = rows(SALES)
        return found.made - found.back, found.made


@pytest.fixture
def day(app: Any) -> Iterator[Day]:
    tablet = Tablet(app)
    tablet.stand.has("alphonso", DOZEN)
    tablet.stand.shelf.change("UPDATE shop SET upi_address = 'jamango@upi', name = 'Jamango Fruit'")
    net = Net(app)
    with serving(net) as address, running_chromium() as browser:
        context = browser.new_context(viewport=TABLET, base_url=address)
        secret = {"name": cookie_name(DEVICE, secure=False), "value": tablet.stand.secret, "url": address}
        context.add_cookies([secret, {"name": "jamango-language", "value": "en", "url": address}])
        yield Day(context, net, tablet)


def test_a_market_day_behind_a_router_whose_line_is_down(day: Day) -> None:
    opens_the_till(day)
    sells_with_a_net(day)
    goes_on_without(day)
    is_taken_once_although_nobody_heard_the_answer(day)
    what_is_declined_steps_aside(day)
    closes(day)
    assert day.complaints == []
    day.tablet.stand.shelf.assert_sound()


def opens_the_till(day: Day) -> None:
    day.page.fill("[name=pin]", PIN)
    day.button("Go to the till").click()
    day.button("Open").click()
    expect(day.button("Alphonso").first).to_be_visible()
    day.waits(0, away=False)
    day.page.evaluate(UNTIL_KEPT)
    manifest = day.context.request.get("/stall/manifest.webmanifest").json()
    assert (manifest["start_url"], manifest["display"]) == ("/stall", "standalone")


def sells_with_a_net(day: Day) -> None:
    day.looks("tiles")
    day.rings_up("Cash")
    for _ in range(3):
        day.button("₹500").click()
    expect(day.page.locator(".till-change:visible")).to_contain_text("₹300")
    day.looks("cash")
    day.button("₹1,500 received").click()
    expect(day.page.get_by_role("heading", name="Sold")).to_be_visible()
    expect(day.page.locator(".till-change:visible")).to_contain_text("₹300")
    day.waits(0, away=False)
    assert day.sold() == (1, 1)
    day.looks("sold")
    day.button("Next customer").click()
    sells_the_last_box_of_another_door(day)


def sells_the_last_box_of_another_door(day: Day) -> None:
    """What the shop does not have any more is not recorded, and the money goes back."""
    day.rings_up("Card")
    day.tablet.stand.shelf.leave(DOZEN - 1)
    day.button("The machine said yes").click()
    expect(day.page.get_by_text("give the money back")).to_be_visible()
    day.waits(0, away=False)
    assert day.sold() == (1, 1)
    day.button("Discard").click()
    day.tablet.stand.shelf.receive("alphonso", 9 * DOZEN)


def goes_on_without(day: Day) -> None:
    """Over a reload and a killed tab; what was sold is taken back; nobody closes or goes meanwhile."""
    day.net.state = State.ROUTER
    day.rings_up("UPI")
    code = unquote(str(day.page.locator(".till-qr").get_attribute("src")))
    assert code.startswith("data:image/svg+xml") and "<svg" in code
    day.looks("upi")
    day.button("I saw it").click()
    day.waits(1)
    day.page.reload()
    day.waits(1)
    day.looks("away")
    day.rings_up("Card")
    day.button("The machine said yes").click()
    day.waits(2)
    day.button("Take back").click()
    day.button("Wrong pack").click()
    day.waits(3)
    expect(day.page.locator(".pill:visible")).to_have_text("Taken back")
    day.page.get_by_role("button", name="Back", exact=True).click()
    day.page.get_by_role("link", name="Close").click()
    expect(day.page.get_by_text("Not yet: 3 waiting")).to_be_visible()
    day.button("Sign out").click()
    expect(day.page.get_by_text("Not yet: 3 waiting")).to_be_visible()
    day.page.close()
    day.page = day.opens()
    day.waits(3)
    assert day.sold() == (1, 1)


def is_taken_once_although_nobody_heard_the_answer(day: Day) -> None:
    """It crashes in the middle of sending, and then two tabs send at once."""
    day.net.state = State.NO_ANSWERS
    other = day.opens()
    assert becomes_true(lambda: day.sold() == (2, 3))
    day.page.close()
    day.waits(3, page=other)
    day.net.state = State.UP
    day.page = day.opens()
    day.waits(0, away=False)
    day.waits(0, away=False, page=other)
    other.close()
    assert day.sold() == (2, 3)


def what_is_declined_steps_aside(day: Day) -> None:
    """A sale of a shift that nobody knows; the one behind it is taken."""
    day.net.state = State.ROUTER
    day.page.evaluate(
        "() => { const kept = JSON.parse(localStorage['jamango-till-state']); kept.shift.id = 999;"
        " localStorage['jamango-till-state'] = JSON.stringify(kept); }"
    )
    day.page.reload()
    day.rings_up("Card")
    day.button("The machine said yes").click()
    day.waits(1)
    right = rows("SELECT id FROM shifts")[0].id
    day.page.evaluate(
        f"() => {{ const kept = JSON.parse(localStorage['jamango-till-state']); kept.shift.id = {right};"
        " localStorage['jamango-till-state'] = JSON.stringify(kept); }"
    )
    day.page.reload()
    day.rings_up("Card")
    day.button("The machine said yes").click()
    day.waits(2)
    day.net.state = State.UP
    day.waits(0, away=False)
    expect(day.page.locator("#sync .notice")).to_contain_text("none of ours")
    day.looks("aside")
    assert day.sold() == (3, 4)


def closes(day: Day) -> None:
    """Not without a net, and that is said."""
    day.button("Next customer").click()
    for state in (State.ROUTER, State.UP):
        day.net.state = state
        day.page.evaluate("dispatchEvent(new Event('online'))")
        day.waits(0, away=state is not State.UP)
        day.page.get_by_role("link", name="Close").click()
        if state is not State.UP:
            expect(day.page.get_by_text("opens once the shop can be reached")).to_be_visible()
    day.page.fill("[name=note_50000]", "3")
    day.button("Close the shift").click()
    expect(day.page.get_by_role("heading", name="This shift")).to_be_visible()
