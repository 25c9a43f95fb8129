"""A house under test: starts it, finds its processes by the folder they live in, kills, waits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import httpx
import psycopg

from jamango.configuration import running_services
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import keep_port

SECONDS_BETWEEN_LOOKS = 0.05
STAND_IN = Path(__file__).parent / "stand_in.py"


def eventually(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
    """Poll until the condition holds; whether it did in time."""
    pause = threading.Event()
    for _ in range(int(seconds / SECONDS_BETWEEN_LOOKS)):
        if condition():
            return True
        pause.wait(SECONDS_BETWEEN_LOOKS)
    return condition()


class House:
    """`jamango up` on a data folder and a free port: with stand-ins, or with the shop's own processes."""

    def __init__(self, folder: Path, *, real: bool = False) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.host = "127.0.0.2" if real else "127.0.0.1"  # this machine has more than one address
        self.port = keep_port()
        stand_in = [str(STAND_IN), str(self.port), str(self.data)]
        shop = ["-m", "jamango", "up", "--port", str(self.port), "--data-dir", str(self.data), "--host", self.host]
        self._arguments = shop if real else stand_in
        self._page = "/readyz" if real else "/"
        self._log = folder / "up.log"
        self._process: subprocess.Popen[bytes] | None = None

    def starts(self) -> None:
        """Start it and wait for its line."""
        output: IO[bytes]
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, *self._arguments],
                cwd=self.folder,
                env={**os.environ, "JAMANGO_ENVIRONMENT": "development"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        process = self._process
        assert eventually(lambda: "is ready at" in self.says or process.poll() is not None), self.says
        assert process.poll() is None, self.says

    @property
    def says(self) -> str:
        return self._log.read_text(errors="replace")

    def gets(self, number: signal.Signals) -> int:
        """Send a signal to the supervisor alone and return its exit code."""
        assert self._process
        self._process.send_signal(number)
        return self._process.wait(PATIENCE_SECONDS)

    def is_gone(self) -> None:
        """Wait for the supervisor's end."""
        if self._process:
            self._process.wait(PATIENCE_SECONDS)

    def processes(self) -> dict[int, str]:
        """Everything that runs in the folder, by process id, with the command line."""
        return dict(_processes_in(self.folder))

    def process_of(self, name: str) -> int | None:
        """The process id of a child by name (a service, or a stand-in)."""
        if name in {"postgres", "redis"}:
            wanted = ("/postgres -D",) if name == "postgres" else ("valkey-server", "redis-server")
            running = self.processes().items()
            return next((pid for pid, command in running if any(word in command for word in wanted)), None)
        return next((pid for pid, command in self.processes().items() if _leads(pid, name, command)), None)

    def kills(self, name: str) -> None:
        """Kill a child with -9 and wait until another took its place."""
        before = self.process_of(name)
        assert before, f"{name} does not run"
        os.kill(before, signal.SIGKILL)
        assert eventually(lambda: self.process_of(name) not in {None, before}), self.says

    def works(self) -> bool:
        """Whether the database, Redis and the web process answer."""
        urls = running_services(self.data)
        try:
            psycopg.connect(urls["DATABASE_URL"], connect_timeout=2).close()
            page = httpx.get(f"http://{self.host}:{self.port}{self._page}", trust_env=False)
            return "REDIS_URL" in urls and page.is_success
        except (KeyError, psycopg.OperationalError, httpx.HTTPError):
            return False


@contextmanager
def house_in(folder: Path, *, real: bool = False) -> Iterator[House]:
    """A house that is gone afterwards, whatever the test did to it."""
    house = House(folder, real=real)
    try:
        yield house
    finally:
        for pid in house.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        house.is_gone()


def _processes_in(folder: Path) -> Iterator[tuple[int, str]]:
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            place = (entry / "cwd").readlink()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if place.is_relative_to(folder) and command:
            yield int(entry.name), command


def _leads(pid: int, name: str, command: str) -> bool:
    """Whether this is the child of that name itself; what it forked does not count."""
    try:
        leads = os.getsid(pid) == pid
        stand_in = f"STAND_IN={name}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return leads and (stand_in or f"-m jamango {name} " in command)
