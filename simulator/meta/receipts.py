"""Blue ticks and "typing…": what a business may tell about a message it received."""

from __future__ import annotations

from typing import Any

from simulator.clock import iso
from simulator.meta.checks import invalid, need_object, need_text, wrong
from simulator.world import World

Json = dict[str, Any]

TYPING_SECONDS = 25
OLDEST_SECONDS = 30 * 24 * 3600


def mark_read(world: World, body: Json) -> Json:
    """Mark a received message and the earlier ones of that person as read; show typing if asked."""
    if body["status"] != "read":
        raise wrong("status", f'must be one of {{READ}} - got "{body["status"]}"')
    message_id = need_text(body, "message_id", "message_id")
    message = world.facts.messages.get(message_id)
    now = world.clock.seconds()
    if message is None or message.direction != "from_phone" or now - message.at > OLDEST_SECONDS:
        raise invalid("message_id is not a message received in the last 30 days")
    if body.get("typing_indicator") is not None:
        indicator = need_object(body, "typing_indicator", "typing_indicator")
        if need_text(indicator, "type", "typing_indicator['type']") != "text":
            raise invalid("typing_indicator type must be text")
    phone = world.facts.phones[message.phone_id or ""]
    world.books.read_receipts += 1
    for earlier in reversed(phone.messages):
        if earlier.direction == "from_phone" and earlier.seq <= message.seq:
            if earlier.status == "read":
                break
            earlier.status = "read"
            world.events.tell("status", {"phone_id": phone.id, "message_id": earlier.id, "status": "read"})
    if body.get("typing_indicator") is not None:
        world.books.typing_indicators += 1
        phone.typing_ends = now + TYPING_SECONDS
        world.events.tell("typing", {"phone_id": phone.id, "until": iso(phone.typing_ends)})
    return {"success": True}
