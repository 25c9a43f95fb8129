"""What Meta accepts as the JSON of a Flow, as far as a form without an endpoint of ours may use it. Pure.

Problems are the items of `validation_errors`; what is put in at sending is held to the same limits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

Json = dict[str, Any]

VERSIONS = {"5.1", "6.0", "6.1", "6.2", "6.3", "7.0", "7.1", "7.2", "7.3"}
LARGEST_BYTES = 10 * 1024 * 1024
COMPONENTS_MOST = 50
SCREEN_ID = re.compile(r"[A-Za-z_]{1,100}")
RESERVED = "SUCCESS"
TITLE_LONGEST = 30
DATA = re.compile(r"\$\{data\.([A-Za-z0-9_]+)\}")
FORM = re.compile(r"\$\{form\.([A-Za-z0-9_]+)\}")
OPTION_LIMITS = {"title": 30, "description": 300, "metadata": 20}
TYPES: dict[str, Any] = {"string": str, "boolean": bool, "number": (int, float), "object": dict, "array": list}


class Component(NamedTuple):
    """The longest static texts of a component, what it must have, and how many options it may offer."""

    texts: dict[str, int]
    required: tuple[str, ...]
    options: int = 0


INPUT = Component({"label": 20, "helper-text": 80, "error-message": 30}, ("name", "label"))
COMPONENTS: dict[str, Component] = {
    "TextHeading": Component({"text": 80}, ("text",)),
    "TextSubheading": Component({"text": 80}, ("text",)),
    "TextBody": Component({"text": 4096}, ("text",)),
    "TextCaption": Component({"text": 409}, ("text",)),
    "TextInput": INPUT,
    "TextArea": INPUT,
    "Dropdown": Component({"label": 20}, ("name", "label", "data-source"), 200),
    "RadioButtonsGroup": Component({"label": 30, "description": 300}, ("name", "label", "data-source"), 20),
    "CheckboxGroup": Component({"label": 30, "description": 300}, ("name", "label", "data-source"), 20),
    "Footer": Component({"label": 35}, ("label", "on-click-action")),
}


def problem(message: str, path: str = "$root") -> Json:
    return {"error": "INVALID_PROPERTY_VALUE", "error_type": "FLOW_JSON_ERROR", "message": message,
            "pointers": [{"path": path}]}  # fmt: skip


def find_errors(source: str) -> list[Json]:
    """All that Meta would refuse; empty for a Flow that can be published."""
    if len(source.encode()) > LARGEST_BYTES:
        return [problem("The Flow JSON is larger than 10 MB.")]
    try:
        flow = json.loads(source)
    except (ValueError, RecursionError):
        flow = None
    if not isinstance(flow, dict):
        return [problem("The Flow JSON is no JSON object.")]
    screens = flow.get("screens")
    if not isinstance(screens, list) or not screens or not all(isinstance(screen, dict) for screen in screens):
        return [problem("At least one screen is required.", "screens")]
    return [*_of_the_whole(flow, screens), *(error for place, screen in enumerate(screens)
                                             for error in _of_screen(screen, f"screens[{place}]"))]  # fmt: skip


def _of_the_whole(flow: Json, screens: list[Json]) -> Iterator[Json]:
    if flow.get("version") not in VERSIONS:
        yield problem(f"Version {flow.get('version')!r} cannot be published.", "version")
    if "data_api_version" in flow or "routing_model" in flow:
        yield problem("A Flow without an endpoint has neither data_api_version nor routing_model.")
    names = [screen.get("id") for screen in screens]
    if len({str(name) for name in names}) < len(names):
        yield problem("Two screens have the same id.", "screens")
    if not any(screen.get("terminal") is True for screen in screens):
        yield problem("No screen is terminal.", "screens")


def _of_screen(screen: Json, path: str) -> Iterator[Json]:
    name, title = screen.get("id"), screen.get("title", "")
    if not isinstance(name, str) or not SCREEN_ID.fullmatch(name) or name == RESERVED:
        yield problem(f"{name!r} cannot be the id of a screen.", f"{path}.id")
    if not isinstance(title, str) or len(title) > TITLE_LONGEST:
        yield problem(f"The title is longer than {TITLE_LONGEST}.", f"{path}.title")
    components = components_of(screen)
    if not 1 <= len(components) <= COMPONENTS_MOST:
        yield problem(f"A screen has 1 to {COMPONENTS_MOST} components.", f"{path}.layout")
    footers = [component for component in components if component.get("type") == "Footer"]
    if len(footers) > 1 or (screen.get("terminal") is True and not footers):
        yield problem("A terminal screen has one Footer.", f"{path}.layout")
    names = [component["name"] for component in components if "name" in component]
    if len({str(each) for each in names}) < len(names):
        yield problem("Two components have the same name.", f"{path}.layout")
    yield from _of_data(screen, path)
    for place, component in enumerate(components):
        yield from _of_component(component, f"{path}.layout.children[{place}]")
    yield from _of_references(screen, components, path)


def components_of(screen: Json) -> list[Json]:
    """What is on a screen; nothing when its layout is none."""
    layout = screen.get("layout")
    children = layout.get("children") if isinstance(layout, dict) else None
    is_layout = isinstance(layout, dict) and layout.get("type") == "SingleColumnLayout"
    return [child for child in children if isinstance(child, dict)] if is_layout and isinstance(children, list) else []


def _of_data(screen: Json, path: str) -> Iterator[Json]:
    declared = screen.get("data", {})
    for name, field in declared.items() if isinstance(declared, dict) else ():
        known = isinstance(field, dict) and field.get("type") in TYPES
        if not known or "__example__" not in field or not isinstance(field["__example__"], TYPES[field["type"]]):
            yield problem("Data needs a type and an __example__ of it.", f"{path}.data.{name}")


def _of_component(component: Json, path: str) -> Iterator[Json]:
    known = COMPONENTS.get(str(component.get("type")))
    if known is None:
        yield problem(f"The component {component.get('type')!r} is unknown.", f"{path}.type")
        return
    for key in known.required:
        if component.get(key) in (None, "", []):
            yield problem(f"The property {key} is required.", f"{path}.{key}")
    yield from (problem(why, path) for why in _sizes(component, known, {}))


def _of_references(screen: Json, components: list[Json], path: str) -> Iterator[Json]:
    written = json.dumps(components)
    names = {component.get("name") for component in components}
    for name in set(DATA.findall(written)) - set(screen.get("data") or {}):
        yield problem(f"${{data.{name}}} is not declared.", f"{path}.data")
    for name in set(FORM.findall(written)) - names:
        yield problem(f"${{form.{name}}} is no component.", f"{path}.layout")


def _sizes(component: Json, known: Component, data: Json) -> Iterator[str]:
    """What of a component is too long or too much, once `data` is put in; references without data are passed over."""
    kind = component.get("type")
    for key, longest in known.texts.items():
        text = _put_in(component.get(key), data)
        if isinstance(text, str) and not DATA.search(text) and len(text) > longest:
            yield f"{kind} {key} is longer than {longest}: {text!r}"
    options = _put_in(component.get("data-source"), data)
    if known.options and isinstance(options, list):
        yield from _options(str(kind), options, known.options)
        chosen = _put_in(component.get("init-value"), data)
        if isinstance(chosen, str) and not DATA.search(chosen) and chosen not in {
            each.get("id") for each in options if isinstance(each, dict)}:  # fmt: skip
            yield f"{kind} init-value {chosen!r} is none of its options"


def _options(kind: str, options: list[Any], most: int) -> Iterator[str]:
    if not 1 <= len(options) <= most:
        yield f"{kind} has {len(options)} options, 1 to {most} are taken"
    if not all(isinstance(option, dict) and isinstance(option.get("id"), str) and option.get("title")
               for option in options):  # fmt: skip
        yield f"{kind}: every option needs an id and a title"
        return
    if len({option["id"] for option in options}) < len(options):
        yield f"{kind}: two options have the same id"
    for option in options:
        for key, longest in OPTION_LIMITS.items():
            if len(str(option.get(key, ""))) > longest:
                yield f"{kind}: the {key} of an option is longer than {longest}: {option[key]!r}"


def _put_in(value: Any, data: Json) -> Any:
    """A property with the data that was sent: `${data.packs}` becomes the list."""
    match = DATA.fullmatch(value) if isinstance(value, str) else None
    return data.get(match[1], value) if match else value


def find_data_problem(flow: Json, screen_id: str, data: Json) -> str | None:
    """Why a Flow cannot begin at this screen with this data; None when it can."""
    screen = next((each for each in flow["screens"] if each["id"] == screen_id), None)
    if screen is None:
        return f"screen {screen_id} is not in the Flow"
    declared: Json = screen.get("data") or {}
    if set(declared) != set(data):
        return f"data must hold exactly {', '.join(sorted(declared)) or 'nothing'}"
    for name, field in declared.items():
        if not isinstance(data[name], TYPES[field["type"]]):
            return f"data.{name} must be of type {field['type']}"
    return next((why for component in components_of(screen)
                 for why in _sizes(component, COMPONENTS[component["type"]], data)), None)  # fmt: skip


def filled(flow: Json, screen_id: str, data: Json) -> list[Json]:
    """The components of a screen as a phone shows them, with the data put in."""
    screen = next(each for each in flow["screens"] if each["id"] == screen_id)
    return [{key: _put_in(value, data) for key, value in component.items()} for component in components_of(screen)]
