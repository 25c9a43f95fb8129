"""What a rule about rows is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A truth about rows, for ever. `query` returns the rows that break it; `promise` says it in a sentence.

    A rule over a table that only grows names it in `over`: it is asked piece by piece, and its query has
    `BETWEEN :first AND :last` for a piece of that table's ids. One without is asked whole, so it reads only what
    stays small, or what a partial index keeps small: rows that are still open.
    """

    name: str
    promise: str
    query: str
    over: str = ""
