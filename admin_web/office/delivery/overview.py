"""Windows with something to bring, runs, and cash that is not counted or not worked off."""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Row
from admin_web.member import Member
from admin_web.office.delivery.words import (
    DELIVERY,
    Planner,
    columns_of,
    run_path,
    say_state,
    say_when,
    window_path,
)
from core.db import transaction
from core.delivery.cash import work_off
from core.delivery.codes import release_code
from core.delivery.queries import cash_to_count, open_differences, recent_runs, windows_with_orders
from core.staff.rules import Right
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)


class WorkedOff(Form):
    """How much of a difference was settled with the rider, and how much the shop bears."""

    settled: Paise = 0
    borne: Paise = 0


@router.get(DELIVERY)
def delivery(visit: Visiting, member: Planner) -> Response:
    return show_delivery(visit, visit.empty_form())


@router.post("/admin/delivery/orders/{order_id}/release")
def release(visit: Visiting, member: Annotated[Member, may(Right.RELEASE_CODES)], order_id: Id) -> Response:
    """An order may be handed over without the digits that its customer cannot find."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        release_code(session, order_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-released")
        return DELIVERY

    return visit.apply(Form, deed, show_delivery)


@router.post("/admin/delivery/differences/{discrepancy_id}")
def settle(visit: Visiting, member: Annotated[Member, may(Right.COUNT_CASH)], discrepancy_id: Id) -> Response:
    """A part of a difference is worked off."""

    def deed(visit: Visit, session: Session, form: WorkedOff) -> str:
        work_off(session, discrepancy_id, settled_paise=form.settled, borne_paise=form.borne, actor=visit.actor(),
                 now=visit.now(session))  # fmt: skip
        visit.tell_next("delivery-settled")
        return DELIVERY

    return visit.apply(WorkedOff, deed, show_delivery)


def show_delivery(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        now = visit.now(session)
        windows, runs = windows_with_orders(session, now), recent_runs(session, now)
        waiting, differences = set(cash_to_count(session)), open_differences(session)
    rows = [
        Row(each.slot_id, window_path(each.slot_id),
            [say_when(visit, each), pick(each.zone, visit.language), each.orders,
             (visit.t("runs-unassigned", count=each.unassigned), "wait" if each.unassigned else "done")])
        for each in windows
    ]  # fmt: skip
    lines = [
        Row(run.run_id, run_path(run.run_id),
            [f"{run.rider} · {say_when(visit, run)}", say_state(visit, run.status, is_waiting=run.run_id in waiting),
             f"{run.stops - run.left}/{run.stops}", run.due_paise, run.taken_paise])
        for run in runs
    ]  # fmt: skip
    return visit.page(
        "office/delivery.html",
        fragments=("windows",),
        form=form,
        window_columns=columns_of(visit, ("window", "text"), ("zone", "text"), ("orders", "count"), ("riders", "pill")),
        windows=rows,
        run_columns=columns_of(
            visit, ("run", "text"), ("state", "pill"), ("done", "count"), ("due", "money"), ("taken", "money")
        ),
        runs=lines,
        differences=differences,
    )
