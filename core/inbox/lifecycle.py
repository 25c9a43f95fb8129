"""How what arrived may move. One table; `moves` beside it makes every statement that moves an event."""

from enum import StrEnum
from typing import NamedTuple


class InboxStatus(StrEnum):
    PENDING = "pending"
    HANDLED = "handled"
    DEAD = "dead"


class InboxAct(StrEnum):
    """HANDLE: it has taken effect. SET_ASIDE: it cannot, and a human hears of it."""

    HANDLE = "handle"
    SET_ASIDE = "set-aside"


class Move(NamedTuple):
    act: InboxAct
    source: InboxStatus
    target: InboxStatus


# Nothing leads out of the two ends: the provider's copies of an event are refused by its key.
MOVES: tuple[Move, ...] = (
    Move(InboxAct.HANDLE, InboxStatus.PENDING, InboxStatus.HANDLED),
    Move(InboxAct.SET_ASIDE, InboxStatus.PENDING, InboxStatus.DEAD),
)


def move_of(act: InboxAct) -> Move:
    """The one move that an act makes."""
    (move,) = (move for move in MOVES if move.act is act)
    return move
