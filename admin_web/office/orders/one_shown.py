"""What stands on the page of one order: who, what, where and when, its money, what happened, what was said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.counts import beside, wrong_beside
from admin_web.office.orders.events import sentence_of
from admin_web.office.orders.words import home_of, page_of, say_method, status_pill
from admin_web.sheets import say_moment
from bot.transcript import Said, read_transcript
from core.bills.queries import bills_of
from core.clock import business_day
from core.db import transaction
from core.delivery.by_staff import rider_of
from core.formats import format_clock, format_day_title, format_slot, format_slot_title
from core.ledger.queries import postings_of_order
from core.ledger.rules import kind_of_event
from core.money import format_money
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import find_by_code
from core.orders.revising import CHANGEABLE
from core.orders.rules import FailureReason
from core.orders.tables import Order
from core.payments.refunding import refundable_paise
from core.staff.rules import Right, may
from core.views.order_money import payments_of
from core.views.orders import OrderView, order_view
from core.views.people import Person, read_person
from core.views.timeline import timeline_of
from core.views.windows import windows_between
from core.wording import pick
from core.zones.queries import list_apartments
from pages.forms import Filled
from pages.visit import Visit

LONGEST_CODE = 12
DAYS_AHEAD = 7
LAST_SAID = 12
EVENTS = (OrderEvent.PACK, OrderEvent.UNPACK, OrderEvent.DISPATCH, OrderEvent.DELIVER, OrderEvent.FAIL,
          OrderEvent.RESCHEDULE, OrderEvent.CANCEL)  # fmt: skip


def find(session: Session, code: str) -> Order:
    """The order of an address. Answers 404 when there is none."""
    order = find_by_code(session, code) if len(code) <= LONGEST_CODE else None
    if order is None:
        raise HTTPException(404)
    return order


def show(visit: Visit, code: str, form: Filled) -> Response:
    """The page, with what was typed into one of its forms."""
    with transaction() as session:
        view = order_view(session, find(session, code).id)
        values = {**_content(visit, session, view), **_money(visit, session, view), **_choices(visit, session, view)}
    return visit.page(
        "office/order.html",
        form=form,
        counts=beside(form, "lines"),
        wrong=wrong_beside(form, "lines"),
        here=page_of(view.order.code),
        **values,
    )


def _content(visit: Visit, session: Session, view: OrderView) -> dict[str, Any]:
    order, language = view.order, visit.language
    person = read_person(session, order.customer_id)
    return {
        "order": order,
        "status": status_pill(visit, order.status),
        "can": {event.value: order.status in LIFECYCLE.sources_of(event) for event in EVENTS},
        "rider": rider_of(session, order.id),
        "is_changeable": order.status in CHANGEABLE or order.status is OrderStatus.DELIVERY_FAILED,
        "person": person,
        "home": home_of(visit, order.address),
        "window": format_slot(language, view.starts_at, view.ends_at, visit.moment, visit.settings.zone),
        "items": [
            (item.id, pick(item.names, language), pick(item.labels, language), item.quantity, item.line_paise)
            for item in view.items
        ],
        "events": [
            (say_moment(visit, event.at), sentence_of(visit, event))
            for event in timeline_of(session, order.id)
        ],
        "bill": bills_of(session, [order.id]).get(order.id),
        "said": _said(visit, session, person),
    }  # fmt: skip


def _said(visit: Visit, session: Session, person: Person | None) -> list[tuple[str, Said]]:
    """The end of the chat, for who may read it."""
    if person is None or person.chat_id is None or not may(visit.actor(), Right.SEE_CHATS):
        return []
    said = read_transcript(session, person.chat_id)[-LAST_SAID:]
    return [(format_clock(visit.language, each.at, visit.settings.zone), each) for each in said]


def _money(visit: Visit, session: Session, view: OrderView) -> dict[str, Any]:
    """For who may see money; nothing of it for others."""
    if not may(visit.actor(), Right.SEE_MONEY):
        return {"payments": [], "postings": [], "refundable": 0}
    payments = payments_of(session, view.order.id)
    return {
        "payments": [
            (each, format_money(each.amount_paise, each.currency), say_method(visit, each.method),
             [(visit.t(f"order-refund-{status}"), format_money(amount, each.currency), reference)
              for _, amount, status, reference in each.refunds])
            for each in payments
        ],
        "postings": [
            (format_day_title(visit.language, each.at, visit.moment, visit.settings.zone),
             visit.t(f"ledger-event-{each.source}-{kind_of_event(each.event)}"),
             visit.t(f"ledger-account-{each.account}"), each.amount_paise)
            for each in postings_of_order(session, view.order.id)
        ],
        "refundable": refundable_paise(session, view.order.id),
    }  # fmt: skip


def _choices(visit: Visit, session: Session, view: OrderView) -> dict[str, Any]:
    """What can be chosen in its forms: windows of its zone, homes of its customer, apartments, reasons."""
    today = business_day(visit.moment, visit.settings.zone)
    zone, language = visit.settings.zone, visit.language
    windows = windows_between(session, today, today + timedelta(DAYS_AHEAD))
    person = read_person(session, view.order.customer_id)
    return {
        "windows": [
            (str(each.slot_id), format_slot_title(language, each.starts_at, each.ends_at, visit.moment, zone))
            for each in windows
            if each.is_offered and each.slot_id != view.order.slot_id and each.zone_id == view.order.zone_id
        ],
        "homes": [
            (str(home_id), f"{pick({'en': apartment, **names}, language)}, {line}")
            for home_id, apartment, names, line in (person.homes if person else [])
        ],
        "apartments": [(str(each.id), pick(each.names, language)) for each in list_apartments(session)],
        "reasons": [(reason.value, visit.t(f"order-failed-{reason}")) for reason in FailureReason],
    }  # fmt: skip
