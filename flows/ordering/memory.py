"""What ordering remembers of a chat."""

from __future__ import annotations

from flows.memory import Part
from flows.turn import Turn


class OrderingMemory(Part):
    """`product` is the variety looked at, `seen` the one before it, and `count` how many were said of it; `pack` is the
    cart's line changed last.

    `apartments` are those to choose from, `apartment` is the one chosen and `home_line` what was said of the home in
    it; `moving` is the code of the order whose address changes.
    `order` and `order_code` are the order that waits for its payment; `phone` is the number told for the delivery.
    """

    page: int = 0
    product: int | None = None
    seen: int | None = None
    count: int = 0
    pack: int | None = None
    apartments: tuple[int, ...] = ()
    apartment: int | None = None
    home_line: str = ""
    moving: str = ""
    order: int | None = None
    order_code: str = ""
    phone: str = ""


def noted(turn: Turn) -> OrderingMemory:
    return turn.memory.part(OrderingMemory)
