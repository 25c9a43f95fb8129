"""Files: uploaded by the shop, sent by people, fetched with the token."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from simulator import ids
from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.meta.access import need_number, need_token, need_version, unknown_object
from simulator.meta.checks import missing
from simulator.meta.errors import MetaRefusal
from simulator.meta.fetching import look_at
from simulator.world import Media, World

Json = dict[str, Any]

UPLOAD_SECONDS = 30 * 24 * 3600
ADDRESS_SECONDS = 5 * 60
MIME_TYPES = {
    "image/jpeg": "image",
    "image/png": "image",
    "image/webp": "sticker",
    "video/mp4": "video",
    "video/3gpp": "video",
    "audio/aac": "audio",
    "audio/amr": "audio",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "audio/ogg": "audio",
    "application/pdf": "document",
    "text/plain": "document",
    "application/msword": "document",
    "application/vnd.ms-excel": "document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "document",
}


async def upload(request: Request) -> Response:
    """POST /{phone number id}/media, a form with file, type and messaging_product."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_number(world, request)
    async with request.form() as form:
        file = form.get("file")
        if form.get("messaging_product") != "whatsapp":
            raise missing("messaging_product")
        if not isinstance(file, UploadFile):
            raise missing("file")
        mime_type = str(form.get("type") or file.content_type or "").partition(";")[0].strip()
        content, filename = await file.read(), file.filename
    if mime_type not in MIME_TYPES:
        known = ", ".join(MIME_TYPES)
        raise MetaRefusal(100, message=f"(#100) Param file must be a file with one of the following types: {known}.")
    problem = look_at(MIME_TYPES[mime_type], content)
    if problem:
        raise MetaRefusal(131053, problem)
    media = Media(ids.numeric(), mime_type, content, filename, world.clock.seconds() + UPLOAD_SECONDS, uploaded=True)
    world.facts.media[media.id] = media
    return JsonAnswer({"id": media.id})


def find(world: World, media_id: str) -> Media:
    """A file that is still there. Raises MetaRefusal."""
    media = world.facts.media.get(media_id)
    if media is None or media.until < world.clock.seconds():
        raise unknown_object(media_id)
    return media


def address_of(world: World, media: Media) -> str:
    """Where the file can be fetched for five minutes; afterwards Meta wants to be asked anew."""
    until = int(world.clock.seconds()) + ADDRESS_SECONDS
    return f"{world.configuration.address}/meta/media/{media.id}?until={until}"


def describe(world: World, media: Media) -> Json:
    """What GET /{media id} answers."""
    return {
        "messaging_product": "whatsapp",
        "url": address_of(world, media),
        "mime_type": media.mime_type,
        "sha256": hashlib.sha256(media.content).hexdigest(),
        "file_size": len(media.content),
        "id": media.id,
    }


async def download(request: Request) -> Response:
    """GET of a media url; needs the token as the API does."""
    world = world_of(request)
    need_token(world, request)
    media = find(world, request.path_params["media_id"])
    until = request.query_params.get("until", "")
    if not until.isdecimal() or int(until) < world.clock.seconds():
        return Response("URL signature expired", 404)
    return Response(media.content, media_type=media.mime_type)
