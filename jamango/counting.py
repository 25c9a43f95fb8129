"""Handing what this process has counted to the table that `/metrics` shows."""

from __future__ import annotations

import threading

import structlog

from core.counters.actions import TALLY, add_counts
from core.db import transaction

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_COUNTS = 10.0


def hand_over_counts() -> None:
    """Add what is new to what all processes have counted; kept for the next time when that fails."""
    with TALLY.lock:
        counts = TALLY.take_new()
        if not counts:
            return
        with transaction() as session:
            add_counts(session, counts)
        TALLY.note_handed_over(counts)


def hand_over_until(stop: threading.Event) -> None:
    """The web process's own thread for it: the worker and the jobs have a round of theirs."""
    while not stop.wait(SECONDS_BETWEEN_COUNTS):
        try:
            hand_over_counts()
        except Exception as error:
            log.warning("counts_kept_back", error=type(error).__name__)
