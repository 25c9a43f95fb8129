"""Taking one POST of Meta apart: entry × change × message or status, each an arrival of its own."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from core.inbox.arrivals import Arrival, digest, key_of
from core.inbox.tables import InboxKind

LONGEST_IDENTITY = 150


def split_updates(document: Any, phone_number_id: str) -> list[Arrival]:
    """Every event of the document. What has no shape we know is kept as UNPARSED; a duplicate inside a batch goes once.

    `phone_number_id` is ours: news for another number is kept apart, so that nobody else's customers are answered.
    """
    arrivals = {}
    for value, field, time in _values_of(document):
        for arrival in _split_value(value, field, time, phone_number_id):
            arrivals[arrival.event_key] = arrival
    return list(arrivals.values())


def _values_of(document: Any) -> Iterator[tuple[Any, str, Any]]:
    entries = document.get("entry") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        yield document, "", None
        return
    for entry in entries:
        changes = entry.get("changes") if isinstance(entry, dict) else None
        for change in changes if isinstance(changes, list) else [entry]:
            if isinstance(change, dict) and isinstance(change.get("value"), dict):
                yield change["value"], str(change.get("field", "")), entry.get("time")
            else:
                yield change, "", None


def _split_value(value: Any, field: str, time: Any, phone_number_id: str) -> Iterator[Arrival]:
    if not field:
        yield _keep(value, InboxKind.UNPARSED)
        return
    if field != "messages":
        # Without its time, a template approved for the second time would pass for a repeat of the first.
        yield _keep({"field": field, "value": value, "time": time}, InboxKind.NEWS)
        return
    metadata = value.get("metadata")
    if phone_number_id and isinstance(metadata, dict) and metadata.get("phone_number_id") != phone_number_id:
        yield _keep({"field": "foreign_number", "value": value}, InboxKind.NEWS)
        return
    contacts = _list_of(value, "contacts")
    for message in _list_of(value, "messages"):
        yield _read_message(message, metadata, contacts)
    for status in _list_of(value, "statuses"):
        yield _read_status(status)
    if value.get("errors"):
        yield _keep({"field": "errors", "value": value.get("errors"), "time": time}, InboxKind.NEWS)


def _read_message(message: Any, metadata: Any, contacts: list[Any]) -> Arrival:
    key = key_of(message.get("id")) if isinstance(message, dict) else None
    if key is None:
        return _keep(message, InboxKind.UNPARSED)
    contact = _contact_of(message, contacts)
    return Arrival(
        event_key=key,
        kind=InboxKind.MESSAGE,
        payload=_as_bytes({"metadata": metadata, "contact": contact, "message": message}),
        sent_at=_read_time(message.get("timestamp")),
        sender_phone=_read_identity(message.get("from") or contact.get("wa_id")),
        sender_user_id=_read_identity(message.get("from_user_id") or contact.get("user_id")),
    )


def _read_status(status: Any) -> Arrival:
    key = key_of(status.get("id"), prefix=f"{status.get('status')!s:.20}:") if isinstance(status, dict) else None
    if key is None or not key.isprintable():
        return _keep(status, InboxKind.UNPARSED)
    return Arrival(key, InboxKind.STATUS, _as_bytes({"status": status}), _read_time(status.get("timestamp")))


def _contact_of(message: dict[str, Any], contacts: list[Any]) -> dict[str, Any]:
    """The contact that wrote this message: in a batch there may be several."""
    named = [contact for contact in contacts if isinstance(contact, dict)]
    for contact in named:
        if message.get("from_user_id") and contact.get("user_id") == message.get("from_user_id"):
            return contact
        if message.get("from") and contact.get("wa_id") == message.get("from"):
            return contact
    return named[0] if len(named) == 1 and not (message.get("from") or message.get("from_user_id")) else {}


def _keep(piece: Any, kind: InboxKind) -> Arrival:
    payload = _as_bytes(piece)
    return Arrival(digest(payload), kind, payload)


def _as_bytes(piece: Any) -> bytes:
    # ASCII escapes keep what no text column takes: NUL and lone surrogates.
    return json.dumps(piece, ensure_ascii=True).encode()


def _list_of(value: dict[str, Any], name: str) -> list[Any]:
    items = value.get(name)
    return items if isinstance(items, list) else []


def _read_time(seconds: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _read_identity(value: Any) -> str | None:
    if isinstance(value, str) and 0 < len(value) <= LONGEST_IDENTITY and value.isprintable():
        return value
    return None
