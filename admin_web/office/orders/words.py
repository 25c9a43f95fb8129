"""An order as a row: what a list shows of it, and a file of the list says in the same columns."""

from __future__ import annotations

from typing import Any

from admin_web.lists import Column, Row
from core.formats import format_fruit, format_slot_title
from core.orders.lifecycle import OrderStatus
from core.views.order_list import ListedOrder
from core.wording import FIRST_LANGUAGE, pick
from pages.visit import Visit
from pages.wording import PAGES

ORDERS = "/admin/orders"
BULK = "/admin/orders/bulk"
TONES = {
    OrderStatus.AWAITING_PAYMENT: "wait",
    OrderStatus.CONFIRMED: "plain",
    OrderStatus.PACKED: "plain",
    OrderStatus.OUT_FOR_DELIVERY: "wait",
    OrderStatus.DELIVERED: "done",
    OrderStatus.DELIVERY_FAILED: "problem",
    OrderStatus.EXPIRED: "plain",
    OrderStatus.CANCELLED: "plain",
}


def page_of(code: str) -> str:
    return f"{ORDERS}/{code}"


def status_pill(visit: Visit, status: str) -> tuple[str, str]:
    """A status in words, and its colour."""
    return visit.t(f"orders-status-{status}"), TONES[OrderStatus(status)]


def home_of(visit: Visit, address: dict[str, Any]) -> str:
    """`Palm Grove, B-1203`, in the reader's language."""
    names = address.get("apartment_names") or {FIRST_LANGUAGE: str(address.get("apartment", ""))}
    return ", ".join(part for part in (pick(names, visit.language), str(address.get("line", ""))) if part)


def fruit_of(visit: Visit, items: list[list[Any]]) -> str:
    return "; ".join(format_fruit(visit.language, names, labels, quantity) for names, labels, quantity in items)


def payment_words(visit: Visit, row: ListedOrder) -> str:
    """How it is paid: what matters most to whoever looks at a list."""
    if row.parked:
        return visit.t("orders-payment-parked")
    if row.status == OrderStatus.AWAITING_PAYMENT:
        return visit.t("orders-payment-unpaid")
    if row.payment_method is None:
        return ""
    if row.payment_method == "online":
        return visit.t("orders-payment-online")
    return visit.t("orders-payment-cash-paid" if row.status == OrderStatus.DELIVERED else "orders-payment-cash-due")


def say_method(visit: Visit, method: str) -> str:
    """By what it was paid online; Razorpay adds ways that we have no word for."""
    key = f"order-paid-by-{method.replace('_', '-')}"
    return visit.t(key if PAGES.has(key) else "order-paid-by-another")


def columns_of(visit: Visit) -> list[Column]:
    kinds = {"status": "pill", "total": "money"}
    names = ("code", "status", "customer", "home", "fruit", "window", "total", "payment", "channel")
    return [Column(visit.t(f"orders-column-{name}"), kinds.get(name, "text")) for name in names]


def row_of(visit: Visit, row: ListedOrder) -> Row:
    """In the columns of `columns_of`."""
    window = format_slot_title(visit.language, row.starts_at, row.ends_at, visit.moment, visit.settings.zone)
    cells = [
        row.code,
        status_pill(visit, row.status),
        row.customer or visit.t("orders-nameless"),
        home_of(visit, row.address),
        fruit_of(visit, row.items),
        window,
        row.total_paise,
        payment_words(visit, row),
        visit.t(f"orders-channel-{row.channel}"),
    ]
    return Row(row.id, page_of(row.code), cells)
