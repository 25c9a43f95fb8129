"""What the list of orders is narrowed by: all of it in the address, any combination of it answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated
from urllib.parse import parse_qsl

from pydantic import Field

from admin_web.fields import Day
from core.checkout.basket import Channel
from core.orders.lifecycle import OrderStatus
from core.views.order_list import OrderFilter, PaymentState
from pages.filters import Filters

Chosen = Annotated[int, Field(ge=1, le=2**63 - 1)]


class NearDay(StrEnum):
    """A day that goes with the calendar, so that a kept view stays what it says."""

    YESTERDAY = "yesterday"
    TODAY = "today"
    TOMORROW = "tomorrow"


DISTANCE = {NearDay.YESTERDAY: -1, NearDay.TODAY: 0, NearDay.TOMORROW: 1}


class AskedOrders(Filters):
    """Each is a pill; `window` is a slot's id, `day` the day of the window."""

    q: str = ""
    status: OrderStatus | None = None
    payment: PaymentState | None = None
    channel: Channel | None = None
    apartment: Chosen | None = None
    window: Chosen | None = None
    day: NearDay | Day | None = None
    waiting: bool = False

    def narrowed(self, today: date) -> OrderFilter:
        """The same for core, on a business day."""
        day = today + timedelta(days=DISTANCE[self.day]) if isinstance(self.day, NearDay) else self.day
        return OrderFilter(
            status=self.status,
            payment=self.payment,
            channel=self.channel,
            apartment_id=self.apartment,
            slot_id=self.window,
            day=day,
            waits_for_us=self.waiting,
            text=self.q,
            fits_nothing=bool(self.odd),
        )


# Their names are `orders-view-<key>` in the pages' wording.
READY_VIEWS: Mapping[str, AskedOrders] = {
    "to-pack": AskedOrders(status=OrderStatus.CONFIRMED, day=NearDay.TODAY),
    "unpaid": AskedOrders(status=OrderStatus.AWAITING_PAYMENT),
    "cash-today": AskedOrders(payment=PaymentState.CASH_DUE, day=NearDay.TODAY),
    "failed": AskedOrders(status=OrderStatus.DELIVERY_FAILED),
    "waiting": AskedOrders(waiting=True),
}


def read_query(query: str) -> AskedOrders:
    """What a kept `?status=packed&q=asha` asks for."""
    return AskedOrders.read(dict(parse_qsl(query.lstrip("?"))))
