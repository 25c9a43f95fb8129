"""How an order's place in a window may move. One table; `core.slots.actions` is its only writer."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class BookingStatus(StrEnum):
    HELD = "held"
    BOOKED = "booked"
    RELEASED = "released"


class BookingEvent(StrEnum):
    BOOK = "book"
    RELEASE = "release"


S, E = BookingStatus, BookingEvent

BOOKINGS = Lifecycle(
    (
        Move(E.BOOK, S.HELD, S.BOOKED),
        # Whoever comes back for a place gets another row, so nothing leads out of a released one.
        Move(E.RELEASE, S.HELD, S.RELEASED),
        Move(E.RELEASE, S.BOOKED, S.RELEASED),
    )
)
