"""Payment links from their making to their end."""

from typing import Any

import pytest

from simulator.clock import Clock
from tests.simulator.conftest import Outside, Shop


def expiry(seconds: float) -> int:
    return int(Clock().seconds() + seconds)


def test_a_link_as_razorpay_answers_it(outside: Outside) -> None:
    customer = {"name": "Meera", "contact": "+910000000101"}
    link = outside.link(
        description="2 dozen Alphonso",
        customer=customer,
        notify={"sms": False, "email": False},
        reminder_enable=False,
        expire_by=expiry(960),
        notes={"jamango_order": "7KQ3"},
        callback_url="http://127.0.0.1:9/pay/return",
        callback_method="get",
    )
    assert link["id"].startswith("plink_")
    assert len(link["id"]) == len("plink_") + 14
    assert link["short_url"] == f"{outside.url}/pay/{link['id']}"
    assert (link["amount"], link["amount_paid"], link["currency"], link["status"]) == (120000, 0, "INR", "created")
    assert (link["payments"], link["customer"], link["notes"]) == (None, customer, {"jamango_order": "7KQ3"})
    assert "order_id" not in link
    assert outside.razorpay("GET", f"payment_links/{link['id']}").json() == link
    assert outside.razorpay("GET", "payment_links?reference_id=JMG-1").json() == {"payment_links": [link]}
    assert outside.razorpay("GET", "payment_links?reference_id=JMG-2").json() == {"payment_links": []}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"amount": None}, "amount field is required"),
    ({"amount": 99}, "atleast INR 1.00"),
    ({"amount": 100.5}, "must be an integer"),
    ({"amount": True}, "must be an integer"),
    ({"amount": "12.00"}, "must be an integer"),
    ({"amount": 10**12}, "amount exceeds maximum amount allowed"),
    ({"currency": "RUPEE"}, "Currency"),
    ({"description": "d" * 2049}, "description"),
    ({"reference_id": "r" * 41}, "reference_id may not be greater than 40"),
    ({"expire_by": expiry(14 * 60)}, "timestamp must be atleast 15 minutes in future"),
    ({"expire_by": expiry(200 * 86400)}, "6 months"),
    ({"expire_by": "tomorrow"}, "expire_by"),
    ({"callback_url": "https://mango.example/back"}, "sent together"),
    ({"callback_method": "get"}, "sent together"),
    ({"callback_url": "https://mango.example/back", "callback_method": "post"}, "must be get"),
    ({"callback_url": "mango", "callback_method": "get"}, "callback_url"),
    ({"notes": {str(number): "x" for number in range(16)}}, "less than or equal to 15"),
    ({"notes": {"a": "x" * 256}}, "255"),
    ({"notes": {"a": ["x"]}}, "notes"),
    ({"notes": "x"}, "notes"),
    ({"customer": "Meera"}, "customer"),
    ({"customer": {"phone": "1"}}, "should not be sent"),
    ({"notify": {"sms": "no"}}, "true or false"),
    ({"upi_link": True}, "Test Mode"),
    ({"amount_in_rupees": 1200}, "should not be sent"),
]


@pytest.mark.parametrize(("changes", "words"), REFUSED)
def test_what_razorpay_refuses(outside: Outside, changes: dict[str, Any], words: str) -> None:
    answer = outside.razorpay("POST", "payment_links", {"amount": 120000, "reference_id": "JMG-1", **changes})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "BAD_REQUEST_ERROR")
    assert words in error["description"]
    assert {"source", "step", "reason", "metadata"} <= set(error)
    assert outside.books()["links"] == []


@pytest.mark.parametrize("notes", [None, [], {}])
def test_empty_notes_are_none(outside: Outside, notes: object) -> None:
    assert outside.link(notes=notes)["notes"] is None


def test_a_reference_is_used_once_even_when_its_link_is_gone(outside: Outside) -> None:
    link = outside.link()
    outside.razorpay("POST", f"payment_links/{link['id']}/cancel").raise_for_status()
    answer = outside.razorpay("POST", "payment_links", {"amount": 100, "reference_id": "JMG-1"})
    assert answer.status_code == 400
    assert "reference ID already attempted" in answer.json()["error"]["description"]
    assert outside.link(reference_id="JMG-2")["status"] == "created"


