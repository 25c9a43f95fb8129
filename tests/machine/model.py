"""What the people and the founder could know by themselves: a dictionary beside the shop, and no SQL."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Capture:
    """Money that left a person's bank account for a link."""

    phone: str
    link: str
    amount: int
    currency: str


@dataclass
class Model:
    """Filled by the rules as they act; compared at the end by `reckoning`."""

    fruit: dict[int, int] = field(default_factory=dict)  # base units that ever came in, less losses, by inventory id
    places: dict[int, int] = field(default_factory=dict)  # capacity of each slot
    captured: dict[str, Capture] = field(default_factory=dict)  # by Razorpay's payment id
    sent: set[str] = field(default_factory=set)  # ids of the messages that people sent
    cancelled_by_staff: set[str] = field(default_factory=set)  # order codes
    changed_by_staff: Counter[str] = field(default_factory=Counter)  # how often, by order codes
    packed: set[str] = field(default_factory=set)
    crashes: int = 0
    orders_before: int = 0  # the highest id of the orders that were there before

    def note_payments(self, phone: str, link: str, payments: list[dict[str, Any]]) -> None:
        """What the payment page said; a failed payment takes no money."""
        for payment in payments:
            if payment["status"] == "captured":
                self.captured[payment["id"]] = Capture(phone, link, payment["amount"], payment["currency"])

    def money_of(self, phone: str) -> int:
        """Rupees a person has paid, in paise."""
        return sum(each.amount for each in self.captured.values() if each.phone == phone and each.currency == "INR")
