"""Asking the rows every question of `core.invariants`: each in a statement and a transaction of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from core.db import sqlstate, transaction
from core.invariants import RULES, Rule, Violation, look, plan, read_bounds, read_marks, save_mark
from core.invariants.spans import PIECE, Round, Span

# The statement's ten seconds ran out, or a table was locked for three.
OUT_OF_TIME = {"57014", "55P03"}
SECONDS_FOR_A_ROUND = 120.0  # of the jobs: Celery ends a task at 240, and the next round is due at 300


@dataclass
class Inspection:
    """What an inspection found: broken rules, and rules that could not be asked to the end."""

    violations: list[Violation] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)


def inspect_everything(*, piece: int = PIECE) -> Inspection:
    """Ask every rule about every row, however long it takes."""
    with transaction() as session:
        bounds = read_bounds(session)
    return _inspect(lambda rule: plan(rule, bounds, None, piece=piece), float("inf"))


def inspect_newest(*, keep_marks: bool, piece: int = PIECE, seconds: float = SECONDS_FOR_A_ROUND) -> Inspection:
    """Ask every rule about the newest rows and the next piece of history.

    With `keep_marks` the next inspection goes on behind that piece. What cannot be asked in `seconds` is unanswered.
    """
    with transaction() as session:
        bounds, marks = read_bounds(session), read_marks(session)
    return _inspect(
        lambda rule: plan(rule, bounds, marks.get(rule.name, 0), piece=piece), seconds, marks if keep_marks else None
    )


def _inspect(plan_of: Callable[[Rule], Round], seconds: float, marks: Mapping[str, int] | None = None) -> Inspection:
    made = Inspection()
    deadline = time.monotonic() + seconds
    for rule in RULES:
        planned = plan_of(rule)
        rows = []
        try:
            for span in planned.spans:
                rows += _look(rule, span, deadline)
        except TimeoutError:
            made.unanswered.append(rule.name)
        else:
            _keep(rule, planned, marks)
        if rows:
            made.violations.append(Violation(rule.name, rows))
    return made


def _look(rule: Rule, span: Span, deadline: float) -> list[dict[str, object]]:
    if time.monotonic() > deadline:
        raise TimeoutError
    try:
        with transaction() as session:
            if rule.over:  # a piece is looked up: it is never worth while to read another table to its end for it
                session.execute(text("SET LOCAL enable_seqscan = off"))
            return look(session, rule, span)
    except DBAPIError as error:
        if sqlstate(error) in OUT_OF_TIME:
            raise TimeoutError from error
        raise


def _keep(rule: Rule, planned: Round, marks: Mapping[str, int] | None) -> None:
    if marks is not None and rule.over and planned.passed_to != marks.get(rule.name, 0):
        with transaction() as session:
            save_mark(session, rule, planned.passed_to)
