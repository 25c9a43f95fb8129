"""How often is too often, and who is one asker. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network


@dataclass(frozen=True)
class Limit:
    """At most `times` in each `period`. `name` is part of the count's key: two limits never share a count."""

    name: str
    times: int
    period: timedelta

    def window(self, now: datetime) -> datetime:
        """When the window that `now` lies in began; windows are the same for everybody."""
        seconds = int(self.period.total_seconds())
        return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)

    def seconds_left(self, now: datetime) -> int:
        """Seconds until the next window, at least one: what `Retry-After` says."""
        return max(1, round((self.window(now) + self.period - now).total_seconds()))


def network_of(host: str) -> str:
    """Whose address it is: one of IPv4, or the /64 that one customer of IPv6 has to himself; anything else as it is."""
    if ":" not in host:
        return host
    try:
        return str(ip_network((host, 64), strict=False))
    except ValueError:
        return host
