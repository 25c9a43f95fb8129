"""What a rider's page reports, by the same verbs as his chat, once however often it is sent.

A page in a bad net sends again what it does not know to have arrived, from two tabs and after a crash. Each report has
a key that the page made; whoever comes second with it is told what the first was told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.checkpoints import Checkpoint, reach
from core.delivery.codes import check_code
from core.delivery.links import LinkedRun
from core.delivery.riding import ask_upi, deliver_stop, end_run, fail_stop, last_done, skip_stop, undo_last
from core.delivery.rules import MOST_TRIES, ReportEvent
from core.errors import Refusal
from core.orders.rules import FailureReason
from core.query import Query, Statement


class Report(NamedTuple):
    """One report. `sum_paise` is the cash that was taken, the sum of a link, or the cash handed over at the end; `code`
    are the digits that the customer said."""

    key: str
    event: ReportEvent
    stop_id: int = 0
    sum_paise: int = 0
    reason: FailureReason | None = None
    code: str = ""


# Who comes while the same report is being judged waits here for the end of that.
CLAIM = Query(
    """
    INSERT INTO run_reports (run_id, key, event, received_at) VALUES (:run_id, :key, :event, :now)
    ON CONFLICT (run_id, key) DO NOTHING RETURNING key
    """
)
DECLINE = Query(
    """
    UPDATE run_reports SET refusal = jsonb_build_object('code', CAST(:code AS text), 'values', CAST(:values AS jsonb))
     WHERE run_id = :run_id AND key = :key
    """
)


class Judged(NamedTuple):
    """What became of a report; `refusal` is empty when it was done."""

    refusal: dict[str, Any]


JUDGED = Statement("SELECT refusal FROM run_reports WHERE run_id = :run_id AND key = :key", Judged)
RUN_OF_STOP = Statement("SELECT run_id FROM delivery_assignments WHERE id = :stop_id", int)


def report_once(session: Session, linked: LinkedRun, report: Report, *, now: datetime) -> Refusal | None:
    """Do what is reported; why it was declined, or None. The caller commits in either case."""
    values = {"run_id": linked.run_id, "key": report.key}
    if CLAIM.run(session, {**values, "event": report.event.value, "now": now}).first() is None:
        return _as_refusal(JUDGED.one(session, values))
    refusal = _try(session, linked, report, now)
    if refusal is not None:
        DECLINE.run(session, {**values, "code": refusal.code, "values": json.dumps(refusal.values)})
    reach(Checkpoint.REPORT_JUDGED)
    return refusal


def find_report(session: Session, run_id: int, key: str) -> tuple[bool, Refusal | None]:
    """Whether a report was judged already, and why it was declined: also of a run that is over."""
    judged = JUDGED.first(session, {"run_id": run_id, "key": key})
    return (False, None) if judged is None else (True, _as_refusal(judged))


def _as_refusal(judged: Judged) -> Refusal | None:
    return Refusal(judged.refusal["code"], **judged.refusal["values"]) if judged.refusal else None


def _try(session: Session, linked: LinkedRun, report: Report, now: datetime) -> Refusal | None:
    try:
        with session.begin_nested():
            return VERBS[report.event](session, linked, report, linked.actor, now)
    except Refusal as refusal:
        return refusal


def _deliver(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> Refusal | None:
    _require_of_run(session, linked, report.stop_id)
    if report.code and not check_code(session, report.stop_id, report.code, actor=actor, now=now):
        return Refusal("door-code-wrong", most=MOST_TRIES)  # returned, so that the try stays counted
    deliver_stop(session, report.stop_id, cash_paise=report.sum_paise, actor=actor, now=now)
    return None


def _ask_link(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> None:
    _require_of_run(session, linked, report.stop_id)
    ask_upi(session, report.stop_id, report.sum_paise, actor=actor, now=now)


def _fail(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> None:
    _require_of_run(session, linked, report.stop_id)
    if report.reason is None:
        raise Refusal("reason-missing")
    fail_stop(session, report.stop_id, report.reason, actor=actor, now=now)


def _skip(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> None:
    _require_of_run(session, linked, report.stop_id)
    skip_stop(session, report.stop_id, actor=actor, now=now)


def _undo(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> None:
    """Of the stop that the page showed as the last one: another may have been reported meanwhile."""
    if last_done(session, linked.run_id, str(actor)) != report.stop_id:
        raise Refusal("nothing-to-undo")
    undo_last(session, linked.run_id, actor=actor, now=now)


def _end(session: Session, linked: LinkedRun, report: Report, actor: Actor, now: datetime) -> None:
    end_run(session, linked.run_id, declared_paise=report.sum_paise, actor=actor, now=now)


def _require_of_run(session: Session, linked: LinkedRun, stop_id: int) -> None:
    """A link is for one run, whatever else its rider may do."""
    if RUN_OF_STOP.first(session, {"stop_id": stop_id}) != linked.run_id:
        raise Refusal("stop-unknown")


VERBS: dict[ReportEvent, Callable[[Session, LinkedRun, Report, Actor, datetime], Refusal | None]] = {
    ReportEvent.DELIVER: _deliver,
    ReportEvent.ASK_LINK: _ask_link,
    ReportEvent.FAIL: _fail,
    ReportEvent.SKIP: _skip,
    ReportEvent.UNDO: _undo,
    ReportEvent.END: _end,
}
