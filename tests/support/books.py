"""Whether the books are in order, asked of a template's copies by one function: it is planned once for a session.

The rules are those of `find_violations`, which asks each by itself and costs a test forty milliseconds at its end.
"""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import Session

from core.invariants import RULES, find_violations
from core.invariants.rule import Rule

ALL_IDS = {":first": "-9223372036854775808", ":last": "9223372036854775807"}
BROKEN = text("SELECT baseline.broken_rules()")


def make_rules() -> str:
    """The statement that makes the function of the template."""
    asked = "".join(map(_ask, RULES))
    return (
        "CREATE FUNCTION baseline.broken_rules() RETURNS SETOF text LANGUAGE plpgsql STABLE"
        f" AS $rules$ BEGIN {asked} END $rules$"
    )


def _ask(rule: Rule) -> str:
    query = rule.query
    for name, bound in ALL_IDS.items():
        query = query.replace(name, bound)
    return f"IF EXISTS (SELECT FROM ({query}) AS offender) THEN RETURN NEXT '{rule.name}'; END IF;\n"


def broken_rules(session: Session) -> list[str]:
    """The names of all rules that some row breaks."""
    return list(session.execute(BROKEN).scalars())


def assert_in_order(session: Session) -> None:
    """No row breaks a rule; else the rows that do are told."""
    if broken_rules(session):
        pytest.fail(str(find_violations(session)))
