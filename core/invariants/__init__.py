"""What must always be true of the rows, one query for each rule (RELIABILITY §2).

`jamango fsck` asks them all, so do the jobs every five minutes and every test story at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.invariants import fruit, messages, money, orders, people, slots
from core.invariants.rule import Rule

__all__ = ["RULES", "Rule", "Violation", "find_violations"]

RULES: tuple[Rule, ...] = (
    *fruit.RULES,
    *slots.RULES,
    *orders.RULES,
    *money.RULES,
    *people.RULES,
    *messages.RULES,
)
MOST_ROWS = 50


@dataclass(frozen=True)
class Violation:
    """A rule that is broken, and the first rows that break it."""

    rule: str
    rows: list[dict[str, Any]]


def find_violations(session: Session) -> list[Violation]:
    """Every broken rule; an empty list means that the books are in order."""
    found = ((rule, _read_offenders(session, rule)) for rule in RULES)
    return [Violation(rule.name, rows) for rule, rows in found if rows]


def _read_offenders(session: Session, rule: Rule) -> list[dict[str, Any]]:
    rows = session.execute(text(f"SELECT * FROM ({rule.query}) AS offender LIMIT {MOST_ROWS}"))  # noqa: S608 - ours
    return [dict(row._mapping) for row in rows]
