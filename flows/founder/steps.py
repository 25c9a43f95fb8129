"""Where the founder's chat can stand: each is what was answered last."""

from enum import StrEnum


class Step(StrEnum):
    GUIDE = "guide"
    WAITING = "waiting"
    CUSTOMER = "customer"
    WHOM = "whom"
    SENT = "sent"
    ONLY_TEXT = "only_text"
    DRAFT_GONE = "draft_gone"
    HANDED_BACK = "handed_back"
    DAY = "day"
    ORDERS = "orders"
    ORDER = "order"
    TOLD = "told"
    SURE = "sure"
    DONE = "done"
    LEFT = "left"
    GONE = "gone"
