"""Razorpay's code at a stall: it says by itself that it was paid, and what comes by it is never lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from core.clock import read_now
from core.db import transaction
from core.payments.counter import TAKEN_BACK
from core.payments.parked import return_parked
from core.views.money import list_payments, open_refunds
from tests.office.test_till import JSON, Tablet, link
from tests.support.actors import STAFF
from tests.support.doors import open_doors
from tests.support.world import World, running_world

SECONDS_TO_WAIT = 20.0


class Market:
    """A till whose shop may have codes of Razorpay's, and the people who scan them."""

    def __init__(self, world: World) -> None:
        self.world, self.tablet = world, Tablet(open_doors())
        self.tablet.opens()

    def asks(self, status: str = "open") -> httpx.Response:
        """One box, to be paid by UPI; the page once Razorpay has answered."""
        browser = self.tablet.browser
        paying = browser.get(link(browser.get(link(browser.get("/stall"), "Alphonso")), "Pay"))
        page = browser.follows(browser.fills(paying, "/stall/qr"))
        policy = page.headers["content-security-policy"]
        self.code_is(status)
        assert status != "open" or f"https: {self.world.outside_url};" in policy, "its picture may come"
        return self.looks(page)

    def looks(self, page: httpx.Response) -> httpx.Response:
        """The same page, when nothing is under way any more."""
        self.world.settle()
        return self.tablet.browser.get(f"{page.url.path}?{page.url.query.decode()}")

    def code(self) -> dict[str, Any]:
        """The newest code at Razorpay."""
        found: list[dict[str, Any]] = self.world.outside.get("/sim/qr_codes").raise_for_status().json()
        return found[0]

    def scans(self, **wanted: Any) -> None:
        self.world.outside.post(f"/sim/qr_codes/{self.code()['id']}/pay", json=wanted).raise_for_status()

    def sells(self, page: httpx.Response) -> None:
        assert self.tablet.browser.fills(page, "/stall/sell").headers["location"].startswith("/stall/sold/")
        self.world.settle()

    def read(self, query: str) -> Any:
        return self.tablet.stand.shelf.read(query)

    def waits(self, query: str, value: Any) -> None:
        """Until it is so: a look at Razorpay that is under way is not seen from outside."""
        wait = threading.Event()
        for _ in range(int(SECONDS_TO_WAIT / 0.02)):
            if self.read(query) == value:
                return
            wait.wait(0.02)
        assert self.read(query) == value

    def code_is(self, status: str) -> None:
        self.waits("SELECT status FROM stall_qrs ORDER BY id DESC LIMIT 1", status)

    def assert_sound(self) -> None:
        self.tablet.stand.shelf.assert_sound()


