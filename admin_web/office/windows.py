"""One window: its orders, its size, closing it with a reason, and clearing it in one step when it rains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.lists import Column, Row
from admin_web.office.slots import HERE, Planner, Size, say_state
from admin_web.sheets import Ask, Deed, Link, Part, ask, sheet
from core.db import transaction
from core.formats import format_slot_title
from core.payments.clearing import Cause, Cleared, Remedy, clear_windows, orders_affected
from core.slots.actions import close_slot, open_slot, set_capacity
from core.slots.planning import set_cutoff
from core.slots.queries import find_slot, open_slots
from core.views.day import WindowLoad, read_windows
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit
from pages.wording import say_refusal

router = new_door(OFFICE)

MOST_NAMED = 40


class Closing(Form):
    """Why no more orders are taken."""

    reason: Line


class Clearing(Form):
    """What becomes of the orders, and why; `to` 0 is the next window that has a place."""

    remedy: Remedy
    cause: Cause
    to: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0


@router.get(f"{HERE}/{{slot_id}}")
def slot(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """One window: its orders, and what can be done."""
    return show(visit, visit.empty_form(), slot_id)


def show(visit: Visit, form: Filled, slot_id: int, cleared: Cleared | None = None) -> Response:
    with transaction() as session:
        each = _find(session, slot_id)
        affected = orders_affected(session, [slot_id])
    path = f"{HERE}/{slot_id}"
    deeds = [] if each.is_open else [Deed(visit.t("slot-open-again"), f"{path}/open", "done")]
    links = [Link(visit.t("size-title"), f"{path}/size"), Link(visit.t("slot-back"), HERE)]
    links = ([Link(visit.t("close-title"), f"{path}/close")] if each.is_open else []) + links
    links = ([Link(visit.t("clear-title"), f"{path}/clear", "main")] if affected else []) + links
    state, _ = say_state(visit, each)
    facts = visit.t(
        "slot-facts",
        state=state,
        booked=each.booked,
        capacity=each.capacity,
        reason=each.closed_reason,
        has_reason="yes" if each.closed_reason else "no",
    )
    rows = [Row(order.order_id, f"/admin/orders/{order.code}", [order.code]) for order in affected]
    parts = [
        *_say_cleared(visit, cleared),
        Part("", facts, deeds=deeds),
        Part(visit.t("slot-orders"), visit.t("slot-no-orders"), [Column(visit.t("slot-order"))], rows),
    ]
    return sheet(visit, _title(visit, each), parts, links=links, live="slot", form=form)


def _say_cleared(visit: Visit, cleared: Cleared | None) -> list[Part]:
    """What became of each order, and why not."""
    if cleared is None:
        return []
    done = len(cleared.moved) + len(cleared.refunded)
    words = visit.t("clear-done", done=done, refused=len(cleared.refused), left=cleared.left)
    refused = [
        f"{code}: {say_refusal(visit.language, refusal)}"
        for code, refusal in list(cleared.refused.items())[:MOST_NAMED]
    ]
    return [Part(visit.t("clear-title"), "\n".join([words, *refused]))]


@router.get(f"{HERE}/{{slot_id}}/{{which}}")
def ask_one(visit: Visiting, member: Planner, slot_id: Id, which: Literal["size", "close", "clear"]) -> Response:
    """One of the forms, with what is there or usual."""
    known = {"remedy": Remedy.MOVE.value, "cause": Cause.RAIN.value, "to": "0"} if which == "clear" else {}
    if which == "size":
        with transaction() as session:
            found = find_slot(session, slot_id)
        if found is None:
            raise HTTPException(404)
        cutoff = int((found.starts_at - found.cutoff_at).total_seconds() // 60)
        known = {"capacity": str(found.capacity), "cutoff": str(cutoff)}
    return show_one(visit, visit.empty_form(**known), which, slot_id)


@router.post(f"{HERE}/{{slot_id}}/size")
def size(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """More or fewer places, an earlier or later end of orders."""

    def deed(visit: Visit, session: Session, form: Size) -> str:
        set_capacity(session, slot_id, form.capacity, visit.actor())
        set_cutoff(session, slot_id, form.cutoff, actor=visit.actor())
        return _saved(visit, slot_id)

    return visit.apply(Size, deed, lambda visit, form: show_one(visit, form, "size", slot_id))


@router.post(f"{HERE}/{{slot_id}}/close")
def close(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """No more orders; those that are there stay."""

    def deed(visit: Visit, session: Session, form: Closing) -> str:
        close_slot(session, slot_id, form.reason, visit.actor())
        return _saved(visit, slot_id)

    return visit.apply(Closing, deed, lambda visit, form: show_one(visit, form, "close", slot_id))


@router.post(f"{HERE}/{{slot_id}}/open")
def open_again(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """Take orders again."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        open_slot(session, slot_id, visit.actor())
        return _saved(visit, slot_id)

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, slot_id))


