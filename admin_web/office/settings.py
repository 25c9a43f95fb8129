"""Facts of the shop, and what the founder's phone is told."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.setup import read_email
from core.db import transaction
from core.mutes.actions import choose_mutes, muted_kinds
from core.shop.actions import FACTS, change_shop
from core.shop.queries import read_shop
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.fields import Line, Paragraph, WholePhone
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

SETTINGS = "/admin/settings"
Owner = Annotated[Member, may(Right.CHANGE_SETTINGS)]
# What can be muted by itself; everything else that goes wrong is one kind of its own each, by its code.
KINDS = (
    "order-new", "order-paid", "order-cancelled", "evening-summary", "low-stock", "payment-parked", "payment-late",
    "message-failed", "message-dead", "invariant-broken", "customer-wants-human", "customer-says",
    "customer-complains", "customer-bulk", "customer-not-understood", "missed-call", "job-late", "webhooks-stopped",
)  # fmt: skip


def digits(length: int, typed: str) -> str:
    """So many digits, or nothing."""
    if typed and not (len(typed) == length and typed.isascii() and typed.isdecimal()):
        raise PydanticCustomError("digits", "digits", {"least": length})
    return typed


def read_gstin(typed: str) -> str:
    """Fifteen letters and digits, as the tax office writes them."""
    bare = typed.upper().replace(" ", "")
    if bare and not (len(bare) == 15 and bare.isascii() and bare.isalnum()):
        raise PydanticCustomError("gstin", "gstin")
    return bare


def read_upi(typed: str) -> str:
    """`name@bank`."""
    name, at, bank = typed.partition("@")
    if typed and not (name and at and bank and " " not in typed and "@" not in bank):
        raise PydanticCustomError("upi", "upi")
    return typed


class Facts(Form):
    """What the shop says of itself, and its limits; minutes, packs, hours."""

    name: Annotated[Line, Field(max_length=60)]
    legal_name: Line = ""
    address: Paragraph = ""
    fssai: Annotated[Line, AfterValidator(lambda typed: digits(14, typed))] = ""
    gstin: Annotated[Line, AfterValidator(read_gstin)] = ""
    upi_address: Annotated[Line, AfterValidator(read_upi)] = ""
    contact_phone: WholePhone | None = None
    contact_email: Annotated[Line, AfterValidator(read_email)] | None = None
    hold_minutes: Annotated[int, Field(ge=1, le=240)]
    link_minutes: Annotated[int, Field(ge=16, le=1440)]
    unpaid_limit: Annotated[int, Field(ge=1, le=100)]
    largest_quantity: Annotated[int, Field(ge=1, le=99)]
    handover_hours: Annotated[int, Field(ge=1, le=168)]


class Told(Form):
    """The kinds that are sent to the founder's phone."""

    told: list[Line] = Field(default_factory=list)


@router.get(SETTINGS)
def settings(visit: Visiting, member: Owner) -> Response:
    return show(visit, None)


@router.post(SETTINGS)
def change(visit: Visiting, member: Owner) -> Response:
    """Change the facts; what was before stays on record."""
    return visit.apply(Facts, _change, show)


@router.post("/admin/settings/told")
def choose(visit: Visiting, member: Owner) -> Response:
    """Choose what the phone is told; everything stands on Today in any case."""
    return visit.apply(Told, _choose, lambda visit, _: show(visit, None))


def _change(visit: Visit, session: Session, facts: Facts) -> str:
    typed = {name: value if value is not None else "" for name, value in facts.model_dump().items()}
    if change_shop(session, typed, actor=visit.actor()):
        visit.tell_next("kept")
    return SETTINGS


def _choose(visit: Visit, session: Session, chosen: Told) -> str:
    choose_mutes(session, KINDS, set(KINDS) - set(chosen.told), actor=visit.actor())
    visit.tell_next("kept")
    return SETTINGS


def show(visit: Visit, form: Filled | None) -> Response:
    with transaction() as session:
        shop = read_shop(session)
        known = {name: str(getattr(shop, name)) for name in FACTS}
        known["contact_phone"] = f"+{shop.contact_phone}" if shop.contact_phone else ""
        muted = muted_kinds(session)
    kinds = [(kind, visit.t(f"told-kind-{kind}"), kind not in muted) for kind in KINDS]
    return visit.page("office/settings.html", form=form or visit.empty_form(**known), other=visit.empty_form(),
                      kinds=kinds)  # fmt: skip
