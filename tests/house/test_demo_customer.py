"""The scripted customer reads what the simulator shows as a person would."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from core.errors import Fault
from jamango.demo.customer.phone import Phone, read_message


def message(seq: int, payload: dict[str, Any], **more: Any) -> dict[str, Any]:
    kind = payload["type"]
    return {"seq": seq, "id": f"wamid.{seq}", "direction": "to_phone", "type": kind, "payload": payload, **more}


LIST = {
    "type": "interactive",
    "interactive": {
        "type": "list",
        "body": {"text": "Fresh today"},
        "action": {
            "button": "See",
            "sections": [{"rows": [{"id": "v1", "title": "Alphonso", "description": "₹1,200"}]}],
        },
    },
}
LINK = {
    "type": "interactive",
    "interactive": {
        "type": "cta_url",
        "body": {"text": "Pay ₹1,200"},
        "action": {"name": "cta_url", "parameters": {"display_text": "Pay", "url": "http://127.0.0.1/pay/plink_1"}},
    },
}


def test_rows_links_and_text_are_found() -> None:
    assert [choice.title for choice in read_message(message(1, LIST)).choices] == ["Alphonso"]
    assert read_message(message(2, LINK)).links == ("http://127.0.0.1/pay/plink_1",)
    assert read_message(message(3, {"type": "text", "text": {"body": "Order 7KQ3AC"}})).text == "Order 7KQ3AC"


def test_a_choice_that_is_not_there_is_said_with_those_that_are() -> None:
    tapped: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tapped.append(request)
        return httpx.Response(200, json=[] if request.method == "GET" else {"id": "wamid.9"})

    with httpx.Client(base_url="http://simulator", transport=httpx.MockTransport(answer)) as simulator:
        phone = Phone(simulator, "new-customer", lambda side, text: None)
        phone.taps(read_message(message(1, LIST)), "^alphonso")
        assert tapped[-1].url.path == "/sim/phones/new-customer/tap"
        with pytest.raises(Fault, match="offers Alphonso"):
            phone.taps(read_message(message(1, LIST)), "checkout")
