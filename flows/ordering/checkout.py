"""The way from a cart to the summary: what core says is still missing decides which question comes next.

Checkout                    → the first of: fruit, enough of it, a home, a window, a phone number (`Lack`)
(nothing is missing)        → the summary
"""

from __future__ import annotations

from core.checkout.rules import Lack, whats_missing
from flows.turn import Turn


def next_lack(turn: Turn) -> Lack | None:
    """What is asked for next; None when everything is said."""
    return next(iter(whats_missing(turn.customer.cart)), None)


def lacks_fruit(turn: Turn) -> bool:
    return next_lack(turn) is Lack.FRUIT


def lacks_minimum(turn: Turn) -> bool:
    return next_lack(turn) is Lack.MINIMUM


def lacks_address(turn: Turn) -> bool:
    return next_lack(turn) is Lack.ADDRESS


def lacks_open_slot(turn: Turn) -> bool:
    """Whether a window was chosen that cannot be had any more; somebody else may have taken it in this moment."""
    return next_lack(turn) is Lack.OPEN_SLOT


def lacks_slot(turn: Turn) -> bool:
    return next_lack(turn) is Lack.SLOT


def lacks_phone(turn: Turn) -> bool:
    return next_lack(turn) is Lack.PHONE
