"""Keeps child processes running: starts them in order, starts again what dies, stops all, leaves nothing behind.

A child that is killed comes back at once; one that keeps dying is tried again after a growing pause. When this process
itself is killed, the kernel ends the children (see `guard.py`). Call everything from one thread.
"""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from types import FrameType

from core.errors import Fault
from jamango.launcher.output import OURSELVES, Output
from jamango.launcher.programs import POLL_SECONDS, Program, kill_the_rest, launch

SECONDS_TO_BE_READY = 60.0
LONG_LIFE_SECONDS = 10.0
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 5.0
DEATHS_TO_MENTION = 5


class StopRequestedError(Exception):
    """Somebody asked to stop while the processes were still being started."""


@dataclass
class Child:
    """A program and the life it leads at the moment."""

    program: Program
    process: subprocess.Popen[bytes]
    started: float
    quick_deaths: int = 0
    start_again: float | None = None

    def seconds_to_pause(self) -> float:
        """How long to wait before the next start: not at all after a long life, longer after each short one."""
        if self.quick_deaths <= 1:
            return 0.0
        return min(FIRST_PAUSE_SECONDS * 2.0**self.quick_deaths, LONGEST_PAUSE_SECONDS)


class Supervisor:
    """A list of children in the order of their start, which is the reverse of the order in which they stop."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._groups: list[list[Child]] = []
        self._stop = threading.Event()

    def listen_for_signals(self) -> None:
        """Ctrl-C, SIGTERM and a closed terminal ask for an orderly stop; a second one does not wait for it."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup and background jobs of a script ignore some
                signal.signal(number, self._on_signal)

    def request_stop(self) -> None:
        self._stop.set()

    @property
    def stop_requested(self) -> bool:
        return self._stop.is_set()

    def start(self, programs: Iterable[Program]) -> None:
        """Start programs side by side and wait until all are ready. Raises Fault when one ends or takes too long."""
        group: list[Child] = []
        self._groups.append(group)
        group.extend(self._launch(program) for program in programs)
        waiting = list(group)
        deadline = time.monotonic() + SECONDS_TO_BE_READY
        while waiting:
            if self._stop.is_set():
                raise StopRequestedError
            for child in group:
                _refuse_when_ended(child)
            waiting = [child for child in waiting if not child.program.is_ready()]
            if waiting and time.monotonic() > deadline:
                raise Fault(f"{waiting[0].program.name} is not ready after {SECONDS_TO_BE_READY:.0f} s.")
            self._stop.wait(POLL_SECONDS)

    def watch(self) -> None:
        """Start again whatever dies, until a stop is requested."""
        while not self._stop.wait(POLL_SECONDS):
            self.tend()

    def tend(self) -> None:
        """Look at every child once."""
        for group in self._groups:
            for child in group:
                self._tend(child)

    def stop(self) -> None:
        """End all children, the last started first; what does not end in its time is killed."""
        try:
            for group in reversed(self._groups):
                self._stop_together(group)
        finally:
            self._kill_all()

    def process_numbers(self) -> dict[str, int]:
        """The process ids of the children by name."""
        return {child.program.name: child.process.pid for group in self._groups for child in group}

    def _tend(self, child: Child) -> None:
        code = child.process.poll()
        if code is None:
            return
        if child.start_again is None:
            self._plan_restart(child, code)
        if child.start_again is not None and time.monotonic() >= child.start_again:
            self._start_again(child)

    def _plan_restart(self, child: Child, code: int) -> None:
        kill_the_rest(child.process)
        lived = time.monotonic() - child.started
        child.quick_deaths = child.quick_deaths + 1 if lived < LONG_LIFE_SECONDS else 0
        pause = child.seconds_to_pause()
        child.start_again = time.monotonic() + pause
        name = child.program.name
        if child.quick_deaths < DEATHS_TO_MENTION:
            self._say(f"{name} ended ({_ending(code)}); starting it again.")
        else:
            self._say(
                f"{name} keeps ending ({_ending(code)}); the next try is in {pause:.0f} s. Its own lines say why."
            )

    def _start_again(self, child: Child) -> None:
        child.start_again = None
        try:
            child.process = self._launch(child.program).process
        except Fault as fault:  # what the start needs is not there yet
            child.quick_deaths += 1
            child.start_again = time.monotonic() + child.seconds_to_pause()
            self._say(fault.sentence)
        child.started = time.monotonic()

    def _launch(self, program: Program) -> Child:
        process = launch(program, subprocess.PIPE)
        if process.stdout:
            self._output.copy_from(program.name, process.stdout)
        return Child(program, process, time.monotonic())

    def _stop_together(self, group: list[Child]) -> None:
        alive = [child for child in group if child.process.poll() is None]
        for child in alive:
            child.process.send_signal(child.program.stop_signal)
        start = time.monotonic()
        for child in alive:
            try:
                child.process.wait(max(0.0, start + child.program.seconds_to_stop - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._say(f"{child.program.name} does not stop by itself; killing it.")
                kill_the_rest(child.process)

    def _kill_all(self) -> None:
        for child in (child for group in self._groups for child in group):
            kill_the_rest(child.process)
            child.process.wait()
        self._groups.clear()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._stop.is_set():
            raise KeyboardInterrupt
        self._stop.set()

    def _say(self, line: str) -> None:
        self._output.say(OURSELVES, line)


def _refuse_when_ended(child: Child) -> None:
    code = child.process.poll()
    if code is not None:
        raise Fault(f"{child.program.name} does not start ({_ending(code)}); its own lines above say why.")


def _ending(code: int) -> str:
    """An exit code as words: `exit code 1`, `killed by SIGKILL`."""
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
