"""The outside world's own account of what happened, to be compared with the shop's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from simulator.phones import Message


@dataclass
class Books:
    """What was accepted, refused and told. Payments, links and refunds are kept by the pretend Razorpay itself."""

    accepted: list[Message] = field(default_factory=list)
    inbound: list[Message] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    razorpay_refused: list[dict[str, Any]] = field(default_factory=list)
    razorpay_events: list[dict[str, Any]] = field(default_factory=list)
    read_receipts: int = 0
    typing_indicators: int = 0

    def billable(self) -> int:
        """How many messages Meta would charge for, free ones of the month included."""
        return sum(message.billable for message in self.accepted)
