"""Where a picture or file comes from: an uploaded id or a link, exactly one of them."""

from __future__ import annotations

from typing import Any

from simulator.meta.checks import invalid, keep_web_address, missing, optional_text, wrong
from simulator.world import World

Json = dict[str, Any]


def check_media_source(world: World, content: Json, path: str) -> None:
    media_id = optional_text(content, "id", f"{path}['id']")
    link = optional_text(content, "link", f"{path}['link']")
    if not media_id and not link:
        raise missing(f"{path}['id'] or {path}['link']")
    if media_id and link:
        raise wrong(path, "must have either id or link, not both")
    if link:
        keep_web_address(link, f"{path}['link']")
    elif media_id:
        media = world.facts.media.get(media_id)
        if media is None or media.until < world.clock.seconds():
            raise invalid(f"Media id {media_id} does not exist or has expired")
        if not media.uploaded:
            raise invalid(f"Media id {media_id} was not uploaded by this phone number")
