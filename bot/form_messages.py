"""Forms that open in the chat: India's address form, and a form of ours (a Flow, in Meta's word; WHATSAPP §2.2, §4).

Not every WhatsApp can show one, so each carries the words that are sent instead when it does not arrive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot import limits
from bot.limits import MessageRefused, check_count, check_optional, check_text

# What India's form asks for; the phone shows them in this order.
ADDRESS_FIELDS = ("name", "phone_number", "in_pin_code", "house_number", "floor_number", "tower_number",
                  "building_name", "address", "landmark_area", "city", "state")  # fmt: skip
PIN_LONGEST = 6
VALUE_LONGEST = 200
SAVED_MOST = 10
FLOW_VERSION = "3"
Graph = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SavedAddress:
    """An address that can be chosen in the form; its `id` comes back."""

    id: str
    value: dict[str, str]

    def __post_init__(self) -> None:
        check_text(self.id, "the saved address's id", limits.ROW_ID)
        _check_address(self.value)


@dataclass(frozen=True, slots=True)
class AddressForm:
    """Asks for an address. To Indian numbers (+91) only. `values` are filled in already, `otherwise` is the question
    as words."""

    body: str
    otherwise: str
    values: dict[str, str] = field(default_factory=dict)
    saved: tuple[SavedAddress, ...] = ()
    footer: str | None = None

    def __post_init__(self) -> None:
        _check_words(self.body, self.otherwise, self.footer)
        _check_address(self.values)
        if self.saved:
            check_count(self.saved, "saved addresses", SAVED_MOST)

    def to_graph(self) -> Graph:
        parameters: Graph = {"country": "IN"}
        if self.values:
            parameters["values"] = self.values
        if self.saved:
            parameters["saved_addresses"] = [{"id": each.id, "value": each.value} for each in self.saved]
        return _interactive("address_message", parameters, self.body, self.footer)


@dataclass(frozen=True, slots=True)
class FormButton:
    """A body with a button that opens one of our forms at its first `screen`, with `data` put in (never empty).

    `form_id` is Meta's; `token` comes back with what was filled in.
    """

    body: str
    label: str
    form_id: str
    screen: str
    token: str
    data: Graph
    otherwise: str
    footer: str | None = None

    def __post_init__(self) -> None:
        _check_words(self.body, self.otherwise, self.footer)
        check_text(self.label, "the form's button", limits.BUTTON_TITLE)
        check_text(self.form_id, "the form's id", limits.BUTTON_ID)
        check_text(self.token, "the form's token", limits.BUTTON_ID)
        if not self.data:
            raise MessageRefused("a form is opened without data")

    def to_graph(self) -> Graph:
        parameters = {
            "flow_message_version": FLOW_VERSION,
            "flow_id": self.form_id,
            "flow_cta": self.label,
            "flow_token": self.token,
            "mode": "published",
            "flow_action": "navigate",
            "flow_action_payload": {"screen": self.screen, "data": self.data},
        }
        return _interactive("flow", parameters, self.body, self.footer)


def _check_words(body: str, otherwise: str, footer: str | None) -> None:
    check_text(body, "the body", limits.BODY, lines=True)
    check_text(otherwise, "what is said without the form", limits.TEXT, lines=True)
    check_optional(footer, "the footer", limits.FOOTER)


def _check_address(value: dict[str, str]) -> None:
    unknown = set(value) - set(ADDRESS_FIELDS)
    if unknown:
        raise MessageRefused(f"an address has no field {sorted(unknown)}")
    for name, words in value.items():
        check_text(words, f"the address's {name}", PIN_LONGEST if name == "in_pin_code" else VALUE_LONGEST)


def _interactive(kind: str, parameters: Graph, body: str, footer: str | None) -> Graph:
    action = {"name": kind, "parameters": parameters}
    interactive: Graph = {"type": kind, "body": {"text": body}, "action": action}
    if footer is not None:
        interactive["footer"] = {"text": footer}
    return {"type": "interactive", "interactive": interactive}
