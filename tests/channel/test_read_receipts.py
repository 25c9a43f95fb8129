"""Blue ticks are best effort, and their thread outlives what goes wrong; a worker that lost a thread is not whole."""

from __future__ import annotations

import threading

import pytest

from bot.whatsapp_api import WhatsAppApi
from core.errors import Fault
from jamango import worker
from jamango.read_receipts import ReadReceipts
from jamango.worker import Worker, run_worker
from tests.support.clusters import current_settings
from tests.support.patience import PATIENCE_SECONDS


class StrangeApi(WhatsAppApi):
    """Fails at the first tick in a way that nobody thought of."""

    def __init__(self) -> None:
        super().__init__(current_settings())
        self.asked: list[str] = []
        self.second = threading.Event()

    def mark_read(self, message_id: str, *, typing: bool) -> bool:
        self.asked.append(message_id)
        if len(self.asked) == 1:
            raise KeyError("what no answer of Meta ever was")
        self.second.set()
        return typing


def test_ticks_go_on_after_one_that_failed_strangely() -> None:
    stop, api = threading.Event(), StrangeApi()
    read_receipts = ReadReceipts(api, stop)
    read_receipts.start()
    read_receipts.mark_read("wamid.1", True)
    read_receipts.mark_read("wamid.2", True)
    assert api.second.wait(PATIENCE_SECONDS)
    assert read_receipts.is_alive()
    stop.set()
    read_receipts.join(PATIENCE_SECONDS)
    api.close()
    assert api.asked == ["wamid.1", "wamid.2"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("part", ["pool", "read receipts", "listener"])
def test_a_worker_that_lost_a_thread_ends_so_that_it_is_started_anew(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Maimed(Worker):
        def start(self) -> None:
            super().start()
            dead = threading.Thread(target=lambda: None)
            dead.start()
            dead.join()
            if part == "pool":
                self.pools[0]._threads[0] = dead
            elif part == "read receipts":
                self._read_receipts._thread = dead
            else:
                self._listener._thread = dead

    monkeypatch.setattr(worker, "Worker", Maimed)
    monkeypatch.setattr(worker, "SECONDS_BETWEEN_HEARTBEATS", 0.01)
    with pytest.raises(Fault, match="started anew"):
        run_worker(current_settings(), threading.Event())
