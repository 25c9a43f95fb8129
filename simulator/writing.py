"""What people do on their phones: write, send a picture or place, tap a button, fill in a form, read, change number."""

from __future__ import annotations

from typing import Any

from simulator import ids
from simulator.compositions import compose
from simulator.forms import answer_to_form
from simulator.meta import webhooks
from simulator.people import move_to_number
from simulator.phones import WINDOW_SECONDS, Message, Phone
from simulator.taps import answer_to
from simulator.world import World

Json = dict[str, Any]
UNSUPPORTED = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}


def send(world: World, phone: Phone, wanted: Json) -> Message:
    """Send what was asked for. Raises ValueError with a sentence when it cannot be composed."""
    if wanted.get("type") == "raw":
        return send_raw(world, phone, wanted.get("message"))
    kind, content = compose(world, phone, wanted)
    errors = {"errors": [UNSUPPORTED]} if kind == "unsupported" else {}
    return deliver(world, phone, {"type": kind, kind: content, **errors}, wanted.get("reply_to"))


def tap(world: World, phone: Phone, message_id: str, choice: str) -> Message:
    """Tap a button or list row of a received message. Raises ValueError when there is no such choice."""
    return deliver(world, phone, answer_to(_received(phone, message_id), choice), message_id)


def fill_in(world: World, phone: Phone, message_id: str, wanted: Json) -> Message:
    """Send a form that was received, filled in. Raises ValueError when WhatsApp would not let it be sent."""
    return deliver(world, phone, answer_to_form(world, _received(phone, message_id), wanted), message_id)


def _received(phone: Phone, message_id: str) -> Message:
    message = next((m for m in phone.messages if m.id == message_id and m.direction == "to_phone"), None)
    if message is None:
        raise ValueError(f"{phone.id} has no message {message_id}")
    return message


def send_raw(world: World, phone: Phone, message: object) -> Message:
    """Send any JSON object as a message; id, time and sender are filled in where absent (a None takes a key away)."""
    if not isinstance(message, dict):
        raise ValueError("raw needs message, an object")
    return deliver(world, phone, message, None)


def deliver(world: World, phone: Phone, content: Json, reply_to: str | None) -> Message:
    """Put a person's message on the phone and tell the shop; it opens the 24-hour window."""
    payload = {**_head(world, phone), **content}
    if reply_to:
        payload["context"] = {"from": world.configuration.business_phone_number, "id": reply_to}
    payload = {key: value for key, value in payload.items() if value is not None}
    message = Message(
        seq=world.next_seq(),
        id=str(payload.get("id", "")) or ids.wamid(),
        phone_id=phone.id,
        direction="from_phone",
        at=world.clock.seconds(),
        status="sent",
        type=str(payload.get("type", "unknown")),
        payload=payload,
        context_id=reply_to,
    )
    world.facts.messages[message.id] = message
    phone.add(message)
    if message.type != "system":
        phone.window_ends = message.at + WINDOW_SECONDS
        read(world, phone)
    world.phone_changed(phone)
    world.events.tell("message", {"phone_id": phone.id, "message": message.describe()})
    webhooks.tell_message(world, phone, message)
    return message


def _head(world: World, phone: Phone) -> Json:
    head: Json = {"from": phone.phone} if phone.shows_number else {}
    return {**head, "from_user_id": phone.user_id, "id": ids.wamid(), "timestamp": str(world.clock.unix())}


def read(world: World, phone: Phone) -> int:
    """Look at the screen: everything that came is read. Answers how many were new."""
    unread = phone.unread()
    for message in unread:
        if message.type == "reaction":
            continue
        message.status = "read"
        webhooks.tell_status(world, phone, message, "read")
    if unread:
        world.phone_changed(phone)
    return len(unread)


def change_number(world: World, phone: Phone, number: str | None) -> Message:
    """Move to another number; Meta tells it as a system message and gives a new user id."""
    old_number, old_user_id = move_to_number(world, phone, number)
    system: Json = {
        "body": f"User {phone.name} changed from {old_number or old_user_id} to {phone.phone or phone.user_id}",
        "type": "user_changed_number",
        "user_id": phone.user_id,
    }
    if phone.shows_number:
        system["wa_id"] = phone.phone
    head: Json = {"from_user_id": old_user_id, "from": old_number if not phone.hide_phone else None}
    return deliver(world, phone, {**head, "type": "system", "system": system}, None)
