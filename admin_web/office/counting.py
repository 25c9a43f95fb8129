"""Counting a variety, throwing fruit away, and from when on it is low: each with who did it and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Amount, Unit, base_units
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.inventory import HERE, find_fruit, say_day, say_units, today_of, unit_options
from admin_web.sheets import Ask, ask
from core.db import transaction
from core.errors import Refusal
from core.inventory.queries import lots_of
from core.inventory.stock import correct_stock, set_low_level, waste_fruit
from core.staff.rules import Right
from core.views.day import FruitLeft
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


def _count(visit: Visit, session: Session, each: FruitLeft, form: Count) -> None:
    """What was counted is what is there."""
    delta = base_units(each.base_unit, form.amount, form.unit) - each.on_hand
    if delta:
        today, actor = today_of(visit), visit.actor()
        correct_stock(session, each.inventory_id, delta, reason=form.reason, actor=actor, today=today)


def _waste(visit: Visit, session: Session, each: FruitLeft, form: Waste) -> None:
    """Throw it away."""
    units = base_units(each.base_unit, form.amount, form.unit)
    lot_id, today, actor = form.lot or None, today_of(visit), visit.actor()
    waste_fruit(session, each.inventory_id, units, reason=form.reason, actor=actor, today=today, lot_id=lot_id)


def _set_low(visit: Visit, session: Session, each: FruitLeft, form: LowLevel) -> None:
    """From when on it is low."""
    level = base_units(each.base_unit, form.amount, form.unit)
    set_low_level(session, each.inventory_id, level, actor=visit.actor())


# What can be done with a variety: its form, and the deed. Each is an address of its own.
DEEDS: dict[str, tuple[type[Form], Callable[[Visit, Session, FruitLeft, Any], None]]] = {
    "count": (Count, _count), "waste": (Waste, _waste), "low": (LowLevel, _set_low),
}  # fmt: skip
Which = Literal["count", "waste", "low"]


@router.get(f"{HERE}/{{inventory_id}}/{{which}}")
def ask_one(visit: Visiting, member: Counter, inventory_id: Id, which: Which) -> Response:
    """The form."""
    return show_one(visit, visit.empty_form(), which, inventory_id)


@router.post(f"{HERE}/{{inventory_id}}/{{which}}")
def do_one(visit: Visiting, member: Counter, inventory_id: Id, which: Which) -> Response:
    """Do it; what is refused for the sake of orders names them."""
    form_type, verb = DEEDS[which]

    def deed(visit: Visit, session: Session, form: Form) -> str:
        try:
            verb(visit, session, find_fruit(visit, session, inventory_id), form)
        except Refusal as refusal:
            raise with_codes(session, refusal) from refusal
        visit.tell_next("saved")
        return f"{HERE}/{inventory_id}"

    return visit.apply(form_type, deed, lambda visit, form: show_one(visit, form, which, inventory_id))


def show_one(visit: Visit, form: Filled, key: str, inventory_id: int) -> Response:
    """One of the forms about a variety."""
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
