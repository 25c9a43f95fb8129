"""The cash of a run, from the door to the founder's hand; `core.ledger` knows at any time who holds what.

Taken at a door it is the rider's to hand over. He declares a sum, the founder counts what is there; what differs is
frozen, stays on the rider's account, and is worked off: brought later, given back, or borne by the shop.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert, resolve_alert
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.checkpoints import Checkpoint, reach
from core.delivery.locks import LockedRun, LockedStop, lock_run
from core.delivery.rules import difference_of
from core.errors import Refusal
from core.ledger.actions import post
from core.ledger.rules import Account, Entry, Source
from core.query import Query, Statement
from core.staff.rules import Right, require

ALERT = "rider-cash-difference"

TAKEN = Statement("SELECT coalesce(sum(cash_paise), 0)::bigint FROM delivery_assignments WHERE run_id = :run_id", int)
DECLARE = Query(
    """
    INSERT INTO till_counts (run_id, expected_paise, declared_paise, declared_at)
    VALUES (:run_id, :expected, :declared, :now)
    """
)


class ToCount(NamedTuple):
    """What a rider said he hands over, and what he took."""

    id: int
    expected_paise: int


COUNT = Statement(
    """
    UPDATE till_counts SET counted_paise = :counted, counted_at = :now, counted_by = :actor
     WHERE run_id = :run_id AND counted_at IS NULL RETURNING id, expected_paise
    """,
    ToCount,
)
FREEZE = Statement(
    "INSERT INTO discrepancies (till_count_id, staff_id, amount_paise) VALUES (:count_id, :rider_id, :amount)"
    " RETURNING id",
    int,
)


class WorkedOff(NamedTuple):
    """A difference after a part of it was worked off; `done_before_paise` is how much was before."""

    run_id: int
    staff_id: int
    amount_paise: int
    done_before_paise: int
    is_closed: bool


WORK_OFF = Statement(
    """
    UPDATE discrepancies d
       SET settled_paise = settled_paise + :settled, borne_paise = borne_paise + :borne,
           closed_at = CASE WHEN settled_paise + borne_paise + :settled + :borne = abs(amount_paise)
                            THEN CAST(:now AS timestamptz) END
      FROM till_counts t
     WHERE d.id = :id AND t.id = d.till_count_id AND closed_at IS NULL
       AND settled_paise + borne_paise + :settled + :borne <= abs(amount_paise)
    RETURNING t.run_id, d.staff_id, d.amount_paise,
              d.settled_paise + d.borne_paise - :settled - :borne AS done_before_paise,
              d.closed_at IS NOT NULL AS is_closed
    """,
    WorkedOff,
)
LEFT = Statement("SELECT abs(amount_paise) - settled_paise - borne_paise FROM discrepancies WHERE id = :id", int)


def post_taken(session: Session, run: LockedRun, stop: LockedStop, paise: int) -> None:
    """Cash from a door: the rider holds it."""
    entries = (Entry(Account.RIDER_CASH, paise, run.rider_id), Entry(Account.SALES, -paise))
    post(session, Source.RUN, run.id, f"stop-{stop.id}-paid-{stop.version}", entries, order_id=stop.order_id)


def post_taken_back(session: Session, run: LockedRun, stop: LockedStop, paise: int) -> None:
    """What was reported by a slip: the rider never held it."""
    entries = (Entry(Account.RIDER_CASH, -paise, run.rider_id), Entry(Account.SALES, paise))
    post(session, Source.RUN, run.id, f"stop-{stop.id}-undone-{stop.version}", entries, order_id=stop.order_id)


def taken_in_run(session: Session, run_id: int) -> int:
    """The cash of a run's doors, in paise."""
    return TAKEN.one(session, {"run_id": run_id})


def note_handed_over(session: Session, run: LockedRun, declared_paise: int, now: datetime) -> None:
    """What the rider of a locked run says he hands over; a run without cash has nothing to count."""
    expected = taken_in_run(session, run.id)
    if expected or declared_paise:
        values = {"run_id": run.id, "expected": expected, "declared": declared_paise, "now": now}
        DECLARE.run(session, values)


