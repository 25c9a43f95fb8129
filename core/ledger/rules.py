"""What a posting is, over values only. Debits are plus and credits minus, in paise of rupees.

Money in another currency never enters the ledger, because amounts of two currencies must not be added.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from core.errors import Fault


class Account(StrEnum):
    """Where money stands. What we have and what we spent is plus; what we owe and what we earned is minus."""

    # what we have
    RAZORPAY = "razorpay"  # captured and neither given back nor paid out to our bank
    BANK = "bank"
    OFFICE_CASH = "office_cash"  # taken by somebody of the house, and in the box until the day is closed
    RIDER_CASH = "rider_cash"
    TILL_CASH = "till_cash"
    CUSTOMER = "customer"  # what a customer has had and not paid for
    # what we owe
    ORDERS = "orders"  # paid for what is still to be brought
    PARKED = "parked"  # paid, and no order could use it
    REFUNDS_DUE = "refunds_due"  # asked of Razorpay and not back yet
    CREDIT = "credit"  # what a customer may spend on a later order
    # what we earned and what it cost
    SALES = "sales"
    CLAIMS = "claims"  # granted for fruit that was not as it should be
    CASH_DIFFERENCES = "cash_differences"  # counted less or more than there should be


class Holder(StrEnum):
    """Whose part of an account an entry is about."""

    CUSTOMER = "customer"
    STAFF = "staff"
    STALL = "stall"


# These accounts are kept apart by holder; all others are the shop's own.
HOLDERS: dict[Account, Holder] = {
    Account.RIDER_CASH: Holder.STAFF,
    Account.TILL_CASH: Holder.STALL,
    Account.CUSTOMER: Holder.CUSTOMER,
    Account.CREDIT: Holder.CUSTOMER,
}


class Source(StrEnum):
    """What moved the money."""

    PAYMENT = "payment"
    REFUND = "refund"
    RUN = "run"
    ORDER = "order"
    TILL_SALE = "till_sale"
    SHIFT = "shift"
    CLOSE = "close"
    CLAIM = "claim"
    BILL = "bill"


# What can happen to each source, in a word. Pages say all of them: whoever posts something new names it here first.
EVENTS: dict[Source, frozenset[str]] = {
    Source.PAYMENT: frozenset({"captured", "accepted", "sold"}),
    Source.REFUND: frozenset({"asked", "processed", "failed"}),
    Source.RUN: frozenset({"stop-paid", "stop-undone", "counted", "worked-off"}),
    Source.TILL_SALE: frozenset({"sold", "voided"}),
    Source.SHIFT: frozenset({"opened", "closed"}),
    Source.ORDER: frozenset({"collected"}),
    Source.CLOSE: frozenset({"closed"}),
    Source.CLAIM: frozenset({"granted"}),
    Source.BILL: frozenset({"drawn", "credit-used"}),
}


def kind_of_event(event: str) -> str:
    """An event without the numbers that make it happen once: `stop-6-paid-2` is `stop-paid`."""
    return "-".join(part for part in event.split("-") if not part.isdecimal())


class Entry(NamedTuple):
    """One side of a posting. `holder_id` is a customer's, a member of staff's or a stall's id, by `HOLDERS`."""

    account: Account
    amount_paise: int
    holder_id: int | None = None


def both_sides(amount_paise: int, *, debit: Account, credit: Account) -> tuple[Entry, Entry]:
    """Money that goes from one account of the shop's to another."""
    return Entry(debit, amount_paise), Entry(credit, -amount_paise)


def refuse_unnamed(source: Source, event: str) -> None:
    """Raise Fault for an event that `EVENTS` does not name, because no page could say it."""
    if kind_of_event(event) not in EVENTS[source]:
        raise Fault(f"The ledger has no event {event!r} of {source}: name it in EVENTS.")


def refuse_unsound(entries: Sequence[Entry]) -> None:
    """Raise Fault when entries are no posting: they do not sum to zero, are empty, or stand on a wrong holder."""
    if not entries or sum(entry.amount_paise for entry in entries) != 0:
        raise Fault(f"A posting of {len(entries)} entries does not sum to zero: {_said(entries)}.")
    if any(entry.amount_paise == 0 for entry in entries):
        raise Fault(f"A posting has an entry of nothing: {_said(entries)}.")
    if any((entry.account in HOLDERS) is (entry.holder_id is None) for entry in entries):
        raise Fault(f"A posting names a holder where the account has none, or none where it has: {_said(entries)}.")


def _said(entries: Sequence[Entry]) -> str:
    return ", ".join(f"{entry.account} {entry.amount_paise:+d}" for entry in entries)
