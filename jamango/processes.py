"""The three processes of the shop, each one command: `jamango web`, `jamango worker`, `jamango jobs`.

Each ends within a few seconds of SIGTERM, in order if it can and hard if it cannot, so nothing outlives its supervisor.
"""

from __future__ import annotations

import logging
import os
import signal
import tempfile
import threading
import warnings
from pathlib import Path
from types import FrameType
from typing import Any

import structlog

from core.errors import Fault
from core.settings import Settings
from jamango.launcher.folders import make_data_folder

SECONDS_TO_FINISH = 4.0  # what is under way: a request, a turn, a task
CONNECTIONS_AT_ONCE = 512


def run_web(settings: Settings, *, host: str, port: int) -> None:
    """Serve HTTP. Only the proxies named in the settings are believed about who the client is."""
    import uvicorn  # noqa: PLC0415 - each command loads only what it runs

    from jamango.request_limits import LimitedProtocol  # noqa: PLC0415
    from jamango.web_server import SteadyServer  # noqa: PLC0415

    server = SteadyServer(
        uvicorn.Config(
            "jamango.app:create_app",
            factory=True,
            host=host,
            port=port,
            log_config=None,
            http=LimitedProtocol,
            access_log=False,  # paths carry the tokens of order pages
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=list(settings.trusted_proxies),
            limit_concurrency=CONNECTIONS_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=int(SECONDS_TO_FINISH) - 1,
        )
    )
    orderly_exit = server.handle_exit

    def handle_exit(sig: int, frame: FrameType | None) -> None:
        end_hard_later()
        orderly_exit(sig, frame)

    server.handle_exit = handle_exit  # type: ignore[method-assign]
    server.run()


def run_worker_process(settings: Settings) -> None:
    """Handle chats, send, and reconcile payments until asked to stop."""
    from jamango.worker import run_worker  # noqa: PLC0415

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        del number, frame
        end_hard_later()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, on_signal)
    run_worker(settings, stop)


def run_jobs(settings: Settings) -> None:
    """Run the periodic jobs: one Celery worker with its beat, whose pool and beat die with it."""
    from celery import signals  # noqa: PLC0415
    from celery.exceptions import SecurityWarning  # noqa: PLC0415
    from celery.worker import state  # noqa: PLC0415

    from jamango.jobs import celery_app  # noqa: PLC0415
    from jamango.watchdog import watch_in_the_background  # noqa: PLC0415

    parent = os.getpid()

    def die_with_parent(**_: Any) -> None:
        from jamango.launcher.guard import end_with_parent  # noqa: PLC0415

        end_with_parent(signal.SIGKILL, parent)  # tasks claim due rows: a lost one is done again

    def keep_our_logs(**_: Any) -> None:
        """Being connected tells Celery to leave logging as it is."""

    signals.worker_process_init.connect(die_with_parent, weak=False)
    signals.beat_embedded_init.connect(die_with_parent, weak=False)
    signals.setup_logging.connect(keep_our_logs, weak=False)
    signals.worker_shutting_down.connect(lambda **_: end_hard_later(), weak=False)
    # Root is nothing special to a worker that takes JSON only, and a Redis that is away needs no traceback a second.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    logging.getLogger("celery.beat").addFilter(_without_traceback)
    worker = celery_app.Worker(
        beat=True,
        schedule_filename=str(schedule_file(settings)),
        concurrency=2,
        loglevel="INFO",
        quiet=True,
        without_mingle=True,
    )
    watch_in_the_background(settings, is_busy=lambda: bool(state.active_requests))
    worker.start()
    raise SystemExit(worker.exitcode or 0)


def schedule_file(settings: Settings) -> Path:
    """Where beat notes what ran when: in the data folder, or for this life only where there can be none.

    Without it the quick jobs run at once and the slow ones after their time from now: each claims what is due.
    """
    try:
        return make_data_folder(settings.data_dir) / "jobs-schedule"
    except Fault as fault:
        structlog.get_logger(__name__).warning("schedule_is_not_kept", reason=fault.sentence)
        return Path(tempfile.mkdtemp(prefix="jamango-jobs-")) / "jobs-schedule"


def _without_traceback(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True


def end_hard_later() -> None:
    """Once asked to stop: end this process even when something in it does not."""

    def end() -> None:
        structlog.get_logger(__name__).warning("ended_hard", seconds=SECONDS_TO_FINISH)
        os._exit(1)

    timer = threading.Timer(SECONDS_TO_FINISH, end)
    timer.daemon = True
    timer.start()
