"""Stalls: their devices and keepers' PINs, fruit that is brought to them, shifts and sales, and what does not fit."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Annotated, Any, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Amount, Unit, base_units
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.office.inventory import unit_options
from admin_web.sheets import say_moment
from admin_web.stall.reported import show_report
from admin_web.stall.shown import say_why
from core.catalog.queries import find_product
from core.db import transaction
from core.errors import Refusal
from core.formats import format_calendar_day, format_units
from core.staff.rules import Right
from core.stalls.asides import open_asides, settle_aside
from core.stalls.devices import ListedDevice, all_devices, issue_device, revoke_device
from core.stalls.discrepancies import open_discrepancies, settle_discrepancy
from core.stalls.pins import hash_pin, keepers, set_pin
from core.stalls.places import add_stall, allot, find_stall, stalls
from core.stalls.reports import ShiftFacts, find_shift, recent_shifts, sales_by_stall
from core.views.stalls import fruit_at, fruit_to_bring
from core.wording import pick
from pages.cookies import Cookie
from pages.door import Visiting, new_door
from pages.fields import Digits, Id, Line
from pages.forms import Filled, Form, read_form
from pages.visit import BRIEFLY, Visit

router = new_door(OFFICE)

STALLS = "/admin/stalls"
Manager = Annotated[Member, may(Right.MANAGE_STALLS)]
LINK = "office-till-link"  # the cookie with a device's link that was made just now: only its hash is kept
DAYS_SHOWN = timedelta(days=14)


class Name(Form):
    """What a stall, or a device of one, is called."""

    name: Annotated[Line, Field(max_length=60)]

    beside: ClassVar = {"name-missing": "name", "name-too-long": "name"}


class Brought(Form):
    """Some of a variety: brought to the stall, or `back` from it."""

    product: Id
    amount: Amount
    unit: Unit
    back: Line = ""

    beside: ClassVar = {"stall-fruit-missing": "amount", "quantity-unclear": "amount", "unit-unlike": "unit"}


class NewPin(Form):
    """A keeper's PIN."""

    keeper: Id
    pin: Digits

    beside: ClassVar = {"pin-weak": "pin"}


@router.get(STALLS)
def all_of_them(visit: Visiting, member: Manager) -> Response:
    """What needs a hand, the stalls, shifts and sales."""
    return show(visit, visit.empty_form())


@router.post(STALLS)
def add(visit: Visiting, member: Manager) -> Response:
    """A new stall."""

    def deed(visit: Visit, session: Session, form: Name) -> str:
        return f"{STALLS}/{add_stall(session, form.name, actor=visit.actor(), now=visit.now(session))}"

    return visit.apply(Name, deed, show)


@router.get("/admin/stalls/{stall_id}")
def one(visit: Visiting, member: Manager, stall_id: Id) -> Response:
    """One stall: its fruit, devices and keepers."""
    return show_one(visit, visit.empty_form(), stall_id)


@router.post("/admin/stalls/{stall_id}/devices")
def issue(visit: Visiting, member: Manager, stall_id: Id) -> Response:
    """A link that makes the device which opens it a till of this stall."""

    def deed(visit: Visit, session: Session, form: Name) -> str:
        token = issue_device(session, stall_id, form.name, actor=visit.actor(), now=visit.now(session))
        visit.set_cookie(Cookie(LINK, f"{stall_id}.{token}", BRIEFLY))
        return f"{STALLS}/{stall_id}"

    return visit.apply(Name, deed, lambda visit, form: show_one(visit, form, stall_id))


@router.post("/admin/stalls/{stall_id}/devices/{device_id}/revoke")
def revoke(visit: Visiting, member: Manager, stall_id: Id, device_id: Id) -> Response:
    """A device sells nothing any more, at once."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        revoke_device(session, device_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("stalls-revoked")
        return f"{STALLS}/{stall_id}"

    return visit.apply(Form, deed, lambda visit, form: show_one(visit, form, stall_id))


@router.post("/admin/stalls/{stall_id}/fruit")
def bring(visit: Visiting, member: Manager, stall_id: Id) -> Response:
    """Fruit goes to the stall, where it alone sells it, or comes back to all doors."""

    def deed(visit: Visit, session: Session, form: Brought) -> str:
        _allot(visit, session, stall_id, form)
        visit.tell_next("stalls-brought")
        return f"{STALLS}/{stall_id}"

    return visit.apply(Brought, deed, lambda visit, form: show_one(visit, form, stall_id))


def _allot(visit: Visit, session: Session, stall_id: int, form: Brought) -> None:
    """What is missing is told as it is counted, and not in grams."""
    product = find_product(session, form.product)
    if product is None:
        raise Refusal("stall-fruit-missing", left=0)
    units = base_units(product.base_unit, form.amount, form.unit)
    try:
        allot(session, stall_id, product.id, -units if form.back else units, actor=visit.actor())
    except Refusal as refusal:
        if "left" in refusal.values:
            left = format_units(visit.language, product.base_unit, int(refusal.values["left"]))
            raise Refusal(refusal.code, left=left) from refusal
        raise


@router.post("/admin/stalls/{stall_id}/pin")
def give_pin(visit: Visiting, member: Manager, stall_id: Id) -> Response:
    """A keeper's PIN, instead of the one they had."""
    form, filled = read_form(NewPin, visit.posted, visit.language)
    try:
        pin_hash = hash_pin(form.pin) if form else ""  # argon2 takes its time, so not within a transaction
    except Refusal as refusal:
        answer = show_one(visit, filled.refused(refusal, NewPin, visit.language), stall_id)
        answer.status_code = 422
        return answer
    return visit.apply(NewPin, partial(_keep_pin, pin_hash=pin_hash, path=f"{STALLS}/{stall_id}"),
                       lambda visit, form: show_one(visit, form, stall_id))  # fmt: skip


