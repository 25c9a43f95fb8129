"""The customer's orders, looked up once a turn, and which of them the chat speaks of."""

from __future__ import annotations

from zlib import crc32

from pydantic import BaseModel

from bot.limits import ROWS
from core.orders.lifecycle import OrderStatus
from core.orders.queries import find_order, orders_of
from core.orders.revision import Change
from core.orders.tables import Order
from core.payments.money_here import OrderMoney, money_of_orders
from core.views.orders import OrderView, order_view
from flows.memory import Part
from flows.standing import OVER, shown_status
from flows.turn import Turn

SHOWN_ORDERS = ROWS - 1
ENDED = frozenset({OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.EXPIRED})


class Proposal(BaseModel):
    """A change of an order that somebody is asked about; what is None stays.

    `version` and `total_paise` are what was shown of it: nothing else is done by the button. `came_by` is the trigger
    of the wish, which a choice among several orders goes on with.
    """

    code: str = ""
    packs: dict[int, int] | None = None
    address_id: int | None = None
    slot_id: int | None = None
    note: str | None = None
    version: int = 0
    total_paise: int = 0

    @property
    def mark(self) -> str:
        """By which its button is known from those of earlier proposals."""
        return f"{crc32(self.model_dump_json().encode()):08x}"

    def as_change(self) -> Change:
        return Change(self.packs, self.address_id, self.slot_id, self.note)


class MyOrdersMemory(Part):
    """The code of the order that is `shown`, and what goes back of a cancelled one (a sum as text).

    `proposal` is the change that is being put together, `wish` the trigger that waits for the answer which order it
    is about, `wished` the words that it came in, and `line` the pack whose number is asked.
    """

    shown: str = ""
    refund: str = ""
    proposal: Proposal = Proposal()
    wish: str = ""
    wished: str = ""
    line: int | None = None


def noted(turn: Turn) -> MyOrdersMemory:
    return turn.memory.part(MyOrdersMemory)


def their_orders(turn: Turn) -> list[Order]:
    if "orders" not in turn.scratch:
        turn.scratch["orders"] = orders_of(turn.session, turn.customer.id, SHOWN_ORDERS)
    orders: list[Order] = turn.scratch["orders"]
    return orders


def live_order(turn: Turn) -> Order | None:
    """The newest order that is not over, or whose money waits for an answer."""
    open_orders = (order for order in their_orders(turn) if order.status not in ENDED)
    return next(open_orders, None) or next(
        (each for each in their_orders(turn) if waits_for_its_money(turn, each)), None
    )


def money_of_them(turn: Turn) -> dict[int, OrderMoney]:
    if "money" not in turn.scratch:
        turn.scratch["money"] = money_of_orders(turn.session, [order.id for order in their_orders(turn)])
    money: dict[int, OrderMoney] = turn.scratch["money"]
    return money


def waits_for_its_money(turn: Turn, order: Order) -> bool:
    return shown_status(order, money_of_them(turn).get(order.id, OrderMoney())) == OVER


def order_to_cancel(turn: Turn) -> Order | None:
    return find_order(turn.session, turn.arg, turn.customer.id) if turn.arg else live_order(turn)


def shown_order(turn: Turn) -> OrderView | None:
    """The order that the chat speaks of, looked up once for its question."""
    code = noted(turn).shown
    if turn.scratch.get("shown_code") != code:
        turn.scratch["shown_code"], turn.scratch["shown"] = code, _find_shown(turn, code)
    view: OrderView | None = turn.scratch["shown"]
    return view


def _find_shown(turn: Turn, code: str) -> OrderView | None:
    known = [order for order in turn.scratch.get("orders", []) if order.code == code]
    order = known[0] if known else find_order(turn.session, code, turn.customer.id)
    return order_view(turn.session, order.id) if order else None
