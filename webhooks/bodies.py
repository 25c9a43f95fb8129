"""Reading a request's body without trusting its length or its pace."""

import asyncio
from functools import partial

from fastapi import HTTPException, Request
from starlette.requests import ClientDisconnect

from core.requests.rules import network_of
from webhooks.budget import Budget, Reading

SECONDS_TO_READ = 10
LONGEST_LENGTH = 18  # digits


def refuse_declared(request: Request, limit: int) -> None:
    """Answer 413 to a body that says itself that it is larger than `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > LONGEST_LENGTH or int(declared) > limit):
        raise HTTPException(413)


async def read_capped(request: Request, limit: int, budget: Budget) -> bytes:
    """The raw body. Answers 413 as soon as it is larger than `limit` bytes, 408 when it does not arrive or has to make
    room for others, 400 when its sender hangs up."""
    try:
        async with asyncio.timeout(SECONDS_TO_READ) as deadline:
            with budget.reading(address_of(request), partial(_end_now, deadline)) as reading:
                return await _collect(request, limit, reading)
    except TimeoutError as error:
        raise HTTPException(408) from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error


def _end_now(deadline: asyncio.Timeout) -> None:
    if not deadline.expired():
        deadline.reschedule(asyncio.get_running_loop().time())


async def _collect(request: Request, limit: int, reading: Reading) -> bytes:
    parts: list[bytes] = []
    async for part in request.stream():
        reading.grow(len(part))
        if reading.size > limit:
            raise HTTPException(413)
        parts.append(part)
    return b"".join(parts)


LONGEST_LENGTH = 18  # digits


def address_of(request: Request) -> str:
    """Whose request it is, by the network that it comes from."""
    return network_of(request.client.host if request.client else "")
