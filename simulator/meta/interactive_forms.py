"""The actions of interactive messages that ask something: buttons, lists, links, locations, addresses, forms."""

from __future__ import annotations

from typing import Any

from simulator.meta import flows
from simulator.meta.checks import (
    invalid,
    keep_length,
    keep_unique,
    keep_web_address,
    missing,
    need_items,
    need_list,
    need_object,
    need_text,
    optional_text,
    wrong,
)
from simulator.meta.errors import MetaRefusal
from simulator.meta.flow_json import find_data_problem
from simulator.world import World

Json = dict[str, Any]
ACTION = "interactive['action']"

BUTTONS_MOST = 3
BUTTON_TITLE_LONGEST = 20
BUTTON_ID_LONGEST = 256
SECTIONS_MOST = 10
SECTION_TITLE_LONGEST = 24
ROWS_MOST = 10
ROW_ID_LONGEST = 200
ROW_TITLE_LONGEST = 24
ROW_DESCRIPTION_LONGEST = 72
FLOW_BUTTON_LONGEST = 20
ADDRESS_FIELDS = {
    "name",
    "phone_number",
    "in_pin_code",
    "house_number",
    "floor_number",
    "tower_number",
    "building_name",
    "address",
    "landmark_area",
    "city",
    "state",
}


def check_reply_buttons(_world: World, action: Json) -> None:
    buttons = need_items(action, "buttons", f"{ACTION}['buttons']")
    if not 1 <= len(buttons) <= BUTTONS_MOST:
        raise invalid(f"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: {BUTTONS_MOST}")
    replies = [check_reply_button(button, f"{ACTION}['buttons'][{place}]") for place, button in enumerate(buttons)]
    keep_unique([reply["id"] for reply in replies], "button id")
    keep_unique([reply["title"] for reply in replies], "button title")


def check_reply_button(button: Json, path: str, key: str = "reply") -> Json:
    """One reply button, also of a carousel card (`key` quick_reply). Answers its {id, title}."""
    if need_text(button, "type", f"{path}['type']") != key:
        raise wrong(f"{path}['type']", f'must be one of {{{key}}} - got "{button["type"]}"')
    reply = need_object(button, key, f"{path}['{key}']")
    title = need_text(reply, "title", f"{path}['{key}']['title']")
    keep_length(title, "Button title", BUTTON_TITLE_LONGEST)
    button_id = need_text(reply, "id", f"{path}['{key}']['id']")
    keep_length(button_id, "Button id", BUTTON_ID_LONGEST)
    if button_id != button_id.strip():
        raise invalid("Button id cannot have leading or trailing spaces")
    return reply


def check_list(_world: World, action: Json) -> None:
    keep_length(need_text(action, "button", f"{ACTION}['button']"), "Button label", BUTTON_TITLE_LONGEST)
    sections = need_items(action, "sections", f"{ACTION}['sections']")
    check_section_titles(sections)
    rows: list[Json] = []
    for place, section in enumerate(sections):
        path = f"{ACTION}['sections'][{place}]['rows']"
        found = need_items(section, "rows", path)
        if not found:
            raise missing(path)
        for row_place, row in enumerate(found):
            _check_row(row, f"{path}[{row_place}]")
        rows += found
    if len(rows) > ROWS_MOST:
        raise invalid(f"Total row count exceed max allowed count: {ROWS_MOST}")
    keep_unique([row["id"] for row in rows], "row id")


def check_section_titles(sections: list[Json]) -> None:
    """1 to 10 sections, each with a title when there are several."""
    if not 1 <= len(sections) <= SECTIONS_MOST:
        raise invalid(f"Invalid sections count. Min allowed sections: 1, Max allowed sections: {SECTIONS_MOST}")
    for place, section in enumerate(sections):
        path = f"{ACTION}['sections'][{place}]['title']"
        title = need_text(section, "title", path) if len(sections) > 1 else optional_text(section, "title", path)
        if title and len(title) > SECTION_TITLE_LONGEST:
            raise invalid(f"Section title is too long. Max length is {SECTION_TITLE_LONGEST}")


def _check_row(row: Json, path: str) -> None:
    if len(need_text(row, "title", f"{path}['title']")) > ROW_TITLE_LONGEST:
        raise invalid(f"Row title is too long. Max length is {ROW_TITLE_LONGEST}")
    if len(need_text(row, "id", f"{path}['id']")) > ROW_ID_LONGEST:
        raise invalid(f"Row id is too long. Max length is {ROW_ID_LONGEST}")
    description = optional_text(row, "description", f"{path}['description']")
    if description is not None and len(description) > ROW_DESCRIPTION_LONGEST:
        raise invalid(f"Row description is too long. Max length is {ROW_DESCRIPTION_LONGEST}")