@pytest.fixture
def market(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    monkeypatch.setenv("JAMANGO_RAZORPAY_QR", "true")
    with running_world(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as world:
        yield Market(world)


STATUSES = "SELECT array_agg(status ORDER BY id) FROM payments"
ALERTS = """SELECT array_agg(code ORDER BY id) FROM alerts
             WHERE resolved_at IS NULL AND (code LIKE 'stall%' OR code LIKE 'payment%')"""
IN_ACCOUNTS = """SELECT jsonb_object_agg(account, paise) FROM (
    SELECT account, sum(amount_paise) AS paise FROM ledger_entries
     WHERE account IN ('razorpay', 'parked', 'sales') AND posting_id IN (
           SELECT id FROM ledger_postings WHERE order_id IS NULL) GROUP BY account) e"""


def test_a_code_says_by_itself_that_it_was_paid_once(market: Market) -> None:
    """The till learns it, its sale claims the money, and nothing that is told again changes anything."""
    page = market.asks()
    assert f'<a class="text-link" href="{market.code()["image_url"]}"' in page.text, "in development it is paid there"
    market.world.switch(duplicate_razorpay_webhooks=1)
    market.scans()
    market.waits(STATUSES, ["parked"])
    page = market.looks(page)
    assert "is here" in page.text
    assert 'id="go-on"' in page.text
    uid, paid = market.read("SELECT uid FROM stall_qrs"), market.code()["payment_amount"]
    assert market.tablet.browser.get(f"/stall/qr/{uid}", JSON).json() == {"status": "paid", "credited": paid}
    market.sells(page)
    for event in market.world.books()["razorpay_events"]:
        market.world.outside.post(f"/sim/razorpay-events/{event['event_id']}/replay").raise_for_status()
    market.world.settle()
    assert market.read(STATUSES) == ["sold"]
    assert market.read(IN_ACCOUNTS) == {"razorpay": paid, "parked": 0, "sales": -paid}
    assert market.read(ALERTS) is None
    market.assert_sound()


def test_a_keeper_may_be_faster_and_money_is_never_lost(market: Market) -> None:
    """Confirmed by hand: the code is closed, and what comes in its last second is that sale's. Another sum is a
    discrepancy. What no sale claims is the founder's to send back."""
    market.sells(market.asks())
    market.code_is("closed")
    assert market.code()["close_reason"] == "on_demand"
    market.scans(force=True)
    market.waits(STATUSES, ["sold"])

    page = market.asks()
    market.scans(amount=market.code()["payment_amount"] - 100)
    market.waits(STATUSES, ["sold", "parked"])
    page = market.looks(page)
    assert "came instead of" in page.text
    market.sells(page)
    assert market.read("SELECT amount_paise FROM stall_discrepancies WHERE kind = 'credit'") == -100
    market.waits(ALERTS, ["stall-credit-differs"])

    page = market.asks()
    market.scans()
    market.waits(STATUSES, ["sold", "sold", "parked"])
    market.world.advance(minutes=11)
    market.waits(ALERTS, ["stall-credit-differs", "stall-credit-unclaimed"])
    unclaimed = market.read("SELECT id FROM payments WHERE status = 'parked'")
    market.tablet.stand.run(lambda s: return_parked(s, unclaimed, actor=STAFF, now=read_now(s)))
    market.world.settle()
    market.sells(page)
    assert market.read(STATUSES) == ["sold", "sold", "returned"]
    assert market.read(ALERTS) == ["stall-credit-differs"] * 2
    market.assert_sound()


def test_a_code_that_nobody_wants_is_closed(market: Market) -> None:
    """Another way, another customer, the end of the shift: Razorpay takes no money by it any more."""
    page = market.asks()
    uid, browser = market.read("SELECT uid FROM stall_qrs"), market.tablet.browser
    assert "Cash" in browser.follows(browser.fills(page, f"/stall/qr/{uid}")).text
    market.code_is("closed")
    assert market.code()["close_reason"] == "on_demand"
    market.asks()
    market.asks()
    market.waits("SELECT array_agg(status ORDER BY id) FROM stall_qrs", ["closed", "closed", "open"])
    browser.fills(browser.get("/stall/close"), "/stall/close", note_50000="1", upi="0")
    market.code_is("closed")
    assert {code["status"] for code in market.world.outside.get("/sim/qr_codes").json()} == {"closed"}
    secret, _ = market.tablet.stand.new_device(market.tablet.stand.stall_id, "Phone")
    market.tablet.is_device(secret)
    browser.fills(browser.get("/stall/open"), "/stall/open", usual="50000")
    assert browser.get(f"/stall/qr/{uid}", JSON).status_code == 404
    market.assert_sound()


def test_a_sale_that_is_taken_back_goes_back_by_itself_where_it_was_credited(market: Market) -> None:
    """Through Razorpay, once, and seen in Money; what the keeper confirmed by hand is hers to pay back, and what comes
    by its code later is the founder's to send back."""
    market.sells(market.asks())
    market.scans(force=True)
    market.waits(STATUSES, ["sold"])
    credited = market.read("SELECT uid FROM stall_sales")
    page = market.tablet.browser.get(f"/stall/sales/{credited}")
    assert "goes back by itself through Razorpay. Why?" in page.text
    market.world.switch(refund_outcome="pending")
    done = [market.tablet.browser.fills(page, f"/stall/sales/{credited}", reason="bad-fruit") for _ in range(2)]
    assert "give nothing by hand" in market.tablet.browser.follows(done[0]).text
    market.world.settle()
    assert market.read(STATUSES) == ["returned"]
    assert market.read("SELECT array_agg(amount_paise) FROM refunds") == [market.code()["payment_amount"]]
    with transaction() as session:
        [payment], [back] = list_payments(session, None, "", before=None, most=9), open_refunds(session, most=9)
    assert (payment.stall, payment.status, back.stall, back.reason) == ("Market", "returned", "Market", TAKEN_BACK)
    [refund] = market.world.books()["refunds"]
    market.world.outside.post(f"/sim/refunds/{refund['id']}/finish", json={}).raise_for_status()
    market.waits("SELECT status FROM refunds", "processed")
    assert market.read(IN_ACCOUNTS) == {"razorpay": 0, "parked": 0, "sales": 0}

    market.sells(market.asks())
    by_hand = market.read("SELECT uid FROM stall_sales ORDER BY id DESC LIMIT 1")
    page = market.tablet.browser.get(f"/stall/sales/{by_hand}")
    assert "back by UPI yourself. Why?" in page.text
    done = [market.tablet.browser.fills(page, f"/stall/sales/{by_hand}", reason="wrong-pack")]
    assert "does not go back by itself" in market.tablet.browser.follows(done[0]).text
    market.scans(force=True)
    market.waits(STATUSES, ["returned", "parked"])
    assert market.read("SELECT count(*) FROM refunds") == 1
    market.assert_sound()


@pytest.mark.parametrize("trouble", ["down", "not granted"])
def test_the_plain_code_is_there_at_once(market: Market, trouble: str) -> None:
    """Razorpay is no reason to wait: the keeper has the shop's own code, and is told that it says nothing."""
    market.tablet.stand.shelf.change("UPDATE shop SET upi_address = 'jamango@upi'")
    if trouble == "down":
        market.world.switch(fail_calls=[{"mode": "503", "operation": "create_qr"}])
    else:
        market.world.switch(qr_codes=False)
    page = market.asks(status="failed")
    assert "look at their screen" in page.text
    assert "jamango@upi" in page.text
    assert market.read(ALERTS) == (["stall-qr-refused"] if trouble == "not granted" else None)
    market.sells(page)
    assert market.read("SELECT count(*) FROM stall_sales") == 1
    market.assert_sound()
