"""A command as somebody types it, in a process of its own: fresh, or out of the fork server that has loaded the shop.

A fresh one costs a second, so it is for what only a fresh process shows; the other does the same from `main` on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from core.settings import get_settings
from jamango.cli import main
from tests.support.keeper import Forked

SECONDS_TO_END = 240.0  # on a machine that has much else to do


def run_typed(
    *typed: str, folder: Path, fresh: bool = False, stop_after: float | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `jamango …` in a folder without `.env` with only these JAMANGO_ variables; SIGTERM after `stop_after` s."""
    said, complained = folder / "said", folder / "complained"
    said.touch()
    complained.touch()
    start = _start_fresh if fresh else start_forked
    process = start(list(typed), folder, variables)
    timer = threading.Timer(stop_after or 0, _ask_to_end, [process])
    if stop_after is not None:
        timer.start()
    code = process.wait(SECONDS_TO_END)
    timer.cancel()
    texts = said.read_text(), complained.read_text()
    said.unlink()
    complained.unlink()
    assert code is not None, f"jamango {' '.join(typed)} did not end"
    return subprocess.CompletedProcess(typed, code, *texts)


def _start_fresh(typed: list[str], folder: Path, variables: dict[str, str]) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JAMANGO_")}
    with (folder / "said").open("wb") as said, (folder / "complained").open("wb") as complained:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "jamango", *typed],
            cwd=folder,
            env={**kept, **variables},
            stdout=said,
            stderr=complained,
        )


def start_forked(typed: list[str], folder: Path, variables: dict[str, str]) -> Forked:
    """Begin a command in a folder, where `said` and `complained` will hold what it writes."""
    return Forked(_be_typed, typed, folder, environment=variables)


def _be_typed(typed: list[str], folder: Path) -> None:
    os.chdir(folder)
    for name, number in (("said", 1), ("complained", 2)):
        with Path(name).open("wb") as stream:
            os.dup2(stream.fileno(), number)
    get_settings.cache_clear()  # the fork server's
    sys.argv = ["jamango", *typed]
    main()


def _ask_to_end(process: subprocess.Popen[bytes] | Forked) -> None:
    if process.pid is not None and process.poll() is None:
        os.kill(process.pid, signal.SIGTERM)
