"""Money: payments that came, what should go back and has not, what is parked, what is to be collected, the ledger."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row, pills_of
from admin_web.member import Member
from admin_web.office.orders.words import page_of
from core.db import transaction
from core.formats import format_day_title
from core.ledger.queries import read_balances
from core.money import RUPEES, format_money
from core.payments.lifecycle import PaymentStatus
from core.payments.refunds import retry_refund
from core.staff.rules import Right
from core.views.money import ListedPayment, list_payments, open_refunds, to_collect
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.filters import Filters
from pages.forms import Filled, Form
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

MONEY = "/admin/money"
MOST_REFUNDS = 100
TONES = {"settled": "done", "parked": "wait", "returned": "plain", "sold": "done"}


class AskedPayments(Filters):
    q: str = ""
    status: PaymentStatus | None = None


class Retried(Form):
    refund: Id

    beside: ClassVar = {}


@router.get(MONEY)
def money(visit: Visiting, member: Annotated[Member, may(Right.SEE_MONEY)]) -> Response:
    return show(visit, visit.empty_form())


@router.post("/admin/money/refunds")
def retry(visit: Visiting, member: Annotated[Member, may(Right.REFUND)]) -> Response:
    """Ask again for a refund that failed."""
    return visit.apply(Retried, _retry, show)


def _retry(visit: Visit, session: Session, form: Retried) -> str:
    if form.refund not in {each.id for each in open_refunds(session, most=MOST_REFUNDS)}:
        raise HTTPException(404)
    retry_refund(session, form.refund, actor=visit.actor())
    visit.tell_next("refunded")
    return MONEY


def show(visit: Visit, form: Filled) -> Response:
    asked = AskedPayments.read(visit.request.query_params)
    cursor = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        before = cursor.id if cursor else None
        found = list_payments(session, asked.status, asked.q, before=before, most=0 if asked.odd else SIZE + 1)
        refunds, collect = open_refunds(session, most=MOST_REFUNDS), to_collect(session)
        balances = read_balances(session)
    page = PageOf.of(found, lambda row: Cursor(row.recorded_at, row.id))
    return visit.page(
        "office/money.html",
        form=form,
        asked=asked,
        pills=pills_of(visit, asked, lambda name, value: visit.t("orders-pill-text", text=value) if name == "q"
                       else visit.t(f"order-payment-{value}")),
        statuses=[(visit.t(f"order-payment-{each}"), asked.query(status=each.value), asked.status is each)
                  for each in PaymentStatus],
        collect=collect,
        refunds=[(each, format_money(each.amount_paise, each.currency), visit.t(f"order-refund-{each.status}"),
                  _day(visit, each.asked_at)) for each in refunds],
        balances=[(visit.t(f"ledger-account-{account}"), paise) for account, paise in balances.items()],
        columns=[Column(visit.t(f"money-column-{name}"), {"status": "pill"}.get(name, "text"))
                 for name in ("payment", "status", "amount", "order", "customer", "day")],
        rows=[_row(visit, row) for row in page.rows],
        older=asked.query(after=page.older) if page.older else "",
        first=asked.query() if cursor else "",
    )  # fmt: skip


def _row(visit: Visit, row: ListedPayment) -> Row:
    back = f" ({format_money(-row.refund_reserved_paise, row.currency)})" if row.refund_reserved_paise else ""
    cells = [
        row.provider_payment_id,
        (visit.t(f"order-payment-{row.status}"), TONES[row.status]),
        f"{format_money(row.amount_paise, row.currency or RUPEES)}{back}",
        row.code or row.stall or "–",
        row.customer or "",
        _day(visit, row.recorded_at),
    ]
    return Row(row.id, page_of(row.code) if row.code else "", cells)


def _day(visit: Visit, moment: datetime) -> str:
    return format_day_title(visit.language, moment, visit.moment, visit.settings.zone)
