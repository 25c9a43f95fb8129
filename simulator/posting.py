"""POSTs over kept connections, where only the status of the answer matters.

httpx spends 3 ms of CPU on each (its pool looks at every connection each time), more than the shop needs to handle the
message; a simulator that drives a bench on the same two cores must cost much less.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

LARGEST_HEAD = 64 * 1024


@dataclass(slots=True)
class Connection:
    """One kept connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @property
    def is_open(self) -> bool:
        return not (self.reader.at_eof() or self.writer.is_closing())


class Poster:
    """At most `most` POSTs at once; connections are used again while the other side keeps them open."""

    def __init__(self, most: int) -> None:
        self._free = asyncio.Semaphore(most)
        self._kept: dict[tuple[str, str], list[Connection]] = {}

    async def post(self, url: str, body: bytes, headers: dict[str, str], timeout_seconds: float) -> int | None:
        """The status of the answer, or None when there was none in time. Redirects are not followed."""
        async with self._free:
            try:
                async with asyncio.timeout(timeout_seconds):
                    return await self._exchange(urlsplit(url), body, headers)
            except (OSError, EOFError, ValueError, asyncio.LimitOverrunError):
                return None

    async def _exchange(self, place: SplitResult, body: bytes, headers: dict[str, str]) -> int:
        connection = self._kept_to(place) or await _connect(place)
        kept = False
        try:
            connection.writer.write(_write_head(place, body, headers) + body)
            await connection.writer.drain()
            status, length = _read_head(await connection.reader.readuntil(b"\r\n\r\n"))
            if length is not None:
                await connection.reader.readexactly(length)
                kept = True
        finally:
            if kept:
                self._kept.setdefault((place.scheme, place.netloc), []).append(connection)
            else:
                connection.writer.close()
        return status

    def _kept_to(self, place: SplitResult) -> Connection | None:
        kept = self._kept.get((place.scheme, place.netloc), [])
        while kept:
            connection = kept.pop()
            if connection.is_open:
                return connection
            connection.writer.close()
        return None

    def close(self) -> None:
        """Let go of all kept connections."""
        for kept in self._kept.values():
            for connection in kept:
                connection.writer.close()
        self._kept.clear()


async def _connect(place: SplitResult) -> Connection:
    secure = place.scheme == "https"
    port = place.port or (443 if secure else 80)
    reader, writer = await asyncio.open_connection(place.hostname, port, ssl=secure or None, limit=LARGEST_HEAD)
    return Connection(reader, writer)


def _write_head(place: SplitResult, body: bytes, headers: dict[str, str]) -> bytes:
    target = (place.path or "/") + (f"?{place.query}" if place.query else "")
    lines = [f"POST {target} HTTP/1.1", f"Host: {place.netloc}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _read_head(head: bytes) -> tuple[int, int | None]:
    """The status, and the length of the body when the connection can be kept after it. Raises ValueError."""
    first, *lines = head.decode("latin-1").split("\r\n")
    version, status, *_ = first.split(" ", 2)
    if not version.startswith("HTTP/1.") or not status.isdecimal():
        raise ValueError("no HTTP answer")
    found = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if version != "HTTP/1.1" or found.get("connection", "").lower() == "close":
        return int(status), None
    if status in {"204", "304"}:
        return int(status), 0
    length = found.get("content-length", "")
    return int(status), int(length) if length.isdecimal() else None
