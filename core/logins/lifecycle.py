"""How a word of a login may go. One table."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class WordStatus(StrEnum):
    """WAITING: shown in a browser. HEARD: sent to us, the number is asked. CONFIRMED: the right number was tapped."""

    WAITING = "waiting"
    HEARD = "heard"
    CONFIRMED = "confirmed"
    USED = "used"
    REFUSED = "refused"
    DROPPED = "dropped"


class WordEvent(StrEnum):
    SENT = "sent"
    TAPPED_RIGHT = "tapped right"
    TAPPED_WRONG = "tapped wrong"
    SIGNED_IN = "signed in"
    ASKED_ANEW = "asked anew"


W, E = WordStatus, WordEvent

LIFECYCLE = Lifecycle(
    (
        Move(E.SENT, W.WAITING, W.HEARD),
        Move(E.TAPPED_RIGHT, W.HEARD, W.CONFIRMED),
        Move(E.TAPPED_WRONG, W.HEARD, W.REFUSED),
        Move(E.SIGNED_IN, W.CONFIRMED, W.USED),
        Move(E.ASKED_ANEW, W.WAITING, W.DROPPED),
        Move(E.ASKED_ANEW, W.HEARD, W.DROPPED),
        Move(E.ASKED_ANEW, W.CONFIRMED, W.DROPPED),
    )
)
