"""What a rule about rows is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A truth about rows, for ever. `query` returns the rows that break it; `promise` says it in a sentence."""

    name: str
    promise: str
    query: str
