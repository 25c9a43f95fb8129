"""Paying: on the page or by a test, once, twice, late, wrongly; and how the shop hears of it."""

import hashlib
import hmac
import json
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from core.clock import process_time
from tests.simulator.conftest import Outside, Shop


def hmac_of(secret: str, message: bytes) -> str:
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def names(shop: Shop) -> list[str]:
    return [event["event"] for event in shop.events()]


def test_a_payment_and_its_three_events(outside: Outside, shop: Shop) -> None:
    link = outside.link(notes={"jamango_order": "7KQ3"})
    [payment] = outside.pay(link, method="upi")
    outside.settle()
    assert names(shop) == ["payment.captured", "order.paid", "payment_link.paid"]
    captured, ordered, paid = shop.events()
    assert captured["account_id"] == outside.configuration.razorpay_account_id
    assert captured["contains"] == ["payment"]
    entity = captured["payload"]["payment"]["entity"]
    assert (entity["id"], entity["amount"], entity["status"], entity["captured"]) == (
        payment["id"],
        120000,
        "captured",
        True,
    )
    assert entity["description"] == "#" + link["id"].removeprefix("plink_")
    assert entity["notes"] == {"jamango_order": "7KQ3"}
    assert entity["fee"] == 2832
    assert entity["tax"] == 432
    assert ordered["payload"]["order"]["entity"]["receipt"] == "JMG-1"
    assert set(paid["payload"]) == {"payment_link", "order", "payment"}
    assert paid["created_at"] == link["created_at"]
    shown = outside.razorpay("GET", f"payment_links/{link['id']}").json()
    assert (shown["status"], shown["amount_paid"]) == ("paid", 120000)
    assert [one["payment_id"] for one in shown["payments"]] == [payment["id"]]
    assert outside.razorpay("GET", f"orders/{shown['order_id']}").json()["status"] == "paid"
    by_payment = outside.razorpay("GET", f"payment_links?payment_id={payment['id']}").json()
    assert [one["id"] for one in by_payment["payment_links"]] == [link["id"]]


def test_events_are_signed_on_their_bytes_and_known_by_their_id(outside: Outside, shop: Shop) -> None:
    outside.pay(outside.link())
    outside.settle()
    for post in shop.received:
        assert post.headers["X-Razorpay-Signature"] == hmac_of(outside.configuration.razorpay_webhook_secret, post.body)
        assert post.headers["X-Razorpay-Event-Id"] == post.headers["Request-Id"]
        assert post.headers["User-Agent"] == "Razorpay-Webhook/v1"
    assert len({post.headers["X-Razorpay-Event-Id"] for post in shop.received}) == 3
    keys = [list(json.loads(post.body)) for post in shop.received]
    assert [found == sorted(found) for found in keys] == [False, False, True]


def test_a_failed_try_is_not_the_end(outside: Outside, shop: Shop) -> None:
    link = outside.link()
    [failed] = outside.pay(link, outcome="failed", method="card")
    assert (failed["status"], failed["error_code"]) == ("failed", "BAD_REQUEST_ERROR")
    shown = outside.razorpay("GET", f"payment_links/{link['id']}").json()
    assert (shown["status"], shown["payments"]) == ("created", None)
    outside.pay(link)
    outside.settle()
    assert names(shop) == ["payment.failed", "payment.captured", "order.paid", "payment_link.paid"]
    tries = outside.razorpay("GET", f"orders/{shown['order_id']}/payments").json()
    assert [one["status"] for one in tries["items"]] == ["captured", "failed"]


def test_paying_twice(outside: Outside, shop: Shop) -> None:
    link = outside.link()
    paid = outside.pay(link, times=2)
    outside.settle()
    assert len({payment["id"] for payment in paid}) == 2
    assert Counter(names(shop)) == {"payment.captured": 2, "order.paid": 1, "payment_link.paid": 1}
    assert len(outside.razorpay("GET", f"payment_links/{link['id']}").json()["payments"]) == 2
    again = outside.client.post(f"/sim/links/{link['id']}/pay", json={"outcome": "paid"})
    assert again.status_code == 409
    assert len(outside.pay(link, force=True)) == 1


