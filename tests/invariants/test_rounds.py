"""How the rules are asked in a shop with years behind it: in pieces, in turns, and never in silence (fault F149)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from core import db
from core.db import forget_engines, transaction
from core.invariants import RULES, Rule
from jamango import inspection
from jamango.housekeeping import violations
from jamango.inspection import inspect_everything, inspect_newest
from jamango.jobs import check_invariants
from tests.support.shelf import Shelf

# What a year adds to without end.
GROWING = {rule.over for rule in RULES if rule.over} | {"stock_movements", "slot_bookings", "audit_log"}


def add_to_the_first_order(shelf: Shelf, paise: int) -> None:
    """What was paid at its door goes with its total (CHECK of the table)."""
    shelf.change(
        f"UPDATE orders SET items_paise = items_paise + {paise}, total_paise = total_paise + {paise},"
        f" cash_paise = cash_paise + CASE WHEN cash_paise > 0 THEN {paise} ELSE 0 END"
        " WHERE id = (SELECT min(id) FROM orders)"
    )


@pytest.fixture
def old_damage(shelf: Shelf) -> Iterator[None]:
    """The shop's very first order says another total than its lines do."""
    add_to_the_first_order(shelf, 1)
    yield
    add_to_the_first_order(shelf, -1)
    shelf.change("DELETE FROM fsck_marks")


@pytest.mark.usefixtures("old_damage")
def test_damage_in_history_is_found_by_the_rounds_and_at_once_by_a_full_look(shelf: Shelf) -> None:
    assert "total-is-its-parts" in {found.rule for found in inspect_everything(piece=1).violations}
    orders = shelf.read("SELECT count(*) FROM orders")
    rounds = [bool(inspect_newest(keep_marks=True, piece=1).violations) for _ in range(orders)]
    assert any(rounds)
    assert not all(rounds), "what was looked at and is old is not looked at again in every round"


@pytest.mark.usefixtures("old_damage")
def test_the_command_looks_at_all_of_a_small_shop_and_full_at_all_of_any() -> None:
    for full in (False, True):
        assert any(line.startswith("total-is-its-parts") for line in violations(full=full))


def test_a_rule_that_runs_out_of_time_rings_and_the_others_are_asked(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_engines(close=True)
    monkeypatch.setattr(db, "SESSION_LIMITS", "-c statement_timeout=300ms")
    slow = Rule("a-slow-rule", "Slow.", "SELECT 1 FROM pg_sleep(5)")
    broken = Rule("a-broken-rule", "Broken.", "SELECT 1 AS id")
    monkeypatch.setattr(inspection, "RULES", (slow, broken))
    assert check_invariants() == 2
    assert alerts(shelf) == {("invariant-not-checked", "a-slow-rule"), ("invariant-broken", "a-broken-rule")}
    assert "a-slow-rule: the database did not answer within its time" in violations(full=True)
    monkeypatch.setattr(inspection, "RULES", (Rule("a-slow-rule", "Quick.", "SELECT 1 WHERE false"),))
    assert check_invariants() == 0
    assert alerts(shelf) == {("invariant-broken", "a-broken-rule")}, "it has been asked again"
    shelf.change("UPDATE alerts SET resolved_at = jamango_now()")
    forget_engines(close=True)


def test_a_round_that_takes_too_long_says_what_it_left_out(shelf: Shelf) -> None:
    assert inspect_newest(keep_marks=False, seconds=0).unanswered == [rule.name for rule in RULES]


def alerts(shelf: Shelf) -> set[tuple[str, str]]:
    with transaction() as session:
        rows = session.execute(text("SELECT code, subject FROM alerts WHERE resolved_at IS NULL"))
        return {(row.code, row.subject) for row in rows}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_reads_a_growing_table_from_end_to_end(shelf: Shelf, rule: Rule) -> None:
    """With sequential scans at a forbidding price, one that is left has no index that would serve it."""
    with transaction() as session:
        session.execute(text("SET LOCAL enable_seqscan = off"))
        ids = {"first": 1, "last": 10_000} if rule.over else {}
        plan = "\n".join(session.execute(text(f"EXPLAIN {rule.query}"), ids).scalars())
    assert set(re.findall(r"Seq Scan on (\w+)", plan)) & GROWING == set(), plan


def test_control_a_rule_without_an_index_is_seen(shelf: Shelf) -> None:
    careless = Rule("careless", "Careless.", "SELECT id FROM orders WHERE note = 'x'")
    with pytest.raises(AssertionError, match="Seq Scan on orders"):
        test_no_rule_reads_a_growing_table_from_end_to_end(shelf, careless)
