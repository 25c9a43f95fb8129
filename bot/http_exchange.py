"""One request and its answer over a kept connection, within a time that was promised, whatever the other side does.

A client of its own, because a reply is two requests to one known address and httpx spends more on them than the shop on
the whole turn (docs/decisions/0015): plain sockets, TLS by Python, and httptools, uvicorn's parser, reads the answer.
Every wait is cut to what is left of the call. Looking up a name is the one wait that cannot be cut; who is late after
it sends nothing.
"""

from __future__ import annotations

import re
import select
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

import certifi
import httptools

LARGEST_HEAD = 64 * 1024
PIECE = 64 * 1024
IDLE_MOST = 16
IDLE_SECONDS = 30.0
NAME_OR_VALUE = re.compile(rb"[\x20-\x7e]*")


class NoRequest(Exception):
    """What we were told to ask makes no request: a wrong address, a token that no header can hold."""


class NotReached(Exception):
    """There was no connection in time, so nothing was sent."""


class NoAnswer(Exception):
    """Something was sent and no whole answer came in time: it may have arrived."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: for a connection, for sending all, for each piece of the answer, and for the whole call."""

    connect: float
    write: float
    read: float
    whole: float


@dataclass(frozen=True, slots=True)
class Address:
    """Where a request goes. Raises ValueError when it is parsed from what is no URL at all."""

    scheme: str
    host: str
    port: int
    path: str

    @staticmethod
    def parse(url: str) -> Address:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        path = f"{parts.path or '/'}{parts.query and '?'}{parts.query}"
        return Address(parts.scheme, parts.hostname or "", port, path)

    @property
    def named(self) -> str:
        """As the Host header says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.scheme == "https" else 80) else f"{host}:{self.port}"


class _Reader:
    """What httptools finds in the bytes of an answer."""

    def __init__(self) -> None:
        self.parser = httptools.HttpResponseParser(self)
        self.status = 0
        self.body = bytearray()
        self.has_length = self.is_whole = self.may_be_kept = False

    def on_header(self, name: bytes, _value: bytes) -> None:
        self.has_length |= name.lower() in (b"content-length", b"transfer-encoding")

    def on_headers_complete(self) -> None:
        status = self.parser.get_status_code()
        self.status = status if status >= 200 else 0  # before it come "go on" and "wait"

    def on_body(self, piece: bytes) -> None:
        self.body += piece

    def on_message_begin(self) -> None:
        self.may_be_kept = False  # more than an answer has come

    def on_message_complete(self) -> None:
        self.is_whole = bool(self.status)
        self.may_be_kept = self.parser.should_keep_alive()


class Connections:
    """Kept connections, shared by threads: each call has one for itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[tuple[str, str, int], float, socket.socket]] = []

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=certifi.where())

    def close(self) -> None:
        with self._lock:
            for _, _, connection in self._idle:
                connection.close()
            self._idle.clear()

    def exchange(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        body: bytes,
        timeouts: Timeouts,
        *,
        largest: int,
    ) -> tuple[int, bytes]:
        """HTTP status and body of the answer. Raises NoRequest, NotReached, and NoAnswer for all that is none."""
        ends_at = time.monotonic() + timeouts.whole
        message = _write_head(method, address, headers, len(body)) + body
        connection = self._take(address) or self._connect(address, min(timeouts.connect, timeouts.whole), ends_at)
        try:
            reader = _converse(connection, message, timeouts, ends_at, largest)
        except (OSError, httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            connection.close()
            raise NoAnswer(type(error).__name__) from error
        except BaseException:
            connection.close()
            raise
        if reader.may_be_kept:
            self._keep(address, connection)
        else:
            connection.close()
        return reader.status, bytes(reader.body)

    def _take(self, address: Address) -> socket.socket | None:
        """The connection used last that the other side has not closed meanwhile."""
        origin, now = (address.scheme, address.host, address.port), time.monotonic()
        while True:
            with self._lock:
                found = next((each for each in reversed(self._idle) if each[0] == origin), None)
                if found is None:
                    return None
                self._idle.remove(found)
            _, kept_at, connection = found
            if now - kept_at < IDLE_SECONDS and not _has_something_to_read(connection):
                return connection
            connection.close()

    def _keep(self, address: Address, connection: socket.socket) -> None:
        origin = (address.scheme, address.host, address.port)
        with self._lock:
            self._idle.append((origin, time.monotonic(), connection))
            oldest = self._idle.pop(0)[2] if len(self._idle) > IDLE_MOST else None
        if oldest is not None:
            oldest.close()

    def _connect(self, address: Address, patience: float, ends_at: float) -> socket.socket:
        if address.scheme not in ("http", "https") or not address.host:
            raise NoRequest("the address is none of the web")
        try:
            connection = socket.create_connection((address.host, address.port), patience)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if address.scheme == "https":
                connection.settimeout(max(min(patience, ends_at - time.monotonic()), 0.001))
                connection = self._tls.wrap_socket(connection, server_hostname=address.host)
        except UnicodeError as error:
            raise NoRequest("the address has no name that can be looked up") from error
        except OSError as error:
            raise NotReached(type(error).__name__) from error
        if time.monotonic() >= ends_at:
            connection.close()
            raise NotReached("the connection came too late")
        return connection


def _write_head(method: str, address: Address, headers: Mapping[str, str], length: int) -> bytes:
    head = _write_lines(method, address, tuple(headers.items()))
    return head + (b"Content-Length: %d\r\n\r\n" % length if method != "GET" else b"\r\n")


@lru_cache(maxsize=16)
def _write_lines(method: str, address: Address, headers: tuple[tuple[str, str], ...]) -> bytes:
    """All but the length, which alone differs from message to message."""
    lines = [f"Host: {address.named}", *(f"{name}: {value}" for name, value in headers)]
    try:
        written = [line.encode("ascii") for line in (f"{method} {address.path} HTTP/1.1", *lines)]
    except UnicodeError as error:
        raise NoRequest("a header or the address has a letter that none may have") from error
    if not all(NAME_OR_VALUE.fullmatch(line) for line in written):
        raise NoRequest("a header or the address has more than one line")
    return b"\r\n".join([*written, b""])


def _converse(connection: socket.socket, message: bytes, timeouts: Timeouts, ends_at: float, largest: int) -> _Reader:
    """Send all and read until the answer is whole. Raises OSError (a timeout is one) and HttpParserError."""
    connection.settimeout(_left(timeouts.write, ends_at))
    connection.sendall(message)
    reader, room = _Reader(), LARGEST_HEAD + largest
    while not reader.is_whole:
        connection.settimeout(_left(timeouts.read, ends_at))
        piece = connection.recv(PIECE)
        room -= len(piece)
        if not piece and (not reader.status or reader.has_length):
            raise ConnectionError("the answer ended early")
        if not piece:
            break  # an answer without a length ends with its connection
        reader.parser.feed_data(piece)
        if room < 0 or len(reader.body) > largest:
            raise ConnectionError("the answer is too long")
    return reader


def _left(seconds: float, ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError("the whole call took too long")
    return min(seconds, left)


def _has_something_to_read(connection: socket.socket) -> bool:
    """Nobody has asked anything on it: what can be read is its end, or nothing that we want."""
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(0))
