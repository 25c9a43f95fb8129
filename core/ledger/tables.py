"""Postings and their entries. Both only grow; a mistake is put right by a posting of its own."""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.columns import choice, key, paise, recorded_at, refers_to, whole, words
from core.ledger.rules import HOLDERS, Account, Source

HELD = ", ".join(f"'{account}'" for account in sorted(HOLDERS))


class LedgerPosting(SQLModel, table=True):
    """One movement of money: `event` happened to a row of another noun, named by `source` and `source_id`.

    Once, but for a refund that is asked for, fails, and is asked for again. `order_id` is the order whose money it is.
    """

    __tablename__ = "ledger_postings"
    __table_args__ = (
        Index("ledger_postings_by_source", "source", "source_id"),
        Index(
            "ledger_postings_once",
            "source",
            "source_id",
            "event",
            unique=True,
            postgresql_where=text("source <> 'refund' OR event = 'processed'"),
        ),
    )

    id: int = key()
    source: Source = choice(Source)
    source_id: int = whole(BigInteger, default=None, optional=False)
    event: str = words()
    order_id: int | None = refers_to("orders.id", optional=True)
    at: Any = recorded_at()


class LedgerEntry(SQLModel, table=True):
    """One side of a posting. A trigger takes all entries of a posting in one statement, and only when they sum to zero.

    `holder_id` is whose part of the account it is (`rules.HOLDERS`).
    """

    __tablename__ = "ledger_entries"
    __table_args__ = (
        CheckConstraint("amount_paise <> 0"),
        CheckConstraint(f"(account IN ({HELD})) = (holder_id IS NOT NULL)", name="account_has_its_holder"),
        Index("ledger_entries_by_account", "account", "holder_id", postgresql_include=["amount_paise"]),
    )

    id: int = key()
    posting_id: int = refers_to("ledger_postings.id")
    account: Account = choice(Account)
    holder_id: int | None = whole(BigInteger, default=None, optional=True)
    amount_paise: int = paise()
