"""Another home for an order; which one is asked by the steps that ask for the cart's (`flows.ordering.moving`)."""

from __future__ import annotations

from flows.my_orders.proposal import begin_proposal
from flows.my_orders.theirs import noted
from flows.ordering.fruit import read_id
from flows.turn import Turn

NO_HOME = -1  # of a made-up button


def note_wish_to_move(turn: Turn) -> None:
    noted(turn).wish = "moves_order"


def choose_home(turn: Turn) -> None:
    """Of the order that is named. Raises Refusal `order-unknown`."""
    code, _, address_id = turn.arg.partition(".")
    begin_proposal(turn, code).address_id = read_id(address_id) or NO_HOME