def test_money_that_comes_after_the_end(outside: Outside, shop: Shop) -> None:
    link = outside.link()
    [failed] = outside.pay(link, outcome="failed")
    outside.razorpay("POST", f"payment_links/{link['id']}/cancel").raise_for_status()
    [late] = outside.pay(link, outcome="late_authorised")
    outside.settle()
    assert late["id"] == failed["id"]
    assert (late["status"], late["error_code"]) == ("captured", None)
    assert names(shop)[-3:] == ["payment.authorized", "payment.captured", "order.paid"]
    shown = outside.razorpay("GET", f"payment_links/{link['id']}").json()
    assert (shown["status"], [one["payment_id"] for one in shown["payments"]]) == ("cancelled", [late["id"]])


@pytest.mark.parametrize(
    ("switches", "how", "expected"),
    [
        ({"wrong_amount": -100}, {}, (119900, "INR")),
        ({"wrong_currency": "USD"}, {}, (120000, "USD")),
        ({}, {"amount": 5}, (5, "INR")),
        ({}, {"currency": "EUR"}, (120000, "EUR")),
    ],
)
def test_wrong_money(
    outside: Outside, switches: dict[str, Any], how: dict[str, Any], expected: tuple[int, str]
) -> None:
    outside.switch(**switches)
    [payment] = outside.pay(outside.link(), **how)
    assert (payment["amount"], payment["currency"]) == expected


def test_events_are_lost_doubled_and_reordered(outside: Outside, shop: Shop) -> None:
    outside.switch(drop_razorpay_webhooks=True)
    outside.pay(outside.link())
    outside.settle()
    assert shop.events() == []
    dropped = outside.books()["razorpay_events"]
    assert {event["dropped"] for event in dropped} == {True}
    outside.sim("POST", f"razorpay-events/{dropped[0]['event_id']}/replay")
    outside.settle()
    assert [post.headers["X-Razorpay-Event-Id"] for post in shop.received] == [dropped[0]["event_id"]]
    shop.received.clear()

    outside.switch(drop_razorpay_webhooks=["order.paid", "payment_link.paid"], duplicate_razorpay_webhooks=2)
    outside.pay(outside.link(reference_id="JMG-2"))
    outside.settle()
    assert names(shop) == ["payment.captured"] * 3
    assert len({post.headers["X-Razorpay-Event-Id"] for post in shop.received}) == 3
    shop.received.clear()

    outside.switch(drop_razorpay_webhooks=False, duplicate_razorpay_webhooks=0, repeat_razorpay_webhooks=1)
    outside.pay(outside.link(reference_id="JMG-3"))
    outside.settle()
    assert set(Counter(post.headers["X-Razorpay-Event-Id"] for post in shop.received).values()) == {2}
    shop.received.clear()

    outside.switch(repeat_razorpay_webhooks=0, reorder_razorpay_webhooks=True)
    outside.pay(outside.link(reference_id="JMG-4"))
    outside.settle()
    assert names(shop) == ["payment_link.paid", "order.paid", "payment.captured"]


def test_razorpay_tries_again_and_gives_up(outside: Outside, shop: Shop) -> None:
    shop.answers.extend([500, 400, 204])
    outside.switch(drop_razorpay_webhooks=["order.paid", "payment_link.paid"])
    outside.pay(outside.link())
    outside.settle()
    assert len(shop.received) == 3
    assert len({post.headers["X-Razorpay-Event-Id"] for post in shop.received}) == 1
    shop.answers.extend([500] * 99)
    outside.pay(outside.link(reference_id="JMG-2"))
    outside.settle()
    assert len(shop.received) == 3 + outside.configuration.razorpay_deliveries
    [_, _, _, given_up, *_] = outside.books()["razorpay_events"]
    assert (given_up["delivered"], given_up["answers"]) == (0, [500] * 4)


def test_the_hosted_page(outside: Outside, shop: Shop) -> None:
    link = outside.link(
        description="<b>2 dozen</b>", callback_url=f"{shop.url}/pay/return?lang=hi", callback_method="get"
    )
    with httpx.Client() as browser:
        page = browser.get(link["short_url"])
        assert page.status_code == 200
        assert "<b>2 dozen" not in page.text
        assert outside.razorpay("GET", f"payment_links/{link['id']}").json()["order_id"].startswith("order_")
        failed = browser.post(link["short_url"], data={"outcome": "failed", "method": "card"})
        assert failed.status_code == 200
        paid = browser.post(link["short_url"], data={"outcome": "paid", "method": "upi"})
        assert paid.status_code == 303
        assert browser.post(link["short_url"], data={"outcome": "paid", "method": "upi"}).status_code == 409
        assert browser.get(f"{outside.url}/pay/plink_none").status_code == 404
    back = urlsplit(paid.headers["location"])
    query = {key: value[0] for key, value in parse_qs(back.query).items()}
    assert query["lang"] == "hi"
    [payment] = [one for one in outside.books()["payments"] if one["captured"]]
    assert query["razorpay_payment_id"] == payment["id"]
    message = f"{link['id']}|JMG-1|paid|{payment['id']}".encode()
    assert query["razorpay_signature"] == hmac_of(outside.configuration.razorpay_key_secret, message)
    assert query["razorpay_payment_link_status"] == "paid"


