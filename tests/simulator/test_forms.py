"""Forms: Flows made, published and sent with data, the Indian address form, and both filled in on a phone."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from simulator.meta.flow_json import find_errors
from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import address_request, flow

OURS = Path("templates/whatsapp/flows/order.json").read_text(encoding="utf-8")
SCREEN: dict[str, Any] = {
    "id": "A",
    "title": "Order",
    "terminal": True,
    "data": {
        "packs": {"type": "array", "items": {"type": "object"}, "__example__": []},
        "needed": {"type": "boolean", "__example__": True},
    },
    "layout": {
        "type": "SingleColumnLayout",
        "children": [
            {"type": "Dropdown", "name": "pack", "label": "Pack", "required": "${data.needed}",
             "data-source": "${data.packs}"},
            {"type": "TextArea", "name": "note", "label": "Note", "max-length": 5},
            {"type": "Footer", "label": "Send", "on-click-action": {
                "name": "complete", "payload": {"pack": "${form.pack}", "note": "${form.note}"}}},
        ],
    },
}  # fmt: skip
SMALL: dict[str, Any] = {"version": "7.1", "screens": [SCREEN]}
DATA: dict[str, Any] = {"packs": [{"id": "2", "title": "Kesar, 1 dozen"}], "needed": True}


def spoiled(*path: Any, value: Any) -> dict[str, Any]:
    """The small Flow with one value changed, or taken away when it becomes None."""
    changed = deepcopy(SMALL)
    *way, last = path
    place: Any = changed
    for key in way:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return changed


CHILDREN = ("screens", 0, "layout", "children")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (spoiled("version", value="3.0"), "cannot be published"),
        (spoiled("version", value=7.1), "cannot be published"),
        (SMALL | {"data_api_version": "3.0"}, "without an endpoint"),
        (spoiled("screens", value=[]), "At least one screen"),
        (spoiled("screens", 0, "id", value="SUCCESS"), "cannot be the id"),
        (spoiled("screens", 0, "id", value="A1"), "cannot be the id"),
        (spoiled("screens", value=[SCREEN, SCREEN]), "the same id"),
        (spoiled("screens", 0, "title", value="t" * 31), "title is longer"),
        (spoiled("screens", 0, "terminal", value=False), "No screen is terminal"),
        (spoiled(*CHILDREN, 2, value=None), "has one Footer"),
        (spoiled(*CHILDREN, value=[*SCREEN["layout"]["children"]] * 20), "1 to 50"),
        (spoiled(*CHILDREN, 0, "name", value="note"), "the same name"),
        (spoiled(*CHILDREN, 0, "type", value="Slider"), "is unknown"),
        (spoiled(*CHILDREN, 0, "label", value="l" * 21), "longer than 20"),
        (spoiled(*CHILDREN, 2, "label", value="l" * 36), "longer than 35"),
        (spoiled(*CHILDREN, 0, "data-source", value=[]), "data-source is required"),
        (spoiled(*CHILDREN, 0, "data-source", value="${data.boxes}"), "is not declared"),
        (spoiled(*CHILDREN, 1, "name", value="words"), "is no component"),
        (spoiled("screens", 0, "data", "packs", "__example__", value=None), "an __example__"),
        (spoiled("screens", 0, "data", "needed", "__example__", value="yes"), "an __example__"),
    ],
)  # fmt: skip
def test_what_meta_refuses_in_a_flows_json(changed: dict[str, Any], why: str) -> None:
    assert why in " ".join(error["message"] for error in find_errors(json.dumps(changed)))


def test_the_order_form_of_the_shop_and_the_small_one_are_taken() -> None:
    assert find_errors(OURS) == find_errors(json.dumps(SMALL)) == []
    assert find_errors("[]") and find_errors("{") and find_errors('{"screens": 7}')


def call(outside: Outside, path: str, **sent: Any) -> Any:
    return outside.client.post(f"/meta/v24.0/{path}", headers=outside.token, **sent)


def make(outside: Outside, name: str = "order", **more: Any) -> str:
    body = {"name": name, "categories": ["SHOPPING"], "flow_json": json.dumps(SMALL), "publish": True, **more}
    answer = call(outside, f"{outside.configuration.business_account_id}/flows", json=body)
    return str(answer.raise_for_status().json()["id"])


def hand_in(outside: Outside, flow_id: str, source: str) -> Any:
    form = {"name": "flow.json", "asset_type": "FLOW_JSON", "messaging_product": "whatsapp"}
    return call(outside, f"{flow_id}/assets", data=form, files={"file": ("flow.json", source, "application/json")})


def shown(outside: Outside, flow_id: str) -> dict[str, Any]:
    answer = outside.client.get(f"/meta/v24.0/{flow_id}", headers=outside.token)
    return dict(answer.raise_for_status().json())


def error_of(answer: Any) -> tuple[int, str]:
    error = answer.json()["error"]
    return error["code"], f"{error['message']} {error.get('error_data', {}).get('details', '')}"


def test_a_flow_is_made_published_changed_and_retired(outside: Outside, shop: Shop) -> None:
    flow_id = make(outside, publish=False, flow_json=json.dumps(spoiled("version", value="1")))
    assert (shown(outside, flow_id)["status"], len(shown(outside, flow_id)["validation_errors"])) == ("DRAFT", 1)
    assert error_of(call(outside, f"{flow_id}/publish"))[0] == 139002
    assert hand_in(outside, flow_id, json.dumps(SMALL)).json() == {"success": True, "validation_errors": []}
    assert call(outside, f"{flow_id}/publish").json() == {"success": True}
    assert outside.client.delete(f"/meta/v24.0/{flow_id}", headers=outside.token).json()["error"]["code"] == 139004
    hand_in(outside, flow_id, json.dumps(SMALL))
    assert shown(outside, flow_id)["status"] == "DRAFT", "what is changed must be published again"
    call(outside, f"{flow_id}/publish").raise_for_status()
    call(outside, f"{flow_id}/deprecate").raise_for_status()
    assert error_of(hand_in(outside, flow_id, json.dumps(SMALL)))[0] == 139001
    outside.settle()
    told = [(value["old_status"], value["new_status"]) for value in shop.changes("flows")]
    assert told == [("DRAFT", "PUBLISHED"), ("PUBLISHED", "DRAFT"), ("DRAFT", "PUBLISHED"), ("PUBLISHED", "DEPRECATED")]
    taken = call(outside, f"{outside.configuration.business_account_id}/flows",
                 json={"name": "order", "categories": ["SHOPPING"]})  # fmt: skip
    assert "unique" in error_of(taken)[1]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"flow_id": "7"}, "no such Flow"),
        ({"mode": "draft"}, "status is PUBLISHED"),
        ({"flow_action_payload": {"screen": "B", "data": DATA}}, "screen B"),
        ({"flow_action_payload": {"screen": "A"}}, "exactly needed, packs"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"more": 1}}}, "exactly needed, packs"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"needed": "yes"}}}, "of type boolean"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"packs": []}}}, "1 to 200"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"packs": [{"id": "1"}]}}}, "an id and a title"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"packs": DATA["packs"] * 2}}}, "the same id"),
        ({"flow_action_payload": {"screen": "A", "data": DATA | {"packs": [{"id": "1", "title": 31 * "t"}]}}}, "n 30"),
    ],
)  # fmt: skip
def test_a_flow_is_sent_only_as_it_was_published(chat: Outside, parameters: dict[str, Any], words: str) -> None:
    usual = {"flow_id": make(chat), "flow_token": "t", "flow_action_payload": {"screen": "A", "data": DATA}}
    code, said = error_of(chat.post(flow(**{**usual, **parameters})))
    assert (code, words in said) == (131009, True), said


def test_a_flow_comes_back_filled_in(chat: Outside, shop: Shop) -> None:
    payload = {"screen": "A", "data": DATA}
    make(chat)
    sent = chat.send(flow(flow_id=None, flow_name="order", flow_token="t-1", flow_action_payload=payload))
    chat.settle()
    fields = chat.sim("GET", f"phones/regular/forms/{sent}")["components"]
    assert (fields[0]["data-source"], fields[0]["required"]) == (DATA["packs"], True)
    for values in ({}, {"pack": "9"}, {"pack": "2", "note": "longer"}, {"pack": "2", "floor": "1"}):
        refused = chat.client.post("/sim/phones/regular/fill", json={"message_id": sent, "values": values})
        assert refused.status_code == 400, values
    chat.sim("POST", "phones/regular/fill", message_id=sent, values={"pack": "2"})
    chat.settle()
    message = shop.messages()[-1]
    reply = message["interactive"]["nfm_reply"]
    assert (message["context"]["id"], reply["name"]) == (sent, "flow")
    assert json.loads(reply["response_json"]) == {"flow_token": "t-1", "pack": "2", "note": ""}


def test_an_address_comes_back_as_it_was_written_or_saved(chat: Outside, shop: Shop) -> None:
    saved = {"id": "a-1", "value": {"tower_number": "C", "house_number": "402"}}
    sent = chat.send(address_request(values={"building_name": "Palm Grove"}, saved_addresses=[saved]))
    chat.settle()
    for wanted in ({"values": {"lift": "2"}}, {"values": {"in_pin_code": "4110451"}}, {"saved_address_id": "a-2"}):
        assert chat.client.post("/sim/phones/regular/fill", json={"message_id": sent, **wanted}).status_code == 400
    chat.sim("POST", "phones/regular/fill", message_id=sent, values={"house_number": "1203"})
    chat.sim("POST", "phones/regular/fill", message_id=sent, saved_address_id="a-1")
    chat.settle()
    replies = [message["interactive"]["nfm_reply"] for message in shop.messages()]
    assert [reply["name"] for reply in replies] == ["address_message"] * 2
    assert [json.loads(reply["response_json"]) for reply in replies] == [
        {"values": {"building_name": "Palm Grove", "house_number": "1203"}},
        {"saved_address_id": "a-1", "values": saved["value"]},
    ]


def test_a_whatsapp_that_is_too_old_is_told_of_afterwards(chat: Outside, shop: Shop) -> None:
    chat.sim("PATCH", "phones/regular", old_client=True)
    chat.send(address_request())
    chat.settle()
    [status] = shop.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 1026)
