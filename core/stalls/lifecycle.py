"""How a shift may move. One table; `core.stalls.moves` is its only writer."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class ShiftStatus(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class ShiftEvent(StrEnum):
    CLOSE = "close"


# A shift that is closed stays closed: what comes late is an addendum of its report.
SHIFTS = Lifecycle((Move(ShiftEvent.CLOSE, ShiftStatus.OPEN, ShiftStatus.CLOSED),))