def test_paying_without_coming_back(outside: Outside) -> None:
    link = outside.link(callback_url="https://mango.example/back", callback_method="get")
    answer = httpx.post(link["short_url"], data={"outcome": "paid", "method": "upi", "times": "2", "return": "no"})
    assert answer.status_code == 200
    assert len(outside.books()["payments"]) == 2


def test_a_dispute(outside: Outside, shop: Shop) -> None:
    [payment] = outside.pay(outside.link())
    outside.sim("POST", f"payments/{payment['id']}/dispute", event="payment.dispute.created")
    outside.settle()
    event = shop.events()[-1]
    assert event["event"] == "payment.dispute.created"
    assert event["payload"]["dispute"]["entity"]["payment_id"] == payment["id"]


@pytest.mark.parametrize(
    ("mode", "status"), [("502_html", 502), ("429", 429), ("500", 500), ("503", 503), ("empty", 200)]
)
def test_razorpay_in_trouble(outside: Outside, mode: str, status: int) -> None:
    outside.switch(fail_calls={"mode": mode, "operation": "create_link", "next": 1})
    assert outside.razorpay("GET", "payment_links").status_code == 200
    assert outside.razorpay("POST", "payment_links", {"amount": 100}).status_code == status
    assert outside.razorpay("POST", "payment_links", {"amount": 100}).status_code == 200
    assert len(outside.books()["links"]) == 1


@pytest.mark.parametrize(
    ("mode", "made"),
    [("timeout", 0), ("disconnect", 0), ("timeout_after_acceptance", 1), ("disconnect_after_acceptance", 1)],
)
def test_answers_that_never_come(outside: Outside, mode: str, made: int) -> None:
    outside.switch(fail_calls={"mode": mode, "next": 1, "hang_seconds": 0.05})
    with pytest.raises(httpx.RemoteProtocolError):
        outside.razorpay("POST", "payment_links", {"amount": 100, "reference_id": "JMG-9"})
    found = outside.razorpay("GET", "payment_links?reference_id=JMG-9").json()["payment_links"]
    assert len(found) == made


def test_a_stalls_code_is_a_picture_for_pages_and_a_page_for_who_opens_it(outside: Outside, shop: Shop) -> None:
    """It says for how much and for whom; a bank may decline, and then it can be paid all the same, once."""
    closes = int(process_time().timestamp()) + 3600
    asked = {"type": "upi_qr", "usage": "single_use", "fixed_amount": True, "payment_amount": 1_24_000,
             "name": "Mango & Co",
             "description": "Market", "close_by": closes}  # fmt: skip
    code = outside.razorpay("POST", "payments/qr_codes", asked).raise_for_status().json()
    path, browser = urlsplit(code["image_url"]).path, {"Accept": "text/html"}
    assert outside.client.get(path, headers={"Accept": "image/svg+xml,*/*"}).headers["content-type"] == "image/svg+xml"
    page = outside.client.get(path, headers=browser).text
    assert "₹1,240" in page
    assert "Mango &amp; Co" in page
    assert "Declined by the bank" in outside.client.post(path, data={"outcome": "failed"}).text
    assert "Payment successful" in outside.client.post(path, data={"outcome": "paid"}).text
    assert outside.client.post(path, data={"outcome": "paid"}).status_code == 409
    assert "Payment successful" in outside.client.get(path, headers=browser).text
    assert outside.client.get("/qr/qr_none", headers=browser).status_code == 404
    outside.settle()
    assert sorted(names(shop)) == [  # Razorpay promises no order
        "payment.captured",
        "payment.failed",
        "qr_code.closed",
        "qr_code.created",
        "qr_code.credited",
    ]
