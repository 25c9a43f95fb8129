"""How a shift, and a QR code of Razorpay's, may move. `core.stalls.moves` is the only writer of both."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class ShiftStatus(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class ShiftEvent(StrEnum):
    CLOSE = "close"


# A shift that is closed stays closed: what comes late is an addendum of its report.
SHIFTS = Lifecycle((Move(ShiftEvent.CLOSE, ShiftStatus.OPEN, ShiftStatus.CLOSED),))


class QrStatus(StrEnum):
    """A code that Razorpay is asked for, that can be paid, that cannot any more, and that never came to be."""

    ASKING = "asking"
    OPEN = "open"
    CLOSED = "closed"
    FAILED = "failed"


class QrEvent(StrEnum):
    MAKE = "make"
    FAIL = "fail"
    CLOSE = "close"


QRS = Lifecycle(
    (
        Move(QrEvent.MAKE, QrStatus.ASKING, QrStatus.OPEN),
        Move(QrEvent.FAIL, QrStatus.ASKING, QrStatus.FAILED),
        Move(QrEvent.CLOSE, QrStatus.OPEN, QrStatus.CLOSED),
    )
)
