"""Orders of the cashier that become other orders."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.actor import Actor
from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.revision import Change
from core.payments.actions import pay_cash
from core.payments.changing import Outcome, Shown, change_order
from tests.support.buyers import BOX
from tests.support.money import Cashier

DOZEN = 120_000
FEE = 4_000


def pack_id(base_units: int = BOX, slug: str = "alphonso") -> int:
    query = (
        "SELECT k.id FROM packs k JOIN products p ON p.id = k.product_id WHERE p.slug = :slug AND base_units = :units"
    )
    with transaction() as session:
        return int(session.execute(text(query), {"slug": slug, "units": base_units}).scalar_one())


def boxes(count: int) -> Change:
    return Change(packs={pack_id(): count})


def change(cashier: Cashier, order_id: int, wanted: Change, shown: Shown | None = None) -> Outcome:
    """The customer changes it."""
    with transaction() as session:
        actor = Actor.customer(cashier.order_row(order_id).customer_id)
        return change_order(session, order_id, wanted, actor=actor, now=read_now(session), shown=shown)


def refused(cashier: Cashier, order_id: int, wanted: Change) -> Refusal:
    with pytest.raises(Refusal) as caught:
        change(cashier, order_id, wanted)
    return caught.value


def paid_order(cashier: Cashier, count: int) -> int:
    order_id = cashier.order_with_link(boxes=count)
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    return order_id


def cash_order(cashier: Cashier, count: int = 1) -> int:
    order_id = cashier.order(boxes=count)
    with transaction() as session:
        session.execute(text("UPDATE zones SET cod_cap_paise = 1000000, cod_cap_new_paise = 1000000"))
        pay_cash(session, order_id, read_now(session))
    return order_id
