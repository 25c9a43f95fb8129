"""Filling in a form that the shop sent, a Flow's screen or India's address form, as WhatsApp lets people do it."""

from __future__ import annotations

import json
from typing import Any

from simulator.meta.flow_json import DATA, FORM, filled
from simulator.meta.interactive_forms import ADDRESS_FIELDS, find_flow
from simulator.phones import Message
from simulator.world import World

Json = dict[str, Any]

PIN_LONGEST = 6
FORMS = ("flow", "address_message")


def answer_to_form(world: World, message: Message, wanted: Json) -> Json:
    """The message that sending the form makes. ValueError with a sentence when WhatsApp would not let it be sent."""
    interactive = message.payload.get("interactive") or {}
    if interactive.get("type") not in FORMS:
        raise ValueError(f"message {message.id} is no form")
    parameters = interactive["action"]["parameters"]
    values = wanted.get("values") or {}
    if not isinstance(values, dict):
        raise ValueError("values must be an object")
    if interactive["type"] == "flow":
        answer, body = _fill_flow(world, parameters, values), "Sent"
    else:
        answer = _fill_address(parameters, values, wanted.get("saved_address_id"))
        body = "\n".join(str(each) for each in answer["values"].values() if each)
    reply = {"name": interactive["type"], "body": body or "Sent", "response_json": json.dumps(answer)}
    return {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": reply}}


def screen_of(world: World, parameters: Json) -> list[Json]:
    """The components of the screen that a Flow's message opens, with its data put in."""
    flow = find_flow(world, parameters)
    if flow is None or flow["json"] is None:
        raise ValueError("this Flow is not there any more")
    payload = parameters.get("flow_action_payload") or {}
    return filled(flow["json"], payload.get("screen") or flow["json"]["screens"][0]["id"], payload.get("data") or {})


def _fill_flow(world: World, parameters: Json, values: Json) -> Json:
    components = screen_of(world, parameters)
    fields = {each["name"]: each for each in components if "name" in each}
    strangers = set(values) - {name for name, field in fields.items() if field.get("visible", True)}
    if strangers:
        raise ValueError(f"the form has no field {', '.join(sorted(strangers))}")
    given = {name: values.get(name, field.get("init-value", "")) for name, field in fields.items()}
    for name, field in fields.items():
        _keep_field(name, field, given[name])
    footer = next(each for each in components if each["type"] == "Footer")
    payload = footer["on-click-action"].get("payload") or {}
    data = (parameters.get("flow_action_payload") or {}).get("data") or {}
    answer = {key: _resolve(value, given, data) for key, value in payload.items()}
    return {"flow_token": parameters.get("flow_token", "unused"), **answer}


def _keep_field(name: str, field: Json, value: object) -> None:
    if not field.get("visible", True):
        return
    if not value and field.get("required", False):
        raise ValueError(f"the field {name} must be filled in")
    options = field.get("data-source")
    if value and options is not None and value not in {option["id"] for option in options}:
        raise ValueError(f"the field {name} does not offer {value!r}")
    longest = field.get("max-length") or field.get("max-chars")
    if longest and len(str(value)) > int(longest):
        raise ValueError(f"the field {name} takes at most {longest} characters")


def _resolve(value: Any, given: Json, data: Json) -> Any:
    if not isinstance(value, str):
        return value
    form, put_in = FORM.fullmatch(value), DATA.fullmatch(value)
    return given.get(form[1], "") if form else data.get(put_in[1], "") if put_in else value


def _fill_address(parameters: Json, values: Json, saved_id: object) -> Json:
    if saved_id is not None:
        saved = next((each for each in parameters.get("saved_addresses") or [] if each["id"] == saved_id), None)
        if saved is None:
            raise ValueError(f"the form has no saved address {saved_id!r}")
        return {"saved_address_id": saved_id, "values": saved["value"]}
    if set(values) - ADDRESS_FIELDS:
        raise ValueError(f"the form has no field {', '.join(sorted(set(values) - ADDRESS_FIELDS))}")
    written = {**(parameters.get("values") or {}), **values}
    if len(str(written.get("in_pin_code", ""))) > PIN_LONGEST:
        raise ValueError(f"the PIN code has at most {PIN_LONGEST} digits")
    return {"values": written}
