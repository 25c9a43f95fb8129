"""Ticks of packing in a bad net: kept on the phone, sent by themselves, each box once."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from admin_web.area import OFFICE
from core.orders.lifecycle import OrderStatus
from pages.cookies import cookie_name
from tests.office.conftest import Colleague
from tests.office.selling import code_of, confirmed
from tests.support.chromium import note_faults, running_chromium
from tests.support.net import Net, State
from tests.support.servers import serving
from tests.support.shelf import Shelf

pytestmark = pytest.mark.browser


def test_a_tick_behind_a_router_is_kept_and_sent(app: Any, packer: Colleague) -> None:
    shelf, complaints = Shelf(), list[str]()
    first, second = confirmed(shelf), confirmed(shelf)
    net, name = Net(app), cookie_name(OFFICE.name, secure=False)
    with serving(net) as address, running_chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address)
        context.add_cookies([{"name": name, "value": str(packer.visitor.cookies.get(name)), "url": address}])
        page = context.new_page()
        note_faults(page, complaints)
        page.goto(f"/admin/packing/{shelf.order(first).slot_id}")
        bar, card = page.locator("#sync"), page.locator(f"#order-{first}")
        expect(bar).to_have_attribute("data-state", "well")
        net.state = State.ROUTER
        card.get_by_role("button").click()
        expect(bar).to_have_attribute("data-waiting", "1")
        expect(card.locator("[data-waits]")).to_be_visible()
        net.state = State.UP
        expect(bar).to_have_attribute("data-waiting", "0")
        assert shelf.order(first).status is OrderStatus.PACKED
        assert shelf.order(second).status is OrderStatus.CONFIRMED, code_of(shelf, second)
        assert complaints == []
