"""Silencing a kind of alert, and giving it its voice back."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.query import Query, Statement
from core.staff.rules import Right, require

IS_MUTED = Query("SELECT 1 AS muted FROM mutes WHERE kind = :kind")
ALL = Statement("SELECT kind FROM mutes ORDER BY kind", str)
MUTE = Query("INSERT INTO mutes (kind, muted_by) VALUES (:kind, :actor) ON CONFLICT (kind) DO NOTHING")
UNMUTE = Query("DELETE FROM mutes WHERE kind = :kind")


def is_muted(session: Session, kind: str) -> bool:
    """Whether this kind is not sent."""
    return IS_MUTED.run(session, {"kind": kind}).first() is not None


def muted_kinds(session: Session) -> set[str]:
    """All that are not sent."""
    return set(ALL.all(session, {}))


def choose_mutes(session: Session, kinds: Collection[str], muted: Collection[str], *, actor: Actor) -> None:
    """Of these kinds, let those in `muted` be silent and the others be sent. Raises Refusal `not-allowed`."""
    require(actor, Right.CHANGE_SETTINGS)
    before = muted_kinds(session) & set(kinds)
    after = set(muted) & set(kinds)
    for kind in sorted(after - before):
        MUTE.run(session, {"kind": kind, "actor": str(actor)})
    for kind in sorted(before - after):
        UNMUTE.run(session, {"kind": kind})
    if before != after:
        record(session, actor=actor, action="mutes-changed", subject="shop:1", before=sorted(before),
               after=sorted(after))  # fmt: skip
