"""What Meta accepts when a template is handed in."""

from __future__ import annotations

import re
from typing import Any

from simulator.meta.checks import need_items, need_text
from simulator.meta.errors import MetaRefusal
from simulator.meta.template_buttons import check_buttons
from simulator.meta.template_sending import VARIABLE, variables_of

Json = dict[str, Any]

NAME = re.compile(r"[a-z0-9_]{1,512}")
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,3})?")
NAMED = re.compile(r"[a-z][a-z0-9_]*")
CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
OTP_TYPES = ("COPY_CODE", "ONE_TAP", "ZERO_TAP")
PARTS = ("HEADER", "BODY", "FOOTER", "BUTTONS")
BODY_LONGEST = 1024
HEADER_LONGEST = FOOTER_LONGEST = 60
HEADER_FORMATS = ("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION")
AUTHENTICATION_TEXT = "*{{1}}* is your verification code."


def refuse(details: str) -> MetaRefusal:
    """A template that does not keep the rules."""
    return MetaRefusal(100, details, message="(#100) Invalid parameter")


def check_template(body: Json) -> Json:
    """The template as it will be stored, its `type`s in capitals. Raises MetaRefusal."""
    name = need_text(body, "name", "name")
    if not NAME.fullmatch(name):
        raise refuse("Template name must be at most 512 lower case letters, digits and underscores")
    language = need_text(body, "language", "language")
    if not LANGUAGE.fullmatch(language):
        raise refuse(f"Language {language!r} is not supported")
    category = need_text(body, "category", "category").upper()
    if category not in CATEGORIES:
        raise refuse(f"Category must be one of {', '.join(CATEGORIES)}")
    return {
        "name": name,
        "language": language,
        "category": category,
        "parameter_format": str(body.get("parameter_format") or "POSITIONAL").upper(),
        "components": check_components(body, category),
    }


def check_components(body: Json, category: str) -> list[Json]:
    """Each part at most once, a body always, every text within its limits."""
    components = need_items(body, "components", "components")
    kinds = [str(part.get("type", "")).upper() for part in components]
    if len(set(kinds)) < len(kinds) or set(kinds) - set(PARTS):
        raise refuse(f"components must be of the types {', '.join(PARTS)}, each at most once")
    if "BODY" not in kinds:
        raise refuse("A BODY component is required")
    if category == "AUTHENTICATION":
        _check_one_time_code(dict(zip(kinds, components, strict=True)))
    named = str(body.get("parameter_format") or "POSITIONAL").upper() == "NAMED"
    return [
        {**_checked_part(kind, part, category, named=named), "type": kind}
        for kind, part in zip(kinds, components, strict=True)
    ]


def _check_one_time_code(parts: dict[str, Json]) -> None:
    """A button that takes the code is needed, and no other may stand beside it."""
    buttons = need_items(parts.get("BUTTONS", {}), "buttons", "buttons")
    if [str(button.get("type", "")).upper() for button in buttons] != ["OTP"]:
        raise refuse("Authentication templates have exactly one button, of the type OTP")
    if str(buttons[0].get("otp_type", "")).upper() not in OTP_TYPES:
        raise refuse(f"buttons: otp_type must be one of {', '.join(OTP_TYPES)}")


def _checked_part(kind: str, part: Json, category: str, *, named: bool) -> Json:
    if kind == "BUTTONS":
        check_buttons(need_items(part, "buttons", "buttons"))
    elif category == "AUTHENTICATION":
        return _authentication_part(kind, part)
    elif kind == "BODY":
        check_text(part, "body", BODY_LONGEST, named=named)
    elif kind == "HEADER":
        _check_header(part, named=named)
    elif kind == "FOOTER":
        _check_footer(part)
    return part


def check_text(part: Json, where: str, longest: int, *, named: bool) -> None:
    """A text with variables: length, their names and places, and a sample for each."""
    text = need_text(part, "text", f"{where}.text")
    if len(text) > longest:
        raise refuse(f"{where}: text has {len(text)} characters, at most {longest} are allowed")
    wanted = variables_of(text)
    if not wanted:
        if "{{" in text or "}}" in text:
            raise refuse(f"{where}: a variable is not well formed")
        return
    stripped = text.strip()
    if VARIABLE.match(stripped) or stripped.endswith("}}"):
        raise refuse(f"{where}: variables can't be at the start or end of the template")
    if named:
        wrong = [name for name in wanted if not NAMED.fullmatch(name)]
    else:
        wrong = sorted(set(wanted) - set(_numbers(len(wanted))))
    if wrong:
        raise refuse(f"{where}: variable {{{{{wrong[0]}}}}} is not allowed")
    _need_samples(part, where, wanted, named=named)


def _numbers(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


def _need_samples(part: Json, where: str, wanted: list[str], *, named: bool) -> None:
    example = part.get("example")
    if not isinstance(example, dict):
        raise refuse(f"{where}: samples are required for variables")
    if named:
        samples = _as_list(example.get(f"{where}_text_named_params"))
        given = [sample.get("param_name") for sample in samples if isinstance(sample, dict) and sample.get("example")]
        if sorted(map(str, given)) != sorted(wanted):
            raise refuse(f"{where}: a sample is required for each of {', '.join(wanted)}")
        return
    samples = _as_list(example.get(f"{where}_text"))
    if where == "body":
        samples = samples[0] if samples and isinstance(samples[0], list) else []
    if len([sample for sample in samples if isinstance(sample, str) and sample]) != len(wanted):
        raise refuse(f"{where}: {len(wanted)} samples are required")


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _has_handle(example: object) -> bool:
    return isinstance(example, dict) and bool(example.get("header_handle"))


def _check_header(part: Json, *, named: bool) -> None:
    form = need_text(part, "format", "header.format").upper()
    if form not in HEADER_FORMATS:
        raise refuse(f"header: format must be one of {', '.join(HEADER_FORMATS)}")
    if form != "TEXT":
        if form != "LOCATION" and not _has_handle(part.get("example")):
            raise refuse("header: an example with header_handle is required")
        return
    text = need_text(part, "text", "header.text")
    if len(text) > HEADER_LONGEST:
        raise refuse(f"header: text has {len(text)} characters, at most {HEADER_LONGEST} are allowed")
    wanted = variables_of(text)
    if len(wanted) > 1:
        raise refuse("header: at most one variable is allowed")
    if wanted:
        _need_samples(part, "header", wanted, named=named)


def _check_footer(part: Json) -> None:
    text = need_text(part, "text", "footer.text")
    if len(text) > FOOTER_LONGEST or variables_of(text):
        raise refuse(f"footer: at most {FOOTER_LONGEST} characters and no variables are allowed")


def _authentication_part(kind: str, part: Json) -> Json:
    """Authentication templates have a text of Meta's own."""
    if kind == "HEADER":
        raise refuse("Authentication templates have no header")
    if kind == "BODY":
        if part.get("text"):
            raise refuse("The body text of authentication templates is fixed and cannot be given")
        safety = " For your security, do not share this code." if part.get("add_security_recommendation") else ""
        return {**part, "text": AUTHENTICATION_TEXT + safety}
    if kind == "FOOTER":
        minutes = part.get("code_expiration_minutes")
        if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= 90:
            raise refuse("code_expiration_minutes must be from 1 to 90")
        return {**part, "text": f"This code expires in {minutes} minutes."}
    return part
