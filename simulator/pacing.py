"""Meta's two rates: to one user (a burst borrowed from the future), and of the whole number."""

from __future__ import annotations


class Bucket:
    """Holds up to `size` tokens and gains `per_second`. Times are any seconds that grow."""

    def __init__(self, size: float, now: float) -> None:
        self.tokens = size
        self._at = now

    def take(self, size: float, per_second: float, now: float) -> bool:
        """Take a token if there is one."""
        self.tokens = min(size, self.tokens + max(0.0, now - self._at) * per_second)
        self._at = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Pacing:
    """The buckets of one business number."""

    def __init__(self) -> None:
        self._pairs: dict[str, Bucket] = {}
        self._number: Bucket | None = None

    def allows_pair(self, recipient: str, seconds: float, burst: int, now: float) -> bool:
        """Whether one more may go to this recipient; `seconds` of 0 turns the rule off."""
        if seconds <= 0:
            return True
        bucket = self._pairs.get(recipient)
        if bucket is None:
            bucket = self._pairs[recipient] = Bucket(burst, now)
        return bucket.take(burst, 1 / seconds, now)

    def allows_throughput(self, per_second: float, now: float) -> bool:
        """Whether the number may send one more; 0 turns the rule off."""
        if per_second <= 0:
            return True
        if self._number is None:
            self._number = Bucket(per_second, now)
        return self._number.take(per_second, per_second, now)

    def clear(self) -> None:
        """All rates begin anew."""
        self._pairs.clear()
        self._number = None
