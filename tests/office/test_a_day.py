"""The founder's day by taps alone, on her phone and at a desk: fruit at six, a price, a window, orders that come while
she looks, boxes, an answer, a refund, the close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from core.clock import business_day, read_now
from core.orders.actions import confirm_cash_order
from core.settings import get_settings
from tests.office.browsing import DESK, PHONE, assert_fits, go_by_menu, listen, sign_in
from tests.office.conftest import does, rows
from tests.office.selling import code_of
from tests.support.actors import STAFF
from tests.support.chromium import running_chromium
from tests.support.paid import pay
from tests.support.shelf import Shelf

pytestmark = pytest.mark.browser
NEW_PRICE = 905


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@dataclass
class Day:
    """What she has in her hand, and the shop behind it."""

    page: Page
    shelf: Shelf
    today: date

    def taps(self, words: str, within: str = "main") -> None:
        """A button or a link by its words; Chromium refuses to tap what something else lies over."""
        self.page.locator(f"{within} :is(a, button)").filter(has_text=words).locator("visible=true").first.click()

    def opens(self, order: int) -> None:
        """An order of the list, by its code."""
        path = f"/admin/orders/{code_of(self.shelf, order)}"
        self.page.click(f'.work-list a[href="{path}"]')
        self.page.wait_for_url(f"**{path}")

    def sees(self, words: str) -> None:
        self.page.get_by_text(words).locator("visible=true").first.wait_for()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_day_from_fruit_to_close(size: ViewportSize, chromium: Browser, served_office: str) -> None:
    shelf, complaints = Shelf(), list[str]()
    context = chromium.new_context(viewport=size, base_url=served_office)
    page = context.new_page()
    listen(page, complaints)
    day = Day(page, shelf, business_day(shelf.run(read_now), get_settings().zone))
    sign_in(page)
    fruit_comes(day)
    a_price_is_set(day)
    slot_id = a_window_is_opened(day)
    bought = orders_come(day, slot_id)
    boxes_are_packed(day, slot_id, bought)
    somebody_is_answered(day)
    a_line_is_refunded(day, bought[0])
    one_is_brought(day, bought[1])
    the_day_is_closed(day, bought[1])
    assert complaints == []
    shelf.assert_sound()
    context.close()


def fruit_comes(day: Day) -> None:
    go_by_menu(day.page, "/admin/inventory")
    before = day.shelf.stock("kesar")[0]
    day.taps("Receive fruit")
    day.page.select_option("#product", label="Kesar")
    day.page.fill("#amount", "10")
    day.page.fill("#ripe", (day.today + timedelta(days=4)).isoformat())
    assert_fits(day.page)
    day.taps("Take it in")
    day.sees("The fruit is in the books.")
    assert day.shelf.stock("kesar")[0] == before + 120


def a_price_is_set(day: Day) -> None:
    go_by_menu(day.page, "/admin/products")
    day.taps("Kesar")
    day.taps("1 dozen")
    day.page.fill("#price", str(NEW_PRICE))
    day.taps("Save")
    day.sees(f"₹{NEW_PRICE}")


def a_window_is_opened(day: Day) -> int:
    go_by_menu(day.page, "/admin/slots")
    day.taps("Add one window")
    day.page.select_option("#zone", label="Lakeside")
    day.page.fill("#day", (day.today + timedelta(days=1)).isoformat())
    for name, typed in (("starts", "21:00"), ("ends", "22:00"), ("capacity", "5"), ("cutoff", "30")):
        day.page.fill(f"#{name}", typed)
    day.taps("Save")
    day.sees("9–")
    return int(rows("SELECT max(id) AS id FROM delivery_slots")[0].id)


def orders_come(day: Day, slot_id: int) -> list[int]:
    """She looks at the list, and each stands there without a reload: one paid online, two for cash."""
    go_by_menu(day.page, "/admin/orders")
    shelf, placed = day.shelf, list[int]()
    for slug, quantity in (("alphonso", 2), ("kesar", 1), ("kesar", 1)):
        order = shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack(slug): quantity}, slot_id))
        if placed:
            shelf.run(lambda session, order=order: confirm_cash_order(session, order, read_now(session), actor=STAFF))
        else:
            pay(shelf, order)
        day.page.locator(f'#orders a[href$="{code_of(shelf, order)}"]').wait_for()
        placed.append(order)
    assert shelf.order(placed[1]).items_paise == NEW_PRICE * 100
    return placed


def boxes_are_packed(day: Day, slot_id: int, orders: list[int]) -> None:
    go_by_menu(day.page, "/admin/packing")
    day.page.click(f'a[href="/admin/packing/{slot_id}"]')
    assert_fits(day.page)
    for count, order in enumerate(orders, 1):
        card = day.page.locator(f"#order-{order}")
        card.locator(".pack-lines input").first.check()
        card.locator("button[value=pack]").click()
        day.sees(f"{count} of 3 packed")
    assert {day.shelf.order(each).status for each in orders} == {"packed"}


def somebody_is_answered(day: Day) -> None:
    does("UPDATE chats SET last_inbound_at = jamango_now(), waits_since = jamango_now()"
         " WHERE customer_id = (SELECT id FROM users WHERE name = 'Arjun')")  # fmt: skip
    go_by_menu(day.page, "/admin/inbox")
    day.taps("Arjun")
    assert_fits(day.page)
    day.page.fill("#words", "Your box leaves at nine.")
    day.taps("Send")
    day.page.locator(".said-ours", has_text="Your box leaves at nine.").wait_for()


def a_line_is_refunded(day: Day, order: int) -> None:
    go_by_menu(day.page, "/admin/orders")
    day.page.fill("#search", code_of(day.shelf, order))
    day.page.press("#search", "Enter")
    day.opens(order)
    assert_fits(day.page)
    day.page.locator("[name=counts]").first.fill("1")
    day.page.fill("#refund_reason", "one dozen was bruised")
    day.page.locator('form[action$="/refund"] button').last.click()
    day.sees("It is on its way back")
    assert [tuple(row) for row in rows("SELECT amount_paise, reason FROM refunds")] == [
        (120_000, "one dozen was bruised")
    ]


def one_is_brought(day: Day, order: int) -> None:
    go_by_menu(day.page, "/admin/orders")
    day.opens(order)
    day.page.click("button[value=dispatch]")
    day.page.fill("#cash", str(day.shelf.order(order).due_paise // 100))
    day.page.click("button[value=deliver]")
    day.page.locator("button[value=deliver]").wait_for(state="detached")
    assert day.shelf.order(order).status == "delivered"


def the_day_is_closed(day: Day, order: int) -> None:
    """The next morning, when nothing can come of it any more: the cash of the one that was brought."""
    day.shelf.wait(days=1)
    go_by_menu(day.page, "/admin/money")
    day.page.click('a[href="/admin/money/days"]')
    day.taps("The day before")
    assert_fits(day.page)
    day.page.fill("#counted", str(day.shelf.order(order).cash_paise // 100))
    day.taps("Close the day")
    day.sees("This day is closed")
    assert [row.day for row in rows("SELECT day FROM day_closes")] == [day.today]
