"""Reading what a form sends, without trusting its length or its pace."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

SECONDS_TO_READ = 10
LARGEST = 64 * 1024  # bytes of a form without files
MOST_FIELDS = 200
TOKEN, ONCE, SPOKEN = "_token", "_once", "_language"
JSON = "application/json"


@dataclass(frozen=True)
class Posted:
    """What was typed, by field, each a list in the order it came; the form's token and its key for being applied once.

    `language` is another one that the same page is asked for in, and nothing else of the form. `files` are their bytes
    by field; only a door for uploads takes any. `path` is where it was sent to.
    """

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    token: str = ""
    once: str = ""
    language: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    path: str = ""


async def read_posted(request: Request, largest: int = LARGEST, *, most_files: int = 0) -> Posted:
    """The form, with its files when it may have some. Answers 413 as soon as it is larger, 408 when it
    does not arrive, 400 when it is none. What comes as JSON is left to who takes it (`read_body`)."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() == JSON:
        return Posted(token=request.headers.get("x-form-token", ""))
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > largest:  # nothing of it is begun, so no half of a file is left behind
        raise HTTPException(413)
    try:
        async with asyncio.timeout(SECONDS_TO_READ):
            form = await Request(request.scope, _capped(request, largest)).form(
                max_files=most_files, max_fields=MOST_FIELDS
            )
    except TimeoutError as error:
        raise HTTPException(408) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    fields: dict[str, list[str]] = {}
    files: dict[str, bytes] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files[name] = await value.read()
            await value.close()
        else:
            fields.setdefault(name, []).append(value.replace("\x00", "").replace("\r\n", "\n"))
    token, once, language = (fields.pop(name, [""])[0] for name in (TOKEN, ONCE, SPOKEN))
    token = token or request.headers.get("x-form-token", "")
    return Posted(fields, token, once, language, files, request.url.path)


async def read_body(request: Request, largest: int) -> bytes:
    """What was sent, whatever it is. Answers as `read_posted`."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > largest:
        raise HTTPException(413)
    try:
        async with asyncio.timeout(SECONDS_TO_READ):
            return await Request(request.scope, _capped(request, largest)).body()
    except TimeoutError as error:
        raise HTTPException(408) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error


def _capped(request: Request, largest: int) -> Receive:
    size = 0

    async def receive() -> Message:
        nonlocal size
        message = await request.receive()
        size += len(message.get("body", b""))
        if size > largest:
            raise HTTPException(413)
        return message

    return receive
