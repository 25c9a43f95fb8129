"""Who speaks in a chat."""

from datetime import datetime


def is_parked(parked_until: datetime | None, now: datetime) -> bool:
    """Whether a person speaks and the bot is silent."""
    return parked_until is not None and now < parked_until
