"""What Meta accepts in each type of message but interactive and template ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from simulator.meta.checks import (
    invalid,
    is_number,
    keep_length,
    missing,
    need_items,
    need_object,
    need_text,
    optional_text,
    wrong,
)
from simulator.meta.interactive import check_interactive
from simulator.meta.sources import check_media_source
from simulator.world import World

Json = dict[str, Any]

TEXT_LONGEST = 4096
CAPTION_LONGEST = 1024
CONTACTS_MOST = 257
WITH_CAPTION = {"image", "video", "document"}
MEDIA_TYPES = ("image", "video", "document", "audio", "sticker")


def check_text(content: Json, path: str) -> None:
    body = need_text(content, "body", f"{path}['body']")
    if len(body) > TEXT_LONGEST:
        raise wrong(f"{path}['body']", f"must be at most {TEXT_LONGEST} characters long")
    if "preview_url" in content and not isinstance(content["preview_url"], bool):
        raise wrong(f"{path}['preview_url']", "must be a boolean")


def check_media(world: World, kind: str, content: Json, path: str) -> None:
    """Exactly one of a known `id` and a `link`; a caption and a file name only where the type has them."""
    check_media_source(world, content, path)
    caption = optional_text(content, "caption", f"{path}['caption']")
    if caption is not None:
        if kind not in WITH_CAPTION:
            raise wrong(f"{path}['caption']", f"is not allowed for {kind} messages")
        keep_length(caption, "Caption", CAPTION_LONGEST, shortest=0)
    if optional_text(content, "filename", f"{path}['filename']") is not None and kind != "document":
        raise wrong(f"{path}['filename']", f"is not allowed for {kind} messages")


def check_location(content: Json, path: str) -> None:
    for key, bound in (("latitude", 90), ("longitude", 180)):
        value = content.get(key)
        if value is None or value == "":
            raise missing(f"{path}['{key}']")
        if not is_number(value) or not -bound <= float(value) <= bound:
            raise invalid(f"{path}['{key}'] must be a number from -{bound} to {bound}")
    for key in ("name", "address"):
        optional_text(content, key, f"{path}['{key}']")


def check_contacts(contacts: list[Json], path: str) -> None:
    if not 1 <= len(contacts) <= CONTACTS_MOST:
        raise invalid(f"Invalid contacts count. Min allowed: 1, Max allowed: {CONTACTS_MOST}")
    for place, contact in enumerate(contacts):
        here = f"{path}[{place}]"
        name = need_object(contact, "name", f"{here}['name']")
        need_text(name, "formatted_name", f"{here}['name']['formatted_name']")
        birthday = optional_text(contact, "birthday", f"{here}['birthday']")
        if birthday is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", birthday):
            raise invalid(f"{here}['birthday'] must be written YYYY-MM-DD")


def check_reaction(content: Json, path: str) -> None:
    need_text(content, "message_id", f"{path}['message_id']")
    if not isinstance(content.get("emoji"), str):
        raise missing(f"{path}['emoji']")


def _on_object(check: Callable[[Json, str], None]) -> Callable[[World, Json, str], None]:
    return lambda _world, message, kind: check(need_object(message, kind, kind), kind)


def _check_contacts_of(_world: World, message: Json, kind: str) -> None:
    check_contacts(need_items(message, kind, kind), kind)


def _check_media_of(world: World, message: Json, kind: str) -> None:
    check_media(world, kind, need_object(message, kind, kind), kind)


def _check_interactive_of(world: World, message: Json, kind: str) -> None:
    check_interactive(world, need_object(message, kind, kind))


# Each takes the world, the whole message and the name of its type. Templates are checked by their own module.
CHECKS: dict[str, Callable[[World, Json, str], None]] = {
    "text": _on_object(check_text),
    "location": _on_object(check_location),
    "reaction": _on_object(check_reaction),
    "contacts": _check_contacts_of,
    "interactive": _check_interactive_of,
    **dict.fromkeys(MEDIA_TYPES, _check_media_of),
}
