"""A file that we uploaded, as a message: a photo, a voice note, a video, a document or a sticker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.limits import CAPTION, MessageRefused, check_optional, check_text

KINDS = frozenset({"image", "video", "audio", "document", "sticker"})
WITH_CAPTION = frozenset({"image", "video", "document"})
VOICE = "audio/ogg"


@dataclass(frozen=True, slots=True)
class MediaMessage:
    """`media_id` of our own upload. `caption` and `filename` may be empty and are left out where the kind has none."""

    kind: str
    media_id: str
    caption: str = ""
    filename: str = ""
    mime_type: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise MessageRefused(f"{self.kind!r} is no kind of file")
        check_optional(self.media_id, "the file's id", 256)
        if self.caption:
            check_text(self.caption, "the caption", CAPTION, lines=True)

    def to_graph(self) -> dict[str, Any]:
        file: dict[str, Any] = {"id": self.media_id}
        if self.caption and self.kind in WITH_CAPTION:
            file["caption"] = self.caption
        if self.filename and self.kind == "document":
            file["filename"] = self.filename
        if self.kind == "audio" and self.mime_type.startswith(VOICE):
            file["voice"] = True
        return {"type": self.kind, self.kind: file}
