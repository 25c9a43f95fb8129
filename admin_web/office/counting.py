"""Counting a variety, throwing fruit away, and from when on it is low: each with who did it and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Amount, Unit, base_units
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.inventory import HERE, find_fruit, say_day, say_units, today_of, unit_options
from admin_web.sheets import Ask, ask
from admin_web.undoing import offer_undo
from core.db import transaction
from core.errors import Refusal
from core.inventory.queries import lots_of
from core.inventory.stock import correct_stock, set_low_level, waste_fruit
from core.staff.rules import Right
from core.views.found_orders import with_codes
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

Counter = Annotated[Member, may(Right.CORRECT_STOCK)]


class Count(Form):
    """What was counted, and why it differs."""

    amount: Amount
    unit: Unit
    reason: Line

    beside: ClassVar = {"quantity-unclear": "amount"}


class Waste(Form):
    """What is thrown away, of which lot (0: the oldest), and why."""

    amount: Amount
    unit: Unit
    reason: Line
    lot: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0

    beside: ClassVar = {"quantity-unclear": "amount", "lot-too-small": "lot"}


class LowLevel(Form):
    """From how much on it is low."""

    amount: Amount
    unit: Unit

    beside: ClassVar = {"quantity-unclear": "amount"}


@router.get(f"{HERE}/{{inventory_id}}/count")
def ask_count(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """The form."""
    return show_one(visit, visit.empty_form(), "count", inventory_id)


@router.post(f"{HERE}/{{inventory_id}}/count")
def count(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """What was counted is what is there."""

    def deed(visit: Visit, session: Session, form: Count) -> str:
        each = find_fruit(visit, session, inventory_id)
        delta = base_units(each.base_unit, form.amount, form.unit) - each.on_hand
        if delta:
            with _naming_orders(session):
                correct_stock(
                    session, inventory_id, delta, reason=form.reason, actor=visit.actor(), today=today_of(visit)
                )
            offer_undo(visit, session)
        return _changed(visit, inventory_id)

    return visit.apply(Count, deed, lambda visit, form: show_one(visit, form, "count", inventory_id))


@router.get(f"{HERE}/{{inventory_id}}/waste")
def ask_waste(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """The form."""
    return show_one(visit, visit.empty_form(), "waste", inventory_id)


@router.post(f"{HERE}/{{inventory_id}}/waste")
def waste(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """Throw it away."""

    def deed(visit: Visit, session: Session, form: Waste) -> str:
        units = base_units(find_fruit(visit, session, inventory_id).base_unit, form.amount, form.unit)
        with _naming_orders(session):
            waste_fruit(
                session,
                inventory_id,
                units,
                reason=form.reason,
                actor=visit.actor(),
                today=today_of(visit),
                lot_id=form.lot or None,
            )
        offer_undo(visit, session)
        return _changed(visit, inventory_id)

    return visit.apply(Waste, deed, lambda visit, form: show_one(visit, form, "waste", inventory_id))


@router.get(f"{HERE}/{{inventory_id}}/low")
def ask_low(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """The form."""
    return show_one(visit, visit.empty_form(), "low", inventory_id)


@router.post(f"{HERE}/{{inventory_id}}/low")
def low(visit: Visiting, member: Counter, inventory_id: Id) -> Response:
    """From when on it is low."""

    def deed(visit: Visit, session: Session, form: LowLevel) -> str:
        level = base_units(find_fruit(visit, session, inventory_id).base_unit, form.amount, form.unit)
        set_low_level(session, inventory_id, level, actor=visit.actor())
        return _changed(visit, inventory_id)

    return visit.apply(LowLevel, deed, lambda visit, form: show_one(visit, form, "low", inventory_id))


def show_one(visit: Visit, form: Filled, key: str, inventory_id: int) -> Response:
    """One of the three forms about a variety."""
    with transaction() as session:
        each = find_fruit(visit, session, inventory_id)
        lots = lots_of(session, inventory_id) if key == "waste" else []
    asks = [Ask("amount", "number"), Ask("unit", "select", unit_options(visit, each.base_unit))]
    if lots:
        oldest = ("0", visit.t("stock-oldest"))
        options = [
            (str(lot.id), f"{say_day(visit, lot.ripe_by)} · {say_units(visit, each, lot.remaining)}") for lot in lots
        ]
        asks.append(Ask("lot", "select", [oldest, *options]))
    asks += [Ask("reason")] if key != "low" else []
    path = f"{HERE}/{inventory_id}"
    lead = visit.t(
        "stock-of",
        free=say_units(visit, each, each.free),
        on_hand=say_units(visit, each, each.on_hand),
        low=say_units(visit, each, each.low_level),
    )
    title = f"{pick(each.names, visit.language)}: {visit.t(f'{key}-title')}"
    return ask(visit, form, key, f"{path}/{key}", asks, back=path, title=title, lead=lead)


@contextmanager
def _naming_orders(session: Session) -> Iterator[None]:
    """What is refused for the sake of orders names them."""
    try:
        yield
    except Refusal as refusal:
        raise with_codes(session, refusal) from refusal


def _changed(visit: Visit, inventory_id: int) -> str:
    visit.tell_next("saved")
    return f"{HERE}/{inventory_id}"
