"""Razorpay's settlement report beside our books: uploaded as a file, kept line by line, differences named."""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from core.db import transaction
from core.errors import Refusal
from core.settlements.actions import keep_report
from core.staff.rules import Right
from core.views.money import mismatches, settlements, unreported
from pages.door import Visiting, new_door
from pages.forms import Filled, Form
from pages.visit import Visit

LARGEST = 4 * 1024 * 1024  # bytes of a report: some twenty thousand lines
router = new_door(OFFICE, largest_upload=LARGEST)

SETTLED = "/admin/money/settlements"
MOST = 50


@router.get(SETTLED)
def look(visit: Visiting, member: Annotated[Member, may(Right.SEE_MONEY)]) -> Response:
    return show(visit, visit.empty_form())


@router.post(SETTLED)
def upload(visit: Visiting, member: Annotated[Member, may(Right.SETTLE_PARKED)]) -> Response:
    """Keep a report. One that cannot be read keeps nothing, and says which line is none."""
    return visit.apply(Form, _keep, show)


def _keep(visit: Visit, session: Session, _: Form) -> str:
    file = visit.posted.files.get("report", b"")
    if not file:
        raise Refusal("report-missing")
    keep_report(session, file.decode("utf-8", "replace"), actor=visit.actor(), now=visit.now(session))
    visit.tell_next("report-kept")
    return SETTLED


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        found = settlements(session, most=MOST)
        differing, missing = mismatches(session, most=MOST), unreported(session, most=MOST)
    return visit.page(
        "office/settlements.html", form=form, settlements=found, differing=differing, missing=missing
    )  # fmt: skip
