"""Where a rider's chat can stand: each is what was shown last."""

from enum import StrEnum


class Step(StrEnum):
    HOME = "home"
    ROUTE = "route"
    STOP = "stop"
    PROBLEM = "problem"
    CODE = "code"
    CHANGE = "change"
    LINK = "link"
    CASH = "cash"
    HANDOVER = "handover"
    ENDED = "ended"
    HELP = "help"
