"""The shop's processes as real processes that a test may kill: they are started again, as a supervisor would.

Fuses are files in a folder, named like a checkpoint: the process that reaches the point takes the file away and kills
itself, as a power cut would. Processes come from a fork server that has loaded the shop already, so a restart costs
milliseconds; `command` starts the command line itself instead.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol

from core.checkpoints import Checkpoint, install_hook
from jamango.launcher.guard import end_with_parent
from tests.support.patience import PATIENCE_SECONDS

SECONDS_BETWEEN_LOOKS = 0.01
# At every start multiprocessing looks after all its processes: were the end of one read by two threads at once, the
# second would take it for a fork server that died (exit code 255).
ONE_AT_A_TIME = threading.Lock()
REACHED = "reached"  # the file in the folder of fuses that lists the points passed


class Handle(Protocol):
    """A process under way."""

    pid: int | None

    def poll(self) -> int | None: ...


class Forked:
    """A part of the shop in a process out of the fork server."""

    def __init__(
        self,
        part: Callable[..., None],
        *arguments: object,
        fuses: Path | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.support.parts", "tests.support.killable"])
        if environment is None:
            environment = {name: value for name, value in os.environ.items() if name.startswith("JAMANGO_")}
        self._process = context.Process(target=_run, args=(part, arguments, environment, fuses))
        with ONE_AT_A_TIME:
            self._process.start()
        self.pid = self._process.pid

    def poll(self) -> int | None:
        with ONE_AT_A_TIME:
            return self._process.exitcode

    def wait(self, seconds: float) -> int | None:
        """Its exit code, None when it has not ended by then."""
        wait([self._process.sentinel], seconds)
        return self.poll()


class Command:
    """`python -m jamango …` with further variables."""

    def __init__(self, *arguments: str, log: Path | None = None, **environment: str) -> None:
        with (log or Path(os.devnull)).open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "jamango", *arguments],
                env={**os.environ, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.pid: int | None = self._process.pid

    def poll(self) -> int | None:
        return self._process.poll()


def _run(
    part: Callable[..., None], arguments: tuple[object, ...], environment: dict[str, str], fuses: Path | None
) -> None:
    end_with_parent(signal.SIGKILL, os.getppid())
    os.setsid()
    for name in [name for name in os.environ if name.startswith("JAMANGO_")]:
        del os.environ[name]
    os.environ.update(environment)
    if fuses is not None:
        install_hook(Fuse(fuses))
    part(*arguments)


@dataclass(frozen=True)
class Fuse:
    """Notes every point passed, and dies at the first that has a fuse."""

    folder: Path

    def __call__(self, checkpoint: Checkpoint) -> None:
        line = os.open(self.folder / REACHED, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(line, f"{checkpoint}\n".encode())
        os.close(line)
        try:
            (self.folder / checkpoint).unlink()
        except FileNotFoundError:
            return
        os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Kept:
    """One process that is to run, by name."""

    name: str
    start: Callable[[], Handle]
    handle: Handle | None = None


@dataclass
class Keeper:
    """Starts again what dies, until it is too much; `before_restart` is told the name first.

    `deaths` are names and exit codes, in order.
    """

    before_restart: Callable[[str], None] = lambda _: None
    deaths: list[tuple[str, int]] = field(default_factory=list)
    most_deaths: int = 10

    def __post_init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._watch, name="keeper", daemon=True)
        self._thread.start()

    def keep(self, name: str, start: Callable[[], Handle]) -> None:
        """Run a process from now on."""
        with self._lock:
            self._kept[name] = Kept(name, start, start())

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        """kill -9, or another signal; the keeper then starts it again."""
        with self._lock:
            handle = self._kept[name].handle
        if handle is not None and handle.pid:
            _kill(handle.pid, number)

    def let_go(self, name: str) -> None:
        """Kill it for good."""
        with self._lock:
            kept = self._kept.pop(name, None)
        if kept and kept.handle and kept.handle.pid:
            _kill(kept.handle.pid)
            _wait_for_end(kept.handle)

    def stop(self) -> None:
        """Kill everything and start nothing any more."""
        self._over.set()
        self._thread.join(PATIENCE_SECONDS)
        for name in list(self._kept):
            self.let_go(name)

    def _watch(self) -> None:
        while not self._over.wait(SECONDS_BETWEEN_LOOKS):
            for kept in list(self._kept.values()):
                if len(self.deaths) >= self.most_deaths:
                    return
                code = kept.handle.poll() if kept.handle else None
                if code is not None:
                    self._start_again(kept, code)

    def _start_again(self, kept: Kept, code: int) -> None:
        self.deaths.append((kept.name, code))
        self.before_restart(kept.name)
        with self._lock:
            if kept.name in self._kept and not self._over.is_set():
                kept.handle = kept.start()


def _kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    try:
        os.killpg(pid, number)  # with what it started
    except (ProcessLookupError, PermissionError):  # it has not made its group yet, or is gone
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _wait_for_end(handle: Handle) -> None:
    wait = threading.Event()
    for _ in range(int(PATIENCE_SECONDS / SECONDS_BETWEEN_LOOKS)):
        if handle.poll() is not None:
            return
        wait.wait(SECONDS_BETWEEN_LOOKS)
