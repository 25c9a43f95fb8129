"""The outbox rows that are calls to Razorpay: claimed with a lease, finished, or put back for another try."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.ids import jitter
from core.outbox.tables import OutboxKind
from core.payments.pace import MAY_ASK
from core.payments.rules import retry_pause

# Longer than one call can take, so that two workers rarely make the same call; when they do, it is harmless.
LEASE_SECONDS = 10

CLAIM = text(
    f"""
    UPDATE outbox SET status = 'leased', attempts = attempts + 1,
        leased_until = jamango_now() + make_interval(secs => :lease)
    WHERE id = (
        SELECT id FROM outbox
        WHERE kind IN ('create_link', 'cancel_link', 'refund') AND status IN ('pending', 'leased')
          AND next_attempt_at <= (SELECT jamango_now())
          AND (status = 'pending' OR leased_until <= (SELECT jamango_now())) AND {MAY_ASK}
        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, body, attempts, jamango_now() AS now
    """  # noqa: S608 - SQL of core.payments.pace
)

FINISH = text(
    """
    UPDATE outbox SET status = :status, done_at = :now, leased_until = NULL, error = :error
    WHERE id = :id AND status = 'leased' AND attempts = :attempts
    """
)

PUT_BACK = text(
    """
    UPDATE outbox SET status = 'pending', next_attempt_at = :due, leased_until = NULL, error = :error
    WHERE id = :id AND status = 'leased' AND attempts = :attempts
    """
)


@dataclass(frozen=True)
class ProviderCall:
    """One leased call. `attempts` counts this one; a later claim of the same row makes ours void."""

    id: int
    kind: OutboxKind
    body: dict[str, Any]
    attempts: int
    now: datetime

    @property
    def is_repeat(self) -> bool:
        """An earlier try may have reached Razorpay without our knowing."""
        return self.attempts > 1


def claim_call(session: Session) -> ProviderCall | None:
    """Lease the call that has waited longest; the caller commits before calling."""
    row = session.execute(CLAIM, {"lease": LEASE_SECONDS}).one_or_none()
    return None if row is None else ProviderCall(row.id, OutboxKind(row.kind), row.body, row.attempts, row.now)


def finish(session: Session, call: ProviderCall, now: datetime, *, error: str = "") -> None:
    """The call is done, or was dropped for the reason `error`."""
    status = "dropped" if error else "done"
    session.execute(
        FINISH, {"id": call.id, "attempts": call.attempts, "now": now, "status": status, "error": error[:500]}
    )


def put_back(
    session: Session, call: ProviderCall, now: datetime, *, error: str, pause: timedelta | None = None
) -> None:
    """Try again after a pause that doubles up to a minute."""
    seconds = jitter((pause or retry_pause(call.attempts)).total_seconds())
    due = now + timedelta(seconds=seconds)
    session.execute(PUT_BACK, {"id": call.id, "attempts": call.attempts, "due": due, "error": error[:500]})