@router.post(f"{HERE}/{{slot_id}}/clear")
def clear(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """Close it, and move or refund its orders in one step; what could not be is named with why."""
    told: list[Cleared] = []

    def deed(visit: Visit, session: Session, form: Clearing) -> str:
        _find(session, slot_id)
        told.append(
            clear_windows(
                session,
                [slot_id],
                form.remedy,
                cause=form.cause,
                actor=visit.actor(),
                now=visit.now(session),
                to_slot_id=form.to or None,
            )
        )
        return _saved(visit, slot_id)

    answer = visit.apply(Clearing, deed, lambda visit, form: show_one(visit, form, "clear", slot_id))
    return show(visit, visit.empty_form(), slot_id, told[-1]) if told and told[-1].refused else answer


def show_one(visit: Visit, form: Filled, key: str, slot_id: int) -> Response:
    """One of the forms about a window."""
    with transaction() as session:
        each = _find(session, slot_id)
        orders = len(orders_affected(session, [slot_id]))
        others = open_slots(session, each.zone_id, limit=MOST_NAMED) if key == "clear" else []
    asks: Sequence[Ask] = [Ask("reason")]
    if key == "size":
        asks = [Ask("capacity", "number"), Ask("cutoff", "number")]
    elif key == "clear":
        titles = [
            (
                str(other.slot_id),
                format_slot_title(visit.language, other.starts_at, other.ends_at, visit.moment, visit.settings.zone),
            )
            for other in others
            if other.slot_id != slot_id
        ]
        asks = [
            Ask("remedy", "choice", [(each.value, visit.t(f"clear-remedy-{each}"), "") for each in Remedy]),
            Ask("to", "select", [("0", visit.t("clear-to-next")), *titles]),
            Ask("cause", "select", [(each.value, visit.t(f"clear-cause-{each}")) for each in Cause]),
        ]
    path = f"{HERE}/{slot_id}"
    return ask(
        visit,
        form,
        key,
        f"{path}/{key}",
        asks,
        back=path,
        title=f"{visit.t(f'{key}-title')}: {_title(visit, each)}",
        lead=visit.t(f"{key}-lead", orders=orders),
    )


def _saved(visit: Visit, slot_id: int) -> str:
    visit.tell_next("saved")
    return f"{HERE}/{slot_id}"


def _title(visit: Visit, each: WindowLoad) -> str:
    slot = format_slot_title(visit.language, each.starts_at, each.ends_at, visit.moment, visit.settings.zone)
    return f"{slot} · {pick(each.zone, visit.language)}"


def _find(session: Session, slot_id: int) -> WindowLoad:
    found = find_slot(session, slot_id)
    windows = read_windows(session, found.day, found.day, found.zone_id) if found else []
    each = next((window for window in windows if window.slot_id == slot_id), None)
    if each is None:
        raise HTTPException(404)
    return each
