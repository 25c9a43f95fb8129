"""Composing a person's message of each type, as webhooks carry it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

from simulator import ids
from simulator.meta.checks import is_number
from simulator.meta.media import address_of
from simulator.phones import Phone
from simulator.world import Media, World

Json = dict[str, Any]

RECEIVED_MEDIA_SECONDS = 7 * 24 * 3600
USUAL_MIME_TYPES = {
    "image": "image/jpeg",
    "audio": "audio/ogg; codecs=opus",
    "video": "video/mp4",
    "document": "application/pdf",
    "sticker": "image/webp",
}


def compose(world: World, phone: Phone, wanted: Json) -> tuple[str, Json | list[Json]]:
    """The type of the message and its content. Raises ValueError with a sentence when something is missing."""
    kind = str(wanted.get("type", "text"))
    if kind in USUAL_MIME_TYPES:
        return kind, _media(world, kind, wanted)
    composer = COMPOSERS.get(kind)
    if composer is None:
        known = ", ".join([*COMPOSERS, *USUAL_MIME_TYPES, "raw"])
        raise ValueError(f"type is one of {known}, not {kind!r}")
    return composer(phone, wanted)


def _text(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    if not isinstance(wanted.get("text"), str) or wanted["text"] == "":
        raise ValueError("text needs text")
    return "text", {"body": wanted["text"]}


def _location(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    if not (is_number(wanted.get("latitude")) and is_number(wanted.get("longitude"))):
        raise ValueError("location needs latitude and longitude")
    place: Json = {"latitude": float(wanted["latitude"]), "longitude": float(wanted["longitude"])}
    return "location", place | {key: wanted[key] for key in ("name", "address", "url") if wanted.get(key)}


def _reaction(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    if not wanted.get("message_id"):
        raise ValueError("reaction needs message_id")
    emoji = {"emoji": wanted["emoji"]} if wanted.get("emoji") else {}
    return "reaction", {"message_id": wanted["message_id"], **emoji}


def _contacts(phone: Phone, wanted: Json) -> tuple[str, list[Json]]:
    number = str(wanted.get("phone") or phone.phone or "")
    if not number:
        raise ValueError("contacts needs phone, for this person has no number")
    name = str(wanted.get("name") or phone.name)
    numbers = [{"phone": f"+{number.lstrip('+')}", "wa_id": number.lstrip("+"), "type": "CELL"}]
    return "contacts", [{"name": {"formatted_name": name, "first_name": name}, "phones": numbers}]


def _form(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    """A filled form: of a Flow, or the Indian address form (`name` address_message)."""
    name = str(wanted.get("name") or "flow")
    response = wanted.get("response", {})
    written = response if isinstance(response, str) else json.dumps(response)
    return "interactive", {
        "type": "nfm_reply",
        "nfm_reply": {"name": name, "body": str(wanted.get("body") or "Sent"), "response_json": written},
    }


def _order(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    items = wanted.get("product_items")
    if not isinstance(items, list) or not items:
        raise ValueError("order needs product_items")
    return "order", {
        "catalog_id": str(wanted.get("catalog_id") or "400000000000001"),
        "text": str(wanted.get("text") or ""),
        "product_items": items,
    }


def _unsupported(_phone: Phone, wanted: Json) -> tuple[str, Json]:
    return "unsupported", {"type": str(wanted.get("what") or "poll")}


COMPOSERS: dict[str, Callable[[Phone, Json], tuple[str, Json | list[Json]]]] = {
    "text": _text,
    "location": _location,
    "reaction": _reaction,
    "contacts": _contacts,
    "form": _form,
    "order": _order,
    "unsupported": _unsupported,
}


def _media(world: World, kind: str, wanted: Json) -> Json:
    content = _decode(wanted["data"]) if wanted.get("data") else _sample(kind)
    mime_type = str(wanted.get("mime_type") or USUAL_MIME_TYPES[kind])
    media = Media(ids.numeric(), mime_type, content, wanted.get("filename"), 0)
    media.until = world.clock.seconds() + RECEIVED_MEDIA_SECONDS
    world.facts.media[media.id] = media
    shown: Json = {
        "id": media.id,
        "mime_type": mime_type,
        "sha256": base64.b64encode(hashlib.sha256(content).digest()).decode(),
        "url": address_of(world, media),
    }
    if wanted.get("caption") and kind in {"image", "video", "document"}:
        shown["caption"] = wanted["caption"]
    if kind == "document":
        shown["filename"] = str(wanted.get("filename") or "document.pdf")
    if kind == "audio":
        shown["voice"] = bool(wanted.get("voice", True))
    if kind == "sticker":
        shown["animated"] = bool(wanted.get("animated", False))
    return shown


def _decode(data: object) -> bytes:
    try:
        return base64.b64decode(str(data).rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("data must be base64, with or without data:…;base64, before it") from error


def _sample(kind: str) -> bytes:
    """A small real file, for those who only say that they send a picture."""
    if kind in {"image", "sticker"}:
        written = BytesIO()
        picture = Image.new("RGB", (512, 512), (244, 162, 38))
        picture.save(written, format="JPEG" if kind == "image" else "WEBP")
        return written.getvalue()
    return {"audio": b"OggS", "video": b"\0\0\0\x18ftypmp42", "document": b"%PDF-1.4\n"}[kind] + b"simulated"
