"""The way from a cart to the summary: what core says is still missing decides which question comes next.

Checkout                    → the first of: fruit, enough of it, a home, a window, a phone number (`Lack`)
(nothing is missing)        → the summary
"""

from __future__ import annotations

from core.carts.actions import choose_address
from core.checkout.rules import Lack, whats_missing
from flows.ordering.where import known_homes
from flows.turn import Turn


def next_lack(turn: Turn) -> Lack | None:
    """What is asked for next; None when everything is said."""
    return next(iter(whats_missing(turn.cart)), None)


def lacks_fruit(turn: Turn) -> bool:
    return next_lack(turn) is Lack.FRUIT


def lacks_minimum(turn: Turn) -> bool:
    return next_lack(turn) is Lack.MINIMUM


def lacks_address(turn: Turn) -> bool:
    return next_lack(turn) is Lack.ADDRESS


def has_home_to_take(turn: Turn) -> bool:
    """Whether a home is missing and one was used before, which was not tried in this turn already."""
    return lacks_address(turn) and "home_taken" not in turn.scratch and bool(known_homes(turn))


def take_the_last_home(turn: Turn) -> None:
    """The home used last is taken without a question, because one tap changes it."""
    turn.scratch["home_taken"] = True
    choose_address(turn.session, turn.customer_id, known_homes(turn)[0].id, turn.now)
    turn.forget_cart()


def lacks_open_slot(turn: Turn) -> bool:
    """Whether a window was chosen that cannot be had any more; somebody else may have taken it in this moment."""
    return next_lack(turn) is Lack.OPEN_SLOT


def lacks_slot(turn: Turn) -> bool:
    return next_lack(turn) is Lack.SLOT


def lacks_phone(turn: Turn) -> bool:
    return next_lack(turn) is Lack.PHONE
