"""A window of delivery as a value. No database here."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class OpenSlot(NamedTuple):
    """A window with places left; times are UTC."""

    slot_id: int
    starts_at: datetime
    ends_at: datetime
    left: int
