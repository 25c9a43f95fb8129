"""Customers: found by name, number or flat, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.files import answer_with
from admin_web.guard import may
from admin_web.lists import Column, Row, pills_of
from admin_web.member import Member
from core.clock import business_day
from core.db import transaction
from core.formats import format_calendar_day
from core.reading.phones import show_phone
from core.staff.rules import Right
from core.views.people import ListedCustomer, list_customers
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

CUSTOMERS = "/admin/customers"
AT_A_TIME = 500


class AskedCustomers(Filters):
    q: str = ""


@router.get(CUSTOMERS)
def customers(visit: Visiting, member: Annotated[Member, may(Right.SEE_CUSTOMERS)]) -> Response:
    """One page of the list."""
    asked = AskedCustomers.read(visit.request.query_params)
    cursor = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        found = _read(session, asked, before=cursor.id if cursor else None, most=SIZE + 1)
    page = PageOf.of(found, lambda row: Cursor(row.created_at, row.id))
    return visit.page(
        "office/customers.html",
        asked=asked,
        pills=pills_of(visit, asked, lambda _, value: visit.t("orders-pill-text", text=value)),
        columns=columns_of(visit),
        rows=[row_of(visit, row) for row in page.rows],
        older=asked.query(after=page.older) if page.older else "",
        first=asked.query() if cursor else "",
    )


@router.get("/admin/customers/export.{kind}")
def export(visit: Visiting, member: Annotated[Member, may(Right.EXPORT)], kind: Literal["csv", "xlsx"]) -> Response:
    """Exactly what the list shows, all pages."""
    asked = AskedCustomers.read(visit.request.query_params)
    return answer_with(visit, kind, "customers", columns_of(visit), _rows(visit, asked))


def _rows(visit: Visit, asked: AskedCustomers) -> Iterator[list[object]]:
    before = None
    while True:
        with transaction() as session:
            found = _read(session, asked, before=before, most=AT_A_TIME)
        for each in found:
            yield list(row_of(visit, each).cells)
        if len(found) < AT_A_TIME:
            return
        before = found[-1].id


def _read(session: Session, asked: AskedCustomers, *, before: int | None, most: int) -> list[ListedCustomer]:
    return [] if asked.odd else list_customers(session, asked.q, before=before, most=most)


def columns_of(visit: Visit) -> list[Column]:
    kinds = {"orders": "count"}
    names = ("name", "phone", "orders", "last", "since")
    return [Column(visit.t(f"customers-column-{name}"), kinds.get(name, "text")) for name in names]


def row_of(visit: Visit, row: ListedCustomer) -> Row:
    zone, language = visit.settings.zone, visit.language
    last = format_calendar_day(language, business_day(row.last_order_at, zone)) if row.last_order_at else ""
    cells = [
        row.name or visit.t("customers-guest" if row.is_guest else "orders-nameless"),
        show_phone(row.phone) if row.phone else "",
        row.orders,
        last,
        format_calendar_day(language, business_day(row.created_at, zone)),
    ]
    return Row(row.id, f"{CUSTOMERS}/{row.id}", cells)
