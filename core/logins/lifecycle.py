"""How a word and a code of a login may go. One table each."""

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


class CodeStatus(StrEnum):
    """WAITING: sent, and typed nowhere yet, perhaps wrongly. DROPPED: another one was asked for."""

    WAITING = "waiting"
    USED = "used"
    DROPPED = "dropped"


class CodeEvent(StrEnum):
    TYPED_RIGHT = "typed right"
    ASKED_ANEW = "asked anew"


CODE_LIFECYCLE = Lifecycle(
    (
        Move(CodeEvent.TYPED_RIGHT, CodeStatus.WAITING, CodeStatus.USED),
        Move(CodeEvent.ASKED_ANEW, CodeStatus.WAITING, CodeStatus.DROPPED),
    )
)
