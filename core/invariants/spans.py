"""Which ids a look goes through: all of them in pieces, or the newest ones and the next piece of history. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PIECE = 10_000  # ids of a table a statement, which is then far within its ten seconds (docs/bench.md)
RECENT = 2 * PIECE  # rows that may still change; what is older is history


@dataclass(frozen=True)
class Span:
    """The ids `first` to `last` of a table, both among them; empty when `last` is smaller."""

    first: int
    last: int

    def pieces(self, size: int = PIECE) -> Iterator[Span]:
        """The same ids, at most `size` at a time."""
        for first in range(self.first, self.last + 1, size):
            yield Span(first, min(first + size - 1, self.last))


@dataclass(frozen=True)
class Round:
    """What one round of a rule looks at, and how far it has then come through history."""

    spans: tuple[Span, ...]
    passed_to: int


def plan_round(ids: Span, passed_to: int, *, piece: int = PIECE, recent: int = RECENT) -> Round:
    """Everything recent, and the piece of history behind `passed_to`; at its end history begins anew.

    However many rows there are, a round looks at no more than `recent` + `piece` of them, and so many rounds later
    each has been looked at.
    """
    first_recent = max(ids.first, ids.last - recent + 1)
    newest = tuple(Span(first_recent, ids.last).pieces(piece))
    first = passed_to + 1 if ids.first <= passed_to + 1 < first_recent else ids.first
    last = min(first + piece, first_recent) - 1
    if last < first:
        return Round(newest, passed_to)
    return Round((*newest, Span(first, last)), last)
