"""What Meta accepts as buttons of a template."""

from __future__ import annotations

from typing import Any

from simulator.meta.checks import need_text
from simulator.meta.errors import MetaRefusal
from simulator.meta.template_sending import VARIABLE, variables_of

Json = dict[str, Any]

BUTTONS_MOST = 10
LABEL_LONGEST = 25
URL_LONGEST = 2000
CODE_LONGEST = 20
MOST_OF_A_KIND = {"URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "QUICK_REPLY": 10, "OTP": 1, "REQUEST_CONTACT_INFO": 1}
FIXED_LABELS = {"COPY_CODE": "Copy offer code", "OTP": "Copy code", "REQUEST_CONTACT_INFO": "Share contact info"}


def refuse(details: str) -> MetaRefusal:
    """Buttons that do not keep the rules."""
    return MetaRefusal(100, details, message="(#100) Invalid parameter")


def check_buttons(buttons: list[Json]) -> None:
    """Counts, grouping, labels, addresses. Fixed labels are filled in. Raises MetaRefusal."""
    if not 1 <= len(buttons) <= BUTTONS_MOST:
        raise refuse(f"buttons: from 1 to {BUTTONS_MOST} are allowed")
    kinds = [need_text(button, "type", f"buttons[{place}].type").upper() for place, button in enumerate(buttons)]
    for kind in kinds:
        if kind not in MOST_OF_A_KIND:
            raise refuse(f"buttons: type must be one of {', '.join(MOST_OF_A_KIND)}")
        if kinds.count(kind) > MOST_OF_A_KIND[kind]:
            raise refuse(f"buttons: at most {MOST_OF_A_KIND[kind]} of the type {kind} are allowed")
    turns = sum(one != other for one, other in zip(map(_is_reply, kinds), map(_is_reply, kinds[1:]), strict=False))
    if turns > 1:
        raise refuse("buttons: quick replies must stand together")
    for kind, button in zip(kinds, buttons, strict=True):
        _check_button(kind, button)


def _is_reply(kind: str) -> bool:
    return kind == "QUICK_REPLY"


def _check_button(kind: str, button: Json) -> None:
    button["type"] = kind
    if kind in FIXED_LABELS:
        button.setdefault("text", FIXED_LABELS[kind])
    label = need_text(button, "text", "buttons.text")
    if len(label) > LABEL_LONGEST or variables_of(label):
        raise refuse(f"buttons: a label has at most {LABEL_LONGEST} characters and no variables")
    if kind == "URL":
        _check_url(button)
    elif kind == "PHONE_NUMBER":
        need_text(button, "phone_number", "buttons.phone_number")
    elif kind == "COPY_CODE":
        example = button.get("example")
        code = example[0] if isinstance(example, list) and example else example
        if not isinstance(code, str) or not 1 <= len(code) <= CODE_LONGEST:
            raise refuse(f"buttons: copy code needs an example of at most {CODE_LONGEST} characters")


def _check_url(button: Json) -> None:
    url = need_text(button, "url", "buttons.url")
    if len(url) > URL_LONGEST or not url.startswith(("http://", "https://")):
        raise refuse(f"buttons: url must begin with http:// or https:// and have at most {URL_LONGEST} characters")
    wanted = variables_of(url)
    if len(wanted) > 1 or (wanted and not url.endswith("}}")) or len(VARIABLE.findall(url)) > 1:
        raise refuse("buttons: a url has at most one variable, at its end")
    if wanted and not button.get("example"):
        raise refuse("buttons: a url with a variable needs an example")
