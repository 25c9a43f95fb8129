"""`jamango up` with small stand-ins for the shop's processes; arguments: port, data folder.

`web` serves files over HTTP, `worker` forks as Celery's pool does (see `run_jobs`), `jobs` only sleeps.
"""

import os
import signal
import sys
from pathlib import Path

from jamango.launcher.programs import Program
from jamango.launcher.up import Plan, http_answers, run_up, settings_for
from jamango.sentences import sentences_for_errors

WORKER = """
import os, signal, time
from jamango.launcher.guard import end_with_parent
parent = os.getpid()
if os.fork() == 0:
    end_with_parent(signal.SIGKILL, parent)
time.sleep(600)
"""


def programs(port: int) -> list[Program]:
    return [
        _program("web", ["-m", "http.server", str(port), "--bind", "127.0.0.1"], port),
        _program("worker", ["-c", WORKER]),
        _program("jobs", ["-c", "import time; time.sleep(600)"]),
    ]


def _program(name: str, arguments: list[str], port: int | None = None) -> Program:
    ready = http_answers(port, "/") if port else lambda: True
    return Program(name, [sys.executable, *arguments], {**os.environ, "STAND_IN": name}, ready)


if __name__ == "__main__":
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # tests that run in the background inherit that it is ignored
    with sentences_for_errors():
        chosen = int(sys.argv[1])
        run_up(settings_for(port=chosen, data_dir=Path(sys.argv[2])), Plan(programs=lambda: programs(chosen)))
