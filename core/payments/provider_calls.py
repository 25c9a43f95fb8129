"""The outbox rows that are calls to Razorpay: leased, finished, or put back for another try."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from core.ids import jitter
from core.outbox import leases
from core.outbox.leases import LEASE_SECONDS, Lease, lease_statement
from core.outbox.tables import OutboxKind
from core.payments.pace import MAY_ASK
from core.payments.rules import retry_pause
from core.query import Query

# The lease is longer than one call can take, so that two workers rarely make the same call; when they do, it is
# harmless.
LEASE_CALL = Query(
    lease_statement(
        (OutboxKind.CREATE_LINK, OutboxKind.CANCEL_LINK, OutboxKind.REFUND),
        only_if=f"AND {MAY_ASK}",
        returning="item.id, item.edition, item.attempts, item.kind, item.body, jamango_now() AS now",
    )
)


@dataclass(frozen=True, slots=True)
class ProviderCall(Lease):
    """One leased call. A later lease of the same row makes ours void."""

    kind: OutboxKind
    body: dict[str, Any]
    now: datetime

    @property
    def is_repeat(self) -> bool:
        """An earlier try may have reached Razorpay without our knowing."""
        return self.attempts > 1


def claim_call(session: Session) -> ProviderCall | None:
    """Lease the call that has waited longest; the caller commits before calling."""
    row = LEASE_CALL.run(session, {"lease_seconds": LEASE_SECONDS}).one_or_none()
    return None if row is None else ProviderCall(**{**row._asdict(), "kind": OutboxKind(row.kind)})


def finish(session: Session, call: ProviderCall, *, error: str = "") -> None:
    """The call is done, or was dropped for the reason `error`."""
    if error:
        leases.drop(session, call, error)
    else:
        leases.finish(session, call)


def put_back(session: Session, call: ProviderCall, *, error: str, pause: timedelta | None = None) -> None:
    """Try again after a pause that doubles up to a minute."""
    seconds = jitter((pause or retry_pause(call.attempts)).total_seconds())
    leases.put_back(session, call, wait=seconds, error=error, burn=True)
