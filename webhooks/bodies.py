"""Reading a request's body without trusting its length or its pace."""

import asyncio

from fastapi import HTTPException, Request

SECONDS_TO_READ = 10
LONGEST_LENGTH = 18  # digits
# Of all bodies that are being read, because nobody is asked for a signature before his body is here.
MOST_AT_ONCE = 64 * 1024 * 1024


class Reading:
    """How many bytes of unfinished bodies this process holds."""

    held = 0


def refuse_declared(request: Request, limit: int) -> None:
    """Answer 413 to a body that says itself that it is larger than `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > LONGEST_LENGTH or int(declared) > limit):
        raise HTTPException(413)


async def read_capped(request: Request, limit: int) -> bytes:
    """The raw body. Answers 413 as soon as it is larger than `limit` bytes, 408 when it does not arrive, 503 when too
    much is being read at once."""
    try:
        async with asyncio.timeout(SECONDS_TO_READ):
            return await _collect(request, limit)
    except TimeoutError as error:
        raise HTTPException(408) from error


async def _collect(request: Request, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            Reading.held += len(part)
            if size > limit:
                raise HTTPException(413)
            if Reading.held > MOST_AT_ONCE:
                raise HTTPException(503, headers={"Retry-After": "5"})
            parts.append(part)
    finally:
        Reading.held -= size
    return b"".join(parts)
