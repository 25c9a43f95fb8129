"""What is a fact and does not fit: fruit that was sold twice, a sum that our prices do not come to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert, resolve_alert
from core.audit.actions import record
from core.errors import Refusal
from core.inventory.tables import MAIN
from core.query import Query, Statement
from core.staff.rules import Right, require
from core.stalls.devices import KnownDevice
from core.stalls.fruit import Taken
from core.stalls.rules import Keeping, orders_at_risk
from core.stalls.tables import DiscrepancyKind

SHORT_ALERT, PRICE_ALERT, CREDIT_ALERT = "stall-fruit-short", "stall-price-differs", "stall-credit-differs"
ALERTS = {DiscrepancyKind.SHORT: SHORT_ALERT, DiscrepancyKind.PRICE: PRICE_ALERT, DiscrepancyKind.CREDIT: CREDIT_ALERT}

ADD = Query(
    """
    INSERT INTO stall_discrepancies (sale_id, kind, product_id, units, amount_paise, order_codes, found_at)
    VALUES (:sale_id, :kind, :product_id, :units, :amount, CAST(:codes AS jsonb), :now)
    """
)
# Fruit that is kept or sold and in no box yet, the last order first.
KEEPING = Statement(
    """
    SELECT o.code, h.quantity FROM holds h JOIN orders o ON o.id = h.order_id
      JOIN inventory i ON i.id = h.inventory_id JOIN locations p ON p.id = i.location_id
     WHERE i.product_id = :product_id AND p.code = :place AND h.status IN ('active', 'consumed') AND h.packed_at IS NULL
     ORDER BY h.held_at DESC, h.id DESC LIMIT 200
    """,
    Keeping,
)
SETTLE = Query(
    """
    UPDATE stall_discrepancies SET settled_at = :now, settled_by = :actor
     WHERE settled_at IS NULL AND coalesce(id = CAST(:id AS bigint), sale_id = CAST(:sale_id AS bigint))
    RETURNING sale_id, kind
    """
)
STILL_OPEN = Statement(
    "SELECT count(*) FROM stall_discrepancies WHERE sale_id = :sale_id AND kind = :kind AND settled_at IS NULL", int
)


class OpenDiscrepancy(NamedTuple):
    """A discrepancy that nobody has dealt with, as the office shows it."""

    id: int
    sale_id: int
    shift_id: int
    stall: str
    kind: str
    names: dict[str, str] | None
    base_unit: str | None
    units: int
    amount_paise: int
    order_codes: list[str]
    found_at: datetime


OPEN = Statement(
    """
    SELECT d.id, d.sale_id, s.shift_id, l.name AS stall, d.kind, p.names, p.base_unit, d.units, d.amount_paise,
           d.order_codes, d.found_at
      FROM stall_discrepancies d JOIN stall_sales s ON s.id = d.sale_id JOIN shifts h ON h.id = s.shift_id
      JOIN stalls l ON l.id = h.stall_id LEFT JOIN products p ON p.id = d.product_id
     WHERE d.settled_at IS NULL ORDER BY d.id DESC LIMIT 100
    """,
    OpenDiscrepancy,
)


def note_short(session: Session, sale_id: int, taken: Sequence[Taken], *, device: KnownDevice, now: datetime) -> None:
    """Raise what a sale took of fruit that others have, with the orders at risk."""
    short: dict[int, int] = {}
    for line, parts in taken:
        short[line.product_id] = short.get(line.product_id, 0) + parts.short
    at_risk: list[str] = []
    for product_id, units in short.items():
        if units:
            keeping = KEEPING.all(session, {"product_id": product_id, "place": MAIN})
            codes = orders_at_risk(units, keeping)
            at_risk += [code for code in codes if code not in at_risk]
            values = {"sale_id": sale_id, "kind": DiscrepancyKind.SHORT.value, "product_id": product_id}
            ADD.run(session, {**values, "units": units, "amount": 0, "codes": json.dumps(codes), "now": now})
    if any(short.values()):
        raise_alert(session, SHORT_ALERT, f"sale:{sale_id}", stall=device.stall, codes=", ".join(at_risk),
                    orders=len(at_risk))  # fmt: skip


def note_price(
    session: Session, sale_id: int, *, paid_paise: int, priced_paise: int, device: KnownDevice, now: datetime
) -> None:
    """Raise that another sum was paid than our prices come to."""
    difference = paid_paise - priced_paise
    if difference:
        values = {"sale_id": sale_id, "kind": DiscrepancyKind.PRICE.value, "product_id": None, "units": 0}
        ADD.run(session, {**values, "amount": difference, "codes": "[]", "now": now})
        raise_alert(session, PRICE_ALERT, f"sale:{sale_id}", stall=device.stall, paid_paise=paid_paise,
                    price_paise=priced_paise)  # fmt: skip


def note_credit(
    session: Session, sale_id: int, *, credited_paise: int, paid_paise: int, stall: str, now: datetime
) -> None:
    """Raise that another sum reached Razorpay than the sale says was paid."""
    difference = credited_paise - paid_paise
    if difference:
        values = {"sale_id": sale_id, "kind": DiscrepancyKind.CREDIT.value, "product_id": None, "units": 0}
        ADD.run(session, {**values, "amount": difference, "codes": "[]", "now": now})
        raise_alert(session, CREDIT_ALERT, f"sale:{sale_id}", stall=stall, credited_paise=credited_paise,
                    paid_paise=paid_paise)  # fmt: skip


def open_discrepancies(session: Session) -> list[OpenDiscrepancy]:
    """What nobody has dealt with, the newest first."""
    return OPEN.all(session, {})


def settle_discrepancy(session: Session, discrepancy_id: int, *, actor: Actor, now: datetime) -> None:
    """Somebody has dealt with it: found fruit for the orders, or spoken to their customers.

    Raises Refusal `discrepancy-over`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STALLS)
    row = SETTLE.run(session, {"id": discrepancy_id, "sale_id": None, "now": now, "actor": str(actor)}).first()
    if row is None:
        raise Refusal("discrepancy-over")
    record(session, actor=actor, action="stall-discrepancy-settled", subject=f"sale:{row.sale_id}", kind=row.kind)
    _resolve(session, row.sale_id, row.kind, now)


def settle_of_sale(session: Session, sale_id: int, *, actor: Actor, now: datetime) -> None:
    """A sale that was taken back leaves nothing to deal with."""
    for row in SETTLE.run(session, {"id": None, "sale_id": sale_id, "now": now, "actor": str(actor)}):
        _resolve(session, row.sale_id, row.kind, now)


def _resolve(session: Session, sale_id: int, kind: str, now: datetime) -> None:
    if not STILL_OPEN.one(session, {"sale_id": sale_id, "kind": kind}):
        resolve_alert(session, ALERTS[DiscrepancyKind(kind)], f"sale:{sale_id}", now)
