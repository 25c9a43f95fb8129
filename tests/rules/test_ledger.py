"""What makes a posting: entries that sum to zero, each on an account and, where the account has one, its holder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Fault
from core.ledger.rules import HOLDERS, Account, Entry, both_sides, refuse_unsound

OWN = [account for account in Account if account not in HOLDERS]

UNSOUND = {
    "nothing": [],
    "one side": [Entry(Account.BANK, 100)],
    "two sides that differ": [Entry(Account.BANK, 100), Entry(Account.RAZORPAY, -99)],
    "an entry of nothing": [*both_sides(100, debit=Account.BANK, credit=Account.RAZORPAY), Entry(Account.SALES, 0)],
    "cash of nobody": both_sides(100, debit=Account.RIDER_CASH, credit=Account.SALES),
    "somebody's bank": [Entry(Account.BANK, 100, holder_id=7), Entry(Account.SALES, -100)],
}


@pytest.mark.parametrize("kind", UNSOUND)
def test_what_is_no_posting_is_a_fault(kind: str) -> None:
    with pytest.raises(Fault):
        refuse_unsound(UNSOUND[kind])


@given(st.integers(1, 10**12), st.sampled_from(OWN), st.sampled_from(OWN))
def test_both_sides_of_any_sum_are_a_posting(paise: int, debit: Account, credit: Account) -> None:
    refuse_unsound(both_sides(paise, debit=debit, credit=credit))


def test_a_door_paid_half_in_cash_is_one_posting_of_three_entries() -> None:
    refuse_unsound(
        [Entry(Account.RIDER_CASH, 50_000, 7), Entry(Account.RAZORPAY, 70_000), Entry(Account.SALES, -120_000)]
    )
