"""Razorpay's QR code at the till, where it is switched on: asked for, looked at until it was paid, and dropped.

POST /stall/qr          {id, cart}: ask for one for this sale, and show how it is paid
POST /stall/qr/{uid}    {cart}: pay another way; nobody should pay this code any more
GET  /stall/qr/{uid}    {"status": coming | open | paid | differs | plain, "credited": paise or null}, for a script
"""

from __future__ import annotations

from typing import Annotated, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.cart import cart_of, read_cart
from admin_web.stall.door import InShift, router
from admin_web.stall.sell import PAY, show_pay
from admin_web.stall.sync import answer
from core.db import transaction
from core.ids import new_key
from core.stalls.qrs import ask_for_qr, drop_qr, find_qr
from core.stalls.rules import Payment, show_qr
from core.stalls.selling import price_of
from pages.door import Visiting
from pages.fields import Line
from pages.forms import Form
from pages.visit import Visit

QR = "/stall/qr"


class Asked(Form):
    """A sale that is to be paid by UPI."""

    id: UUID
    cart: Annotated[Line, Field(max_length=200)]

    beside: ClassVar = {}


class OtherWay(Form):
    """The same sale, to be paid another way."""

    cart: Annotated[Line, Field(max_length=200)]

    beside: ClassVar = {}


@router.post(QR)
def ask(visit: Visiting, keeper: InShift) -> Response:
    """Ask for a code; the page that follows shows it as soon as it is there."""

    def deed(visit: Visit, session: Session, form: Asked) -> str:
        assert keeper.till.shift is not None, "the guard asks"
        if visit.settings.razorpay_qr:
            total = price_of(cart_of(session, read_cart(form.cart)))
            ask_for_qr(session, keeper.till.device, str(form.id), total, shift_id=keeper.till.shift.id,
                       actor=keeper.actor, now=visit.now(session))  # fmt: skip
        return f"{PAY}?{urlencode({'cart': form.cart, 'id': str(form.id), 'by': Payment.UPI.value})}"

    return visit.apply(Asked, deed, lambda visit, form: show_pay(visit, form, keeper, _typed(visit)))


@router.post("/stall/qr/{uid}")
def drop(visit: Visiting, keeper: InShift, uid: UUID) -> Response:
    """Another way: the sale goes on under an id of its own. One that was paid meanwhile stays as it is."""

    def deed(visit: Visit, session: Session, form: OtherWay) -> str:
        device, now = keeper.till.device, visit.now(session)
        is_dropped = drop_qr(session, device, str(uid), actor=keeper.actor, now=now)
        found = None if is_dropped else find_qr(session, device, str(uid))
        is_paid = found is not None and found.payment_id is not None
        sale = {"id": str(uid), "by": Payment.UPI.value} if is_paid else {"id": new_key()}
        return f"{PAY}?{urlencode({'cart': form.cart, **sale})}"

    return visit.apply(OtherWay, deed, lambda visit, form: show_pay(visit, form, keeper, _typed(visit)))


@router.get("/stall/qr/{uid}")
def look(visit: Visiting, keeper: InShift, uid: UUID) -> Response:
    """How it stands."""
    with transaction() as session:
        found, now = find_qr(session, keeper.till.device, str(uid)), visit.now(session)
    if found is None:
        raise HTTPException(404)
    shown = show_qr(found.state, found.amount_paise, now)
    return answer(visit, {"status": shown.value, "credited": found.credited_paise})


def _typed(visit: Visit) -> dict[str, str]:
    return {name: values[-1] for name, values in visit.posted.fields.items() if values}
