"""Templates: handed in, reviewed, filled, paused."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import text

CONFIRMED: dict[str, Any] = {
    "name": "order_confirmed",
    "language": "en",
    "category": "UTILITY",
    "components": [
        {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["7KQ3"]}},
        {
            "type": "BODY",
            "text": "Hello {{1}}, your mangoes come {{2}}. Thank you!",
            "example": {"body_text": [["Meera", "tomorrow"]]},
        },
        {"type": "FOOTER", "text": "Jamango"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "Change slot"},
                {
                    "type": "URL",
                    "text": "Track",
                    "url": "https://mango.example/o/{{1}}",
                    "example": ["https://mango.example/o/x"],
                },
            ],
        },
    ],
}
NAMED: dict[str, Any] = {
    "name": "delivered",
    "language": "hi",
    "category": "UTILITY",
    "parameter_format": "NAMED",
    "components": [
        {
            "type": "BODY",
            "text": "नमस्ते {{name}}, आम आ गए।",
            "example": {"body_text_named_params": [{"param_name": "name", "example": "मीरा"}]},
        }
    ],
}


def words(*values: str) -> list[dict[str, str]]:
    return [{"type": "text", "text": value} for value in values]


def filled(**changes: Any) -> dict[str, Any]:
    components: dict[str, Any] = {
        "header": {"type": "header", "parameters": words("7KQ3")},
        "body": {"type": "body", "parameters": words("Meera", "tomorrow")},
        "reply": {
            "type": "button",
            "sub_type": "quick_reply",
            "index": "0",
            "parameters": [{"type": "payload", "payload": "slot:7KQ3"}],
        },
        "url": {"type": "button", "sub_type": "url", "index": 1, "parameters": words("abc")},
    }
    kept = [part for part in (components | changes).values() if part is not None]
    template = {"name": "order_confirmed", "language": {"code": "en"}, "components": kept}
    return {"type": "template", "template": template}


def hand_in(outside: Outside, template: dict[str, Any]) -> Any:
    return outside.client.post(f"{outside.account}/message_templates", headers=outside.token, json=template)


def spoil(path: str, value: object) -> dict[str, Any]:
    spoiled = copy.deepcopy(CONFIRMED)
    holder: Any = spoiled
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in steps:
        holder = holder[step]
    holder[last] = value
    return spoiled


def test_an_approved_template_opens_a_conversation(outside: Outside, shop: Shop) -> None:
    answer = hand_in(outside, CONFIRMED).json()
    assert answer["status"] == "PENDING"
    outside.settle()
    [news] = shop.changes("message_template_status_update")
    assert (news["event"], news["message_template_name"]) == ("APPROVED", "order_confirmed")
    outside.send(filled())
    outside.settle()
    [shown] = outside.screen()
    assert shown["template"]["header"] == {"type": "text", "text": "Order 7KQ3"}
    assert shown["template"]["body"] == "Hello Meera, your mangoes come tomorrow. Thank you!"
    assert shown["template"]["footer"] == "Jamango"
    assert shown["template"]["buttons"][1]["url"] == "https://mango.example/o/abc"
    assert {s["pricing"]["category"] for s in shop.statuses()} == {"utility"}
    tapped = outside.sim("POST", "phones/regular/tap", message_id=shown["id"], id="slot:7KQ3")
    outside.settle()
    message = shop.messages()[-1]
    assert message["id"] == tapped["id"]
    assert message["button"] == {"payload": "slot:7KQ3", "text": "Change slot"}
    assert message["context"]["id"] == shown["id"]


def test_trouble_with_the_window_waits_for_what_needs_one(outside: Outside, shop: Shop) -> None:
    hand_in(outside, CONFIRMED)
    outside.switch(fail_sends={"mode": "131047", "next": 1})
    outside.settle()
    outside.send(filled())
    outside.settle()
    assert [status["status"] for status in shop.statuses()][-1] == "delivered"
    outside.send(text())
    outside.settle()
    assert shop.statuses()[-1]["errors"][0]["code"] == 131047


def test_review_takes_its_time(start: Callable[..., Outside]) -> None:
    outside = start(template_review_seconds=3600)
    hand_in(outside, CONFIRMED)
    assert outside.post(filled()).json()["error"]["code"] == 132001
    outside.sim("POST", "clock", advance_seconds=3601, shop=False)
    listed = outside.client.get(f"{outside.account}/message_templates?name=order_confirmed", headers=outside.token)
    assert [one["status"] for one in listed.json()["data"]] == ["APPROVED"]
    assert outside.post(filled()).status_code == 200


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"body": {"type": "body", "parameters": words("Meera")}}, 400, 132000),
        ({"body": {"type": "body", "parameters": words("Meera", "tomorrow", "x")}}, 400, 132000),
        ({"body": None}, 400, 132000),
        ({"header": None}, 400, 132000),
        ({"url": None}, 400, 132000),
        ({"more": {"type": "button", "sub_type": "url", "index": "2", "parameters": words("a")}}, 400, 132000),
        ({"body": {"type": "body", "parameters": words("Meera", "to\nmorrow")}}, 400, 132018),
        ({"body": {"type": "body", "parameters": words("Meera", "to\tmorrow")}}, 400, 132018),
        ({"body": {"type": "body", "parameters": words("Meera", "to     morrow")}}, 400, 132018),
        ({"body": {"type": "body", "parameters": words("Meera", "")}}, 400, 100),
        ({"body": {"type": "body", "parameters": words("Meera", "x" * 1024)}}, 400, 132005),
        ({"header": {"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]}}, 400, 132012),
    ],
)
def test_what_does_not_fit_is_refused(outside: Outside, changes: dict[str, Any], status: int, code: int) -> None:
    hand_in(outside, CONFIRMED)
    answer = outside.post(filled(**changes))
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.json()


def test_an_unknown_paused_or_disabled_template(outside: Outside) -> None:
    unknown = outside.post(filled())
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, 132001)
    hand_in(outside, CONFIRMED)
    other = filled()
    other["template"]["language"]["code"] = "hi"
    assert outside.post(other).json()["error"]["code"] == 132001
    for status, code in (("PAUSED", 132015), ("DISABLED", 132016), ("REJECTED", 132001)):
        outside.sim("POST", "templates/order_confirmed/status", status=status)
        assert outside.post(filled()).json()["error"]["code"] == code


def test_named_variables(outside: Outside) -> None:
    hand_in(outside, NAMED).raise_for_status()
    parameter = {"type": "text", "parameter_name": "name", "text": "मीरा"}
    template = {"name": "delivered", "language": {"code": "hi"}}

    def send(value: dict[str, str]) -> Any:
        components = [{"type": "body", "parameters": [value]}]
        return outside.post({"type": "template", "template": template | {"components": components}})

    assert send(parameter).status_code == 200
    outside.settle()
    assert outside.screen()[0]["template"]["body"] == "नमस्ते मीरा, आम आ गए।"
    assert send(parameter | {"parameter_name": "who"}).json()["error"]["code"] == 132000


BUTTON = "components.3.buttons"
QUICK = {"type": "QUICK_REPLY", "text": "Yes"}
LINK = {"type": "URL", "text": "See", "url": "https://mango.example"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "Order-Confirmed"),
        ("name", "x" * 513),
        ("language", "english"),
        ("category", "NEWS"),
        ("components", []),
        ("components.1.text", "x" * 1025),
        ("components.1.text", "{{1}} and {{2}} come today."),
        ("components.1.text", "Mangoes for {{1}}, {{2}}"),
        ("components.1.text", "Hello {{1}}, mangoes for {{3}} come."),
        ("components.1.example", None),
        ("components.1.example", {"body_text": [["Meera"]]}),
        ("components.0.text", "h" * 61),
        ("components.0.text", "{{1}} {{2}}"),
        ("components.2.text", "f" * 61),
        ("components.2.text", "by {{1}}"),
        (BUTTON, []),
        (BUTTON, [QUICK] * 11),
        (BUTTON, [LINK] * 3),
        (BUTTON, [QUICK, LINK, QUICK]),
        (f"{BUTTON}.0.text", "l" * 26),
        (f"{BUTTON}.1.url", "https://mango.example/{{1}}/o"),
        (f"{BUTTON}.1.url", "https://mango.example/" + "x" * 2000),
        (f"{BUTTON}.1.example", None),
    ],
)
def test_a_template_that_keeps_no_rules_is_refused(outside: Outside, path: str, value: object) -> None:
    answer = hand_in(outside, spoil(path, value))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)
    assert hand_in(outside, CONFIRMED).status_code == 200


def test_templates_are_listed_in_pages_changed_and_deleted(outside: Outside) -> None:
    for number in range(3):
        hand_in(outside, CONFIRMED | {"name": f"order_{number}"}).raise_for_status()
    assert hand_in(outside, CONFIRMED | {"name": "order_0"}).status_code == 400
    url = f"{outside.account}/message_templates?limit=2&fields=name,status"
    first = outside.client.get(url, headers=outside.token).json()
    assert [one["name"] for one in first["data"]] == ["order_0", "order_1"]
    assert set(first["data"][0]) == {"name", "status", "id"}
    second = outside.client.get(first["paging"]["next"], headers=outside.token).json()
    assert [one["name"] for one in second["data"]] == ["order_2"]
    assert "next" not in second["paging"]
    template_id = second["data"][0]["id"]
    changed = [{"type": "BODY", "text": "New words"}]
    edited = outside.client.post(f"/meta/v24.0/{template_id}", headers=outside.token, json={"components": changed})
    assert edited.json() == {"success": True}
    shown = outside.client.get(f"/meta/v24.0/{template_id}?fields=components", headers=outside.token).json()
    assert shown["components"] == changed
    gone = outside.client.request("DELETE", f"{outside.account}/message_templates?name=order_2", headers=outside.token)
    assert gone.json() == {"success": True}
    assert len(outside.sim("GET", "state")["templates"]) == 2


def test_codes_for_signing_in_need_a_number(outside: Outside) -> None:
    parts = [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "FOOTER", "code_expiration_minutes": 10},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]},
    ]
    hand_in(outside, {"name": "otp", "language": "en", "category": "AUTHENTICATION", "components": parts})
    components = [
        {"type": "body", "parameters": words("123456")},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": words("123456")},
    ]
    message = {"type": "template", "template": {"name": "otp", "language": {"code": "en"}, "components": components}}
    outside.send(message)
    outside.settle()
    [shown] = outside.screen()
    assert shown["template"]["body"].startswith("*123456* is your verification code.")
    user_id = outside.sim("GET", "phones/regular")["user_id"]
    assert outside.post(message, to=None, recipient=user_id).json()["error"]["code"] == 131062


def test_somebody_who_stopped_marketing(outside: Outside, shop: Shop) -> None:
    hand_in(outside, {**CONFIRMED, "category": "MARKETING"})
    outside.sim("POST", "phones/regular/marketing", stopped=True)
    outside.send(filled())
    outside.settle()
    [preference] = shop.changes("user_preferences")
    assert preference["user_preferences"][0]["value"] == "stop"
    assert shop.statuses()[-1]["errors"][0]["code"] == 131050
