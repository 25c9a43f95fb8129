"""Reading a request's body without trusting its length, its pace or its JSON."""

import asyncio
import json
import math
from functools import partial
from ipaddress import ip_network
from typing import Any

from fastapi import HTTPException, Request
from starlette.requests import ClientDisconnect

from webhooks.budget import Budget, Reading

SECONDS_TO_READ = 10
# Python refuses to read integers of more digits, and PostgreSQL's bigint ends here too.
LONGEST_INTEGER = 18


def refuse_declared(request: Request, limit: int) -> None:
    """Answer 413 to a body that says itself that it is larger than `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > LONGEST_INTEGER or int(declared) > limit):
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


def address_of(request: Request) -> str:
    """Whose request it is: an address of IPv4, or the /64 that one customer of IPv6 has to himself."""
    host = request.client.host if request.client else ""
    if ":" not in host:
        return host
    try:
        return str(ip_network((host, 64), strict=False))
    except ValueError:
        return host


def read_json(body: bytes) -> Any:
    """The document, with every number that does not fit a row kept as its digits.

    Raises ValueError or RecursionError for what is not JSON in UTF-8, or nested deeper than Python reads.
    """
    return json.loads(body, parse_int=_read_integer, parse_float=_read_decimal, parse_constant=str)


def _read_integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INTEGER else digits


def _read_decimal(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits
