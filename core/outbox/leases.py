"""The one lease machine: who carries an intent out holds its row for a while, so that no two carry it out at once.

A lease outlives every timeout of the call that it is for. One that ran out belonged to a process that died, or to a
call that never ended; whoever comes back late from it changes nothing any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from core.outbox.lifecycle import OPEN, OutboxEvent
from core.outbox.moves import move
from core.outbox.tables import OutboxKind

LEASE_SECONDS = 10
LONGEST_ERROR = 500

IS_OPEN = f"item.status IN ({', '.join(repr(status.value) for status in OPEN)})"
DUE = f"""{IS_OPEN} AND item.next_attempt_at <= (SELECT jamango_now())
          AND (item.leased_until IS NULL OR item.leased_until <= (SELECT jamango_now()))"""

# A lease that ran out may be somebody else's by now, who counted one more try. An edition that failed may have been
# followed by another one, whose tries count from nothing.
STILL_OURS = "item.status = 'leased' AND item.id = :id AND item.edition = :edition AND item.attempts = :attempts"
BLAME = "error_code = :code, error = :error"

RELEASE = text(
    move(
        OutboxEvent.RELEASE,
        STILL_OURS,
        sets=f"{BLAME}, attempts = item.attempts - :unburnt, unsure_tries = item.unsure_tries + :unsure",
    )
)
ENDS = {
    event: text(move(event, STILL_OURS, sets=BLAME, returning="item.id"))
    for event in (OutboxEvent.FINISH, OutboxEvent.DROP, OutboxEvent.GIVE_UP)
}


@dataclass(frozen=True, slots=True)
class Lease:
    """A row that is ours for a while. `attempts` counts this try; the three together tell it from every other lease."""

    id: int
    edition: int
    attempts: int


def lease_statement(
    kinds: Sequence[OutboxKind], *, only_if: str = "", beside: str = "", joined: str = "", returning: str
) -> str:
    """The statement that leases the row of some kinds that has been due longest, for `:lease_seconds`.

    `only_if` are more conditions on the row `item`, `beside` more parts of its WITH that may read `head` (the row's id
    and chat_id), `joined` what is joined to `head` for `returning`.
    """
    names = ", ".join(f"'{kind.value}'" for kind in kinds)
    return f"""
    WITH head AS (
        SELECT item.id, item.chat_id FROM outbox AS item
        WHERE item.kind IN ({names}) AND {DUE} {only_if}
        ORDER BY item.next_attempt_at, item.id LIMIT 1 FOR UPDATE OF item SKIP LOCKED
    ){beside}
    {move(OutboxEvent.LEASE, "item.id = head.id", source=f"head {joined}", returning=returning)}
    """  # noqa: S608 - parts of statements


def put_back(
    session: Session,
    lease: Lease,
    *,
    wait: float,
    code: int | None = None,
    error: str = "",
    burn: bool,
    unsure: bool = False,
) -> None:
    """Leave it for later, in `wait` seconds. `burn` counts the try; `unsure` says that it may have been done."""
    counts = {"unburnt": int(not burn), "unsure": int(unsure)}
    values = {"wait": wait, "code": code, "error": error[:LONGEST_ERROR]}
    session.execute(RELEASE, {**name_lease(lease), **values, **counts})


def finish(session: Session, lease: Lease) -> bool:
    """It is done; False when it was not ours any more."""
    return _end(session, lease, OutboxEvent.FINISH, "", None)


def drop(session: Session, lease: Lease, reason: str, code: int | None = None) -> bool:
    """It is not to be done any more, and that is right so; False when it was not ours any more."""
    return _end(session, lease, OutboxEvent.DROP, reason, code)


def give_up(session: Session, lease: Lease, reason: str, code: int | None = None) -> bool:
    """It could not be done: dead. The caller tells whom it concerns; False when it was not ours any more."""
    return _end(session, lease, OutboxEvent.GIVE_UP, reason, code)


def name_lease(lease: Lease) -> dict[str, int]:
    """The values by which `STILL_OURS` knows it."""
    return {"id": lease.id, "edition": lease.edition, "attempts": lease.attempts}


def _end(session: Session, lease: Lease, event: OutboxEvent, reason: str, code: int | None) -> bool:
    values = {"code": code, "error": reason[:LONGEST_ERROR]}
    return session.execute(ENDS[event], {**name_lease(lease), **values}).first() is not None
