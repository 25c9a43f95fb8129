"""The world in one JSON file, so that a demo goes on where it was left. Undelivered webhooks are kept too."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from simulator.phones import Message, Phone
from simulator.world import Media, World

Json = dict[str, Any]

SAVE_SECONDS = 1.0
FORMAT = 1
PLAIN_FACTS = ("flows", "links", "orders", "qr_codes", "payments_of_qrs", "payments", "refunds", "refund_keys",
               "last_seq")  # fmt: skip
PLAIN_BOOKS = ("refused", "razorpay_refused", "razorpay_events", "read_receipts", "typing_indicators")
PHONE_FACTS = tuple(field.name for field in fields(Phone) if field.name not in {"messages", "arrival"})

log = logging.getLogger(__name__)


def dump(world: World) -> Json:
    """Everything that `reset` would forget, as JSON."""
    facts, books = world.facts, world.books
    return {
        "format": FORMAT,
        "offset_seconds": world.clock.offset_seconds,
        "phones": [_dump_phone(phone) for phone in facts.phones.values()],
        "messages": [asdict(message) for message in facts.messages.values()],
        "media": [
            {**asdict(media), "content": base64.b64encode(media.content).decode()} for media in facts.media.values()
        ],
        "templates": list(facts.templates.values()),
        "facts": {name: getattr(facts, name) for name in PLAIN_FACTS},
        "accepted": [message.id for message in books.accepted],
        "inbound": [message.id for message in books.inbound],
        "books": {name: getattr(books, name) for name in PLAIN_BOOKS},
        "meta_pending": [[one.content, one.lane] for one in world.meta_webhooks.pending.values()],
        "razorpay_pending": [[one.content, one.lane] for one in world.razorpay_webhooks.pending.values()],
    }


def _dump_phone(phone: Phone) -> Json:
    shown = {name: getattr(phone, name) for name in PHONE_FACTS}
    return {**shown, "messages": [message.id for message in phone.messages]}


def restore(world: World, saved: Json) -> None:
    """Become the saved world. Raises KeyError, TypeError or ValueError when the file is not of this form."""
    if saved["format"] != FORMAT:
        raise ValueError(f"the format is {saved['format']}, not {FORMAT}")
    facts, books = world.facts, world.books
    world.clock.offset_seconds = saved["offset_seconds"]
    facts.messages = {message["id"]: Message(**message) for message in saved["messages"]}
    for shown in saved["phones"]:
        phone = Phone(**{name: shown[name] for name in PHONE_FACTS if name in shown})
        phone.messages = [facts.messages[message_id] for message_id in shown["messages"]]
        facts.phones[phone.id] = phone
    for media in saved["media"]:
        facts.media[media["id"]] = Media(**{**media, "content": base64.b64decode(media["content"])})
    facts.templates = {(one["name"], one["language"]): one for one in saved["templates"]}
    for name in PLAIN_FACTS:
        setattr(facts, name, saved["facts"].get(name, getattr(facts, name)))  # a file of before knows fewer
    facts.refund_keys = {key: (value[0], value[1]) for key, value in facts.refund_keys.items()}
    for name in PLAIN_BOOKS:
        setattr(books, name, saved["books"][name])
    books.accepted = [facts.messages[message_id] for message_id in saved["accepted"]]
    books.inbound = [facts.messages[message_id] for message_id in saved["inbound"]]
    world.index()
    _resume_deliveries(world, saved)


def _resume_deliveries(world: World, saved: Json) -> None:
    for content, lane in saved["meta_pending"]:
        world.meta_webhooks.tell(content, lane)
    records = {record["event_id"]: record for record in world.books.razorpay_events}
    for content, lane in saved["razorpay_pending"]:
        world.razorpay_webhooks.tell({**content, "record": records[content["event_id"]]}, lane)


def load(world: World, path: Path) -> bool:
    """Restore from the file if there is a good one; a bad one is put aside and said."""
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        restore(world, saved)
    except FileNotFoundError:
        return False
    except (KeyError, TypeError, ValueError, AttributeError, OSError) as error:
        log.warning("The state file %s cannot be read (%s); the simulator begins anew.", path, error)
        world.clear_facts()
        return False
    return True


def save(world: World, path: Path) -> None:
    """Write the file whole or not at all."""
    written = json.dumps(dump(world))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(written, encoding="utf-8")
    unfinished.replace(path)


async def keep_saving(world: World, path: Path) -> None:
    """Save every second in which something happened, until cancelled."""
    saved_version = -1
    while True:
        await asyncio.sleep(SAVE_SECONDS)
        version = world.events.last_id + len(world.meta_webhooks.pending) + len(world.razorpay_webhooks.pending)
        if version != saved_version:
            save(world, path)
            saved_version = version
