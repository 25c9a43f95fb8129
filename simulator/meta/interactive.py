"""What Meta accepts in an interactive message: the parts that types share, and the table of types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.meta import interactive_forms as forms
from simulator.meta import interactive_shop as shop
from simulator.meta.checks import invalid, keep_length, missing, need_object, need_text, wrong
from simulator.meta.sources import check_media_source
from simulator.world import World

Json = dict[str, Any]

BODY_LONGEST = 1024
FOOTER_LONGEST = 60
HEADER_LONGEST = 60
ANY_HEADER = ("text", "image", "video", "document")


@dataclass(frozen=True)
class Kind:
    """The rules of one interactive type: which headers, whether body and footer, and what the action holds."""

    check_action: Callable[[World, Json], None]
    headers: tuple[str, ...] = ()
    header_required: bool = False
    body_required: bool = True
    footer_allowed: bool = True


KINDS: dict[str, Kind] = {
    "button": Kind(forms.check_reply_buttons, headers=ANY_HEADER),
    "list": Kind(forms.check_list, headers=("text",)),
    "cta_url": Kind(forms.check_link_button, headers=ANY_HEADER),
    "location_request_message": Kind(forms.check_location_request, footer_allowed=False),
    "address_message": Kind(forms.check_address_request),
    "request_contact_info": Kind(forms.check_contact_request),
    "flow": Kind(forms.check_flow, headers=ANY_HEADER),
    "catalog_message": Kind(shop.check_catalog),
    "product": Kind(shop.check_product, body_required=False),
    "product_list": Kind(shop.check_product_list, headers=("text",), header_required=True),
    "carousel": Kind(shop.check_carousel, footer_allowed=False),
}


def check_interactive(world: World, interactive: Json) -> None:
    """Raise MetaRefusal for the first thing that Meta would not take."""
    name = need_text(interactive, "type", "interactive['type']")
    kind = KINDS.get(name)
    if kind is None:
        known = ", ".join(sorted(KINDS))
        raise wrong("interactive['type']", f'must be one of {{{known}}} - got "{name}"')
    _check_header(world, interactive, name, kind)
    _check_body(interactive, kind)
    _check_footer(interactive, name, kind)
    need_object(interactive, "action", "interactive['action']")
    kind.check_action(world, interactive["action"])


def _check_header(world: World, interactive: Json, name: str, kind: Kind) -> None:
    if interactive.get("header") is None:
        if kind.header_required:
            raise missing("interactive['header']")
        return
    header = need_object(interactive, "header", "interactive['header']")
    header_type = need_text(header, "type", "interactive['header']['type']")
    if header_type not in kind.headers:
        allowed = ", ".join(kind.headers) or "none"
        raise invalid(f"Header type {header_type} is not allowed for {name} messages; allowed: {allowed}")
    if header_type == "text":
        keep_length(need_text(header, "text", "interactive['header']['text']"), "Header text", HEADER_LONGEST)
        return
    path = f"interactive['header']['{header_type}']"
    check_media_source(world, need_object(header, header_type, path), path)


def _check_body(interactive: Json, kind: Kind) -> None:
    if interactive.get("body") is None and not kind.body_required:
        return
    body = need_object(interactive, "body", "interactive['body']")
    keep_length(need_text(body, "text", "interactive['body']['text']"), "Body text", BODY_LONGEST)


def _check_footer(interactive: Json, name: str, kind: Kind) -> None:
    if interactive.get("footer") is None:
        return
    if not kind.footer_allowed:
        raise invalid(f"Footer is not allowed for {name} messages")
    footer = need_object(interactive, "footer", "interactive['footer']")
    keep_length(need_text(footer, "text", "interactive['footer']['text']"), "Footer text", FOOTER_LONGEST)
