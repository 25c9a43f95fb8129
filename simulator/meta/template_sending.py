"""Filling an approved template: every parameter is checked against what was approved, then the text is made."""

from __future__ import annotations

import re
from typing import Any

from simulator.meta.checks import invalid, missing, need_items, need_object, need_text, wrong
from simulator.meta.errors import MetaRefusal
from simulator.meta.sources import check_media_source
from simulator.world import World

Json = dict[str, Any]

VARIABLE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
BODY_LONGEST = 1024
HEADER_LONGEST = 60
NOT_ALLOWED_IN_TEXT = re.compile(r"[\n\r\t]| {5,}")
CODE_LONGEST = 15
SENT_AS = {"OTP": "URL"}  # a one-time code is filled in as if its button were a link
MEDIA_HEADERS = {"IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "LOCATION": "location"}


def fill_template(world: World, content: Json) -> tuple[Json, Json]:
    """Answers the approved template and the rendered {header, body, footer, buttons}; MetaRefusal if unfit."""
    template = find_approved(world, content)
    given = need_items(content, "components", "template['components']") if "components" in content else []
    parts = {str(part["type"]).upper(): part for part in template["components"]}
    sent = {str(part.get("type", "")).lower(): part for part in given}
    for kind in sent:
        if kind not in {"header", "body", "button", "carousel", "limited_time_offer"}:
            raise wrong("template['components']['type']", f'has an unknown value "{kind}"')
    rendered: Json = {
        "header": _fill_header(world, parts.get("HEADER"), sent.get("header")),
        "body": _fill_text(parts["BODY"]["text"], sent.get("body"), "body", BODY_LONGEST),
        "footer": parts.get("FOOTER", {}).get("text"),
        "buttons": _fill_buttons(parts.get("BUTTONS", {}).get("buttons", []), given),
    }
    return template, rendered


def find_approved(world: World, content: Json) -> Json:
    """The approved template of this name and language."""
    name = need_text(content, "name", "template['name']")
    language = need_text(
        need_object(content, "language", "template['language']"), "code", "template['language']['code']"
    )
    template = world.facts.templates.get((name, language))
    status = template["status"] if template else None
    if status == "PAUSED":
        raise MetaRefusal(132015, f"Template {name} ({language}) is paused due to low quality")
    if status == "DISABLED":
        raise MetaRefusal(132016, f"Template {name} ({language}) is disabled due to low quality")
    if template is None or status != "APPROVED":
        raise MetaRefusal(132001, f"template name ({name}) does not exist in {language}")
    return template


def variables_of(text: str) -> list[str]:
    """The variables in the order of their first use."""
    return list(dict.fromkeys(VARIABLE.findall(text)))


def _parameters(part: Json | None, path: str) -> list[Json]:
    return need_items(part, "parameters", path) if part and "parameters" in part else []


def _mismatch(where: str, given: int, expected: int) -> MetaRefusal:
    return MetaRefusal(
        132000,
        f"{where}: number of localizable_params ({given}) does not match the expected number of params ({expected})",
    )


def _fill_text(text: str, part: Json | None, where: str, longest: int) -> str:
    wanted = variables_of(text)
    parameters = _parameters(part, f"template['components']['{where}']['parameters']")
    if len(parameters) != len(wanted):
        raise _mismatch(where, len(parameters), len(wanted))
    values = _values_by_name(parameters, wanted, where)
    filled = VARIABLE.sub(lambda found: values[found.group(1)], text)
    if len(filled) > longest:
        raise MetaRefusal(
            132005, f"{where}: the filled text has {len(filled)} characters, at most {longest} are allowed"
        )
    return filled


def _values_by_name(parameters: list[Json], wanted: list[str], where: str) -> dict[str, str]:
    positional = all(name.isdigit() for name in wanted)
    values: dict[str, str] = {}
    for place, parameter in enumerate(parameters):
        name = str(place + 1) if positional else parameter.get("parameter_name")
        if name not in wanted:
            raise MetaRefusal(132000, f"{where}: parameter_name {name!r} is not a variable of the template")
        values[name] = parameter_text(parameter, where)
    if len(values) != len(wanted):
        raise MetaRefusal(132000, f"{where}: a parameter_name is given twice")
    return values


def parameter_text(parameter: Json, where: str) -> str:
    """The text of a text, currency or date_time parameter."""
    kind = parameter.get("type")
    if kind == "text":
        text = need_text(parameter, "text", f"template {where} parameter['text']")
        if NOT_ALLOWED_IN_TEXT.search(text):
            raise MetaRefusal(
                132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
            )
        return text
    if kind in ("currency", "date_time"):
        return need_text(need_object(parameter, kind, f"template {where} {kind}"), "fallback_value", "fallback_value")
    raise MetaRefusal(132012, f"{where}: parameter type {kind!r} does not fit; text is expected")


def _fill_header(world: World, approved: Json | None, part: Json | None) -> Json | None:
    if approved is None:
        if _parameters(part, "template['components']['header']['parameters']"):
            raise _mismatch("header", 1, 0)
        return None
    form = str(approved.get("format", "TEXT")).upper()
    if form == "TEXT":
        return {"type": "text", "text": _fill_text(approved["text"], part, "header", HEADER_LONGEST)}
    kind = MEDIA_HEADERS[form]
    parameters = _parameters(part, "template['components']['header']['parameters']")
    if len(parameters) != 1:
        raise _mismatch("header", len(parameters), 1)
    if parameters[0].get("type") != kind:
        raise MetaRefusal(132012, f"header: Format mismatch, expected {form}, received {parameters[0].get('type')}")
    source = need_object(parameters[0], kind, f"template header ['{kind}']")
    if kind != "location":
        check_media_source(world, source, f"template header ['{kind}']")
    return {"type": kind, kind: source}


def _fill_buttons(approved: list[Json], given: list[Json]) -> list[Json]:
    sent = {_index(part): part for part in given if str(part.get("type", "")).lower() == "button"}
    unknown = [index for index in sent if index >= len(approved)]
    if unknown:
        raise _mismatch(f"button at index {unknown[0]}", 1, 0)
    return [_fill_button(button, sent.get(index), index) for index, button in enumerate(approved)]


def _index(part: Json) -> int:
    index = str(part.get("index", ""))
    if not index.isdecimal():
        raise missing("template['components']['button']['index']")
    return int(index)


def _fill_button(button: Json, part: Json | None, index: int) -> Json:
    where = f"button at index {index}"
    kind = button["type"]
    parameters = _parameters(part, f"template {where} ['parameters']")
    sub_type = str(part.get("sub_type", "")).upper() if part is not None else kind
    if sub_type != SENT_AS.get(kind, kind):
        raise invalid(f"{where} of the template is {kind.lower()}, not {sub_type.lower()}")
    filled: Json = {"type": kind, "text": button.get("text", "")}
    if kind == "QUICK_REPLY":
        payload = str(parameters[0].get("payload") or "") if parameters else ""
        return filled | dict.fromkeys(("payload", "id"), payload or button["text"])
    if kind == "PHONE_NUMBER":
        return filled | {"phone_number": button["phone_number"]}
    wanted = len(variables_of(button["url"])) if kind == "URL" else int(kind in {"OTP", "COPY_CODE"})
    if len(parameters) != wanted:
        raise _mismatch(where, len(parameters), wanted)
    if kind == "COPY_CODE":
        return filled | {"code": need_text(parameters[0], "coupon_code", f"template {where} ['coupon_code']")}
    values = [parameter_text(parameter, where) for parameter in parameters]
    if kind == "URL":
        return filled | {"url": VARIABLE.sub(lambda _found: values[0], button["url"])}
    if values and len(values[0]) > CODE_LONGEST:
        raise MetaRefusal(132005, f"{where}: a code has at most {CODE_LONGEST} characters")
    return filled | ({"code": values[0]} if values else {})


def need_one_code(rendered: Json) -> None:
    """The code stands in the text and in its button, the same: one that says otherwise is copied and refused."""
    codes = [button["code"] for button in rendered["buttons"] if button.get("code")]
    if len(codes) != 1 or f"*{codes[0]}*" not in rendered["body"]:
        raise MetaRefusal(132000, "body: the code differs from that of the button")
