"""A message made from a template that Meta approved, the only kind it takes outside the 24 h window."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.limits import BUTTON_ID, MessageRefused, check_text, check_variable

TEMPLATE_NAME = re.compile(r"[a-z0-9_]{1,512}\Z")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?\Z")
VARIABLE_NAME = re.compile(r"[a-z_][a-z0-9_]*\Z")


@dataclass(frozen=True, slots=True)
class TemplateMessage:
    """The template's `name`, its `language` code at Meta, and what fills it.

    `body` and `header` are values by variable name. `replies` are the ids that the quick-reply buttons give back, and
    `link_ends` what follows each link button's address, both by the button's index in the template.
    """

    name: str
    language: str
    body: dict[str, str] = field(default_factory=dict)
    header: dict[str, str] = field(default_factory=dict)
    replies: dict[int, str] = field(default_factory=dict)
    link_ends: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not TEMPLATE_NAME.match(self.name):
            raise MessageRefused(f"a template cannot be called {self.name!r}")
        if not LANGUAGE_CODE.match(self.language):
            raise MessageRefused(f"{self.language!r} is no language code of Meta's")
        for variable, value in [*self.header.items(), *self.body.items()]:
            if not VARIABLE_NAME.match(variable):
                raise MessageRefused(f"a template's variable cannot be called {variable!r}")
            check_variable(value, f"the template's {variable}")
        for reply in self.replies.values():
            check_text(reply, "the button's id", BUTTON_ID)
        for end in self.link_ends.values():
            check_variable(end, "the link's end")
        if self.replies.keys() & self.link_ends.keys():
            raise MessageRefused("a button is both a reply and a link")

    def to_graph(self) -> dict[str, Any]:
        components: list[dict[str, Any]] = [
            {"type": part, "parameters": [_named(name, value) for name, value in values.items()]}
            for part, values in (("header", self.header), ("body", self.body))
            if values
        ]
        components += [
            _button("quick_reply", index, {"type": "payload", "payload": reply})
            for index, reply in sorted(self.replies.items())
        ]
        components += [
            _button("url", index, {"type": "text", "text": end}) for index, end in sorted(self.link_ends.items())
        ]
        template: dict[str, Any] = {"name": self.name, "language": {"code": self.language}}
        return {"type": "template", "template": {**template, **({"components": components} if components else {})}}


def _named(name: str, value: str) -> dict[str, str]:
    return {"type": "text", "parameter_name": name, "text": value}


def _button(kind: str, index: int, parameter: dict[str, str]) -> dict[str, Any]:
    return {"type": "button", "sub_type": kind, "index": str(index), "parameters": [parameter]}
