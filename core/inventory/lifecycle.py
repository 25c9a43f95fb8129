"""How fruit kept for one order may move. One table; `core.inventory.actions` is its only writer."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class HoldStatus(StrEnum):
    ACTIVE = "active"
    RELEASED = "released"
    CONSUMED = "consumed"


class HoldEvent(StrEnum):
    HOLD_AGAIN = "hold-again"
    RELEASE = "release"
    CONSUME = "consume"
    PUT_BACK = "put-back"


S, E = HoldStatus, HoldEvent

HOLDS = Lifecycle(
    (
        # Money came after the hold had ended, and the fruit was still free (invariant I13).
        Move(E.HOLD_AGAIN, S.RELEASED, S.ACTIVE),
        Move(E.RELEASE, S.ACTIVE, S.RELEASED),
        Move(E.CONSUME, S.ACTIVE, S.CONSUMED),
        # The order is cancelled before it is packed.
        Move(E.PUT_BACK, S.CONSUMED, S.RELEASED),
    )
)
