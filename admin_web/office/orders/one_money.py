"""The money of one order: some of it goes back, or what is parked is accepted or returned. Both ask for their right."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.counts import CountOrNone
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.one_shown import find, show
from admin_web.office.orders.words import page_of
from core.payments.parked import accept_parked, return_parked
from core.payments.refunding import Wish, refund_order
from core.staff.rules import Right
from core.views.order_money import payments_of
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise
from pages.forms import Form
from pages.visit import Visit

router = new_door(OFFICE)


class Refunded(Form):
    """So many of some lines (`lines` and `counts` side by side), or else an amount; `shown` is what could go back."""

    refund_reason: Annotated[Line, Field(max_length=100)]
    shown: Annotated[int, Field(ge=0)]
    amount: Paise | None = None
    lines: list[Id] = Field(default_factory=list)
    counts: list[CountOrNone] = Field(default_factory=list)

    side_by_side: ClassVar = frozenset({"lines", "counts"})
    beside: ClassVar = {"reason-missing": "refund_reason", "refund-zero": "amount", "refund-too-much": "amount"}

    @property
    def wish(self) -> Wish:
        if self.amount is not None:
            return Wish(self.refund_reason, self.amount)
        return Wish(self.refund_reason, lines=dict(zip(self.lines, self.counts, strict=False)))


class Parked(Form):
    """What becomes of money that no order could use."""

    payment: Id
    event: Literal["accept", "return"]


@router.post("/admin/orders/{code}/refund")
def refund(visit: Visiting, member: Annotated[Member, may(Right.REFUND)], code: str) -> Response:
    """Send money back; what was seen is what is done."""

    def deed(visit: Visit, session: Session, form: Refunded) -> str:
        order = find(session, code)
        refund_order(session, order.id, form.wish, shown_left_paise=form.shown, actor=visit.actor())
        visit.tell_next("refunded")
        return page_of(order.code)

    return visit.apply(Refunded, deed, lambda visit, form: show(visit, code, form))


@router.post("/admin/orders/{code}/parked")
def settle(visit: Visiting, member: Annotated[Member, may(Right.SETTLE_PARKED)], code: str) -> Response:
    """Accept parked money for the order, or send it back."""

    def deed(visit: Visit, session: Session, form: Parked) -> str:
        order = find(session, code)
        if form.payment not in {each.id for each in payments_of(session, order.id)}:
            raise HTTPException(404)
        verb = accept_parked if form.event == "accept" else return_parked
        verb(session, form.payment, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("kept")
        return page_of(order.code)

    return visit.apply(Parked, deed, lambda visit, form: show(visit, code, form))
