"""A rider's page on a phone in a bad net: one morning in a real browser, with everything that a net can do to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from core.delivery.riding import deliver_stop
from tests.rider.conftest import path_of
from tests.support.chromium import find_barriers, note_faults, running_chromium
from tests.support.net import Net, State
from tests.support.patience import becomes_true
from tests.support.rounds import DUE, Rounds
from tests.support.servers import serving

pytestmark = pytest.mark.browser
PHONE: Any = {"width": 360, "height": 780}
AWAY = "No connection."
IS_KEPT = "async (path) => Boolean(await caches.match(path))"
UNTIL_KEPT = "async (path) => { while (!(await caches.match(path))) await new Promise((go) => setTimeout(go, 50)); }"
PICTURES = os.environ.get("PICTURES_OF_TESTS")  # a folder for whoever wants to look


class Morning:
    """Ravi's phone on the page of a run of five stops, and the net between it and the shop."""

    def __init__(self, context: BrowserContext, net: Net, rounds: Rounds, run_id: int) -> None:
        self.context, self.net, self.rounds, self.run_id = context, net, rounds, run_id
        self.path = path_of(rounds, run_id)
        self.stops = [stop.stop_id for stop in rounds.stops(run_id)]
        self.complaints: list[str] = []
        self.page = self.opens()

    def opens(self) -> Page:
        page = self.context.new_page()
        note_faults(page, self.complaints)
        page.on("console", self._hear)
        page.goto(self.path)
        return page

    def _hear(self, line: Any) -> None:
        if "Security Policy" in line.text:
            self.complaints.append(line.text)

    def waits(self, count: int, *, away: bool = True, page: Page | None = None) -> None:
        """The bar says so, and whether the shop is reached."""
        bar = (page or self.page).locator("#sync")
        expect(bar).to_have_attribute("data-waiting", str(count))
        expect(bar).to_have_attribute("data-state", "away" if away else "well")
        expect(bar).to_be_in_viewport()

    def card(self, number: int) -> Any:
        return self.page.locator(f"#stop-{self.stops[number]}")

    def delivers(self, number: int) -> None:
        self.card(number).get_by_role("button", name="Delivered").click()

    def looks(self, name: str) -> None:
        assert find_barriers(self.page) == [], name
        assert self.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        if PICTURES:
            self.page.screenshot(path=str(Path(PICTURES) / f"rider-{name}.png"), full_page=True)


@pytest.fixture
def morning(app: Any, rounds: Rounds) -> Iterator[Morning]:
    run_id = rounds.run_under_way(5)
    net = Net(app)
    with serving(net) as address, running_chromium() as browser:
        context = browser.new_context(viewport=PHONE, base_url=address)
        context.add_cookies([{"name": "jamango-language", "value": "en", "url": address}])
        yield Morning(context, net, rounds, run_id)


def test_a_morning_behind_a_router_whose_line_is_down(morning: Morning) -> None:
    sends_at_once(morning)
    goes_on_behind_the_router(morning)
    is_sent_once_although_nobody_heard_the_answer(morning)
    what_is_declined_steps_aside(morning)
    ends_the_run_without_a_net(morning)
    assert morning.complaints == []
    morning.rounds.shelf.assert_sound()


def sends_at_once(morning: Morning) -> None:
    morning.waits(0, away=False)
    morning.page.evaluate(UNTIL_KEPT, morning.path)
    morning.looks("first")
    morning.card(0).get_by_text("Another sum").click()
    morning.card(0).get_by_label("How much").fill("2000")
    expect(morning.card(0).get_by_text("Give back ₹760")).to_be_visible()
    morning.card(0).get_by_label("How much").fill("1000")
    expect(morning.card(0).get_by_role("button", name="UPI link for the rest")).to_be_visible()
    morning.looks("sum")
    morning.delivers(0)
    expect(morning.page.get_by_text("4 of 5 stops left")).to_be_visible()
    morning.waits(0, away=False)
    assert morning.rounds.holds(morning.rounds.ravi) == DUE


def goes_on_behind_the_router(morning: Morning) -> None:
    """What is done is kept over a reload and a killed tab, and can be taken back; nothing is lost, or known yet."""
    morning.net.state = State.ROUTER
    morning.delivers(1)
    morning.waits(1)
    expect(morning.card(1).get_by_text("waiting to be sent")).to_be_visible()
    morning.page.reload()
    morning.waits(1)
    morning.looks("away")
    morning.card(2).get_by_text("Problem").click()
    morning.card(2).get_by_text("Nobody home").click()
    morning.card(2).get_by_role("button", name="Not delivered").click()
    morning.waits(2)
    morning.delivers(3)
    morning.waits(3)
    morning.card(3).get_by_role("button", name="Take").click()
    morning.waits(4)
    expect(morning.card(3).get_by_role("button", name="Delivered")).to_be_visible()
    morning.page.close()
    morning.page = morning.opens()
    morning.waits(4)
    assert morning.rounds.holds(morning.rounds.ravi) == DUE


def is_sent_once_although_nobody_heard_the_answer(morning: Morning) -> None:
    """It crashes in the middle of sending, and then two tabs send at once."""
    morning.net.state = State.NO_ANSWERS
    other = morning.opens()
    assert becomes_true(lambda: morning.rounds.holds(morning.rounds.ravi) == 2 * DUE)
    morning.page.close()
    morning.waits(4, page=other)
    morning.net.state = State.UP
    morning.page = morning.opens()
    morning.waits(0, away=False)
    morning.waits(0, away=False, page=other)
    other.close()
    assert morning.rounds.holds(morning.rounds.ravi) == 2 * DUE
    assert morning.rounds.shelf.read("SELECT count(*) FROM run_reports WHERE refusal = '{}'") == 5
    expect(morning.page.get_by_text("2 of 5 stops left")).to_be_visible()


def what_is_declined_steps_aside(morning: Morning) -> None:
    """Somebody else has reported the stop meanwhile; what comes after it goes through."""
    morning.net.state = State.ROUTER
    morning.delivers(3)
    morning.delivers(4)
    morning.waits(2)
    rounds = morning.rounds
    rounds.do(deliver_stop, morning.stops[3], cash_paise=DUE, actor=rounds.rider(rounds.ravi))
    morning.net.state = State.UP
    morning.waits(0, away=False)
    expect(morning.page.locator("#sync .notice")).to_contain_text("is done already")
    morning.looks("aside")
    morning.page.locator("#sync").get_by_role("button", name="Seen").click()
    expect(morning.page.locator("#sync .notice")).to_have_count(0)
    assert rounds.holds(rounds.ravi) == 4 * DUE


def ends_the_run_without_a_net(morning: Morning) -> None:
    expect(morning.page.get_by_text("All stops are done")).to_be_visible()
    morning.net.state = State.ROUTER
    morning.looks("end")
    morning.page.get_by_role("button", name="End the run").click()
    morning.waits(1)
    morning.net.state = State.UP
    expect(morning.page.get_by_text("The run is over")).to_be_visible()
    assert morning.rounds.run_status(morning.run_id) == "ended"
    assert not morning.page.evaluate(IS_KEPT, morning.path), "names and homes stay on the phone"
