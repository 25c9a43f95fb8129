"""Ends a jobs process that is connected to Redis and does nothing, so that the supervisor starts a fresh one (F47).

That happens: after Redis was away, Celery's worker may believe that it listens, or its beat may have died.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from core.db import transaction
from core.errors import Fault
from core.settings import Settings
from jamango.heartbeats import EVERY_SECONDS, ROUNDS_MISSED, expect_jobs, youngest_beat_of_jobs
from jamango.launcher.redis import redis_answers
from jamango.versions import SCHEMA

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_LOOKS = 5.0
PATIENCE_SECONDS = ROUNDS_MISSED * min(EVERY_SECONDS.values())


class Watchdog:
    """Loses its patience when no job has come round for three rounds of the quickest, though nothing excused them."""

    def __init__(self, settings: Settings, *, is_busy: Callable[[], bool], now: float) -> None:
        self._redis_url = settings.redis_url or ""
        self._is_busy = is_busy
        self._excused_at = now

    def is_out_of_patience(self, now: float) -> bool:
        """Look once, at the monotonic moment `now`."""
        youngest = self._youngest_beat()
        if youngest is None or self._is_busy() or not redis_answers(self._redis_url):
            self._excused_at = now
            return False
        return min(youngest, now - self._excused_at) > PATIENCE_SECONDS

    def _youngest_beat(self) -> float | None:
        """Seconds since any job came round; None while the database cannot say. Raises Fault as `SCHEMA`."""
        try:
            with transaction() as session:
                SCHEMA.look(session)
                return youngest_beat_of_jobs(session)
        except SQLAlchemyError:
            return None


def watch_in_the_background(settings: Settings, is_busy: Callable[[], bool]) -> None:
    """Watch this process from a thread, and end it hard when patience is over."""
    watchdog = Watchdog(settings, is_busy=is_busy, now=time.monotonic())

    def watch() -> None:
        _expect()
        while True:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            try:
                stuck = watchdog.is_out_of_patience(time.monotonic())
            except Fault as fault:
                log.error("jobs_of_another_version", reason=fault.sentence)
                os._exit(1)
            if stuck:
                log.error("jobs_stuck", seconds=PATIENCE_SECONDS)
                os._exit(1)

    threading.Thread(target=watch, name="watchdog", daemon=True).start()


def _expect() -> None:
    try:
        with transaction() as session:
            expect_jobs(session)
    except SQLAlchemyError as error:
        log.warning("jobs_not_expected", error=type(error).__name__)
