"""What must always be true of the rows, one query for each rule (RELIABILITY §2).

`jamango fsck --full` asks all of them of every row, so does every test story at its end. The jobs ask them every five
minutes of the newest rows and of one piece of history (`spans.plan_round`), so that no look grows with the shop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.invariants import bills, delivery, fruit, ledger, messages, money, orders, people, slots, stalls
from core.invariants.rule import Rule
from core.invariants.spans import PIECE, Round, Span, plan_round

__all__ = ["RULES", "Rule", "Violation", "find_violations", "look", "plan", "read_bounds", "read_marks", "save_mark"]

RULES: tuple[Rule, ...] = (
    *fruit.RULES,
    *slots.RULES,
    *orders.RULES,
    *money.RULES,
    *ledger.RULES,
    *delivery.RULES,
    *stalls.RULES,
    *bills.RULES,
    *people.RULES,
    *messages.RULES,
)
MOST_ROWS = 50
TABLES = sorted({rule.over for rule in RULES if rule.over})
# One statement for the smallest and the largest id of every table: each is one look at the end of an index.
BOUNDS = text(
    " UNION ALL ".join(
        f"SELECT '{table}' AS name, (SELECT min(id) FROM {table}) AS first, (SELECT max(id) FROM {table}) AS last"  # noqa: S608 - our own tables
        for table in TABLES
    )
)
SAVE_MARK = text(
    """
    INSERT INTO fsck_marks (rule, passed_to) VALUES (:rule, :passed_to)
    ON CONFLICT (rule) DO UPDATE SET passed_to = EXCLUDED.passed_to, looked_at = jamango_now()
    """
)
EMPTY = Span(1, 0)
WHOLE = Round((Span(0, 0),), 0)  # for a rule that is asked whole: its query has no ids in it


@dataclass(frozen=True)
class Violation:
    """A rule that is broken, and the first rows that break it."""

    rule: str
    rows: list[dict[str, Any]]


def find_violations(session: Session, *, piece: int = PIECE) -> list[Violation]:
    """Every broken rule, looked for in every row; an empty list means that the books are in order."""
    bounds = read_bounds(session)
    found = ((rule, _read_offenders(session, rule, bounds, piece)) for rule in RULES)
    return [Violation(rule.name, rows) for rule, rows in found if rows]


def _read_offenders(session: Session, rule: Rule, bounds: Mapping[str, Span], piece: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for span in plan(rule, bounds, None, piece=piece).spans:
        rows += look(session, rule, span)
    return rows[:MOST_ROWS]


def plan(rule: Rule, bounds: Mapping[str, Span], passed_to: int | None, *, piece: int = PIECE) -> Round:
    """Which ids to ask a rule about: all of them when `passed_to` is None, else those of the next round."""
    if not rule.over:
        return WHOLE
    ids = bounds[rule.over]
    if passed_to is None:
        return Round(tuple(ids.pieces(piece)), ids.last)
    return plan_round(ids, passed_to, piece=piece, recent=2 * piece)


def look(session: Session, rule: Rule, span: Span) -> list[dict[str, Any]]:
    """The rows among these ids that break the rule, fifty at most."""
    query = text(f"SELECT * FROM ({rule.query}) AS offender LIMIT {MOST_ROWS}")  # noqa: S608 - ours
    rows = session.execute(query, {"first": span.first, "last": span.last} if rule.over else {})
    return [dict(row._mapping) for row in rows]


def read_bounds(session: Session) -> dict[str, Span]:
    """The smallest and the largest id of every table that rules go through in pieces."""
    return {row.name: EMPTY if row.first is None else Span(row.first, row.last) for row in session.execute(BOUNDS)}


def read_marks(session: Session) -> dict[str, int]:
    """How far each rule has come through history; none for a rule that never came round."""
    return {row.rule: row.passed_to for row in session.execute(text("SELECT rule, passed_to FROM fsck_marks"))}


def save_mark(session: Session, rule: Rule, passed_to: int) -> None:
    """Note how far a rule has come."""
    session.execute(SAVE_MARK, {"rule": rule.name, "passed_to": passed_to})