def count_cash(session: Session, run_id: int, counted_paise: int, *, actor: Actor, now: datetime) -> int:
    """Take over the cash of a run as it is counted; the difference (minus: missing), which is frozen when there is one.

    Raises Refusal `nothing-to-count` before it was declared, or a second time, `amount-unclear`, `run-unknown`,
    `not-allowed`.
    """
    require(actor, Right.COUNT_CASH)
    if counted_paise < 0:
        raise Refusal("amount-unclear")
    run = lock_run(session, run_id)
    values = {"run_id": run_id, "counted": counted_paise, "now": now, "actor": str(actor)}
    count = COUNT.first(session, values)
    if count is None:
        raise Refusal("nothing-to-count")
    if counted_paise:
        entries = (Entry(Account.BANK, counted_paise), Entry(Account.RIDER_CASH, -counted_paise, run.rider_id))
        post(session, Source.RUN, run_id, "counted", entries, order_id=None)
    difference = difference_of(expected_paise=count.expected_paise, counted_paise=counted_paise)
    if difference:
        _freeze(session, run, count.id, difference)
    record(session, actor=actor, action="cash-counted", subject=f"run:{run_id}", counted_paise=counted_paise,
           difference_paise=difference)  # fmt: skip
    note_change(session, Subject.RUN, run_id)
    reach(Checkpoint.CASH_COUNTED)
    return difference


def _freeze(session: Session, run: LockedRun, count_id: int, difference: int) -> None:
    frozen = FREEZE.one(session, {"count_id": count_id, "rider_id": run.rider_id, "amount": difference})
    raise_alert(session, ALERT, f"discrepancy:{frozen}", run=run.id, rider_id=run.rider_id,
                difference_paise=abs(difference), missing=difference < 0)  # fmt: skip


def work_off(
    session: Session, discrepancy_id: int, *, settled_paise: int = 0, borne_paise: int = 0, actor: Actor, now: datetime
) -> int:
    """Work off a part of a difference: settled with the rider (he brings what is missing, or has back what was too
    much), or borne by the shop. How much is left, in paise.

    Raises Refusal `amount-unclear`, `discrepancy-too-much`(left_paise), `discrepancy-unknown`, `not-allowed`.
    """
    require(actor, Right.COUNT_CASH)
    if min(settled_paise, borne_paise) < 0 or not settled_paise + borne_paise:
        raise Refusal("amount-unclear")
    values = {"id": discrepancy_id, "settled": settled_paise, "borne": borne_paise, "now": now}
    done = WORK_OFF.first(session, values)
    if done is None:
        left = LEFT.first(session, {"id": discrepancy_id})
        raise Refusal("discrepancy-unknown") if left is None else Refusal("discrepancy-too-much", left_paise=left)
    _post_worked_off(session, done, settled_paise, borne_paise)
    record(session, actor=actor, action="difference-worked-off", subject=f"run:{done.run_id}",
           settled_paise=settled_paise, borne_paise=borne_paise)  # fmt: skip
    note_change(session, Subject.RUN, done.run_id)
    if done.is_closed:
        resolve_alert(session, ALERT, f"discrepancy:{discrepancy_id}", now)
    reach(Checkpoint.DIFFERENCE_WORKED_OFF)
    return abs(done.amount_paise) - done.done_before_paise - settled_paise - borne_paise


def _post_worked_off(session: Session, done: WorkedOff, settled_paise: int, borne_paise: int) -> None:
    sign = 1 if done.amount_paise < 0 else -1  # money that was missing comes in, what was too much goes back
    sides = ((Account.BANK, settled_paise), (Account.CASH_DIFFERENCES, borne_paise))
    entries = [Entry(account, sign * paise) for account, paise in sides if paise]
    entries.append(Entry(Account.RIDER_CASH, -sign * (settled_paise + borne_paise), done.staff_id))
    post(session, Source.RUN, done.run_id, f"worked-off-{done.done_before_paise}", entries, order_id=None)
