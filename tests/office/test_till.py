"""The till: a device opens its link, a keeper types a PIN, sells, and closes. Everything without a script."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from structlog.testing import capture_logs

from admin_web.stall.door import DEVICE, known_device, on_device
from admin_web.stall.doors import router
from core.clock import read_now
from core.formats import format_units
from core.ids import new_key
from core.stalls.devices import issue_device, revoke_device
from core.stalls.pins import hash_pin, set_pin
from pages.cookies import cookie_name
from tests.office.conftest import does, rows
from tests.support.actors import STAFF
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand
from tests.support.visitor import Visitor

PIN = "2580"
JSON = {"Accept": "application/json"}


class Tablet:
    """A registered device at the Market, in the hand of its keeper."""

    def __init__(self, app: Any) -> None:
        self.stand, self.browser = Stand(Shelf()), Visitor(app)
        self.is_device(self.stand.secret)
        pin_hash = hash_pin(PIN)
        self.stand.run(
            lambda session: set_pin(session, self.stand.keeper_id, pin_hash, actor=STAFF, now=read_now(session))
        )

    def is_device(self, secret: str) -> None:
        self.browser.cookies.set(cookie_name(DEVICE, secure=False), secret, domain="127.0.0.1")

    def signs_in(self, pin: str = PIN) -> httpx.Response:
        return self.browser.fills(
            self.browser.get("/stall/pin"), "/stall/pin", keeper=str(self.stand.keeper_id), pin=pin
        )

    def opens(self) -> None:
        self.signs_in()
        done = self.browser.fills(self.browser.get("/stall/open"), "/stall/open", usual="50000")
        assert done.headers["location"] == "/stall"

    def state(self) -> dict[str, Any]:
        answer = self.browser.get("/stall/state", JSON)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        found: dict[str, Any] = answer.json()
        return found

    def sends(self, token: str | None = None, **words: Any) -> httpx.Response:
        headers = {**JSON, "X-Form-Token": self.state()["form_token"] if token is None else token}
        headers["Content-Type"] = "application/json"
        return self.browser.post("/stall/sync", headers=headers, content=json.dumps(words))

    def sale(self, shift: int, **said: Any) -> dict[str, Any]:
        tile = next(each for each in self.state()["tiles"] if each["slug"] == "alphonso-12")
        return {"id": new_key(), "shift": shift, "made_at": "2026-05-01T10:00:00+05:30", "payment": "cash",
                "lines": [{"pack": tile["slug"], "quantity": 1}], "paid": tile["price"], "given": None, "phone": None,
                "consent": False, **said}  # fmt: skip


@pytest.fixture
def tablet(app: Any) -> Tablet:
    return Tablet(app)


def link(page: httpx.Response, words: str) -> str:
    """Where a link with these words in or around it leads."""
    found = re.search(rf'<a class="[^"]*" href="([^"]*)"[^>]*>(?:(?!</a>).)*{re.escape(words)}', page.text, re.DOTALL)
    assert found, words
    return found[1].replace("&amp;", "&")


def test_a_shift_without_a_script(tablet: Tablet) -> None:
    """From the PIN to the report; the change stands in the largest type, and a second tap sells nothing."""
    browser = tablet.browser
    assert browser.get("/stall").headers["location"] == "/stall/pin"
    assert "That is not the PIN" in tablet.signs_in("1379").text
    tablet.stand.has("alphonso", 2 * DOZEN)
    assert tablet.signs_in().headers["location"] == "/stall"
    assert browser.get("/stall").headers["location"] == "/stall/open"
    assert format_units("en", "piece", 24) in browser.get("/stall/open").text
    browser.fills(browser.get("/stall/open"), "/stall/open", usual="50000")
    page = browser.get("/stall")
    page = browser.get(link(page, "2 here"))
    paying = browser.get(link(page, "Pay"))
    cash = browser.get(link(paying, "Cash"))
    for _ in range(2):
        cash = browser.get(link(cash, "+ ₹500"))
    assert "still missing" in cash.text
    cash = browser.get(link(cash, "+ ₹500"))
    assert "Give back" in cash.text
    for _ in range(2):
        sold = browser.fills(cash, "/stall/sell")
        assert sold.status_code == 303
    assert "Give back" in browser.follows(sold).text
    assert rows("SELECT count(*) AS n FROM stall_sales")[0].n == 1
    take_back = browser.get(link(browser.follows(sold), "Take back"))
    done = browser.fills(take_back, take_back.url.path, reason="wrong-pack")
    assert "Taken back" in browser.follows(done).text
    closing = browser.get("/stall/close")
    refused = browser.fills(closing, "/stall/close", waiting="3", note_50000="1")
    assert "3 sales are not sent yet" in refused.text
    for blank in ({}, {"upi": "300"}):
        uncounted = browser.fills(closing, "/stall/close", **blank)
        assert (uncounted.status_code, "Nothing was counted" in uncounted.text) == (409, True)
    closed = browser.fills(closing, "/stall/close", note_50000="1", upi="0")
    assert "The shift is closed" in browser.follows(closed).text
    tablet.stand.shelf.assert_sound()


def test_upi_shows_a_code_of_this_sale_and_a_receipt_needs_a_yes(tablet: Tablet) -> None:
    does("UPDATE shop SET upi_address = 'jamango@upi'")
    tablet.opens()
    page = tablet.browser.get(link(tablet.browser.get("/stall"), "Alphonso"))
    paying = tablet.browser.get(link(page, "Pay"))
    assert 'action="/stall/qr"' not in paying.text, "Razorpay's code is off unless it is switched on"
    upi = tablet.browser.get(link(paying, "UPI"))
    assert "data:image/svg+xml" in upi.text
    assert "jamango@upi" in upi.text
    asked = tablet.browser.fills(upi, "/stall/sell", phone="+910000000141")
    assert "Ask first" in asked.text
    sold = tablet.browser.fills(upi, "/stall/sell", phone="+910000000141", consent="yes")
    assert "UPI" in tablet.browser.follows(sold).text
    assert rows("SELECT count(*) AS n FROM stall_sales WHERE customer_id IS NOT NULL")[0].n == 1


def test_the_last_box_at_the_counter_is_refused_when_it_is_gone(tablet: Tablet) -> None:
    tablet.opens()
    page = tablet.browser.get(link(tablet.browser.get("/stall"), "Alphonso"))
    card = tablet.browser.get(link(tablet.browser.get(link(page, "Pay")), "Card"))
    tablet.stand.shelf.leave(1)
    refused = tablet.browser.fills(card, "/stall/sell")
    assert (refused.status_code, "give the money back" in refused.text) == (409, True)


# What JSON can say and no row can keep.
UNKEEPABLE: list[Any] = [{"id": "\ud83d"}, "\x00", "a\\u0000", {"paid": float("nan")}, {"\udc00": float("-inf")}]
for _ in range(400):
    UNKEEPABLE[0] = {"id": "\ud83d", "lines": [UNKEEPABLE[0]]}


def test_a_queue_is_taken_once_and_a_bad_sale_steps_aside(tablet: Tablet) -> None:
    tablet.opens()
    state = tablet.state()
    shift = state["shift"]["id"]
    good, other = tablet.sale(shift), tablet.sale(shift, payment="upi")
    bad = [tablet.sale(shift, payment="barter"), tablet.sale(999), {"id": 7}, "nonsense", tablet.sale(shift, paid=-1),
           tablet.sale(shift, lines=[{"pack": "durian-12", "quantity": 1}]), tablet.sale(shift, more=1),
           tablet.sale(shift, made_at="2026-05-01T10:00:00"), tablet.sale(shift, lines=[]), *UNKEEPABLE]  # fmt: skip
    sent = [good, *bad, other, good]
    answer = tablet.sends(sales=sent).json()
    assert [each["outcome"] for each in answer["sales"]] == [
        "recorded",
        *["needs_a_look"] * len(bad),
        "recorded",
        "already",
    ]
    assert all(each["why"] for each in answer["sales"][1:-2])
    again = tablet.sends(sales=sent).json()
    assert [each["outcome"] for each in again["sales"]] == [
        "already",
        *["needs_a_look"] * len(bad),
        "already",
        "already",
    ]
    assert rows("SELECT count(*) AS n FROM stall_sales")[0].n == 2
    assert len(tablet.state()["aside"]) == len(bad)
    void = {"sale": good["id"], "reason": "bad-fruit", "made_at": good["made_at"]}
    for outcome in ("recorded", "already"):
        [said] = tablet.sends(voids=[void]).json()["voids"]
        assert (said["sale"], said["outcome"], said["back"]) == (good["id"], outcome, "Taken back. Give the cash back.")
    tablet.stand.shelf.assert_sound()


def test_a_sale_whose_customer_still_stands_there_needs_fruit(tablet: Tablet) -> None:
    tablet.opens()
    sale = tablet.sale(tablet.state()["shift"]["id"])
    tablet.stand.shelf.leave(1)
    assert tablet.sends(live=True, sales=[sale]).json()["sales"][0]["outcome"] == "too_few"
    assert tablet.sends(sales=[sale]).json()["sales"][0]["outcome"] == "recorded"


@pytest.mark.parametrize("case", ["no device", "forged", "revoked", "no session", "stale form"])
def test_who_may_not_gets_a_reason_and_a_line_in_the_log(tablet: Tablet, case: str) -> None:
    tablet.opens()
    token = tablet.state()["form_token"]
    if case in {"no device", "forged"}:
        tablet.is_device("" if case == "no device" else "x" * 43)
    elif case == "revoked":
        tablet.stand.run(lambda s: revoke_device(s, tablet.stand.device.id, actor=STAFF, now=read_now(s)))
    elif case == "no session":
        does("UPDATE sessions SET ended_at = jamango_now() WHERE area = 'stall'")
    reason = {"no device": "device-unknown", "forged": "device-unknown", "revoked": "device-revoked",
              "no session": "session-ended", "stale form": "stale-form"}[case]  # fmt: skip
    asked = (lambda: tablet.browser.get("/stall/state", JSON)) if case == "revoked" else (
        lambda: tablet.sends("wrong" if case == "stale form" else token, sales=[]))  # fmt: skip
    with capture_logs() as lines:
        refused = asked()
    assert (refused.status_code, refused.json()["reason"]) == (403, reason)
    assert case == "stale form" or [line["reason"] for line in lines if line["event"] == "till_refused"] == [reason]
    if case not in {"no session", "stale form"}:
        assert tablet.browser.get("/stall/ping", JSON).json()["reason"] == reason
        assert "<h1" in tablet.browser.get("/stall").text


def test_a_ping_says_who_is_there(tablet: Tablet) -> None:
    assert tablet.browser.get("/stall/ping").json() | {"now": ""} == {
        "now": "",
        "device": True,
        "signed_in": False,
        "shift": None,
    }
    tablet.opens()
    found = tablet.browser.get("/stall/ping").json()
    assert (found["signed_in"], found["shift"]) == (True, tablet.state()["shift"]["id"])


def test_too_much_or_nonsense_is_refused_whole(tablet: Tablet) -> None:
    tablet.opens()
    token = tablet.state()["form_token"]
    headers = {**JSON, "X-Form-Token": token, "Content-Type": "application/json"}
    for body, status in (("{", 400), ("[]", 400), ('{"sales": 7}', 400), ('{"sales": ["' + "x" * 300_000 + '"]}', 413)):
        assert tablet.browser.post("/stall/sync", headers=headers, content=body).status_code == status, body[:20]
    assert tablet.sends(sales=["x"] * 201).json()["reason"] == "unclear"


def test_another_device_sells_in_no_shift_but_its_own(tablet: Tablet) -> None:
    tablet.opens()
    shift = tablet.state()["shift"]["id"]
    secret, _ = tablet.stand.new_device(tablet.stand.stall_id, "Phone")
    tablet.is_device(secret)
    [answer] = tablet.sends(sales=[tablet.sale(shift)]).json()["sales"]
    assert (answer["outcome"], answer["why"]) == ("needs_a_look", "That shift belongs to another device.")
    assert tablet.browser.get("/stall").headers["location"] == "/stall/open"


def test_a_pin_is_tried_five_times(tablet: Tablet) -> None:
    for _ in range(5):
        assert tablet.signs_in("1379").status_code == 422
    late = tablet.signs_in()
    assert (late.status_code, "Too many tries" in late.text) == (429, True)


def test_an_opening_that_is_sent_again_opens_nothing(tablet: Tablet) -> None:
    tablet.signs_in()
    page = tablet.browser.get("/stall/open")
    first = tablet.browser.fills(page, "/stall/open", usual="50000")
    assert tablet.browser.fills(page, "/stall/open", usual="50000").headers["location"] == first.headers["location"]
    other = tablet.browser.fills(page, "/stall/open", usual="50000", _once=new_key())
    assert "open at this device already" in other.text
    assert rows("SELECT count(*) AS n FROM shifts")[0].n == 1


def test_a_link_makes_one_device_and_opens_nothing_afterwards(tablet: Tablet, app: Any) -> None:
    token = tablet.stand.run(lambda s: issue_device(s, tablet.stand.stall_id, "New", actor=STAFF, now=read_now(s)))
    browser = Visitor(app)
    page = browser.get(f"/stall/device/{token}")
    assert "Market" in page.text
    assert browser.fills(page, f"/stall/device/{token}").headers["location"] == "/stall/pin"
    assert "Meena" in browser.get("/stall/pin").text
    assert Visitor(app).get(f"/stall/device/{token}").status_code == 404
    assert Visitor(app).get("/stall/device/forged").status_code == 404
    assert token not in str(rows("SELECT row_to_json(d)::text AS r FROM devices d"))


def test_signing_out_waits_for_what_is_not_sent(tablet: Tablet) -> None:
    tablet.opens()
    refused = tablet.browser.fills(tablet.browser.get("/stall"), "/stall/signout", waiting="2")
    assert "2 sales are not sent yet" in refused.text
    assert tablet.browser.get("/stall").status_code == 200
    tablet.browser.fills(tablet.browser.get("/stall"), "/stall/signout")
    assert tablet.browser.get("/stall").headers["location"] == "/stall/pin"


def test_every_page_of_the_till_asks_for_a_device() -> None:
    known, asked = (
        {each.path for each in router.routes if isinstance(each, APIRoute) and guard in calls(each.dependant)}
        for guard in (known_device, on_device)
    )
    assert {getattr(route, "path", "") for route in router.routes} - known == {"/stall/device/{token}"}
    assert known - asked == {"/stall/sync"}, "what is waiting on a device that was revoked is kept"
    assert len(asked) >= 12


def calls(dependant: Dependant) -> set[Any]:
    return {dependant.call, *(call for each in dependant.dependencies for call in calls(each))}
