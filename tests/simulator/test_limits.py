"""What Meta refuses in a message, with which code: the limits as a table."""

from typing import Any

import pytest

from tests.simulator.conftest import Outside
from tests.simulator.examples import (
    LINK,
    address_request,
    buttons,
    card,
    carousel,
    flow,
    footer,
    header,
    interactive,
    link_button,
    listing,
    location_request,
    product_card,
    products,
    reply,
    row,
    rows,
    section,
    text,
)

ALIKE = [reply(f"id-{number}", f"Title {number}") for number in range(4)]
YES = reply()
TWO_CARDS = (card(0), card(1))
QUICK = {"type": "quick_reply", "quick_reply": {"id": "a", "title": "Add"}}
PLACE = {"latitude": 18.5, "longitude": 73.8}
PERSON = {"name": {"formatted_name": "Meera"}}


def of(kind: str, content: Any) -> dict[str, Any]:
    return {"type": kind, kind: content}


TAKEN = {
    "text": text(),
    "text of 4096": text("a" * 4096),
    "text of 4096 mangoes, which are two units of UTF-16 each": text("\U0001f96d" * 4096),
    "text in Devanagari": text("हापुस" * 800),
    "text with preview": {"type": "text", "text": {"body": LINK, "preview_url": True}},
    "no type means text": {"text": {"body": "hello"}},
    "image": of("image", {"link": LINK, "caption": "ब" * 1024}),
    "document": of("document", {"link": LINK, "filename": "bill.pdf", "caption": "Your bill"}),
    "audio": of("audio", {"link": LINK, "voice": True}),
    "location": of("location", {**PLACE, "name": "Palm Grove", "address": "Baner"}),
    "location as text": of("location", {"latitude": "18.5", "longitude": "73.8"}),
    "contacts": of("contacts", [PERSON | {"birthday": "1990-01-31"}]),
    "257 contacts": of("contacts", [PERSON] * 257),
    "button": buttons(YES),
    "three buttons": buttons(*ALIKE[:3]),
    "button title of 20": buttons(reply(title="ç" * 20)),
    "button id of 256": buttons(reply("x" * 256)),
    "body of 1024": buttons(YES, body="a" * 1024),
    "text header of 60": buttons(YES, **header("text", "h" * 60)),
    "image header": buttons(YES, **header("image")),
    "document header": buttons(YES, **header("document")),
    "footer of 60": buttons(YES, **footer("f" * 60)),
    "list": listing(section(row())),
    "list of ten rows in two sections": listing(section(*rows(5), title="A"), section(*rows(5, 5), title="B")),
    "list texts at their limits": listing(
        section(row("i" * 200, "t" * 24, description="d" * 72), title="s" * 24), button="b" * 20
    ),
    "list with text header": listing(section(row()), **header("text")),
    "link button": link_button(),
    "link label of 20": link_button("ह" * 20),
    "link with image header": link_button(**header("image")),
    "location request": location_request(),
    "address request": address_request(values={"in_pin_code": "411045", "name": "Meera"}),
    "contact request": interactive("request_contact_info", {"name": "request_contact_info"}),
    "catalog": interactive("catalog_message", {"name": "catalog_message"}),
    "product without body": interactive("product", {"catalog_id": "1", "product_retailer_id": "k"}, body=None),
    "30 products": products(15, 15),
    "carousel": carousel(*TWO_CARDS),
    "carousel of ten": carousel(*[card(number) for number in range(10)]),
    "carousel with quick replies": carousel(card(0, action={"buttons": [QUICK]}), card(1, action={"buttons": [QUICK]})),
    "carousel of products": carousel(product_card(0), product_card(1)),
    "callback data of 512": text() | {"biz_opaque_callback_data": "x" * 512},
}