def _keep_pin(visit: Visit, session: Session, form: NewPin, *, pin_hash: str, path: str) -> str:
    set_pin(session, form.keeper, pin_hash, actor=visit.actor(), now=visit.now(session))
    visit.tell_next("stalls-pin")
    return path


@router.get("/admin/stalls/shifts/{shift_id}")
def shift_page(visit: Visiting, member: Manager, shift_id: Id) -> Response:
    """What a shift came to."""
    with transaction() as session:
        shift = find_shift(session, shift_id)
        if shift is None:
            raise HTTPException(404)
        return visit.page("office/stall_shift.html", **show_report(visit, session, shift))


@router.post("/admin/stalls/discrepancies/{discrepancy_id}/settle")
def settle(visit: Visiting, member: Manager, discrepancy_id: Id) -> Response:
    """Somebody has found fruit, or spoken to the customers."""
    return _settle(visit, settle_discrepancy, discrepancy_id)


@router.post("/admin/stalls/asides/{aside_id}/settle")
def look(visit: Visiting, member: Manager, aside_id: Id) -> Response:
    """Somebody has looked at what could not be recorded."""
    return _settle(visit, settle_aside, aside_id)


def _settle(visit: Visit, verb: Any, row_id: int) -> Response:
    def deed(visit: Visit, session: Session, _: Form) -> str:
        verb(session, row_id, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("stalls-settled")
        return STALLS

    return visit.apply(Form, deed, show)


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        now, zone = visit.now(session), visit.settings.zone
        places, shifts = stalls(session), recent_shifts(session, most=30)
        days = sales_by_stall(session, now - DAYS_SHOWN, zone.key)
        differences, asides = open_discrepancies(session), open_asides(session)
        fruit = {each.id: fruit_at(session, each.place) for each in places}
    rows = [Row(each.id, f"{STALLS}/{each.id}", [each.name, _units(visit, fruit[each.id])]) for each in places]
    lines = [Row(each.id, f"{STALLS}/shifts/{each.id}", _cells(visit, each)) for each in shifts]
    by_day = [Row(number, "", [format_calendar_day(visit.language, each.day), each.stall, each.sales, each.cash_paise,
                               each.upi_paise, each.card_paise]) for number, each in enumerate(days)]  # fmt: skip
    return visit.page(
        "office/stalls.html", form=form, differences=[_difference(visit, each) for each in differences],
        asides=[(each, say_moment(visit, each.received_at), say_why(visit, each.why)) for each in asides],
        rows=rows, shifts=lines, days=by_day,
        columns=_columns(visit, ("stall", "text"), ("fruit", "text")),
        shift_columns=_columns(visit, ("shift", "text"), ("keeper", "text"), ("state", "pill"), ("cash", "money"),
                               ("difference", "money")),
        day_columns=_columns(visit, ("day", "text"), ("stall", "text"), ("sales", "count"), ("cash", "money"),
                             ("upi", "money"), ("card", "money")),
    )  # fmt: skip


def show_one(visit: Visit, form: Filled, stall_id: int) -> Response:
    with transaction() as session:
        visit.now(session)
        try:
            stall = find_stall(session, stall_id)
        except Refusal as refusal:
            raise HTTPException(404) from refusal
        devices = [each for each in all_devices(session) if each.stall_id == stall_id]
        fruit, choices, people = fruit_at(session, stall.place), fruit_to_bring(session), keepers(session)
    owner, _, token = visit.cookie(LINK).partition(".")
    link = f"{visit.settings.public_url.rstrip('/')}/stall/device/{token}" if owner == str(stall_id) else ""
    return visit.page(
        "office/stall.html", form=form, stall=stall, link=link, devices=[_device(visit, each) for each in devices],
        fruit=_units(visit, fruit), units=unit_options(visit),
        products=[(each.product_id, f"{pick(each.names, visit.language)} ({_unit(visit, each)})") for each in choices],
        people=[(each.id, each.name, visit.t("stalls-has-pin" if each.pin_hash else "stalls-no-pin"))
                for each in people],
    )  # fmt: skip


def _columns(visit: Visit, *kinds: tuple[str, str]) -> list[Column]:
    return [Column(visit.t(f"stalls-column-{name}"), kind) for name, kind in kinds]


def _cells(visit: Visit, shift: ShiftFacts) -> list[object]:
    state = (visit.t(f"stalls-shift-{shift.status}"), "wait" if shift.status == "open" else "done")
    return [f"{shift.stall} · {say_moment(visit, shift.opened_at)}", shift.keeper, state, shift.cash_paise or 0,
            shift.difference_paise or 0]  # fmt: skip


def _difference(visit: Visit, each: Any) -> dict[str, Any]:
    name = pick(each.names, visit.language) if each.names else ""
    units = format_units(visit.language, each.base_unit, each.units) if each.base_unit else ""
    return {"row": each, "at": say_moment(visit, each.found_at), "name": name, "units": units}


def _device(visit: Visit, each: ListedDevice) -> dict[str, Any]:
    state = "revoked" if each.revoked_at else "live" if each.registered_at else "waits"
    tone = {"revoked": "problem", "live": "done", "waits": "wait"}[state]
    return {"row": each, "state": (visit.t(f"stalls-device-{state}"), tone), "at": say_moment(visit, each.created_at)}


def _units(visit: Visit, fruit: list[Any]) -> str:
    parts = [f"{pick(each.names, visit.language)} {_unit(visit, each)}" for each in fruit]
    return ", ".join(parts) or visit.t("stalls-no-fruit")


def _unit(visit: Visit, each: Any) -> str:
    return format_units(visit.language, each.base_unit, each.on_hand)
