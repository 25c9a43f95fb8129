"""The worker hears PostgreSQL's notifications at once, and ends at once when it is told to."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from jamango.listening import Listener
from tests.support.clusters import Cluster, current_settings
from tests.support.patience import PATIENCE_SECONDS

CONNECTED = "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN tea' AND state = 'idle'"


@contextmanager
def listening(heard: queue.Queue[tuple[str, str]]) -> Iterator[Listener]:
    stop = threading.Event()
    listener = Listener(current_settings(), ["tea"], lambda *what: heard.put(what), stop)
    listener.start()
    yield listener
    stop.set()
    listener.join(PATIENCE_SECONDS)
    assert not listener.is_alive()


def notify(database: str, payload: str) -> None:
    """Once somebody listens."""
    with psycopg.connect(database, autocommit=True) as wire:
        while wire.execute(CONNECTED).fetchone() != (1,):
            pass
        wire.execute("SELECT pg_notify('tea', %s)", [payload])


def test_what_is_notified_is_heard(database: str) -> None:
    heard: queue.Queue[tuple[str, str]] = queue.Queue()
    with listening(heard):
        for payload in ("one", "two"):
            notify(database, payload)
            assert heard.get(timeout=PATIENCE_SECONDS) == ("tea", payload)


def test_a_lost_connection_is_made_anew(database: str, cluster: Cluster) -> None:
    heard: queue.Queue[tuple[str, str]] = queue.Queue()
    with listening(heard):
        notify(database, "before")
        assert heard.get(timeout=PATIENCE_SECONDS) == ("tea", "before")
        cluster.end_connections(database.rsplit("/", 1)[1].split("?", maxsplit=1)[0])
        notify(database, "after")
        assert heard.get(timeout=PATIENCE_SECONDS) == ("tea", "after")
