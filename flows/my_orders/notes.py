"""A note for the rider is taken back: `note hata do`, `remove the note`."""

from __future__ import annotations

from flows.engine import Heard
from flows.my_orders.changing import changeable_orders
from flows.turn import Turn

NAMED = frozenset({"changes.note"})
FEWEST = 2  # ways of saying, of a note and of dropping it: `hi` and `menu` are not read as lines for it
DROPPED = frozenset({"remove", "change.remove", "deny"})


def hear_dropped_note(turn: Turn) -> Heard | None:
    """The note of what is being ordered, else of the one order that has any."""
    if len(turn.said.spans) < FEWEST:
        return None
    said = turn.said_as_line
    if not (said.has(*DROPPED) and said.is_only(NAMED, DROPPED | {"note", "thing", "do"})):
        return None
    if turn.customer.has_fruit:
        return Heard("drops_note") if turn.customer.cart.note else None
    noted = [order.code for order in changeable_orders(turn) if order.note]
    return Heard("drops_order_note", noted[0]) if len(noted) == 1 else None
