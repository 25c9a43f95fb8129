"""`/r/<token>`: the run of whoever has its link, stop by stop.

Everything is a form that goes through without JavaScript. With it a form is kept on the phone and sent when there is a
connection (`static/scripts/rider.js`). It is done once however often it comes, by its key (`core.delivery.reporting`).
"""

from __future__ import annotations

from functools import partial
from typing import Annotated
from uuid import UUID

import structlog
from pydantic import Field
from sqlmodel import Session
from starlette.responses import JSONResponse, Response

from admin_web.rider.showing import Handed, describe_run, mark_of
from core.db import in_transaction, transaction
from core.delivery.links import Closed, LinkedRun, find_linked_run, why_closed
from core.delivery.queries import stops_of
from core.delivery.reporting import Report, find_report, report_once
from core.delivery.rules import ReportEvent
from core.errors import Refusal
from core.orders.rules import FailureReason
from pages.areas import Area
from pages.door import Visiting, new_door
from pages.fields import Digits, Paise
from pages.forms import Filled, Form, read_form
from pages.templates import asset
from pages.visit import Visit
from pages.workers import worker as send_worker

log = structlog.get_logger(__name__)

RIDER = Area("rider", layout="rider/layout.html", home="/r", stays=True)
router = new_door(RIDER)

NEEDED = ("app.css", "icons.svg", "icon.svg", "forms.js", "rider.js", "queue.js", "connection.js", "idb.js")
# Nobody finds or keeps it, except this phone's own worker.
PRIVATE = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}


class Reported(Form):
    """What a form of the page says; sums in rupees as they are typed."""

    event: ReportEvent
    stop: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0
    sum: Paise = 0
    reason: FailureReason | None = None
    code: Digits = ""


@router.get("/r")
def without_link(visit: Visiting) -> Response:
    """Where the link is to be found."""
    return _private(visit.page("rider/closed.html", is_over=False))


@router.get("/r/over")
def over(visit: Visiting) -> Response:
    """The run has ended by its own page. Its language is said in the address: no link tells any more whose it was."""
    visit.known_language = visit.request.query_params.get("language")
    return _private(visit.page("rider/closed.html", is_over=True))


@router.get("/r/worker.js")
def worker(visit: Visiting) -> Response:
    """The service worker: it shows the page as it was when there is no connection."""
    return send_worker("staying.js", [asset(name) for name in NEEDED], visit.language)


@router.get("/r/{token}")
def run_page(visit: Visiting, token: str) -> Response:
    """The run as it is now."""
    return show(visit, visit.empty_form(), token)


@router.get("/r/{token}/mark")
def mark(visit: Visiting, token: str) -> Response:
    """What changes when the run does: asked on a timer, and only our own answer counts as a connection."""
    with transaction() as session:
        linked = _find(visit, session, token)
        found = mark_of(stops_of(session, linked.run_id)) if linked else ""
    return _private(visit.send(JSONResponse({"mark": found}, 200 if linked else 404)))


@router.post("/r/{token}")
def report(visit: Visiting, token: str) -> Response:
    """Do what is reported, once; what is declined is said on the page, or alone to the script that asks."""
    key, (reported, filled) = _read_key(visit.posted.once), read_form(Reported, visit.posted, visit.language)
    if key is None or reported is None:
        return _say_unclear(visit, token)
    given = Report(key, reported.event, reported.stop, reported.sum, reported.reason, reported.code)
    is_judged, refusal = in_transaction(partial(_judge, visit, token, given))
    if not is_judged:
        return _say_closed(visit)
    if refusal is not None:
        return _say(visit, filled.refused(refusal, Reported, visit.language), token, 409)
    is_end = reported.event is ReportEvent.END
    return _private(visit.go_on(f"/r/over?language={visit.language}" if is_end else f"/r/{token}"))


def _say_unclear(visit: Visit, token: str) -> Response:
    """What cannot be read of a report, in the words of whoever's link it is."""
    with transaction() as session:
        _find(visit, session, token)
    _, filled = read_form(Reported, visit.posted, visit.language)
    wrong = filled if filled.errors else filled.refused(Refusal("report-unclear"), Reported, visit.language)
    return _say(visit, wrong, token, 422)


def _read_key(typed: str) -> str | None:
    try:
        return str(UUID(typed))
    except ValueError:
        return None


def _judge(visit: Visit, token: str, given: Report, session: Session) -> tuple[bool, Refusal | None]:
    """Whether it was judged, now or while the run was still under way, and why it was declined."""
    linked = find_linked_run(session, token)
    closed = _note_closed(visit, linked, token)
    if linked is not None and closed is None:
        return True, report_once(session, linked, given, now=visit.now(session))
    return find_report(session, linked.run_id, given.key) if linked and closed is Closed.RUN_OVER else (False, None)


def _find(visit: Visit, session: Session, token: str) -> LinkedRun | None:
    linked = find_linked_run(session, token)
    return linked if _note_closed(visit, linked, token) is None else None


def _note_closed(visit: Visit, linked: LinkedRun | None, token: str) -> Closed | None:
    """Why a link opens nothing, in the log too: never the link itself."""
    closed = why_closed(linked, token)
    visit.known_language = linked.language if linked else None
    if closed is not None:
        log.warning("rider_link_refused", why=closed.value, run=linked.run_id if linked else None,
                    method=visit.request.method)  # fmt: skip
    return closed


def show(visit: Visit, form: Filled, token: str, status_code: int = 200) -> Response:
    handed = Handed.read(visit.request.query_params)
    with transaction() as session:
        linked = _find(visit, session, token)
        if linked is None:
            return _say_closed(visit)
        values = describe_run(visit, session, linked, handed)
    return _private(visit.page("rider/run.html", status_code, form=form, here=f"/r/{token}", **values))


def _say(visit: Visit, form: Filled, token: str, status_code: int) -> Response:
    if not visit.is_queued:
        return show(visit, form, token, status_code)
    return _private(visit.page("rider/run.html", status_code, blocks=("complaint",), form=form))


def _say_closed(visit: Visit) -> Response:
    return _private(visit.page("rider/closed.html", 404, is_over=False))


def _private(answer: Response) -> Response:
    answer.headers.update(PRIVATE)
    return answer
