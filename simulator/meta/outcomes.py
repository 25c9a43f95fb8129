"""What becomes of an accepted message: it reaches the phone, or fails, and the shop hears of it by statuses."""

from __future__ import annotations

from typing import Any

from simulator import ids
from simulator.meta import fetching, webhooks
from simulator.meta.errors import FOUND_LATER, status_error
from simulator.phones import Message, Phone
from simulator.world import World

Json = dict[str, Any]

FORMS = {"flow", "address_message"}
REACTION_OLDEST_SECONDS = 30 * 24 * 3600


def foresee_failure(world: World, phone: Phone | None, body: Json, category: str, trouble: Json | None) -> Json | None:
    """Why this message will not arrive, as an item of `errors`, or None. Unreachable pictures show up only later."""
    mode = str(trouble["mode"]) if trouble else ""
    if mode.isdecimal() and int(mode) in FOUND_LATER:
        return status_error(int(mode), "Asked for by a switch of the simulator")
    if phone is None:
        return status_error(131026, "Message Undeliverable: the recipient is not on WhatsApp")
    open_window = phone.window_is_open(world.clock.seconds()) and not world.switches["window_closed"]
    if body.get("type") != "template" and not open_window:
        details = "Message failed to send because more than 24 hours have passed since the customer last replied to it."
        return status_error(131047, details)
    if phone.old_client and (body.get("interactive") or {}).get("type") in FORMS:
        return status_error(1026, "Receiver is incapable of receiving this message")
    if body.get("type") == "template" and phone.marketing_stopped and category == "marketing":
        return status_error(131050, "The user has stopped marketing messages from this business")
    return _bad_reaction(world, body) if body.get("type") == "reaction" else None


def told_later(world: World, trouble: Json | None) -> bool:
    """Whether such failures come as a status after a 200, as they normally do."""
    return bool(world.switches["asynchronous_failures"] if trouble is None else trouble.get("asynchronous", True))


def accept(
    world: World,
    phone: Phone | None,
    body: Json,
    *,
    recipient: str,
    rendered: Json | None,
    category: str,
    failure: Json | None,
) -> Message:
    """Write the message into the books and send it on its way."""
    context: Json = body.get("context") or {}
    message = Message(
        seq=world.next_seq(),
        id=ids.wamid(),
        phone_id=phone.id if phone else None,
        direction="to_phone",
        at=world.clock.seconds(),
        status="accepted",
        type=body.get("type", "text"),
        payload=body,
        template=rendered,
        context_id=context.get("message_id"),
        category=category,
        recipient=recipient,
        callback_data=body.get("biz_opaque_callback_data"),
    )
    world.facts.messages[message.id] = message
    world.books.accepted.append(message)
    sources = fetching.sources_of(world, message)
    if failure is None and sources:
        world.tasks.spawn(_fetch_then_arrive(world, phone, message, sources))
    else:
        arrive(world, phone, message, failure)
    return message


async def _fetch_then_arrive(
    world: World, phone: Phone | None, message: Message, sources: list[fetching.Source]
) -> None:
    problem = None
    for source in sources:
        problem = problem or await fetching.check(world, source)
    message.media_url = sources[0].url
    arrive(world, phone, message, status_error(131053, problem) if problem else None)


def arrive(world: World, phone: Phone | None, message: Message, failure: Json | None) -> None:
    """Show the message on the phone, or fail it; tell the shop by statuses."""
    if failure is not None or phone is None:
        message.status = "failed"
        message.errors = [failure] if failure else []
        webhooks.tell_status(world, phone, message, "failed")
        return
    webhooks.tell_status(world, phone, message, "sent")
    if message.type == "reaction":
        message.status = "sent"
    else:
        message.status = "delivered"
        message.billable = True
        webhooks.tell_status(world, phone, message, "delivered")
    if phone.typing_ends is not None:
        phone.typing_ends = None
        world.events.tell("typing", {"phone_id": phone.id, "until": None})
    message.seq = world.next_seq()  # its place on the screen: a fetched picture may come after later words
    phone.add(message)
    world.events.tell("message", {"phone_id": phone.id, "message": message.describe()})


def _bad_reaction(world: World, body: Json) -> Json | None:
    target = world.facts.messages.get(body["reaction"]["message_id"])
    too_old = target is not None and world.clock.seconds() - target.at > REACTION_OLDEST_SECONDS
    if target is None or too_old or target.type == "reaction":
        return status_error(131009, "reaction: message_id must be a message of the last 30 days that is no reaction")
    return None
