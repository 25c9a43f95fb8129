"""What a child process is, and how one is started so that nothing is ever left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jamango.launcher import guard
from jamango.launcher.accounts import SystemUser

POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Program:
    """A command to keep running. `is_ready` answers at once; `stop_signal` asks for an orderly end."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    is_ready: Callable[[], bool]
    stop_signal: signal.Signals = signal.SIGTERM
    account: SystemUser | None = None
    folder: Path | None = None
    seconds_to_stop: float = 5.0
    before_start: Callable[[], None] | None = None


def launch(program: Program, output: int | IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the program in a session of its own; it ends with the calling thread, even when that is killed."""
    if program.before_start:
        program.before_start()
    account = f"{program.account.uid}:{program.account.gid}" if program.account else "-"
    guarded = [sys.executable, "-I", "-S", guard.__file__, str(int(program.stop_signal)), str(os.getpid()), account]
    return subprocess.Popen(  # noqa: S603 - the command is ours
        [*guarded, *program.command],
        env=dict(program.environment),
        cwd=program.folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes], program: Program) -> None:
    """Ask it to end, and kill it with all it started when it does not in time."""
    if process.poll() is None:
        process.send_signal(program.stop_signal)
        try:
            process.wait(program.seconds_to_stop)
        except subprocess.TimeoutExpired:
            process.kill()
    kill_the_rest(process)
    process.wait()


def kill_the_rest(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left in the session of a child that has ended or must."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition came true within `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True
