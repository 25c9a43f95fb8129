"""What the ledger says: balances, and what was posted for an order."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.ledger.rules import Account, Source

BALANCES = text(
    "SELECT account, sum(amount_paise) AS paise FROM ledger_entries GROUP BY account HAVING sum(amount_paise) <> 0"
)
HOLDINGS = text(
    """
    SELECT holder_id, sum(amount_paise) AS paise FROM ledger_entries
     WHERE account = :account GROUP BY holder_id HAVING sum(amount_paise) <> 0 ORDER BY holder_id
    """
)
BALANCE = text("SELECT sum(amount_paise) FROM ledger_entries WHERE account = :account")
HOLDING = text("SELECT sum(amount_paise) FROM ledger_entries WHERE account = :account AND holder_id = :holder_id")
OF_ORDER = text(
    """
    SELECT p.at, p.source, p.source_id, p.event, e.account, e.holder_id, e.amount_paise
      FROM ledger_postings p JOIN ledger_entries e ON e.posting_id = p.id
     WHERE p.order_id = :order_id ORDER BY e.id
    """
)


class Posted(NamedTuple):
    """One entry with the posting that it is a side of."""

    at: datetime
    source: Source
    source_id: int
    event: str
    account: Account
    holder_id: int | None
    amount_paise: int


def read_balances(session: Session) -> dict[Account, int]:
    """What each account stands at, in paise; none that stands at nothing. All of them together are zero."""
    return {Account(row.account): int(row.paise) for row in session.execute(BALANCES)}


def read_balance(session: Session, account: Account) -> int:
    """What one account stands at, in paise."""
    return int(session.execute(BALANCE, {"account": account}).scalar_one() or 0)


def read_holdings(session: Session, account: Account) -> dict[int, int]:
    """Who holds how much of an account that is kept apart by holder (`rules.HOLDERS`): paise by id, none of nothing."""
    return {row.holder_id: int(row.paise) for row in session.execute(HOLDINGS, {"account": account})}


def read_holding(session: Session, account: Account, holder_id: int) -> int:
    """What one holder has of an account, in paise: a rider's cash, a customer's credit (minus: we owe it)."""
    return int(session.execute(HOLDING, {"account": account, "holder_id": holder_id}).scalar_one() or 0)


def postings_of_order(session: Session, order_id: int) -> list[Posted]:
    """All that moved an order's money, oldest first, two entries or more each."""
    rows = session.execute(OF_ORDER, {"order_id": order_id})
    return [Posted(*row)._replace(source=Source(row.source), account=Account(row.account)) for row in rows]
