"""A real Chromium on the page that Razorpay sends a payer back to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.money import Cashier, open_cashier

pytestmark = pytest.mark.browser


@pytest.fixture
def cashier(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cashier]:
    with open_cashier(monkeypatch) as opened:
        yield opened


def test_the_page_says_by_itself_that_the_money_has_come(browser: Browser, cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    link = cashier.link_of(order_id)
    address = cashier.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    page = browser.new_page(viewport={"width": 390, "height": 844})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address if address.startswith("http") else f"{str(cashier.shop.base_url).rstrip('/')}{address}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Checking your payment")
    cashier.work()
    expect(page.get_by_role("heading", level=1)).to_have_text("Payment received")
    expect(page.get_by_role("link", name="Check again")).to_have_count(0)
    assert page.title().startswith("Payment received")
    page.close()
    assert errors == []
