"""One rider's run: his route and boxes, the photos of its doors; begun and ended for him, and his cash counted."""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Session
from starlette.exceptions import HTTPException
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
    say_boxes,
    say_home,
    say_when,
    window_path,
)
from core.db import transaction
from core.delivery.cash import count_cash
from core.delivery.lifecycle import RunStatus
from core.delivery.queries import cash_to_count, find_run, manifest_of, proofs_of, stops_of
from core.delivery.riding import end_run, start_run
from core.media.links import attachment_path
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Id, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

TONES = {"delivered": "done", "failed": "problem"}
Deliverer = Annotated[Member, may(Right.DELIVER)]


class Counted(Form):
    """Cash as it was counted."""

    counted: Paise


class HandedOver(Form):
    """Cash as its rider says it."""

    declared: Paise = 0


@router.get("/admin/delivery/runs/{run_id}")
def run_page(visit: Visiting, member: Planner, run_id: Id) -> Response:
    return show_run(visit, visit.empty_form(), run_id)


@router.post("/admin/delivery/runs/{run_id}/start")
def start(visit: Visiting, member: Deliverer, run_id: Id) -> Response:
    """For a rider whose telephone is silent."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        start_run(session, run_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-started")
        return run_path(run_id)

    return visit.apply(Form, deed, lambda visit, form: show_run(visit, form, run_id))


@router.post("/admin/delivery/runs/{run_id}/end")
def end(visit: Visiting, member: Deliverer, run_id: Id) -> Response:
    """He is back, and says what he hands over."""

    def deed(visit: Visit, session: Session, form: HandedOver) -> str:
        end_run(session, run_id, declared_paise=form.declared, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-ended")
        return run_path(run_id)

    return visit.apply(HandedOver, deed, lambda visit, form: show_run(visit, form, run_id))


@router.post("/admin/delivery/runs/{run_id}/count")
def count(visit: Visiting, member: Annotated[Member, may(Right.COUNT_CASH)], run_id: Id) -> Response:
    """The second side of the till: what differs is frozen."""

    def deed(visit: Visit, session: Session, form: Counted) -> str:
        difference = count_cash(session, run_id, form.counted, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("delivery-differs" if difference else "delivery-counted")
        return DELIVERY

    return visit.apply(Counted, deed, lambda visit, form: show_run(visit, form, run_id))


def show_run(visit: Visit, form: Filled, run_id: int) -> Response:
    with transaction() as session:
        run = find_run(session, run_id)
        stops, boxes = stops_of(session, run_id), manifest_of(session, run_id)
        is_waiting = run_id in cash_to_count(session)
        proofs = proofs_of(session, run_id)
        visit.now(session)
    if run is None:
        raise HTTPException(404)
    secret = visit.settings.secret_key.get_secret_value()
    rows = [
        Row(stop.stop_id, f"/admin/orders/{stop.code}",
            [f"{stop.place}. {stop.code}", say_home(visit, stop.address), str(stop.address.get("name") or ""),
             (visit.t(f"runs-stop-{stop.status}"), TONES.get(stop.status, "plain")),
             stop.due_paise])
        for stop in stops
    ]  # fmt: skip
    return visit.page(
        "office/delivery_run.html",
        fragments=("stops",),
        form=form,
        run=run,
        path=run_path(run_id),
        window=window_path(run.slot_id),
        title=f"{run.rider} · {say_when(visit, run)}",
        is_waiting=is_waiting,
        columns=columns_of(
            visit, ("stop", "text"), ("home", "text"), ("name", "text"), ("state", "pill"), ("due", "money")
        ),
        rows=rows,
        boxes=say_boxes(visit, boxes),
        photos=[(each.code, attachment_path(each.attachment_id, visit.moment, secret)) for each in proofs],
        asking=[stop for stop in stops if stop.asks_code and run.status == RunStatus.OPEN],
    )
