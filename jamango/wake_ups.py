"""Turning PostgreSQL's notifications into wake-ups of the worker's pools. A lost one costs a poll."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psycopg
import structlog

from core.settings import Settings
from jamango.worker_pool import WorkerPool

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_LISTENS = 1.0


@dataclass(frozen=True)
class WakeUps:
    """Whom a notification wakes: the pool of each kind of event it names, or all of its channel's."""

    pools: Mapping[str, Sequence[WorkerPool]]
    kinds: Mapping[str, WorkerPool]

    def pass_on(self, channel: str, payload: str) -> None:
        named = [self.kinds[kind] for kind in payload.split() if kind in self.kinds]
        for pool in named or self.pools[channel]:
            pool.wake()


def listen(settings: Settings, wake_ups: WakeUps, stop: threading.Event) -> None:
    """Turn PostgreSQL's notifications into wake-ups. Without it the loops still poll."""
    url = (settings.database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
    while not stop.is_set():
        try:
            with psycopg.connect(url, autocommit=True, connect_timeout=3, application_name="jamango-listener") as wire:
                for channel in wake_ups.pools:
                    wire.execute(f"LISTEN {channel}".encode())
                while not stop.is_set():
                    for heard in wire.notifies(timeout=SECONDS_BETWEEN_LISTENS):
                        wake_ups.pass_on(heard.channel, heard.payload)
        except psycopg.Error as error:
            log.warning("listener_lost", error=type(error).__name__)
            stop.wait(SECONDS_BETWEEN_LISTENS)
