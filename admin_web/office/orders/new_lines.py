"""What the form of a phone order says, as a basket: read again each time, so that prices and places are today's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session

from admin_web.counts import CountOrNone
from admin_web.homes import HomeForm, chosen_home
from core.checkout.basket import Basket, Channel
from core.checkout.queries import Selection, make_basket
from core.checkout.rules import price
from core.errors import Refusal
from core.orders.actions import confirm_cash_order, place_order
from core.orders.tables import Order
from core.payments.actions import pay_online
from core.slots.queries import find_slot
from pages.fields import Id, Line
from pages.visit import Visit


class PhoneOrder(HomeForm):
    """Packs with how many of each, a home that is known or another, a window, a note, how it is paid.

    `total` is the sum that was shown and said on the phone; without one the form only asks for it.
    """

    packs: list[Id] = Field(default_factory=list)
    counts: list[CountOrNone] = Field(default_factory=list)
    window: Id | None = None
    note: Annotated[Line, Field(max_length=200)] = ""
    way: Literal["cash", "online"] = "cash"
    total: Annotated[int, Field(ge=0)] | None = None
    step: Literal["sum", "place"] = "sum"

    side_by_side: ClassVar = frozenset({"packs", "counts"})
    beside: ClassVar[Mapping[str, str]] = {
        **HomeForm.beside, "slot-missing": "window", "slot-full": "window", "slot-closed": "window",
        "slot-past": "window", "slot-unknown": "window", "slot-elsewhere": "window", "note-too-long": "note",
        "cod-cap": "way", "unpaid-too-often": "way", "amount-too-small": "way",
    }  # fmt: skip

    @property
    def chosen(self) -> dict[int, int]:
        """How many of each pack, of those that are wanted at all."""
        return {pack: count for pack, count in zip(self.packs, self.counts, strict=False) if count}


def order_by_phone(visit: Visit, session: Session, customer_id: int, form: PhoneOrder) -> Order:
    """Place it, and have it paid as was said. Another home is kept for the customer.

    Raises Refusal as `place_order`, `confirm_cash_order` and `chosen_home` do, `slot-elsewhere`(zone) for a window of
    another zone than the home's, and `total-changed`(total_paise) when it is not the sum that was said.
    """
    basket, now, actor = _read_basket(visit, session, customer_id, form), visit.now(session), visit.actor()
    if form.step == "place" and (total := price(basket, basket.zone, basket.offers).total_paise) != form.total:
        raise Refusal("total-changed", total_paise=total)
    order = place_order(session, basket, now, actor=actor)
    if form.way == "cash":
        return confirm_cash_order(session, order.id, now, actor=actor)
    pay_online(session, order.id, now)
    return order


def sum_up(visit: Visit, session: Session, customer_id: int, form: PhoneOrder) -> Order:
    """What it would be: it is placed and taken back, so no sum is said for what cannot be had. Raises the same."""
    savepoint = session.begin_nested()
    try:
        order = order_by_phone(visit, session, customer_id, form)
        session.refresh(order)
        session.expunge(order)
        return order
    finally:
        savepoint.rollback()
        session.expire_all()


def _read_basket(visit: Visit, session: Session, customer_id: int, form: PhoneOrder) -> Basket:
    now = visit.now(session)
    selection = Selection(
        customer_id,
        Channel.PHONE,
        form.chosen,
        address_id=chosen_home(session, customer_id, form, now),
        slot_id=form.window,
        note=form.note,
    )
    basket = make_basket(session, selection, now)
    window = find_slot(session, form.window) if form.window and basket.slot is None else None
    if window is not None and basket.zone is not None and window.zone_id != basket.zone.zone_id:
        raise Refusal("slot-elsewhere", zone=basket.zone.names)
    return basket
