"""Login codes on their way to a number: no chat knows of them, and nothing of them stays once they are sent.

What waits is a seed; the code is made of it when it is sent (`core.logins.code_rules`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from core.outbox.actions import enqueue, wake_senders
from core.outbox.leases import BLAME, LEASE_SECONDS, LONGEST_ERROR, STILL_OURS, Lease, lease_statement, name_lease
from core.outbox.lifecycle import OutboxEvent
from core.outbox.moves import move
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query

MINUTES = 10  # after which it is of no use
CLAIM = Query(
    lease_statement(
        (OutboxKind.LOGIN_CODE,),
        returning="""item.id, item.edition, item.attempts, item.body ->> 'phone' AS phone, item.body ->> 'seed' AS seed,
        item.body ->> 'language' AS language,
        item.created_at > jamango_now() - make_interval(mins => :minutes) AS is_fresh""",
    )
)
ENDS = {
    event: text(move(event, STILL_OURS, sets=f"{BLAME}, body = '{{}}', provider_message_id = :message_id"))
    for event in (OutboxEvent.FINISH, OutboxEvent.DROP, OutboxEvent.GIVE_UP)
}


@dataclass(frozen=True, slots=True)
class WaitingCode(Lease):
    """A code to be sent: the number as digits, what the code is made of, and whether it is still of use."""

    phone: str
    seed: str
    language: str
    is_fresh: bool


def enqueue_code(session: Session, *, phone: str, seed: str, language: str) -> None:
    """Have a code sent after the commit."""
    body = {"phone": phone, "seed": seed, "language": language}
    enqueue(session, OutboxKind.LOGIN_CODE, body, message_class=MessageClass.AUTH)
    wake_senders(session)


def claim_code(session: Session) -> WaitingCode | None:
    """Lease the one that has been due longest; the caller commits before any call."""
    row = CLAIM.run(session, {"lease_seconds": LEASE_SECONDS, "minutes": MINUTES}).first()
    return None if row is None else WaitingCode(**row._asdict())


def end_code(
    session: Session, lease: Lease, event: OutboxEvent, *, message_id: str | None = None, code: int | None = None,
    error: str = "",
) -> None:  # fmt: skip
    """It was sent, is of no use any more, or could not be sent: number and seed are forgotten."""
    values = {"message_id": message_id, "code": code, "error": error[:LONGEST_ERROR]}
    session.execute(ENDS[event], {**name_lease(lease), **values})
