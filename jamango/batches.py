"""Handling stored events that have no order: many in one transaction, and the one that fails apart from the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import structlog
from sqlmodel import Session

from core.clock import read_now
from core.db import is_trouble_of_the_database, transaction
from core.inbox.claims import PendingEvent, claim_one, claim_others, record_failure
from core.inbox.tables import InboxKind

log = structlog.get_logger(__name__)

# Handles the events in the open transaction, and marks them handled or leaves them for later.
Work = Callable[[Session, Sequence[PendingEvent]], None]
# Rings for an event that is set aside, with the reason.
Ring = Callable[[Session, PendingEvent, str], None]


def handle_batch(kind: InboxKind, most: int, work: Work, ring: Ring) -> bool:
    """Handle up to `most` due events of a kind; False when there are none.

    When the batch fails, each event is tried alone, and the failure is counted on the one that fails then: five times,
    with growing pauses, before it is set aside and `ring` is called. Trouble of the database is raised and costs
    nobody a try.
    """
    events: list[PendingEvent] = []
    try:
        with transaction() as session:
            events = claim_others(session, kind, most)
            if events:
                work(session, events)
    except Exception as error:
        if not events or is_trouble_of_the_database(error):
            raise
        if len(events) == 1:
            _count_failure(events[0], error, ring)
            return True
        log.warning("batch_failed", kind=kind.value, events=len(events), error=type(error).__name__)
        for event in events:
            _handle_alone(event, work, ring)
    return bool(events)


def _handle_alone(event: PendingEvent, work: Work, ring: Ring) -> None:
    try:
        with transaction() as session:
            claimed = claim_one(session, event.id)
            if claimed is not None:
                work(session, [claimed])
    except Exception as error:
        if is_trouble_of_the_database(error):
            raise
        _count_failure(event, error, ring)


def _count_failure(event: PendingEvent, error: Exception, ring: Ring) -> None:
    log.error("event_failed", inbox=event.id, attempt=event.attempts + 1, exc_info=error)
    reason = type(error).__name__
    with transaction() as session:
        if record_failure(session, event.id, reason, read_now(session)):
            ring(session, event, reason)