@pytest.mark.parametrize(
    "key", [None, ("", ""), ("rzp_test_Simulated00001", "wrong"), ("other", "simulated-key-secret")]
)
def test_who_may_call(outside: Outside, key: tuple[str, str] | None) -> None:
    answer = outside.client.get("/razorpay/v1/payment_links", auth=key)
    assert (answer.status_code, answer.json()["error"]["description"]) == (401, "Authentication failed")


def test_wrong_addresses_and_bodies(outside: Outside) -> None:
    unknown = outside.razorpay("GET", "invoices/close")
    assert "requested URL was not found" in unknown.json()["error"]["description"]
    assert outside.razorpay("GET", "payment_links/plink_none").json()["error"]["description"].startswith("The id")
    for body in (b"[]", b"{", b'"x"'):
        answer = outside.client.post("/razorpay/v1/payment_links", auth=outside.key, content=body)
        assert answer.status_code == 400


def test_a_link_can_be_changed_but_not_its_amount(outside: Outside) -> None:
    link = outside.link()
    path = f"payment_links/{link['id']}"
    changed = outside.razorpay("PATCH", path, {"reference_id": "JMG-1b", "notes": {"a": "b"}}).json()
    assert (changed["reference_id"], changed["notes"]) == ("JMG-1b", {"a": "b"})
    assert outside.razorpay("PATCH", path, {"amount": 500}).status_code == 400
    assert outside.razorpay("PATCH", path, {"expire_by": expiry(60)}).status_code == 400
    outside.razorpay("POST", f"{path}/cancel")
    assert outside.razorpay("PATCH", path, {"notes": {}}).status_code == 400


def test_cancelling(outside: Outside, shop: Shop) -> None:
    link = outside.link()
    cancelled = outside.razorpay("POST", f"payment_links/{link['id']}/cancel").json()
    assert cancelled["status"] == "cancelled"
    assert cancelled["cancelled_at"] > 0
    assert outside.razorpay("POST", f"payment_links/{link['id']}/cancel").status_code == 400
    refused = outside.client.post(f"/sim/links/{link['id']}/pay", json={"outcome": "paid"})
    assert refused.status_code == 409
    outside.settle()
    assert [event["event"] for event in shop.events()] == ["payment_link.cancelled"]
    paid = outside.link(reference_id="JMG-2")
    outside.pay(paid)
    assert outside.razorpay("POST", f"payment_links/{paid['id']}/cancel").status_code == 400


def test_expiring_by_this_worlds_clock(outside: Outside, shop: Shop) -> None:
    link = outside.link(expire_by=expiry(960))
    outside.sim("POST", "clock", advance_seconds=961, shop=False)
    outside.settle()
    [event] = shop.events()
    assert event["event"] == "payment_link.expired"
    assert event["created_at"] == link["created_at"]
    assert outside.razorpay("GET", f"payment_links/{link['id']}").json()["status"] == "expired"
    assert outside.razorpay("POST", f"payment_links/{link['id']}/cancel").status_code == 400


def test_reminding_by_razorpay(outside: Outside) -> None:
    link = outside.link()
    assert outside.razorpay("POST", f"payment_links/{link['id']}/notify_by/sms").json() == {"success": True}
    assert outside.razorpay("POST", f"payment_links/{link['id']}/notify_by/pigeon").status_code == 400


def test_orders_of_the_shop_itself(outside: Outside) -> None:
    order = outside.razorpay("POST", "orders", {"amount": 5000, "receipt": "W-1", "unique_receipt": True}).json()
    assert (order["amount_due"], order["status"], order["receipt"]) == (5000, "created", "W-1")
    again = outside.razorpay("POST", "orders", {"amount": 5000, "receipt": "W-1", "unique_receipt": True}).json()
    assert again["id"] == order["id"]
    assert outside.razorpay("GET", f"orders/{order['id']}").json() == order
    assert outside.razorpay("GET", f"orders/{order['id']}/payments").json()["items"] == []
