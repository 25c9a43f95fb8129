"""Whatever people (or attackers) send is read, and nothing raises."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.form_replies import FormReply
from bot.inbound import Inbound, InboundKind, OrderedItem, SenderIdentity, parse_message, parse_status
from core.outbox.tables import DeliveryStatus
from tests.support.hostile import ANYTHING, JUNK, SHAPES, STATUS, misfits, of, places_in, spoil

CONTACT = {"profile": {"name": "Asha", "username": "asha"}, "wa_id": "910000000101", "user_id": "IN.1"}
K = InboundKind


def read(message: Any, contact: Any = None) -> Inbound:
    return parse_message(json.dumps({"metadata": {}, "contact": contact, "message": message}).encode())


def test_who_wrote_and_when() -> None:
    said = read(of("text", {"body": "hi"}, context={"id": "wamid.0", "forwarded": True}), CONTACT)
    assert said.sender == SenderIdentity("910000000101", "IN.1", None, "asha", "Asha")
    assert said.sent_at == datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)
    assert (said.message_id, said.context_id, said.forwarded) == ("wamid.1", "wamid.0", True)


def test_somebody_without_a_number() -> None:
    message = {"id": "w", "type": "text", "text": {"body": "hi"}, "from_user_id": "IN.1"}
    assert read(message, {"profile": {"name": "Asha"}, "user_id": "IN.1"}).sender.phone is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (of("text", {"body": "hi"}), {"kind": K.TEXT, "text": "hi"}),
        (
            of("interactive", {"type": "button_reply", "button_reply": {"id": "1:go:", "title": "Go"}}),
            {"kind": K.TAP, "tap_id": "1:go:", "tap_title": "Go"},
        ),
        (
            of("interactive", {"type": "list_reply", "list_reply": {"id": "1:pick:3", "title": "Kesar"}}),
            {"kind": K.TAP, "tap_id": "1:pick:3"},
        ),
        (of("button", {"payload": "n:my_order:7", "text": "My order"}), {"kind": K.TAP, "tap_id": "n:my_order:7"}),
        (of("button", {"text": "My order"}), {"kind": K.TAP, "tap_id": "My order"}),
        (
            of("interactive", {"type": "nfm_reply", "nfm_reply": {"response_json": "not json"}}),
            {"kind": K.FORM, "form": FormReply(typed="not json")},
        ),
        (of("interactive", {"type": "call_permission_reply"}), {"kind": K.UNSUPPORTED}),
        (
            of("location", {"latitude": 12.9, "longitude": "77.6", "name": "Palm Grove"}),
            {"kind": K.LOCATION, "latitude": 12.9, "longitude": 77.6, "place": "Palm Grove"},
        ),
        (of("location", {"latitude": 91, "longitude": 0}), {"kind": K.UNKNOWN}),
        (
            of("image", {"id": "9", "mime_type": "image/jpeg", "caption": "bad"}),
            {"kind": K.MEDIA, "media_type": "image", "media_id": "9", "text": "bad"},
        ),
        (of("audio", {"id": "9", "voice": True}), {"kind": K.MEDIA, "media_type": "audio"}),
        (of("sticker", {"id": "9"}), {"kind": K.MEDIA, "media_type": "sticker"}),
        (of("reaction", {"message_id": "wamid.0"}), {"kind": K.REACTION, "emoji": "", "target_id": "wamid.0"}),
        (of("reaction", {"message_id": "wamid.0", "emoji": "🥭"}), {"kind": K.REACTION, "emoji": "🥭"}),
        (
            of(
                "contacts",
                [{"phones": [{"phone": "\u202a098765\u201143210\u202c"}, {"wa_id": "910000000102"}, {"phone": "?"}]}],
            ),
            {"kind": K.CONTACTS, "phones": ("919876543210", "910000000102")},
        ),
        (
            of("system", {"type": "user_changed_number", "wa_id": "910000000109", "body": "…"}),
            {"kind": K.SYSTEM},
        ),
        ({"type": "request_welcome", "from": "910000000101"}, {"kind": K.WELCOME}),
        ({"type": "call", "from": "910000000101", "event": "connect"}, {"kind": K.CALL}),
        (of("text", {"body": "cancel"}, group_id="G.1"), {"kind": K.TEXT, "in_group": True}),
        (of("unsupported", {}, errors={"code": "131060"}), {"kind": K.UNSUPPORTED, "errors": (131060,)}),
        (
            of("edit", {"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "3 dozen"}}}),
            {"kind": K.EDIT, "target_id": "wamid.0", "text": "3 dozen"},
        ),
        (of("revoke", {"original_message_id": "wamid.0"}), {"kind": K.REVOKE, "target_id": "wamid.0"}),
        (
            of("order", {"product_items": [{"product_retailer_id": "ALP-12", "quantity": 2}, {"quantity": "x"}]}),
            {"kind": K.ORDER, "items": (OrderedItem("ALP-12", 2), OrderedItem("", 0))},
        ),
        (
            of("unsupported", {"type": "poll"}, errors=[{"code": 131051}]),
            {"kind": K.UNSUPPORTED, "errors": (131051,)},
        ),
        (of("hologram", {}), {"kind": K.UNKNOWN, "type": "hologram"}),
    ],
)
def test_every_type_is_read(message: dict[str, Any], expected: dict[str, Any]) -> None:
    said = read(message)
    assert {name: getattr(said, name) for name in expected} == expected


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"message": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"message": {"type": "text", "text": {"body": NaN}, "timestamp": 1e400000}}',
        b'{"message": {"type": "location", "location": {"latitude": ' + b"9" * 5000 + b', "longitude": 0}}}',
        b'{"message": {"type": "order", "order": {"product_items": [{"quantity": ' + b"9" * 5000 + b"}]}}}",
        b'{"status": {"errors": [{"code": ' + b"9" * 5000 + b"}]}}",
    ],
)
def test_hostile_bytes_are_read_as_nothing(payload: bytes) -> None:
    said = parse_message(payload)
    assert said.kind in {K.UNKNOWN, K.TEXT, K.ORDER}
    assert said.text == ""
    assert parse_status(payload).status is None


def test_what_the_database_cannot_store_is_replaced() -> None:
    body = '{"message": {"type": "text", "text": {"body": "a\\u0000b\\ud83ec\\ud83e\\udd6d"}}}'
    assert parse_message(body.encode()).text == "a\ufffdb\ufffdc🥭"


def test_an_endless_text_is_cut() -> None:
    assert len(read(of("text", {"body": "x" * 100_000})).text) == 4096


@pytest.mark.parametrize("shape", [*SHAPES, STATUS], ids=lambda shape: shape.get("type", "status"))
def test_junk_in_any_place_reads_as_what_fits_a_row(shape: dict[str, Any]) -> None:
    for place in range(places_in(shape)):
        for junk in JUNK:
            assert_fits(spoil(shape, place, junk)[0], junk)


@given(st.sampled_from([*SHAPES, STATUS]), st.integers(0, 12), ANYTHING)
def test_anything_in_any_place_reads_as_what_fits_a_row(shape: dict[str, Any], place: int, junk: Any) -> None:
    assert_fits(spoil(shape, place, junk)[0], junk)


def assert_fits(message: Any, contact: Any) -> None:
    said = read(message, contact)
    assert isinstance(said, Inbound)
    assert misfits(said) == []
    assert misfits(parse_status(json.dumps({"status": message}).encode())) == []


@given(st.binary(max_size=200))
def test_no_bytes_raise(payload: bytes) -> None:
    parse_message(payload)
    parse_status(payload)


@pytest.mark.parametrize(
    ("status", "known"),
    [
        ("sent", DeliveryStatus.SENT),
        ("delivered", DeliveryStatus.DELIVERED),
        ("read", DeliveryStatus.READ),
        ("played", DeliveryStatus.READ),
        ("failed", DeliveryStatus.FAILED),
        ("warning", None),
    ],
)
def test_statuses(status: str, known: DeliveryStatus | None) -> None:
    item = {"id": "wamid.1", "status": status, "timestamp": "1790000000", "biz_opaque_callback_data": "7.1"}
    item["errors"] = [{"code": 131026, "title": "Undeliverable", "error_data": {"details": "not on WhatsApp"}}]  # type: ignore[assignment]
    news = parse_status(json.dumps({"status": item}).encode())
    assert (news.message_id, news.status, news.opaque) == ("wamid.1", known, "7.1")
    assert (news.error_code, news.error) == (131026, "not on WhatsApp")


def test_payment_news_is_no_delivery_status() -> None:
    assert parse_status(b'{"status": {"id": "w", "type": "payment", "status": "sent"}}').status is None
