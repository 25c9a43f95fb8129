"""Hearing PostgreSQL's notifications in a thread of the worker."""

import select
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import psycopg
import structlog

from core.settings import Settings

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_TRIES = 1.0


class Listener:
    """Calls `hear(channel, payload)` for each notification until `stop` is set. Without it the loops still poll."""

    def __init__(
        self, settings: Settings, channels: Sequence[str], hear: Callable[[str, str], None], stop: threading.Event
    ) -> None:
        self._url = (settings.database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
        self._channels = channels
        self._hear = hear
        self._stop = stop
        # A thread that waits for PostgreSQL's socket sees no event: a byte here ends its wait.
        self._ending, self._ended = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def join(self, seconds: float) -> None:
        """Wait for its end; the stop event is set by then."""
        with suppress(OSError):  # it has ended by itself
            self._ending.send(b"\0")
        self._thread.join(seconds)
        self._ending.close()

    def _run(self) -> None:
        with self._ended:
            while not self._stop.is_set():
                try:
                    with psycopg.connect(
                        self._url, autocommit=True, connect_timeout=3, application_name="jamango-listener"
                    ) as wire:
                        self._listen(wire)
                except psycopg.Error as error:
                    log.warning("listener_lost", error=type(error).__name__)
                    self._stop.wait(SECONDS_BETWEEN_TRIES)

    def _listen(self, wire: psycopg.Connection) -> None:
        for channel in self._channels:
            wire.execute(f"LISTEN {channel}".encode())
        server = wire.pgconn
        while not self._stop.is_set():
            while heard := server.notifies():
                self._hear(heard.relname.decode(), heard.extra.decode())
            select.select([server.socket, self._ended.fileno()], [], [])
            server.consume_input()
