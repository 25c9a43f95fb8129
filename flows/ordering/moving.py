"""The address of an order that is placed: until it is packed it can move within its zone, else a person helps.

change address              → Order 7KQ3WX goes to B-1203, Palm Grove. Where shall we bring it instead? (list)
Palm Grove C-402            → Order 7KQ3WX to C-402, Palm Grove … same time, same price. Yes, bring it there · Keep
[Yes, bring it there]       → Done … (the order)
"""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.messages import Buttons, OutgoingMessage
from core.customers.tables import Address
from core.errors import Refusal
from core.orders.addressing import MOVABLE, change_address, check_zone
from core.orders.lifecycle import OrderStatus
from core.orders.queries import apartment_of, find_order, orders_of
from core.orders.tables import Order
from core.reading.sentence import ASSENT, Sentence
from core.views.orders import order_view
from core.wording import pick
from core.zones.tables import Apartment
from flows.engine import Heard
from flows.ordering.flat import hear_flat, keep_said_home
from flows.ordering.fruit import read_id
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.ordering.where import find_known, known_homes, look_around_again, name_of
from flows.phrases import phrase_slot
from flows.turn import Turn

LOOKED_AT = 10  # of the customer's last orders
MOVING_STEPS = frozenset({Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING, Step.MOVING})
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


def say_which_order_moves(turn: Turn) -> None:
    turn.note("ordering-which-order-moves")


def say_it_cannot_move(turn: Turn) -> None:
    """Why, for the order that is under way, which is shown next."""
    order = _orders(turn, UNDER_WAY)[0]
    turn.arg = order.code
    unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    turn.note("errors-unpaid-order-open" if unpaid else "errors-address-fixed", order_code=order.code)


def say_nothing_to_move(turn: Turn) -> None:
    noted(turn).page = 0
    turn.note("ordering-nothing-to-move")


def order_can_move(turn: Turn) -> bool:
    order = find_order(turn.session, turn.arg, turn.customer.id)
    return order is not None and order.status in MOVABLE


def say_address_is_fixed(turn: Turn) -> None:
    """Raises Refusal `order-unknown` for an order that is not theirs."""
    if find_order(turn.session, turn.arg, turn.customer.id) is None:
        raise Refusal("order-unknown")
    turn.note("errors-address-fixed", order_code=turn.arg.upper())


def begin_to_move(turn: Turn) -> None:
    look_around_again(turn)
    noted(turn).moving = turn.arg
    _note_where_it_goes(turn)


def is_moving(turn: Turn) -> bool:
    """Whether the home that is asked for is an order's; whoever went elsewhere meanwhile speaks of the cart again."""
    return bool(noted(turn).moving) and turn.step in MOVING_STEPS


def _note_where_it_goes(turn: Turn) -> None:
    order = _moving_order(turn)
    noted(turn).moving_zone = order.zone_id
    home, apartment = plain(str(order.address["line"])), pick(apartment_of(order), turn.language)
    turn.note("ordering-move-where", code=order.code, home=home, apartment=apartment)


def _find_moving(turn: Turn) -> Order | None:
    return find_order(turn.session, noted(turn).moving, turn.customer.id)


def _moving_order(turn: Turn) -> Order:
    order = _find_moving(turn)
    if order is None:
        raise Refusal("order-unknown")
    return order


def note_the_new_home(turn: Turn) -> None:
    """Raises what `add_address` and `check_zone` raise; an address that is refused is not kept."""
    with turn.session.begin_nested():
        _note_where_to(turn, keep_said_home(turn).id)


def note_the_home_to_move_to(turn: Turn) -> None:
    _note_where_to(turn, read_id(turn.arg) or 0)


def _note_where_to(turn: Turn, address_id: int) -> None:
    order = _moving_order(turn)
    check_zone(turn.session, order, address_id)
    turn.scratch.pop("homes", None)
    noted(turn).moving_to = address_id
    noted(turn).home_line = ""


def nothing_moves(turn: Turn) -> bool:
    """Whether the order, or the home that it would go to, cannot be found."""
    return _find_moving(turn) is None or _new_home(turn) is None


def ask_moving(turn: Turn) -> OutgoingMessage:
    order, new = _find_moving(turn), _new_home(turn)
    assert order is not None and new is not None
    home, apartment = new
    view = order_view(turn.session, order.id)
    body = turn.say(
        "ordering-really-move",
        code=order.code,
        home=plain(home.line),
        apartment=name_of(turn, apartment),
        old_home=plain(str(order.address["line"])),
        old_apartment=pick(apartment_of(order), turn.language),
        slot=phrase_slot(turn.language, view.starts_at, view.ends_at, turn.now),
    )
    buttons = (
        turn.button("ordering-yes-move-button", "moves_it", f"{order.code}.{home.id}"),
        turn.button("ordering-do-not-move-button", "opens_order", order.code),
    )
    return Buttons(fit_body(body), buttons)


def hear_moving(turn: Turn, said: Sentence) -> Heard | None:
    """Assent brings it there, a refusal keeps the address, another home is asked about in its turn."""
    code = noted(turn).moving
    if said.is_only(ASSENT):
        return Heard("moves_it", f"{code}.{noted(turn).moving_to or 0}")
    return Heard("opens_order", code) if said.is_only({"deny"}, ASSENT) else hear_flat(turn, said)


def move_the_order(turn: Turn) -> None:
    """Raises what `change_address` raises, and then the order goes where it went."""
    code, _, address_id = turn.arg.partition(".")
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    moved = change_address(turn.session, order.id, read_id(address_id) or 0, actor=turn.actor)
    look_around_again(turn)
    home, apartment = plain(str(moved.address["line"])), pick(apartment_of(moved), turn.language)
    turn.note("ordering-moved", code=moved.code, home=home, apartment=apartment)
    turn.arg = moved.code


def _new_home(turn: Turn) -> tuple[Address, Apartment] | None:
    home = next((home for home in known_homes(turn) if home.id == noted(turn).moving_to), None)
    apartment = find_known(turn, str(home.apartment_id)) if home else None
    return (home, apartment) if home and apartment else None
