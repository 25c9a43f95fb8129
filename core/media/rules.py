"""What files may be, and as what they are shown. No picture library and no database here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote

MEGABYTE = 1024 * 1024
LARGEST_PICTURE = 25 * MEGABYTE  # bytes of an upload; the camera of a phone makes 3 to 12
LARGEST_ATTACHMENT = 16 * MEGABYTE  # bytes; WhatsApp's own limit for all but documents
MOST_PIXELS = 50_000_000  # 48 megapixels are what phones make
LONGEST_SIDE = 20_000
WIDTHS = (320, 640, 1280)  # of the copies that pages choose from, in pixels

# How long a picture of ours stays when nothing names it any more: a choice can be undone, and old pages are still open.
KEEP_UNNAMED = timedelta(days=7)
# How long a customer's file is kept, how many of one chat within a day, and how often Meta is asked for one.
KEEP_ATTACHMENTS = timedelta(days=90)
MOST_A_DAY = 40
TRIES = 6

PICTURE_NAME = re.compile(r"[0-9a-f]{32}-[0-9]{1,4}\.(webp|jpg)")
UNKNOWN_TYPE = "application/octet-stream"


class PictureShape(NamedTuple):
    """A picture of ours as pages need to know it: `digest` names its files, width and height are the original's."""

    digest: str
    width: int
    height: int


class Area(StrEnum):
    """Where a file is kept, and who may see it: pictures are everybody's, attachments only staff's."""

    PICTURES = "pictures"
    ATTACHMENTS = "attachments"


# What the first bytes say: (offset, bytes, type). Nothing else is believed, neither a name nor Meta's word.
SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"\xff\xf1", "audio/aac"),
    (0, b"\xff\xf9", "audio/aac"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
    (0, b"%PDF-", "application/pdf"),
)
# What a browser shows in place: nothing that can hold a script. Everything else is a download.
SHOWN_IN_PLACE = frozenset(
    {"image/jpeg", "image/webp", "audio/ogg", "audio/mpeg", "audio/amr", "audio/aac", "audio/mp4", "video/mp4"}
)


def type_of(content: bytes) -> str:
    """The type of a file by its first bytes; `application/octet-stream` for what is not in the table."""
    for offset, start, mime_type in SIGNATURES:
        if content[offset : offset + len(start)] == start:
            return mime_type
    return UNKNOWN_TYPE


@dataclass(frozen=True, slots=True)
class Shown:
    """Bytes for a door, and the headers that make them harmless."""

    content: bytes
    mime_type: str
    headers: dict[str, str]


def show(content: bytes, mime_type: str, *, filename: str = "", cache: str) -> Shown:
    """A file as an answer: never sniffed, never run, a download unless of the few types shown in place."""
    in_place = mime_type in SHOWN_IN_PLACE
    disposition = "inline" if in_place else f"attachment; filename*=UTF-8''{quote(filename or 'file', safe='')}"
    headers = {
        "Content-Disposition": disposition,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": cache,
    }
    return Shown(content, mime_type if in_place or mime_type == "application/pdf" else UNKNOWN_TYPE, headers)


def names_of(digest: str, width: int) -> tuple[str, ...]:
    """The names of all files of a picture of this width, in pixels: WebP in each size, and one JPEG."""
    widths = widths_for(width)
    return (*(f"{digest}-{each}.webp" for each in widths), f"{digest}-{widths[-1]}.jpg")


def widths_for(width: int) -> tuple[int, ...]:
    """The widths of the copies of a picture, in pixels: none wider than it is, and at least one."""
    widest = min(width, WIDTHS[-1])
    return (*(each for each in WIDTHS if each < widest), widest)
