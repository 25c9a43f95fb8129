"""Taking one POST of Meta apart: entry × change × message, call or status, each an arrival of its own.

Who sent what is read here once, by `core.inbox.senders`; a change of somebody's names goes without a sender, because
whoever it is about is found by the router, which makes nobody of it.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from core.identities.names import Names
from core.inbox.arrivals import Arrival, digest, key_of
from core.inbox.senders import USER_ID_UPDATE, read_change, read_names
from core.inbox.tables import InboxKind
from core.outside import Fields, as_objects, as_phone

CALL = "call"
CALL_KEY = "call:"
# A call comes as `connect` and as `terminate`, in any order: the first of them is the call.
ANSWERED = "COMPLETED"


def split_updates(document: Any, phone_number_id: str) -> list[Arrival]:
    """Every event of the document. What has no shape we know is kept as UNPARSED; a duplicate inside a batch goes once.

    `phone_number_id` is ours: news for another number is kept apart, so that nobody else's customers are answered.
    """
    arrivals: dict[str, Arrival] = {}
    for value, field, time in _values_of(document):
        for arrival in _split_value(value, field, time, phone_number_id):
            arrivals.setdefault(arrival.event_key, arrival)
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
    metadata = value.get("metadata")
    is_foreign = phone_number_id and isinstance(metadata, dict) and metadata.get("phone_number_id") != phone_number_id
    if field in SPLITTERS and is_foreign:
        yield _keep({"field": "foreign_number", "value": value}, InboxKind.NEWS)
    elif field in SPLITTERS:
        yield from SPLITTERS[field](value, metadata)
        if value.get("errors"):
            yield _keep({"field": "errors", "value": value.get("errors"), "time": time}, InboxKind.NEWS)
    else:
        # Without its time, a template approved for the second time would pass for a repeat of the first.
        yield _keep({"field": field, "value": value, "time": time}, InboxKind.NEWS)


def _split_messages(value: Fields, metadata: Any) -> Iterator[Arrival]:
    contacts = Contacts(value, metadata)
    for message in _list_of(value, "messages"):
        yield _read_message(message, metadata, contacts)
    for status in _list_of(value, "statuses"):
        yield _read_status(status)


def _split_calls(value: Fields, metadata: Any) -> Iterator[Arrival]:
    contacts = Contacts(value, metadata)
    for call in _list_of(value, "calls"):
        is_ours = isinstance(call, dict) and call.get("direction") == "BUSINESS_INITIATED"
        if is_ours or (isinstance(call, dict) and ANSWERED in str(call.get("status"))):
            yield _keep({"field": "calls", "value": call}, InboxKind.NEWS)
        else:
            yield _read_message(_as_message(call), metadata, contacts, prefix=CALL_KEY)


class Contacts:
    """The people beside the messages of one value (in a batch there may be several, in any order), and our number."""

    def __init__(self, value: Fields, metadata: Any) -> None:
        self._all = [(read_names({}, contact), contact) for contact in as_objects(value, "contacts")]
        self._by_name = {name: each for each in reversed(self._all) for name in each[0].given().values()}
        self.our_number = as_phone(metadata.get("display_phone_number")) if isinstance(metadata, dict) else None

    def of(self, message: Fields) -> tuple[Names, Fields]:
        """Who wrote this message, and the contact of theirs; an empty one when it is not among them."""
        writer = read_names(message, {})
        if not (message.get("from") or message.get("from_user_id")):
            return self._all[0] if len(self._all) == 1 else (writer, {})
        found = self._by_name.get(writer.user_id or "") or self._by_name.get(writer.phone or "")
        if found is None:
            return writer, {}
        theirs, contact = found
        return _join(writer, theirs), contact


def _join(writer: Names, theirs: Names) -> Names:
    return Names(
        writer.phone or theirs.phone,
        writer.user_id or theirs.user_id,
        writer.parent_user_id or theirs.parent_user_id,
    )


def _as_message(call: Any) -> Any:
    """A call as a message of its caller; what is beside the caller and the time (the session's keys) is left out."""
    if not isinstance(call, dict):
        return call
    kept = ("id", "from", "from_user_id", "from_parent_user_id", "timestamp", "event")
    return {**{name: call[name] for name in kept if name in call}, "type": CALL}


def _split_user_ids(value: Fields, metadata: Any) -> Iterator[Arrival]:
    for item in _list_of(value, USER_ID_UPDATE):
        message = {"type": USER_ID_UPDATE, USER_ID_UPDATE: item}
        time = item.get("timestamp") if isinstance(item, dict) else None
        yield _keep({"metadata": metadata, "message": message}, InboxKind.MESSAGE, _read_time(time))


SPLITTERS = {"messages": _split_messages, "calls": _split_calls, USER_ID_UPDATE: _split_user_ids}


def _read_message(message: Any, metadata: Any, contacts: Contacts, *, prefix: str = "") -> Arrival:
    key = key_of(message.get("id"), prefix=prefix) if isinstance(message, dict) else None
    if key is None:
        return _keep(message, InboxKind.UNPARSED)
    sender, contact = contacts.of(message)
    if message.get("type") == "system":
        if read_change(message) is None:
            return _keep({"field": "system", "value": message}, InboxKind.NEWS)
        sender = Names()
    elif sender.phone and sender.phone == contacts.our_number:
        return _keep({"field": "own_number", "value": message}, InboxKind.NEWS)
    return Arrival(
        event_key=key,
        kind=InboxKind.MESSAGE,
        payload=_as_bytes({"metadata": metadata, "contact": contact, "message": message}),
        sent_at=_read_time(message.get("timestamp")),
        sender_phone=sender.phone,
        sender_user_id=sender.user_id,
    )


def _read_status(status: Any) -> Arrival:
    key = key_of(status.get("id"), prefix=f"{status.get('status')!s:.20}:") if isinstance(status, dict) else None
    if key is None or not key.isprintable():
        return _keep(status, InboxKind.UNPARSED)
    return Arrival(key, InboxKind.STATUS, _as_bytes({"status": status}), _read_time(status.get("timestamp")))


def _keep(piece: Any, kind: InboxKind, sent_at: datetime | None = None) -> Arrival:
    payload = _as_bytes(piece)
    return Arrival(digest(payload), kind, payload, sent_at)


def _as_bytes(piece: Any) -> bytes:
    # ASCII escapes keep what no text column takes: NUL and lone surrogates.
    return json.dumps(piece, ensure_ascii=True).encode()


def _list_of(value: Fields, name: str) -> list[Any]:
    items = value.get(name)
    return items if isinstance(items, list) else []


def _read_time(seconds: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None
