"""How a run and one of its stops may move. Two tables; `core.delivery.moves` is their only writer."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class RunStatus(StrEnum):
    """A dissolved run brought nothing: its stops are in other runs, or its window was postponed."""

    PLANNED = "planned"
    OPEN = "open"
    ENDED = "ended"
    DISSOLVED = "dissolved"


class RunEvent(StrEnum):
    START = "start"
    END = "end"
    DISSOLVE = "dissolve"


class StopStatus(StrEnum):
    """A removed stop is another run's, or nobody's."""

    PLANNED = "planned"
    DELIVERED = "delivered"
    FAILED = "failed"
    REMOVED = "removed"


class StopEvent(StrEnum):
    DELIVER = "deliver"
    FAIL = "fail"
    RESUME = "resume"
    REMOVE = "remove"


R, S = RunStatus, StopStatus

RUNS = Lifecycle(
    (
        Move(RunEvent.START, R.PLANNED, R.OPEN),
        Move(RunEvent.END, R.OPEN, R.ENDED),
        Move(RunEvent.DISSOLVE, R.PLANNED, R.DISSOLVED),
        Move(RunEvent.DISSOLVE, R.OPEN, R.DISSOLVED),
    )
)
STOPS = Lifecycle(
    (
        Move(StopEvent.DELIVER, S.PLANNED, S.DELIVERED),
        Move(StopEvent.FAIL, S.PLANNED, S.FAILED),
        Move(StopEvent.RESUME, S.DELIVERED, S.PLANNED),
        Move(StopEvent.RESUME, S.FAILED, S.PLANNED),
        Move(StopEvent.REMOVE, S.PLANNED, S.REMOVED),
    )
)
