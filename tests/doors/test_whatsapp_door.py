"""Meta's door: what is signed is stored once and answered 200, whatever it says; what is not signed leaves no trace."""

import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.doors.conftest import Doors, envelope, stamp, words
from tests.support.patience import PATIENCE_SECONDS


def test_a_message_is_stored_once_however_often_it_comes(doors: Doors) -> None:
    for _ in range(3):
        assert doors.meta_sends(envelope(words("hi"))).status_code == 200
    [row] = doors.rows()
    assert (row.event_key, row.kind, row.status) == ("wamid.1", "message", "pending")


def test_twenty_copies_at_once_are_one_row(doors: Doors) -> None:
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda _: doors.meta_sends(envelope(words("hi"))).status_code, range(20)))
    assert answers == [200] * 20
    assert len(doors.rows()) == 1


def test_a_batch_of_thousands_is_stored_whole_and_a_malformed_one_kept_apart(doors: Doors) -> None:
    messages: list[Any] = [words("hi", f"wamid.{number}") for number in range(9_999)]
    messages.insert(57, {"type": "text", "text": 7})
    body = json.dumps(envelope(*messages), separators=(",", ":")).encode()
    assert doors.meta_sends(body).status_code == 200
    kinds = [row.kind for row in doors.rows()]
    assert (kinds.count("message"), kinds.count("unparsed")) == (9_999, 1)


@pytest.mark.parametrize(
    "signature",
    ["", "sha256=", "sha1=abc", "sha256=" + "0" * 64, "sha256=" + "é" * 64, "sha256=" + "0" * 10_000],
)
def test_a_wrong_signature_is_401_and_leaves_no_row(doors: Doors, signature: str) -> None:
    body = json.dumps(envelope(words("hi"))).encode()
    answer = doors.client.post(
        "/webhooks/whatsapp", content=body, headers=[(b"X-Hub-Signature-256", signature.encode())]
    )
    assert answer.status_code == 401
    assert doors.rows() == []


def test_a_missing_signature_is_401(doors: Doors) -> None:
    assert doors.client.post("/webhooks/whatsapp", content=b"{}").status_code == 401


def test_the_signature_is_of_the_bytes_as_they_came(doors: Doors) -> None:
    body = b'{ "entry" :  [ ], "\\u006fbject":"x" }'
    assert doors.meta_sends(body).status_code == 200
    assert doors.meta_sends(body, **{"X-Hub-Signature-256": "sha256=" + "a" * 64}).status_code == 401


HOSTILE_BODIES = {
    "not json": b"{oh no",
    "empty": b"",
    "invalid utf-8": b'{"entry": "\xff\xfe"}',
    "deep nesting": b"[" * 200_000 + b"]" * 200_000,
    "a number of 5000 digits": b'{"entry": ' + b"9" * 5000 + b"}",
    "an infinite number": b'{"entry": 1e400000}',
    "not a number": b'{"entry": NaN}',
    "a list": b"[1, 2, 3]",
    "a string": b'"hi"',
    "null": b"null",
    "entries that are no list": b'{"entry": {"changes": 3}}',
    "changes that are no list": b'{"entry": [{"changes": "x"}]}',
}


@pytest.mark.parametrize("name", HOSTILE_BODIES)
def test_a_signed_body_that_makes_no_sense_is_kept_and_answered_200(doors: Doors, name: str) -> None:
    assert doors.meta_sends(HOSTILE_BODIES[name]).status_code == 200
    [row] = doors.rows()
    assert row.kind == "unparsed"


