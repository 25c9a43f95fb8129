"""People with phones, and what was said on them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, fields
from typing import Any

from simulator.clock import iso

WINDOW_SECONDS = 24 * 3600
SHOWN_IN_STATE = 200
ROLES = ("customer", "regular", "rider", "founder")


@dataclass(slots=True)
class Message:
    """One message in either direction. Times are unix seconds; `payload` is the Graph object as sent or received."""

    seq: int
    id: str
    phone_id: str | None
    direction: str
    at: float
    status: str
    type: str
    payload: dict[str, Any]
    template: dict[str, Any] | None = None
    context_id: str | None = None
    billable: bool = False
    media_url: str | None = None
    category: str | None = None
    recipient: str | None = None
    callback_data: str | None = None
    errors: list[dict[str, Any]] = field(default_factory=list)
    attempts: int = 0
    deliveries: int = 0

    def describe(self) -> dict[str, Any]:
        """The message as the control API shows it."""
        shown = {name: getattr(self, name) for name in MESSAGE_FACTS}
        shown["at"] = iso(self.at)
        return shown


MESSAGE_FACTS = tuple(fact.name for fact in fields(Message))


@dataclass(slots=True)
class Phone:
    """A person with WhatsApp. `phone` is digits without plus, or None for somebody known by `user_id` only.

    An `old_client` is a WhatsApp that knows no forms.
    """

    id: str
    name: str
    role: str
    phone: str | None
    user_id: str
    username: str | None = None
    hide_phone: bool = False
    old_client: bool = False
    marketing_stopped: bool = False
    window_ends: float | None = None
    typing_ends: float | None = None
    messages: list[Message] = field(default_factory=list)
    arrival: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    @property
    def shows_number(self) -> bool:
        """Whether webhooks carry `from`, `wa_id` and `recipient_id`."""
        return self.phone is not None and not self.hide_phone

    def add(self, message: Message) -> None:
        """Put a message on the screen and wake those who wait for one."""
        self.messages.append(message)
        self.arrival.set()
        self.arrival = asyncio.Event()

    def unread(self) -> list[Message]:
        """What came and was not read."""
        return [m for m in self.messages if m.direction == "to_phone" and m.status in {"sent", "delivered"}]

    def window_is_open(self, now: float) -> bool:
        """Whether free-form messages may come: 24 hours from the person's last one."""
        return self.window_ends is not None and now < self.window_ends

    def describe(self, *, with_messages: bool = True) -> dict[str, Any]:
        """The phone as the control API shows it, with its latest messages."""
        shown: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "role": self.role,
            "phone": self.phone,
            "user_id": self.user_id,
            "username": self.username,
            "hide_phone": self.hide_phone,
            "old_client": self.old_client,
            "marketing_stopped": self.marketing_stopped,
            "window_ends_at": iso(self.window_ends) if self.window_ends is not None else None,
            "typing_until": iso(self.typing_ends) if self.typing_ends is not None else None,
            "unread": len(self.unread()),
        }
        if with_messages:
            shown["messages"] = [message.describe() for message in self.messages[-SHOWN_IN_STATE:]]
        return shown
