"""Pictures and files are really fetched and looked at, as Meta does before it hands them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import httpx
from PIL import Image, UnidentifiedImageError

from simulator.phones import Message
from simulator.world import World

Json = dict[str, Any]

CACHE_SECONDS = 600
KILOBYTE, MEGABYTE = 1024, 1024 * 1024
LARGEST = {"image": 5 * MEGABYTE, "video": 16 * MEGABYTE, "audio": 16 * MEGABYTE, "document": 100 * MEGABYTE}
STICKER_LARGEST, MOVING_STICKER_LARGEST = 100 * KILOBYTE, 500 * KILOBYTE
STICKER_SIDE = 512
AUDIO_STARTS = (b"ID3", b"OggS", b"#!AMR", b"\xff\xf1", b"\xff\xf9", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")


@dataclass(frozen=True, slots=True)
class Source:
    """A picture or file that a message shows. `url` is where the page can see it."""

    kind: str
    url: str
    is_link: bool
    media_id: str | None = None


def sources_of(world: World, message: Message) -> list[Source]:
    """Everything in this message that has to be fetched."""
    payload = message.payload
    if message.type in LARGEST or message.type == "sticker":
        return [_source(world, message.type, payload[message.type])]
    holders: list[Json] = []
    if message.type == "interactive":
        interactive = payload["interactive"]
        cards = interactive["action"]["cards"] if interactive["type"] == "carousel" else []
        pictured = [card["header"] for card in cards if card.get("type") != "product"]
        holders = [interactive.get("header") or {}, *pictured]
    elif message.template and message.template["header"]:
        holders = [message.template["header"]]
    return [
        _source(world, holder["type"], holder[holder["type"]]) for holder in holders if holder.get("type") in LARGEST
    ]


def _source(world: World, kind: str, source: Json) -> Source:
    if source.get("link"):
        return Source(kind, source["link"], is_link=True)
    media_id = source["id"]
    return Source(kind, f"{world.configuration.address}/sim/media/{media_id}", is_link=False, media_id=media_id)


async def check(world: World, source: Source) -> str | None:
    """What is wrong with it in words, or None. What a link gave is remembered for ten minutes."""
    if not source.is_link:
        return look_at(source.kind, world.facts.media[source.media_id or ""].content)
    now = world.clock.seconds()
    known = world.fetched.get(source.url)
    if known is None or known[0] < now:
        known = world.fetched[source.url] = (now + CACHE_SECONDS, await _fetch(world, source))
    return known[1]


async def _fetch(world: World, source: Source) -> str | None:
    assert world.fetcher is not None, "the fetcher is opened when the application starts"
    largest = LARGEST.get(source.kind, MOVING_STICKER_LARGEST)
    content = bytearray()
    try:
        async with world.fetcher.stream("GET", source.url, follow_redirects=True) as answer:
            if answer.status_code != 200:
                return f"Media could not be downloaded: the web host answered HTTP {answer.status_code}"
            async for part in answer.aiter_bytes():
                content += part
                if len(content) > largest:
                    break
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"Media could not be downloaded from the link: {type(error).__name__}"
    return look_at(source.kind, bytes(content))


def look_at(kind: str, content: bytes) -> str | None:
    """Judge a file by its bytes, not by its name: format and size."""
    if not content:
        return "Media file is empty"
    if len(content) > LARGEST.get(kind, MOVING_STICKER_LARGEST):
        return f"Media file size too big. Max file size we currently support: {LARGEST.get(kind, 0)} bytes for {kind}"
    look = LOOKS.get(kind)
    return look(content) if look else None


def _look_at_video(content: bytes) -> str | None:
    return None if content[4:8] == b"ftyp" else "Video must be MP4 or 3GP"


def _look_at_audio(content: bytes) -> str | None:
    known = content[4:8] == b"ftyp" or content.startswith(AUDIO_STARTS)
    return None if known else "Audio must be AAC, AMR, MP3, M4A or OGG"


def _look_at_picture(content: bytes) -> str | None:
    opened = _open(content)
    if opened is None or opened.format not in {"JPEG", "PNG"}:
        return "Image must be JPEG or PNG"
    if opened.mode not in {"RGB", "RGBA"}:
        return f"Image must be 8-bit RGB or RGBA, this one is {opened.mode}"
    return None


def _look_at_sticker(content: bytes) -> str | None:
    opened = _open(content)
    if opened is None or opened.format != "WEBP":
        return "Sticker must be WEBP"
    if opened.size != (STICKER_SIDE, STICKER_SIDE):
        return f"Sticker must be {STICKER_SIDE}x{STICKER_SIDE} pixels"
    if len(content) > STICKER_LARGEST and not getattr(opened, "is_animated", False):
        return f"Static sticker is larger than {STICKER_LARGEST} bytes"
    return None


def _open(content: bytes) -> Image.Image | None:
    try:
        return Image.open(BytesIO(content))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


LOOKS: dict[str, Callable[[bytes], str | None]] = {
    "image": _look_at_picture,
    "sticker": _look_at_sticker,
    "video": _look_at_video,
    "audio": _look_at_audio,
}