HOSTILE_TEXTS = {
    "NUL": "a\x00b",
    "lone surrogate": "\ud800",
    "right-to-left override": "\u202egpj.exe",
    "a very long one": "x" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_is_stored_as_it_came(doors: Doors, name: str) -> None:
    assert doors.meta_sends(envelope(words(HOSTILE_TEXTS[name]))).status_code == 200
    [row] = doors.rows()
    assert json.loads(bytes(row.payload))["message"]["text"]["body"] == HOSTILE_TEXTS[name]


HOSTILE_MESSAGES: dict[str, dict[str, Any]] = {
    "an id with NUL": {**words("hi"), "id": "wamid.\x00"},
    "an id with a surrogate": {**words("hi"), "id": "wamid.\udfff"},
    "a giant id": {**words("hi"), "id": "w" * 50_000},
    "a sender with NUL": {**words("hi"), "from": "91\x0000"},
    "a sender that is a number": {**words("hi"), "from": 910000000101},
    "a time that is a word": {**words("hi"), "timestamp": "yesterday"},
    "a time beyond all years": {**words("hi"), "timestamp": "9" * 30},
    "a time of zero": {**words("hi"), "timestamp": "0"},
    "a type of tomorrow": {**words("hi"), "type": "hologram", "hologram": {}},
    "a text that is a list": {**words("hi"), "text": ["hi"]},
}


@pytest.mark.parametrize("name", HOSTILE_MESSAGES)
def test_a_hostile_message_is_stored(doors: Doors, name: str) -> None:
    assert doors.meta_sends(envelope(HOSTILE_MESSAGES[name])).status_code == 200
    [row] = doors.rows()
    assert row.kind == "message"
    assert abs((row.received_at - row.sent_at).days) <= 8


@pytest.mark.parametrize("value", [{"messages": []}, {"statuses": []}, {"errors": [{"code": 130429}]}])
def test_empty_and_error_only_values_are_answered_200(doors: Doors, value: dict[str, Any]) -> None:
    assert doors.meta_sends(envelope(**value)).status_code == 200


def test_a_status_is_stored_once_for_each_rank(doors: Doors) -> None:
    statuses = [{"id": "wamid.x", "status": status, "timestamp": stamp()} for status in ("sent", "read", "sent")]
    assert doors.meta_sends(envelope(statuses=statuses)).status_code == 200
    assert [(row.event_key, row.kind) for row in doors.rows()] == [
        ("sent:wamid.x", "status"),
        ("read:wamid.x", "status"),
    ]


def test_news_for_another_business_is_not_a_message_of_ours(doors: Doors) -> None:
    assert doors.meta_sends(envelope(words("hi"), metadata={"phone_number_id": "7"})).status_code == 200
    assert [row.kind for row in doors.rows()] == ["news"]


def test_our_own_number_is_no_customer(doors: Doors) -> None:
    assert doors.meta_sends(envelope({**words("hi"), "from": "+910000000100"})).status_code == 200
    assert [row.kind for row in doors.rows()] == ["news"]


def test_each_of_a_crowd_in_one_batch_has_their_own_contact(doors: Doors) -> None:
    """In whatever order and spelling Meta lists them."""
    people = [f"9200000{number:05d}" for number in range(1000)]
    contacts = [{"profile": {"name": f"N{phone}"}, "wa_id": phone} for phone in reversed(people)]
    messages = [{"from": f"+{phone}", "id": f"wamid.{phone}", "type": "text"} for phone in people]
    assert doors.meta_sends(envelope(*messages, contacts=contacts)).status_code == 200
    letters = [json.loads(bytes(row.payload)) for row in doors.rows()]
    assert [letter["contact"]["profile"]["name"] for letter in letters] == [f"N{phone}" for phone in people]


CALL = {"id": "wacid.1", "from": "910000000101", "direction": "USER_INITIATED", "timestamp": "1790000000"}


def calls(*items: Any) -> dict[str, Any]:
    document = envelope(messages=[], calls=list(items))
    document["entry"][0]["changes"][0]["field"] = "calls"
    return document


def test_a_call_is_one_message_however_many_events_it_has(doors: Doors) -> None:
    doors.meta_sends(calls({**CALL, "event": "terminate", "status": ["FAILED"]}, {**CALL, "event": "connect"}))
    doors.meta_sends(calls({**CALL, "event": "connect", "session": {"sdp": "secret"}}))
    [row] = doors.rows()
    assert (row.kind, row.event_key, row.sender_phone) == ("message", "call:wacid.1", "910000000101")


@pytest.mark.parametrize(
    "call",
    [{**CALL, "direction": "BUSINESS_INITIATED"}, {**CALL, "event": "terminate", "status": ["COMPLETED"]}, "x", {}],
)
def test_a_call_of_ours_or_one_that_was_answered_is_no_message(doors: Doors, call: Any) -> None:
    doors.meta_sends(calls(call))
    assert [row.kind for row in doors.rows()] in (["news"], ["unparsed"])


def test_a_body_over_the_limit_is_413_before_it_is_read(doors: Doors) -> None:
    assert doors.meta_sends(b" " * (4 * 1024 * 1024 + 1)).status_code == 413


@pytest.mark.parametrize("length", [b"5000000", b"9" * 30, b"-1", b"many"])
def test_a_length_that_is_a_lie_is_refused_before_the_body(doors: Doors, length: bytes) -> None:
    address = urlsplit(str(doors.client.base_url))
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=PATIENCE_SECONDS) as wire:
        wire.sendall(b"POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + b"\r\n\r\n{")
        assert wire.recv(100).split()[1] in (b"400", b"413")


def test_a_body_without_a_length_is_counted_while_it_comes(doors: Doors) -> None:
    def endless() -> Any:
        for _ in range(6 * 1024):
            yield b" " * 1024

    shaped = {"X-Hub-Signature-256": "sha256=" + "0" * 64}
    assert doors.client.post("/webhooks/whatsapp", content=endless(), headers=shaped).status_code == 413


def test_a_slow_client_does_not_keep_others_waiting(doors: Doors) -> None:
    address = urlsplit(str(doors.client.base_url))
    with socket.create_connection((address.hostname or "", address.port or 0)) as slow:
        shaped = b"X-Hub-Signature-256: sha256=" + b"0" * 64
        slow.sendall(b"POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n" + shaped + b"\r\n\r\n{")
        assert doors.meta_sends(envelope(words("hi"))).status_code == 200


@pytest.mark.parametrize("path", ["//webhooks/whatsapp", "/webhooks/whatsapp/", "/Webhooks/whatsapp"])
def test_other_spellings_of_the_address_are_no_redirect(doors: Doors, path: str) -> None:
    assert doors.client.post(f"{str(doors.client.base_url).rstrip('/')}{path}", content=b"").status_code == 404


def test_the_handshake_echoes_the_challenge_for_our_token_only(doors: Doors) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": "a-verify-token", "hub.challenge": "<b>42</b>"}
    answer = doors.client.get("/webhooks/whatsapp", params=asked)
    assert (answer.status_code, answer.text) == (200, "<b>42</b>")
    assert answer.headers["content-type"].startswith("text/plain")
    for change in ({"hub.verify_token": "é"}, {"hub.verify_token": ""}, {"hub.mode": "x"}, {"hub.challenge": ""}):
        assert doors.client.get("/webhooks/whatsapp", params=asked | change).status_code == 403
    assert doors.client.get("/webhooks/whatsapp").status_code == 403


def test_without_an_app_secret_nothing_is_believed(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.support.clusters import current_settings  # noqa: PLC0415

    monkeypatch.setenv("JAMANGO_WHATSAPP_APP_SECRET", "")
    current_settings()
    assert doors.meta_sends(envelope(words("hi"))).status_code == 503


def test_forty_doors_at_once_are_all_answered(doors: Doors) -> None:
    gate = threading.Barrier(40)

    def send(number: int) -> int:
        gate.wait()
        return doors.meta_sends(envelope(words("hi", f"wamid.{number}"))).status_code

    with ThreadPoolExecutor(40) as crowd:
        assert list(crowd.map(send, range(40))) == [200] * 40
    assert len(doors.rows()) == 40
