"""Fruit at the shop: what there is, arrivals in one screen, counts and waste with a reason, lots by ripe-by date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, ClassVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import UNITS, Amount, Day, Unit, base_units
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.sheets import Ask, Link, Part, ask, say_moment, sheet
from core.catalog.queries import find_product, list_products
from core.clock import business_day
from core.db import transaction
from core.errors import Refusal
from core.formats import format_calendar_day, format_units
from core.inventory.queries import LotLeft, Moved, lots_of, movements_of, next_batches
from core.inventory.stock import receive_lot
from core.money import format_rupees
from core.staff.rules import Right
from core.views.day import FruitLeft, read_fruit
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise
from pages.forms import Filled, Form
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/inventory"
Seer = Annotated[Member, may(Right.SEE_STOCK)]
Receiver = Annotated[Member, may(Right.RECEIVE_FRUIT)]
Counter = Annotated[Member, may(Right.CORRECT_STOCK)]


class Arrival(Form):
    """An arrival, in whatever it is counted in; the cost is for all of it."""

    product: Id
    amount: Amount
    unit: Unit
    harvested: Day
    ripe: Day
    cost: Paise | None = None
    note: Line = ""

    beside: ClassVar = {
        "quantity-unclear": "amount", "unit-unlike": "unit", "lot-days-unclear": "ripe", "lot-days-far": "ripe",
        "lot-to-come": "harvested", "product-unknown": "product",
    }  # fmt: skip


@router.get(HERE)
def inventory(visit: Visiting, member: Seer) -> Response:
    """What lies here of each variety, the low ones marked."""
    with transaction() as session:
        fruits = read_fruit(session, today_of(visit))
        ripe = {product_id: batch.ripe_by for product_id, batch in next_batches(session).items()}
    columns = [Column(visit.t(f"stock-{name}")) for name in ("name", "free", "held", "on-hand", "ripe")]
    rows = [
        Row(each.inventory_id, f"{HERE}/{each.inventory_id}", _cells(visit, each, ripe.get(each.product_id)))
        for each in fruits
    ]
    add = (
        [Link(visit.t("variety-new-title"), "/admin/products/new")]
        if member.may(Right.MANAGE_CATALOG) and not rows
        else []
    )
    links = (
        [Link(visit.t("receive-title"), f"{HERE}/receive", "main", "plus")] if member.may(Right.RECEIVE_FRUIT) else []
    )
    part = Part("", visit.t("stock-none"), [*columns, Column(visit.t("stock-state"), "pill")], rows, add)
    return sheet(visit, visit.t("office-menu-inventory"), [part], lead=visit.t("stock-lead"), links=links, live="stock")


def _cells(visit: Visit, each: FruitLeft, ripe_by: date | None) -> list[object]:
    return [
        pick(each.names, visit.language),
        say_units(visit, each, each.free),
        say_units(visit, each, each.on_hand - each.free),
        say_units(visit, each, each.on_hand),
        say_day(visit, ripe_by),
        _state(visit, each),
    ]


def _state(visit: Visit, each: FruitLeft) -> tuple[str, str]:
    if not each.free:
        return visit.t("stock-out"), "problem"
    return (visit.t("stock-low"), "wait") if each.free <= each.low_level else (visit.t("stock-enough"), "done")


@router.get(f"{HERE}/receive")
def receive(visit: Visiting, member: Receiver) -> Response:
    """The form, with today's date; for a variety that is named, with its unit and when it will be ripe."""
    asked, today = visit.request.query_params.get("product", "")[:18], today_of(visit)
    with transaction() as session:
        product = find_product(session, int(asked)) if asked.isascii() and asked.isdecimal() else None
    known = {"harvested": today.isoformat(), "unit": UNITS["piece"][0]}
    if product is not None:
        ripe = today + timedelta(days=product.ripe_until_days)
        known |= {"product": str(product.id), "unit": UNITS[product.base_unit][0], "ripe": ripe.isoformat()}
    return show_receive(visit, visit.empty_form(**known))


@router.post(f"{HERE}/receive")
def take_in(visit: Visiting, member: Receiver) -> Response:
    """Take it in, and show where it lies."""
    return visit.apply(Arrival, _take_in, show_receive)


def _take_in(visit: Visit, session: Session, form: Arrival) -> str:
    product = find_product(session, form.product)
    if product is None:
        raise Refusal("product-unknown")
    if form.harvested > today_of(visit):
        raise Refusal("lot-to-come")
    units = base_units(product.base_unit, form.amount, form.unit)
    lot = receive_lot(
        session,
        form.product,
        units,
        harvested_on=form.harvested,
        ripe_by=form.ripe,
        actor=visit.actor(),
        note=form.note,
        cost_paise=form.cost,
    )
    visit.tell_next("fruit-received")
    return f"{HERE}/{lot.inventory_id}"


