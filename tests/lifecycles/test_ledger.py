"""The ledger takes any source, keeps who holds what, and refuses what is no posting, whoever writes it (fault F151)."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from core.db import transaction
from core.ledger.actions import post
from core.ledger.queries import read_balances, read_holding, read_holdings
from core.ledger.rules import Account, Entry, Source, both_sides

RIDER, OTHER_RIDER, STALL, ASHA = 7, 8, 2, 40

MOVES: list[tuple[Source, int, str, list[Entry]]] = [
    (Source.RUN, 1, "stop-5-paid-1", [Entry(Account.RIDER_CASH, 120_000, RIDER), Entry(Account.SALES, -120_000)]),
    (Source.RUN, 2, "stop-6-paid-1", [Entry(Account.RIDER_CASH, 30_000, OTHER_RIDER), Entry(Account.SALES, -30_000)]),
    (Source.RUN, 1, "counted", [Entry(Account.BANK, 119_000), Entry(Account.CASH_DIFFERENCES, 1_000),
                                Entry(Account.RIDER_CASH, -120_000, RIDER)]),
    (Source.TILL_SALE, 1, "sold", [Entry(Account.TILL_CASH, 9_000, STALL), Entry(Account.SALES, -9_000)]),
    (Source.CLAIM, 1, "granted", [Entry(Account.CLAIMS, 15_000), Entry(Account.CREDIT, -15_000, ASHA)]),
    (Source.BILL, 1, "drawn", [Entry(Account.CUSTOMER, 40_000, ASHA), Entry(Account.SALES, -40_000)]),
    (Source.BILL, 1, "credit-used", [Entry(Account.CREDIT, 15_000, ASHA), Entry(Account.CUSTOMER, -15_000, ASHA)]),
]  # fmt: skip


@pytest.mark.usefixtures("database")
def test_whatever_moves_money_posts_and_everybodys_part_is_known() -> None:
    with transaction() as session:
        for source, source_id, event, entries in MOVES:
            post(session, source, source_id, event, entries, order_id=None)
        balances = read_balances(session)
        assert sum(balances.values()) == 0
        assert balances[Account.SALES] == -199_000
        assert Account.CREDIT not in balances, "it was given and spent"
        assert read_holdings(session, Account.RIDER_CASH) == {OTHER_RIDER: 30_000}
        assert read_holdings(session, Account.CUSTOMER) == {ASHA: 25_000}
        assert [read_holding(session, Account.TILL_CASH, stall) for stall in (STALL, 3)] == [9_000, 0]
        session.rollback()


ENTRY = "INSERT INTO ledger_entries (posting_id, account, holder_id, amount_paise) VALUES"
POSTING = "INSERT INTO ledger_postings (source, source_id, event)"

REFUSED = {
    "one side": f"{ENTRY} (2, 'bank', NULL, 1)",
    "two sides that differ": f"{ENTRY} (2, 'bank', NULL, 2), (2, 'razorpay', NULL, -1)",
    "two postings that only together sum to zero": f"{ENTRY} (2, 'bank', NULL, 1), (3, 'razorpay', NULL, -1)",
    "more of a posting of before": f"{ENTRY} (1, 'bank', NULL, 1), (1, 'razorpay', NULL, -1)",
    "an entry of nothing": f"{ENTRY} (2, 'bank', NULL, 0)",
    "cash of nobody": f"{ENTRY} (2, 'rider_cash', NULL, 1), (2, 'sales', NULL, -1)",
    "somebody's bank": f"{ENTRY} (2, 'bank', 7, 1), (2, 'sales', NULL, -1)",
    "no account of ours": f"{ENTRY} (2, 'sock', NULL, 1), (2, 'sales', NULL, -1)",
    "a posting of nothing": f"{ENTRY} (99, 'bank', NULL, 1), (99, 'sales', NULL, -1)",
    "what was posted before": f"{POSTING} VALUES ('payment', 1, 'captured')",
    "a refund that went back twice": f"{POSTING} VALUES ('refund', 1, 'processed'), ('refund', 1, 'processed')",
}


@pytest.mark.usefixtures("database")
def test_the_database_refuses_what_is_no_posting() -> None:
    with transaction() as session:
        make_postings(session)
        for kind, statement in REFUSED.items():
            with pytest.raises(IntegrityError), session.begin_nested():
                session.execute(text(statement))
                pytest.fail(f"taken: {kind}")
        session.execute(text(f"{ENTRY} (2, 'bank', NULL, 1), (2, 'sales', NULL, -1)"))
        session.rollback()


@pytest.mark.usefixtures("database")
def test_a_refund_may_be_asked_for_and_fail_again() -> None:
    with transaction() as session:
        for event, debit, credit in [("asked", Account.PARKED, Account.REFUNDS_DUE),
                                     ("failed", Account.REFUNDS_DUE, Account.PARKED)] * 2:  # fmt: skip
            post(session, Source.REFUND, 1, event, both_sides(500, debit=debit, credit=credit), order_id=None)
        assert read_balances(session) == {}
        session.rollback()


def make_postings(session: Session) -> None:
    """One that is whole, and two without entries yet."""
    captured = both_sides(9, debit=Account.RAZORPAY, credit=Account.ORDERS)
    post(session, Source.PAYMENT, 1, "captured", captured, order_id=None)
    session.execute(text(f"{POSTING} VALUES ('claim', 2, 'granted'), ('claim', 3, 'granted')"))
