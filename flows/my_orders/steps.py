"""Where somebody can stand while looking at their orders."""

from enum import StrEnum


class Step(StrEnum):
    ORDERS = "orders"
    ORDER = "order"
    WHICH = "which"
    CHANGING = "changing"
    WINDOW = "window"
    FRUIT = "fruit"
    COUNT = "count"
    NOTE = "remark"
    PROPOSAL = "proposal"
    ANEW = "anew"
    KEEPER = "keeper"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