def show_receive(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        products = [(str(each.id), pick(each.names, visit.language)) for each in list_products(session) if each.active]
    asks = [
        Ask("product", "select", products),
        Ask("amount", "number"),
        Ask("unit", "select", unit_options(visit)),
        Ask("harvested", "day"),
        Ask("ripe", "day"),
        Ask("cost", "rupees", optional=True),
        Ask("note", optional=True),
    ]
    return ask(visit, form, "receive", f"{HERE}/receive", asks, back=HERE)


@router.get(f"{HERE}/{{inventory_id}}")
def fruit(visit: Visiting, member: Seer, inventory_id: Id) -> Response:
    """One variety: its lots, what happened to it, and what can be done."""
    cursor = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        each = find_fruit(visit, session, inventory_id)
        lots = lots_of(session, inventory_id)
        page = PageOf.of(
            movements_of(session, inventory_id, cursor.id if cursor else None, limit=SIZE + 1),
            lambda row: Cursor(row.at, row.id),
        )
    parts = [_lots(visit, each, lots), _movements(visit, each, page.rows)]
    links = [Link(visit.t("receive-title"), f"{HERE}/receive?product={each.product_id}", "main")]
    links += [Link(visit.t(f"{name}-title"), f"{HERE}/{inventory_id}/{name}") for name in ("count", "waste", "low")]
    lead = visit.t(
        "stock-of",
        free=say_units(visit, each, each.free),
        on_hand=say_units(visit, each, each.on_hand),
        low=say_units(visit, each, each.low_level) if each.low_level else "none",
    )
    return sheet(
        visit,
        pick(each.names, visit.language),
        parts,
        lead=lead,
        live="stock",
        links=links if member.may(Right.CORRECT_STOCK) else (),
        older=f"?after={page.older}" if page.older else "",
        first="?" if cursor else "",
    )


def _lots(visit: Visit, each: FruitLeft, lots: Sequence[LotLeft]) -> Part:
    columns = [Column(visit.t(f"stock-{name}")) for name in ("ripe", "harvested", "received", "left")]
    rows = [
        Row(
            lot.id,
            "",
            [
                say_day(visit, lot.ripe_by),
                say_day(visit, lot.harvested_on),
                say_units(visit, each, lot.received),
                say_units(visit, each, lot.remaining),
                "–" if lot.cost_paise is None else format_rupees(lot.cost_paise),
            ],
        )
        for lot in lots
    ]
    return Part(visit.t("stock-lots"), visit.t("stock-no-lots"), [*columns, Column(visit.t("stock-cost"))], rows)


def _movements(visit: Visit, each: FruitLeft, movements: Sequence[Moved]) -> Part:
    columns = [Column(visit.t(f"stock-{name}")) for name in ("when", "what", "amount", "reason")]
    rows = [
        Row(
            row.id,
            "",
            [
                say_moment(visit, row.at),
                visit.t(f"movement-{row.reason}"),
                f"{'+' if row.delta > 0 else '−'} {say_units(visit, each, abs(row.delta))}",
                row.note,
            ],
        )
        for row in movements
    ]
    return Part(visit.t("stock-movements"), visit.t("stock-no-movements"), columns, rows)


def find_fruit(visit: Visit, session: Session, inventory_id: int) -> FruitLeft:
    """Answers 404 for what is not there."""
    fruits = read_fruit(session, today_of(visit))
    found = next((each for each in fruits if each.inventory_id == inventory_id), None)
    if found is None:
        raise HTTPException(404)
    return found


def unit_options(visit: Visit, base_unit: str = "") -> list[tuple[str, str]]:
    """What fruit is counted in, of one kind or of both."""
    kinds = [UNITS[base_unit]] if base_unit else UNITS.values()
    return [(unit, visit.t(f"unit-{unit}")) for kind in kinds for unit in kind]


def today_of(visit: Visit) -> date:
    """The business day of this request."""
    return business_day(visit.moment, visit.settings.zone)


def say_day(visit: Visit, day: date | None) -> str:
    """A day, or a dash."""
    return format_calendar_day(visit.language, day) if day else "–"


def say_units(visit: Visit, each: FruitLeft, units: int) -> str:
    """An amount as people count it."""
    return format_units(visit.language, each.base_unit, units)
