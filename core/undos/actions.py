"""Noting how a deed is taken back, and taking hold of that note once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Actor, ActorKind
from core.errors import Refusal
from core.query import Query, Statement

LASTS = timedelta(minutes=10)
KEEP = timedelta(days=30)
# What the open transaction knows: the newest deed that it has noted, and whether it takes one back itself.
NOTED, TAKING_BACK = "undo", "taking-back"


class Deed(NamedTuple):
    """What was done, and with what it is taken back."""

    undo_id: int
    kind: str
    subject: str
    back: dict[str, Any]
    actor: str
    done_at: datetime


NOTE = Statement(
    """
    INSERT INTO undos (kind, subject, back, actor, ends_at)
    VALUES (:kind, :subject, CAST(:back AS jsonb), :actor, jamango_now() + :lasts) RETURNING id
    """,
    int,
)
# Of two who take back the same deed, one does.
TAKE = Statement(
    """
    UPDATE undos SET undone_at = :now WHERE id = :id AND undone_at IS NULL AND ends_at > :now
    RETURNING id AS undo_id, kind, subject, back, actor, done_at
    """,
    Deed,
)
OPEN = Statement(
    """
    SELECT id AS undo_id, kind, subject, back, actor, done_at FROM undos
     WHERE actor = :actor AND undone_at IS NULL AND ends_at > :now ORDER BY id DESC LIMIT 20
    """,
    Deed,
)
PRUNE = Query("DELETE FROM undos WHERE id IN (SELECT id FROM undos WHERE ends_at < :before LIMIT :most)")


def note_undo(session: Session, kind: str, subject: str, back: dict[str, Any], *, actor: Actor) -> None:
    """Note, in the transaction of a deed of staff, how it is taken back within ten minutes.

    `back` are JSON values that `core.undoing` knows for this kind. What is being taken back just now is not noted.
    """
    if actor.kind is not ActorKind.STAFF or session.info.get(TAKING_BACK):
        return
    values = {"kind": kind, "subject": subject, "back": json.dumps(back), "actor": str(actor), "lasts": LASTS}
    session.info[NOTED] = NOTE.one(session, values)


def noted_undo(session: Session) -> int | None:
    """The newest deed that the open transaction has noted, for the page or the chat that offers to take it back."""
    found: int | None = session.info.get(NOTED)
    return found


def take_undo(session: Session, undo_id: int, now: datetime) -> Deed:
    """Take hold of a deed to take it back. Raises Refusal `undo-over` when it was, or the ten minutes are over."""
    deed = TAKE.first(session, {"id": undo_id, "now": now})
    if deed is None:
        raise Refusal("undo-over")
    return deed


@contextmanager
def taking_back(session: Session) -> Iterator[None]:
    """What is done in here is not noted: it is taken back itself."""
    session.info[TAKING_BACK] = True
    try:
        yield
    finally:
        del session.info[TAKING_BACK]


def open_undos(session: Session, actor: Actor, now: datetime) -> list[Deed]:
    """What somebody may still take back of their own, the newest first."""
    return OPEN.all(session, {"actor": str(actor), "now": now})


def prune_undos(session: Session, now: datetime, *, limit: int) -> int:
    """Forget what cannot be taken back any more; returns how many."""
    return PRUNE.run(session, {"before": now - KEEP, "most": limit}).count
