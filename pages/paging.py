"""Pages of a long list by keyset: where a page ends is in the URL, so the thousandth costs what the first does.

The list is ordered by a moment and an id, the newest first, and asked for one row more than is shown.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

Row = TypeVar("Row")

SIZE = 25
LONGEST_CURSOR = 100


@dataclass(frozen=True)
class Cursor:
    """A place in the list: after the row with this moment and id."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(f"{self.at.isoformat()} {self.id}".encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Cursor | None:
        """The place that a URL names; None, the beginning, for one that is none."""
        if not 0 < len(text) <= LONGEST_CURSOR:
            return None
        try:
            at, _, number = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii").partition(" ")
            moment, row_id = datetime.fromisoformat(at), int(number)
        except (ValueError, binascii.Error):
            return None
        return cls(moment, row_id) if moment.tzinfo is not None and 0 < row_id < 2**63 else None


@dataclass(frozen=True)
class PageOf(Generic[Row]):
    """One page of rows; `older` is the cursor of the next one, None at the end."""

    rows: Sequence[Row]
    older: Cursor | None

    @classmethod
    def of(cls, rows: Sequence[Row], place: Callable[[Row], Cursor], size: int = SIZE) -> PageOf[Row]:
        """From up to `size` + 1 rows, in order; the last one only says that there are more."""
        return cls(rows[:size], place(rows[size - 1]) if len(rows) > size else None)
