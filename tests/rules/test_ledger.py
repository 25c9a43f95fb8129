"""What makes a posting: entries that sum to zero, each on an account and, where the account has one, its holder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Fault
from core.ledger.rules import EVENTS, HOLDERS, Account, Entry, Source, both_sides, refuse_unnamed, refuse_unsound
from pages.wording import PAGES

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


def test_pages_can_say_every_event_and_every_account() -> None:
    named = [f"ledger-event-{source}-{event}" for source in Source for event in EVENTS[source]]
    named += [f"ledger-account-{account}" for account in Account]
    assert [key for key in named if not PAGES.has(key)] == []


@pytest.mark.parametrize("event", ["stop-6-paid-2", "worked-off-0", "counted"])
def test_an_event_is_its_word_whatever_its_numbers(event: str) -> None:
    refuse_unnamed(Source.RUN, event)


@pytest.mark.parametrize("event", ["stop-6-lost-2", "paid", "7", ""])
def test_an_event_that_no_page_could_say_is_never_posted(event: str) -> None:
    with pytest.raises(Fault):
        refuse_unnamed(Source.RUN, event)
