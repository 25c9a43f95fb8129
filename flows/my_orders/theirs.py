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

    `version` and `total_paise` are what was shown of it: nothing else is done by the button. `by_link` when
    the difference is too much for cash at the door, so that a link asks for it.
    """

    code: str = ""
    packs: dict[int, int] | None = None
    address_id: int | None = None
    slot_id: int | None = None
    note: str | None = None
    version: int = 0
    total_paise: int = 0
    by_link: bool = False

    @property
    def mark(self) -> str:
        """By which its button is known from those of earlier proposals, whatever order its packs are kept in."""
        shown = {**self.model_dump(), "packs": sorted(self.packs.items()) if self.packs else None}
        return f"{crc32(repr(sorted(shown.items())).encode()):08x}"

    def as_change(self) -> Change:
        return Change(self.packs, self.address_id, self.slot_id, self.note, self.by_link)


class MyOrdersMemory(Part):
    """The code of the order that is `shown`, and what goes back of a cancelled one (a sum as text).

    `proposal` is the change that is being put together, `wish` the trigger that waits for the answer which order it
    is about, `wished` the words that it came in, and `line` the pack whose number is asked. `also` are the codes of
    further orders that shall be cancelled together with the one shown.
    """

    shown: str = ""
    also: tuple[str, ...] = ()
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


def is_only_held(order: Order) -> bool:
    """Whether an order is no more than the summary that is looked at: nobody was asked for its money, none came."""
    is_unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    return is_unpaid and order.payment_method is None and not order.parked


def placed_first(orders: list[Order]) -> list[Order]:
    """Without what is only held, unless there is nothing else."""
    return [order for order in orders if not is_only_held(order)] or orders


def live_order(turn: Turn) -> Order | None:
    """The newest order that is not over, or whose money waits for an answer."""
    open_orders = iter(placed_first([order for order in their_orders(turn) if order.status not in ENDED]))
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
