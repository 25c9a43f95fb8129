"""Telling live pages what a transaction has changed: noted by the verbs, said after the commit.

Not inside the transaction: NOTIFY holds a lock of the whole database until its commit is on disk, so that no two
commits could share a sync any more (docs/decisions/0018-changes-are-said-after-the-commit.md).
"""

from __future__ import annotations

import threading
from collections.abc import Collection

import psycopg
import structlog
from sqlalchemy.orm import Session

from core.changes.rules import EVERYTHING, Change, Subject, pack
from core.ids import jitter
from core.settings import Settings

log = structlog.get_logger(__name__)

CHANNEL = "jamango_changes"
SECONDS_TOGETHER = 0.05  # what is committed within this time is said together
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.25, 10.0
SECONDS_TO_FINISH = 2.0
# Nobody waits for it, and nothing is lost with it that a reload would not show: it does not wait for the disk.
OPTIONS = "-c synchronous_commit=off -c statement_timeout=5s -c lock_timeout=3s"
NOTED = "changes"


def note_change(session: Session, subject: Subject, *ids: int) -> None:
    """Note that these have changed. The writer of a row's state calls it; nothing is said unless it is committed."""
    session.info.setdefault(NOTED, set()).update(Change(subject, each) for each in ids)


def noted(session: Session) -> frozenset[Change]:
    """What the open transaction has changed so far."""
    return frozenset(session.info.get(NOTED, ()))


def announce_noted(session: Session) -> None:
    """Say what this session has committed; costs nothing where nobody speaks (`speak`)."""
    changes = session.info.pop(NOTED, None)
    if changes and _announcers:
        _announcers[-1].say(changes)


class Announcer:
    """The voice of one process: a thread that says together what its transactions changed, on a connection of its own.

    It begins with "everything may have changed": its predecessor may have been killed between a commit and its word.
    """

    def __init__(self, settings: Settings) -> None:
        self._url = (settings.database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
        self._bell = threading.Condition()
        self._stop = threading.Event()
        self._unsaid: set[Change] = set(EVERYTHING)
        self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)

    def start(self) -> None:
        self._thread.start()
        _announcers.append(self)

    def say(self, changes: Collection[Change]) -> None:
        with self._bell:
            self._unsaid |= set(changes)
            self._bell.notify()

    def close(self) -> None:
        """Say what is left, and end."""
        _announcers.remove(self)
        self._stop.set()
        with self._bell:
            self._bell.notify()
        self._thread.join(SECONDS_TO_FINISH)

    def _run(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._stop.is_set():
            try:
                with psycopg.connect(
                    self._url, autocommit=True, connect_timeout=3, application_name="jamango-changes", options=OPTIONS
                ) as wire:
                    self._speak(wire)
            except psycopg.Error as error:
                log.warning("changes_unsaid", error=type(error).__name__)
                self.say(EVERYTHING)
                self._stop.wait(jitter(pause))
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            else:
                pause = FIRST_PAUSE_SECONDS

    def _speak(self, wire: psycopg.Connection[tuple[object, ...]]) -> None:
        while True:
            with self._bell:
                self._bell.wait_for(lambda: self._unsaid or self._stop.is_set())
            self._stop.wait(SECONDS_TOGETHER)
            with self._bell:
                changes, self._unsaid = self._unsaid, set()
            if changes:
                wire.execute("SELECT pg_notify(%s, %s)", [CHANNEL, pack(changes)])
            elif self._stop.is_set():
                return


# The announcer of this process, when it has one; a command that ends at once has none.
_announcers: list[Announcer] = []
