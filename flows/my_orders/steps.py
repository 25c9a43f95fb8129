"""Where somebody can stand while looking at their orders."""

from enum import StrEnum


class Step(StrEnum):
    ORDERS = "orders"
    ORDER = "order"
    WHICH = "which_order"
    CHANGING = "changing"
    WINDOW = "other_window"
    FRUIT = "other_fruit"
    COUNT = "other_count"
    NOTE = "order_note"
    PROPOSAL = "proposal"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