def need_action_name(action: Json, name: str) -> None:
    """The action's fixed name."""
    if need_text(action, "name", f"{ACTION}['name']") != name:
        raise wrong(f"{ACTION}['name']", f'must be one of {{{name}}} - got "{action["name"]}"')


def check_link_button(_world: World, action: Json) -> None:
    need_action_name(action, "cta_url")
    parameters = need_object(action, "parameters", f"{ACTION}['parameters']")
    check_link(parameters, f"{ACTION}['parameters']")


def check_link(parameters: Json, path: str) -> None:
    """A link button's label and address."""
    label = need_text(parameters, "display_text", f"{path}['display_text']")
    keep_length(label, "Button display text", BUTTON_TITLE_LONGEST)
    keep_web_address(need_text(parameters, "url", f"{path}['url']"), "Button url")


def check_location_request(_world: World, action: Json) -> None:
    need_action_name(action, "send_location")


def check_contact_request(_world: World, action: Json) -> None:
    need_action_name(action, "request_contact_info")


def check_address_request(_world: World, action: Json) -> None:
    need_action_name(action, "address_message")
    path = f"{ACTION}['parameters']"
    parameters = need_object(action, "parameters", path)
    if need_text(parameters, "country", f"{path}['country']") != "IN":
        raise invalid("address_message is available for country IN only")
    for key in ("values", "validation_errors"):
        given = parameters.get(key) or {}
        if not isinstance(given, dict) or set(given) - ADDRESS_FIELDS:
            raise invalid(f"{path}['{key}'] takes only {', '.join(sorted(ADDRESS_FIELDS))}")
    if len(str((parameters.get("values") or {}).get("in_pin_code", ""))) > 6:
        raise invalid("in_pin_code is too long. Max length is 6")
    if parameters.get("saved_addresses") is not None:
        for place, saved in enumerate(need_list(parameters, "saved_addresses", f"{path}['saved_addresses']")):
            if not isinstance(saved, dict) or not saved.get("id") or not isinstance(saved.get("value"), dict):
                raise invalid(f"{path}['saved_addresses'][{place}] needs id and value")


def check_flow(world: World, action: Json) -> None:
    need_action_name(action, "flow")
    path = f"{ACTION}['parameters']"
    parameters = need_object(action, "parameters", path)
    if str(parameters.get("flow_message_version", "")) != "3":
        raise invalid("flow_message_version must be 3")
    if bool(parameters.get("flow_id")) == bool(parameters.get("flow_name")):
        raise invalid("Exactly one of flow_id and flow_name is required")
    keep_length(need_text(parameters, "flow_cta", f"{path}['flow_cta']"), "Flow button", FLOW_BUTTON_LONGEST)
    if parameters.get("mode", "published") not in ("draft", "published"):
        raise invalid("mode must be draft or published")
    way = parameters.get("flow_action", "navigate")
    if way not in ("navigate", "data_exchange"):
        raise invalid("flow_action must be navigate or data_exchange")
    screen, data = "", {}
    if way == "navigate":
        payload = need_object(parameters, "flow_action_payload", f"{path}['flow_action_payload']")
        screen = need_text(payload, "screen", f"{path}['flow_action_payload']['screen']")
        if "data" in payload and not (isinstance(payload["data"], dict) and payload["data"]):
            raise invalid("flow_action_payload.data must not be empty")
        data = payload.get("data", {})
    _need_flow(world, parameters, screen, data)


def find_flow(world: World, parameters: Json) -> Json | None:
    """The Flow that a message opens, by its id or its name."""
    named = parameters.get("flow_id")
    return flows.find(world, named) if named else flows.find_named(world, parameters.get("flow_name"))


def _need_flow(world: World, parameters: Json, screen: str, data: Json) -> None:
    """It exists, stands as `mode` says, and takes what is put in."""
    flow = find_flow(world, parameters)
    if flow is None:
        raise invalid("Flow is invalid: there is no such Flow in this account")
    if flow["status"] == "BLOCKED":
        raise MetaRefusal(132068, "The Flow is blocked")
    wanted = {"published": {"PUBLISHED", "THROTTLED"}, "draft": {"DRAFT"}}[parameters.get("mode", "published")]
    if flow["status"] not in wanted or flow["json"] is None:
        raise invalid(f"Flow is invalid: its status is {flow['status']}")
    problem = find_data_problem(flow["json"], screen, data) if screen else None
    if problem is not None:
        raise invalid(f"flow_action_payload is invalid: {problem}")
