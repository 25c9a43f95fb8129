"""Which home an order shall go to instead: asked by the steps that ask for the cart's, then it is proposed.

change address              → Order 7KQ3WX goes to B-1203, Palm Grove. Where shall we bring it instead? (list)
Palm Grove C-402            → Order 7KQ3WX: to C-402, Palm Grove … Yes, change it · Keep it as it is (`flows.my_orders`)
"""

from __future__ import annotations

from bot.fitting import plain
from core.errors import Refusal
from core.orders.lifecycle import OrderStatus
from core.orders.queries import apartment_of, find_order, orders_of
from core.orders.revising import CHANGEABLE
from core.orders.tables import Order
from core.wording import pick
from flows.ordering.flat import keep_said_home
from flows.ordering.fruit import read_id
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.ordering.where import look_around_again
from flows.turn import Turn

LOOKED_AT = 10  # of the customer's last orders
MOVING_STEPS = frozenset({Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING})
MOVABLE = frozenset({OrderStatus.CONFIRMED})  # an unpaid one goes where its cart goes, unless its link is out
FIXED = frozenset({OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY, OrderStatus.DELIVERY_FAILED})
UNDER_WAY = FIXED | {OrderStatus.AWAITING_PAYMENT}


def has_order_to_move(turn: Turn) -> bool:
    return len(_orders(turn, MOVABLE)) == 1


def has_orders_to_move(turn: Turn) -> bool:
    return len(_orders(turn, MOVABLE)) > 1


def has_order_under_way(turn: Turn) -> bool:
    return bool(_orders(turn, UNDER_WAY))


def _orders(turn: Turn, statuses: frozenset[OrderStatus]) -> list[Order]:
    if "last_orders" not in turn.scratch:
        found = orders_of(turn.session, turn.customer.id, LOOKED_AT) if turn.customer.has_ordered else []
        turn.scratch["last_orders"] = found
    return [order for order in turn.scratch["last_orders"] if order.status in statuses]


def name_the_order(turn: Turn) -> None:
    turn.arg = _orders(turn, MOVABLE)[0].code


def name_the_open_order(turn: Turn) -> None:
    """The one whose link is out."""
    turn.arg = noted(turn).order_code


def say_it_cannot_move(turn: Turn) -> None:
    """Why, for the order that is under way, which is shown next."""
    order = _orders(turn, UNDER_WAY)[0]
    turn.arg = order.code
    unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    turn.note("errors-unpaid-order-open" if unpaid else "errors-order-not-changeable", order_code=order.code)


def say_nothing_to_move(turn: Turn) -> None:
    noted(turn).page = 0
    turn.note("ordering-nothing-to-move")


def order_can_move(turn: Turn) -> bool:
    order = find_order(turn.session, turn.arg, turn.customer.id)
    return order is not None and order.status in CHANGEABLE


def say_address_is_fixed(turn: Turn) -> None:
    """Raises Refusal `order-unknown` for an order that is not theirs."""
    if find_order(turn.session, turn.arg, turn.customer.id) is None:
        raise Refusal("order-unknown")
    turn.note("errors-order-not-changeable", order_code=turn.arg.upper())


def begin_to_move(turn: Turn) -> None:
    look_around_again(turn)
    order = find_order(turn.session, turn.arg, turn.customer.id)
    assert order is not None, "its line has looked"
    noted(turn).moving = order.code
    home, apartment = plain(str(order.address["line"])), pick(apartment_of(order), turn.language)
    turn.note("ordering-move-where", code=order.code, home=home, apartment=apartment)


def is_moving(turn: Turn) -> bool:
    """Whether the home that is asked for is an order's; whoever went elsewhere meanwhile speaks of the cart again."""
    return bool(noted(turn).moving) and turn.step in MOVING_STEPS


def note_the_new_home(turn: Turn) -> None:
    """Raises what `add_address` raises."""
    _name_home(turn, keep_said_home(turn).id)


def note_the_home_to_move_to(turn: Turn) -> None:
    _name_home(turn, read_id(turn.arg) or 0)


def _name_home(turn: Turn, address_id: int) -> None:
    turn.arg = f"{noted(turn).moving}.{address_id}"
    turn.scratch.pop("homes", None)
    look_around_again(turn)