REFUSED: dict[str, tuple[int, str, dict[str, Any]]] = {
    "no text": (100, "The parameter text['body'] is required", text("")),
    "no text at all": (100, "The parameter text is required", {"type": "text"}),
    "text of 4097": (100, "must be at most 4096 characters long", text("a" * 4097)),
    "text that is a number": (100, "must be a string", text(7)),
    "unknown type": (100, 'got "fax"', {"type": "fax"}),
    "type that is a list": (100, "Param type must be one of", {"type": ["text"]}),
    "group": (100, "recipient_type", text() | {"recipient_type": "group"}),
    "image from nowhere": (100, "image['id'] or image['link']", of("image", {"caption": "a"})),
    "image from two places": (100, "not both", of("image", {"id": "1", "link": LINK})),
    "image that was never uploaded": (131009, "does not exist", of("image", {"id": "1"})),
    "image by ftp": (131009, "valid URL", of("image", {"link": "ftp://mango.example/a.jpg"})),
    "image with a long caption": (131009, "Caption length", of("image", {"link": LINK, "caption": "a" * 1025})),
    "audio with caption": (100, "not allowed for audio", of("audio", {"link": LINK, "caption": "a"})),
    "sticker with caption": (100, "not allowed for sticker", of("sticker", {"link": LINK, "caption": "a"})),
    "image with a file name": (100, "filename", of("image", {"link": LINK, "filename": "a.jpg"})),
    "location without longitude": (100, "location['longitude']", of("location", {"latitude": 1})),
    "location nowhere": (131009, "latitude", of("location", {"latitude": 91, "longitude": 0})),
    "no contacts": (131009, "contacts count", of("contacts", [])),
    "258 contacts": (131009, "contacts count", of("contacts", [PERSON] * 258)),
    "contact without name": (100, "contacts[0]['name']", of("contacts", [{}])),
    "contact with a wrong birthday": (131009, "YYYY-MM-DD", of("contacts", [PERSON | {"birthday": "31.1.1990"}])),
    "reaction to nothing": (100, "reaction['message_id']", of("reaction", {"emoji": "👍"})),
    "reaction without emoji": (100, "reaction['emoji']", of("reaction", {"message_id": "wamid.x"})),
    "unknown interactive type": (100, "interactive['type']", interactive("poll", {"a": 1})),
    "no action": (100, "interactive['action']", interactive("button", None)),
    "no body": (100, "interactive['body']", buttons(YES, body=None)),
    "empty body": (100, "interactive['body']['text']", buttons(YES, body="")),
    "body of 1025": (
        131009,
        "Body text length invalid. Min length: 1, Max length: 1024",
        buttons(YES, body="a" * 1025),
    ),
    "list body of 1025": (131009, "Body text length", listing(section(row()), body="a" * 1025)),
    "header of 61": (131009, "Header text", buttons(YES, **header("text", "h" * 61))),
    "footer of 61": (131009, "Footer text", buttons(YES, **footer("f" * 61))),
    "empty footer": (100, "interactive['footer']['text']", buttons(YES, **footer(""))),
    "no buttons": (131009, "Invalid buttons count", buttons()),
    "four buttons": (131009, "Max allowed buttons: 3", buttons(*ALIKE)),
    "button title of 21": (131009, "Button title length invalid", buttons(reply(title="ç" * 21))),
    "empty button title": (100, "['buttons'][0]['reply']['title'] is required", buttons(reply(title=""))),
    "button id of 257": (131009, "Button id", buttons(reply("x" * 257))),
    "button id with a space at its end": (131009, "spaces", buttons(reply("yes "))),
    "two buttons with one id": (131009, "Duplicate button id", buttons(YES, reply("yes", "No"))),
    "two buttons with one title": (131009, "Duplicate button title", buttons(YES, reply("no", "Yes"))),
    "list with image header": (131009, "Header type image", listing(section(row()), **header("image"))),
    "list label of 21": (131009, "Button label", listing(section(row()), button="b" * 21)),
    "eleven rows": (131009, "Total row count exceed max allowed count: 10", listing(section(*rows(11)))),
    "eleven rows in two sections": (
        131009,
        "Total row count",
        listing(section(*rows(6), title="A"), section(*rows(5, 6), title="B")),
    ),
    "no rows": (100, "['sections'][0]['rows']", listing(section())),
    "no sections": (131009, "sections count", listing()),
    "two sections, one title": (
        100,
        "['sections'][1]['title']",
        listing(section(*rows(1), title="A"), section(*rows(1, 1))),
    ),
    "section title of 25": (131009, "Section title", listing(section(row(), title="s" * 25))),
    "row title of 25": (131009, "Row title is too long. Max length is 24", listing(section(row(title="t" * 25)))),
    "row description of 73": (131009, "Row description", listing(section(row(description="d" * 73)))),
    "row id of 201": (131009, "Row id", listing(section(row("i" * 201)))),
    "row ids alike in two sections": (
        131009,
        "Duplicate row id",
        listing(section(row(), title="A"), section(row(), title="B")),
    ),
    "link label of 21": (131009, "display text", link_button("a" * 21)),
    "link that is none": (131009, "valid URL", link_button(url="mango.example")),
    "link without label": (100, "['parameters']['display_text']", link_button(label="")),
    "location request with header": (131009, "Header type", location_request(**header("text"))),
    "location request with footer": (131009, "Footer is not allowed", location_request(**footer())),
    "location request by another name": (
        100,
        "send_location",
        interactive("location_request_message", {"name": "location"}),
    ),
    "address abroad": (131009, "country IN", address_request(country="SG")),
    "address with a long PIN": (131009, "in_pin_code", address_request(values={"in_pin_code": "4110451"})),
    "address with unknown field": (131009, "takes only", address_request(values={"planet": "Mars"})),
    "31 products": (131009, "Max allowed products: 30", products(31)),
    "products without header": (100, "interactive['header']", products(1, header=None)),
    "carousel of one": (131009, "cards count", carousel(card(0))),
    "carousel of eleven": (131009, "cards count", carousel(*[card(number % 10) for number in range(11)])),
    "carousel with one index twice": (131009, "Duplicate card_index", carousel(card(0), card(0))),
    "carousel with footer": (131009, "Footer", carousel(*TWO_CARDS, **footer())),
    "card body of 161": (131009, "Card body", carousel(card(0, "a" * 161), card(1))),
    "card with three line breaks": (131009, "line breaks", carousel(card(0, "a\nb\nc\nd"), card(1))),
    "cards with different buttons": (131009, "same", carousel(card(0), card(1, action={"buttons": [QUICK]}))),
    "products of two catalogs": (131009, "one catalog", carousel(product_card(0), product_card(1, "2"))),
    "flow without id and name": (131009, "flow_id and flow_name", flow(flow_id=None)),
    "flow with id and name": (131009, "flow_id and flow_name", flow(flow_name="a")),
    "flow of version 2": (131009, "flow_message_version", flow(flow_message_version="2")),
    "flow label of 21": (131009, "Flow button", flow(flow_cta="a" * 21)),
    "flow to no screen": (100, "flow_action_payload", flow(flow_action_payload={})),
    "flow with empty data": (131009, "must not be empty", flow(flow_action_payload={"screen": "A", "data": {}})),
    "flow that is not there": (131009, "no such Flow", flow()),
    "callback data of 513": (131009, "callback_data", text() | {"biz_opaque_callback_data": "x" * 513}),
    "answer to nothing": (100, "context['message_id']", text() | {"context": {"message_id": ""}}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_within_the_limits(outside_of_module: Outside, name: str) -> None:
    answer = outside_of_module.post(TAKEN[name])
    assert answer.status_code == 200, answer.json()


@pytest.mark.parametrize("name", REFUSED)
def test_outside_the_limits(outside_of_module: Outside, name: str) -> None:
    code, words, message = REFUSED[name]
    answer = outside_of_module.post(message)
    error = answer.json()["error"]
    said = f"{error['message']} {error.get('error_data', {}).get('details', '')}"
    assert (answer.status_code, error["code"], words in said) == (400, code, True), said
    assert error["type"] == "OAuthException"
    assert error["message"].startswith(f"(#{code}) ")
    assert error["fbtrace_id"]
    noted = outside_of_module.books()["refused"][-1]
    assert (noted["code"], noted["injected"]) == (code, False)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"hello"', b"null", b"\xff", b'{"a":' * 3000])
def test_what_is_no_json_object_is_refused(outside_of_module: Outside, body: bytes) -> None:
    answer = outside_of_module.client.post(
        f"{outside_of_module.number}/messages", headers=outside_of_module.token, content=body
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)
