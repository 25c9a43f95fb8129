"""Where somebody can stand while looking at their orders."""

from enum import StrEnum


class Step(StrEnum):
    ORDERS = "orders"
    ORDER = "order"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
