"""What WhatsApp reports of our messages: it arrives in any order, more than once, and never moves a status back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.outbox.tables import DeliveryStatus


@dataclass(frozen=True, slots=True)
class StatusNews:
    """One status webhook. `status` is None for kinds we do not follow; `opaque` is the outbox id that we sent along."""

    message_id: str
    status: DeliveryStatus | None
    opaque: str | None = None
    error_code: int | None = None
    error: str = ""
    at: datetime | None = None
