"""Refunds: once per key, never above what was captured, with every ending."""

from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.simulator.conftest import Outside, Shop

KEY = "a1b2c3d4-0001"


@pytest.fixture
def payment(outside: Outside, shop: Shop) -> dict[str, Any]:
    """A captured payment of ₹1,200."""
    [paid] = outside.pay(outside.link())
    outside.settle()
    shop.received.clear()
    return paid


def refund(
    outside: Outside, payment: dict[str, Any], body: dict[str, Any] | None = None, key: str | None = None
) -> Any:
    headers = {"X-Refund-Idempotency": key} if key is not None else {}
    return outside.razorpay("POST", f"payments/{payment['id']}/refund", body or {}, headers=headers)


def describe(answer: httpx.Response) -> str:
    return str(answer.json()["error"]["description"])


def test_a_full_refund(outside: Outside, shop: Shop, payment: dict[str, Any]) -> None:
    made = refund(outside, payment, {"notes": {"a": "b"}, "receipt": "R-1"}, KEY).json()
    assert made["id"].startswith("rfnd_")
    assert (made["amount"], made["status"], made["notes"], made["receipt"]) == (120000, "processed", {"a": "b"}, "R-1")
    assert made["acquirer_data"]["arn"]
    outside.settle()
    assert [event["event"] for event in shop.events()] == ["refund.created", "refund.processed"]
    assert [event["contains"] for event in shop.events()] == [["refund", "payment"]] * 2
    after = outside.razorpay("GET", f"payments/{payment['id']}").json()
    assert (after["amount_refunded"], after["refund_status"], after["status"]) == (120000, "full", "refunded")
    assert describe(refund(outside, payment)) == "The payment has been fully refunded already"
    assert outside.books()["links"][0]["status"] == "paid"


def test_the_same_key_is_the_same_refund(outside: Outside, payment: dict[str, Any]) -> None:
    first = refund(outside, payment, {"amount": 500}, KEY).json()
    again = refund(outside, payment, {"amount": 500}, KEY).json()
    assert again["id"] == first["id"]
    other = refund(outside, payment, {"amount": 600}, KEY)
    assert (other.status_code, "same Idempotency Key" in describe(other)) == (400, True)
    assert refund(outside, payment, {"amount": 500}, "another-key-1").json()["id"] != first["id"]
    assert refund(outside, payment, {"amount": 500}).json()["id"] != first["id"]
    listed = outside.razorpay("GET", f"payments/{payment['id']}/refunds").json()
    assert (listed["entity"], listed["count"]) == ("collection", 3)
    assert outside.razorpay("GET", f"refunds/{first['id']}").json()["amount"] == 500
    assert outside.razorpay("GET", f"payments/{payment['id']}/refunds/{first['id']}").json()["amount"] == 500


@pytest.mark.parametrize("key", ["short", "", "with space 123", "a" * 9])
def test_a_key_has_a_form(outside: Outside, payment: dict[str, Any], key: str) -> None:
    assert refund(outside, payment, {"amount": 500}, key).status_code == 400
    assert outside.books()["refunds"] == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"amount": 120001}, "greater than amount captured"),
        ({"amount": 99}, "atleast INR 1.00"),
        ({"amount": 1.5}, "integer"),
        ({"speed": "warp"}, "speed"),
        ({"reason": "bad fruit"}, "should not be sent"),
        ({"notes": {"a": "x" * 256}}, "255"),
    ],
)
def test_what_razorpay_refuses(outside: Outside, payment: dict[str, Any], body: dict[str, Any], words: str) -> None:
    answer = refund(outside, payment, body, KEY)
    assert (answer.status_code, words in describe(answer)) == (400, True)
    assert refund(outside, payment, {"amount": 500}, KEY).status_code == 200


def test_only_captured_payments_can_be_refunded(outside: Outside) -> None:
    [failed] = outside.pay(outside.link(), outcome="failed")
    assert describe(refund(outside, failed)) == "Only captured payments can be refunded"
    assert describe(refund(outside, {"id": "pay_none"})).startswith("The id provided")


def test_a_refund_that_fails(outside: Outside, shop: Shop, payment: dict[str, Any]) -> None:
    outside.switch(refund_outcome="failed")
    assert refund(outside, payment, {"amount": 700}, KEY).json()["status"] == "pending"
    outside.settle()
    assert [event["event"] for event in shop.events()] == ["refund.created", "refund.failed"]
    assert shop.events()[-1]["payload"]["refund"]["entity"]["status"] == "failed"
    after = outside.razorpay("GET", f"payments/{payment['id']}").json()
    assert (after["amount_refunded"], after["refund_status"], after["status"]) == (0, None, "captured")


def test_a_refund_that_waits(outside: Outside, shop: Shop, payment: dict[str, Any]) -> None:
    outside.switch(refund_outcome="pending")
    made = refund(outside, payment, {"amount": 700}, KEY).json()
    assert made["status"] == "pending"
    outside.sim("POST", f"refunds/{made['id']}/finish", outcome="processed")
    outside.settle()
    assert [event["event"] for event in shop.events()] == ["refund.created", "refund.processed"]
    assert outside.client.post(f"/sim/refunds/{made['id']}/finish", json={"outcome": "failed"}).status_code == 409


def test_an_empty_account_and_an_old_payment(outside: Outside, payment: dict[str, Any]) -> None:
    outside.switch(refund_outcome="no_balance")
    assert "enough balance" in describe(refund(outside, payment, {}, KEY))
    outside.switch(refund_outcome="processed")
    outside.sim("POST", "clock", advance_seconds=184 * 86400, shop=False)
    made = refund(outside, payment, {}, KEY).json()
    assert outside.razorpay("GET", f"refunds/{made['id']}").json()["status"] == "failed"


def test_a_refund_that_nobody_here_asked_for(outside: Outside, shop: Shop, payment: dict[str, Any]) -> None:
    outside.sim("POST", f"payments/{payment['id']}/refund", amount=300)
    outside.settle()
    assert [event["event"] for event in shop.events()] == ["refund.created", "refund.processed"]


def test_a_refund_whose_answer_is_lost_is_found_by_its_key(outside: Outside, payment: dict[str, Any]) -> None:
    outside.switch(fail_calls={"mode": "disconnect_after_acceptance", "operation": "refund", "next": 1})
    with pytest.raises(httpx.RemoteProtocolError):
        refund(outside, payment, {"amount": 700}, KEY)
    made = refund(outside, payment, {"amount": 700}, KEY).json()
    assert [one["id"] for one in outside.books()["refunds"]] == [made["id"]]


@given(amounts=some.lists(some.integers(100, 60000), min_size=1, max_size=8), ends=some.data())
@settings(max_examples=30)
def test_never_more_than_was_captured(outside_of_module: Outside, amounts: list[int], ends: Any) -> None:
    outside = outside_of_module
    outside.sim("POST", "reset")
    outside.switch(drop_razorpay_webhooks=True)
    [paid] = outside.pay(outside.link())
    for amount in amounts:
        outside.switch(refund_outcome=ends.draw(some.sampled_from(["processed", "pending", "failed"])))
        refund(outside, paid, {"amount": amount})
    books = outside.books()
    given_back = sum(one["amount"] for one in books["refunds"] if one["status"] != "failed")
    assert given_back == books["payments"][0]["amount_refunded"] <= 120000
