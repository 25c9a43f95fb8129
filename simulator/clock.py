"""The clock of the outside world. Only this module reads the machine's clocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Real time plus an offset in seconds that tests and the page move."""

    def __init__(self, offset_seconds: float = 0) -> None:
        self.offset_seconds = offset_seconds

    def seconds(self) -> float:
        """Unix time of this world, in seconds."""
        return time.time() + self.offset_seconds

    def unix(self) -> int:
        """Unix time of this world in whole seconds, as both platforms write it."""
        return int(self.seconds())

    def elapsed(self) -> float:
        """Seconds that never jump with the machine's clock but follow the offset; for rates."""
        return time.monotonic() + self.offset_seconds

    def describe(self) -> dict[str, object]:
        """The clock as the control API shows it."""
        return {"now": iso(self.seconds()), "offset_seconds": self.offset_seconds}


def iso(seconds: float) -> str:
    """Unix seconds as ISO 8601 in UTC with milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
