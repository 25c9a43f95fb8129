"""A call to Meta that ends when it was promised to: httpx's timeouts are for each read, and headers may drip for ever.

Every wait on the connection is cut to what is left of the call. Looking up a name is the one wait that cannot be cut;
who is late after it sends nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from ssl import SSLContext
from typing import Any

import httpcore


class _Deadline(threading.local):
    """Each thread makes one call at a time; monotonic seconds."""

    at: float = float("inf")

    def left(self, timeout: float | None, late: type[httpcore.TimeoutException]) -> float:
        """The seconds to wait at most. Raises `late` when the call should have ended."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise late("the whole call took too long")
        return left if timeout is None else min(timeout, left)


_deadline = _Deadline()


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """Whatever the block waits for on a `TimelyBackend` ends in time, or with one of its timeout errors."""
    _deadline.at = time.monotonic() + seconds
    try:
        yield
    finally:
        _deadline.at = float("inf")


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _deadline.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _deadline.left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _deadline.left(timeout, httpcore.ConnectTimeout)
        stream = _Stream(self._stream.start_tls(ssl_context, server_hostname, left))
        _deadline.left(timeout, httpcore.ConnectTimeout)
        return stream

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class TimelyBackend(httpcore.NetworkBackend):
    """Connections that keep `ends_within`."""

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = _deadline.left(timeout, httpcore.ConnectTimeout)
        stream = self._backend.connect_tcp(host, port, left, local_address, socket_options)
        _deadline.left(timeout, httpcore.ConnectTimeout)
        return _Stream(stream)
