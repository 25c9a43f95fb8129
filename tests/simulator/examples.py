"""Messages a shop may send: good ones of each type, and how to spoil them."""

import copy
from typing import Any

LINK = "https://mango.example/a.jpg"


def text(body: Any = "hello") -> dict[str, Any]:
    return {"type": "text", "text": {"body": body}}


def interactive(kind: str, action: Any, body: Any = "Which one?", **more: Any) -> dict[str, Any]:
    content = {"type": kind, "action": action, **more}
    if body is not None:
        content["body"] = {"text": body}
    return {"type": "interactive", "interactive": content}


def reply(button_id: Any = "yes", title: Any = "Yes") -> dict[str, Any]:
    return {"type": "reply", "reply": {"id": button_id, "title": title}}


def buttons(*replies: dict[str, Any], **more: Any) -> dict[str, Any]:
    return interactive("button", {"buttons": list(replies)}, **more)


def row(row_id: Any = "kesar", title: Any = "Kesar", **more: Any) -> dict[str, Any]:
    return {"id": row_id, "title": title, **more}


def rows(count: int, first: int = 0) -> list[dict[str, Any]]:
    return [row(f"row-{number}", f"Row {number}") for number in range(first, first + count)]


def section(*found: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"rows": list(found), **more}


def listing(*sections: dict[str, Any], button: Any = "See mangoes", **more: Any) -> dict[str, Any]:
    return interactive("list", {"button": button, "sections": list(sections)}, **more)


def link_button(label: Any = "Pay ₹1,200", url: Any = "https://rzp.example/l/1", **more: Any) -> dict[str, Any]:
    return interactive(
        "cta_url", {"name": "cta_url", "parameters": {"display_text": label, "url": url}}, "Pay here", **more
    )


def location_request(**more: Any) -> dict[str, Any]:
    return interactive("location_request_message", {"name": "send_location"}, "Where are you?", **more)


def address_request(**parameters: Any) -> dict[str, Any]:
    action = {"name": "address_message", "parameters": {"country": "IN", **parameters}}
    return interactive("address_message", action, "Where to?")


def flow(**parameters: Any) -> dict[str, Any]:
    usual = {
        "flow_message_version": "3",
        "flow_id": "1",
        "flow_cta": "Fill in",
        "flow_action_payload": {"screen": "A"},
    }
    merged = {key: value for key, value in {**usual, **parameters}.items() if value is not None}
    return interactive("flow", {"name": "flow", "parameters": merged}, "Fill in")


def card(index: Any = 0, body: Any = "Kesar", **changes: Any) -> dict[str, Any]:
    usual = {
        "card_index": index,
        "type": "cta_url",
        "header": {"type": "image", "image": {"link": LINK}},
        "body": {"text": body},
        "action": {"name": "cta_url", "parameters": {"display_text": "See", "url": "https://mango.example"}},
    }
    return {**copy.deepcopy(usual), **changes}


def carousel(*cards: dict[str, Any], **more: Any) -> dict[str, Any]:
    return interactive("carousel", {"cards": list(cards)}, "Look", **more)


def product_card(index: int, catalog: str = "1") -> dict[str, Any]:
    return {"card_index": index, "type": "product", "action": {"catalog_id": catalog, "product_retailer_id": "kesar"}}


def products(*counts: int, **more: Any) -> dict[str, Any]:
    sections = [
        {"title": f"Part {place}", "product_items": [{"product_retailer_id": f"{place}-{n}"} for n in range(count)]}
        for place, count in enumerate(counts)
    ]
    header = {"header": {"type": "text", "text": "Mangoes"}} | more
    return interactive("product_list", {"catalog_id": "1", "sections": sections}, "Look", **header)


def header(kind: str, value: Any = "Season") -> dict[str, Any]:
    content = value if kind == "text" else {"link": LINK}
    return {"header": {"type": kind, kind: content}}


def footer(text_of_it: Any = "small print") -> dict[str, Any]:
    return {"footer": {"text": text_of_it}}
