"""The sizes that a variety is sold in: their names, prices, and whether they are sold."""

from __future__ import annotations

from typing import ClassVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import UNITS, Amount, Unit, Whole, Yes, as_rupees, base_units, by_language
from admin_web.office.products import HERE, Editor, find_variety
from admin_web.sheets import Ask, ask
from core.catalog.editing import add_pack, change_pack, set_price
from core.catalog.queries import find_packs
from core.catalog.tables import Pack
from core.db import transaction
from core.formats import format_units
from core.inventory.queries import next_batches
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)


class NewPack(Form):
    """One more size."""

    label: Line
    label_hi: Line = ""
    amount: Amount
    unit: Unit
    price: Paise

    beside: ClassVar = {
        "quantity-unclear": "amount",
        "pack-size-unclear": "amount",
        "pack-size-unlike": "amount",
        "unit-unlike": "unit",
        "price-unclear": "price",
        "name-missing": "label",
        "pack-name-taken": "label",
    }


class PackFacts(Form):
    """What a pack is called and costs, and whether it is sold."""

    label: Line
    label_hi: Line = ""
    price: Paise
    position: Whole = 0
    active: Yes = ""

    beside: ClassVar = {"price-unclear": "price", "name-missing": "label", "pack-name-taken": "label"}


@router.get(f"{HERE}/{{product_id}}/packs/new")
def new_pack(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """The form."""
    return show_new_pack(visit, visit.empty_form(), product_id)


@router.post(f"{HERE}/{{product_id}}/packs/new")
def put_pack(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """One more size; what has no fruit yet gets some next."""

    def deed(visit: Visit, session: Session, form: NewPack) -> str:
        size = base_units(find_variety(session, product_id).base_unit, form.amount, form.unit)
        add_pack(session, product_id, by_language(form.label, form.label_hi), size, form.price, actor=visit.actor())
        if product_id in next_batches(session):
            visit.tell_next("saved")
            return f"{HERE}/{product_id}"
        visit.tell_next("pack-added")
        return f"/admin/inventory/receive?product={product_id}"

    return visit.apply(NewPack, deed, lambda visit, form: show_new_pack(visit, form, product_id))


def show_new_pack(visit: Visit, form: Filled, product_id: int) -> Response:
    with transaction() as session:
        each = find_variety(session, product_id)
    asks = [
        Ask("label"),
        Ask("label_hi", optional=True),
        Ask("amount", "number"),
        Ask("unit", "select", [(unit, visit.t(f"unit-{unit}")) for unit in UNITS[each.base_unit]]),
        Ask("price", "rupees"),
    ]
    path = f"{HERE}/{product_id}"
    return ask(
        visit,
        form,
        "pack",
        f"{path}/packs/new",
        asks,
        back=path,
        title=visit.t("pack-new-title"),
        lead=pick(each.names, visit.language),
    )


@router.get(f"{HERE}/{{product_id}}/packs/{{pack_id}}")
def pack(visit: Visiting, member: Editor, product_id: Id, pack_id: Id) -> Response:
    """The form, with what is there."""
    with transaction() as session:
        each = _find_pack(session, product_id, pack_id)
    known = {
        "label": each.labels["en"],
        "label_hi": each.labels.get("hi", ""),
        "position": str(each.position),
        "price": as_rupees(each.price_paise),
        "active": "yes" if each.active else "",
    }
    return show_pack(visit, visit.empty_form(**known), product_id, pack_id)


@router.post(f"{HERE}/{{product_id}}/packs/{{pack_id}}")
def edit_pack(visit: Visiting, member: Editor, product_id: Id, pack_id: Id) -> Response:
    """Its name, its price, whether it is sold."""

    def deed(visit: Visit, session: Session, form: PackFacts) -> str:
        _find_pack(session, product_id, pack_id)
        labels = by_language(form.label, form.label_hi)
        change_pack(session, pack_id, labels, position=form.position, active=bool(form.active), actor=visit.actor())
        set_price(session, pack_id, form.price, actor=visit.actor())
        visit.tell_next("saved")
        return f"{HERE}/{product_id}"

    return visit.apply(PackFacts, deed, lambda visit, form: show_pack(visit, form, product_id, pack_id))


def show_pack(visit: Visit, form: Filled, product_id: int, pack_id: int) -> Response:
    with transaction() as session:
        each, found = find_variety(session, product_id), _find_pack(session, product_id, pack_id)
    asks = [
        Ask("label"),
        Ask("label_hi", optional=True),
        Ask("price", "rupees"),
        Ask("position", "number", optional=True),
        Ask("active", "tick"),
    ]
    path = f"{HERE}/{product_id}"
    lead = format_units(visit.language, each.base_unit, found.base_units)
    return ask(
        visit,
        form,
        "pack",
        f"{path}/packs/{pack_id}",
        asks,
        back=path,
        lead=lead,
        title=f"{pick(each.names, visit.language)}: {pick(found.labels, visit.language)}",
    )


def _find_pack(session: Session, product_id: int, pack_id: int) -> Pack:
    found = next((each for each in find_packs(session, product_id, also_unsold=True) if each.id == pack_id), None)
    if found is None:
        raise HTTPException(404)
    return found
