"""The promise of recovery, measured at the customer's phone: any process killed, an answer within eleven seconds."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path

import httpx
import pytest

from jamango.launcher.folders import temporary_data_folder
from tests.house.house import House, eventually
from tests.support.servers import keep_port

pytestmark = [
    pytest.mark.trouble,
    pytest.mark.measured,
    pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="finds processes in /proc, as Linux has it"),
]

PROMISED_SECONDS = 11.0
GENEROUS_SECONDS = 30.0  # this machine may be busy with other tests
CHILDREN = ("web", "worker", "jobs", "redis", "postgres")


class DemoHouse(House):
    """`jamango demo`, with a customer at the pretend WhatsApp."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.simulator_port = keep_port()
        self._words = cycle(("help", "language"))
        ports = ["--port", str(self.port), "--simulator-port", str(self.simulator_port)]
        self._arguments = ["-m", "jamango", "demo", *ports, "--data-dir", str(self.data)]
        self.outside = httpx.Client(base_url=f"http://127.0.0.1:{self.simulator_port}", timeout=40, trust_env=False)
        self._seen = 0

    @property
    def says(self) -> str:
        """The demo's panel, in the words that `starts` waits for."""
        return super().says.replace("and say hi", "is ready at")

    def is_gone(self) -> None:
        """Kill what is left of it."""
        for pid in self.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self._process is not None:
            self._process.wait()

    def ask_for_help(self) -> float:
        """Write, and wait for an answer; returns the seconds it took. Who says the same five times is a machine."""
        began = time.monotonic()
        path = "/sim/phones/new-customer"
        self.outside.post(f"{path}/send", json={"type": "text", "text": next(self._words)}).raise_for_status()
        while time.monotonic() - began < GENEROUS_SECONDS:
            found = self.outside.get(f"{path}/messages", params={"after": self._seen, "wait_seconds": 1}).json()
            self._seen = max([self._seen, *(message["seq"] for message in found)])
            if any(message["direction"] == "to_phone" for message in found):
                return time.monotonic() - began
        raise AssertionError(f"no answer came\n{self.says}")


@pytest.fixture
def house() -> Iterator[DemoHouse]:
    with temporary_data_folder() as folder:
        made = DemoHouse(folder)
        try:
            made.starts()
            yield made
        finally:
            made.outside.close()
            made.is_gone()


def test_whatever_is_killed_the_customer_has_an_answer_in_time(house: DemoHouse) -> None:
    usual = house.ask_for_help()
    taken = {}
    for name in CHILDREN:
        process = house.process_of(name)
        assert process, f"{name} does not run"
        os.kill(process, signal.SIGKILL)
        taken[name] = house.ask_for_help()
        assert eventually(lambda name=name, process=process: house.process_of(name) not in {None, process})  # type: ignore[misc]
    show(f"usually {usual:.2f} s; " + ", ".join(f"{name} killed: {seconds:.2f} s" for name, seconds in taken.items()))
    assert max(taken.values()) <= GENEROUS_SECONDS
    if max(taken.values()) > PROMISED_SECONDS:
        show(f"slower than the promised {PROMISED_SECONDS} s: was this machine busy?")


def test_a_message_under_way_when_the_worker_is_killed_is_answered_in_time(house: DemoHouse) -> None:
    """What the dead worker had leased is free again after ten seconds."""
    hanging = {"fail_sends": [{"mode": "timeout", "next": 1, "hang_seconds": 3}]}
    house.outside.put("/sim/switches", json=hanging).raise_for_status()
    body = {"type": "text", "text": "help"}
    house.outside.post("/sim/phones/regular/send", json=body).raise_for_status()
    assert eventually(lambda: not house.outside.get("/sim/switches").json()["fail_sends"]), "nothing was sent"
    worker = house.process_of("worker")
    assert worker
    os.kill(worker, signal.SIGKILL)
    began = time.monotonic()
    path = "/sim/phones/regular/messages"
    assert eventually(
        lambda: any(message["direction"] == "to_phone" for message in house.outside.get(path).json()), GENEROUS_SECONDS
    )
    show(f"killed in the middle of sending: answered {time.monotonic() - began:.2f} s later")


def test_when_everything_is_killed_the_next_start_finds_what_was_asked(house: DemoHouse) -> None:
    """A power cut: the supervisor with all its children; the phones' world is part of it."""
    house.ask_for_help()
    house.gets(signal.SIGKILL)
    assert eventually(lambda: not house.processes(), PROMISED_SECONDS), house.processes()
    began = time.monotonic()
    house.starts()
    house._seen = 0
    assert house.ask_for_help() < GENEROUS_SECONDS
    show(f"after a power cut: started and answered in {time.monotonic() - began:.2f} s")


def show(line: str) -> None:
    sys.stderr.write(f"recovery: {line}\n")
