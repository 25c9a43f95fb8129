"""What a sale moves in the ledger: cash into the stall's till, UPI and card to our bank."""

from __future__ import annotations

from sqlmodel import Session

from core.ledger.actions import post
from core.ledger.rules import Account, Entry, Source
from core.stalls.rules import Payment, Sale


def post_sale(session: Session, sale_id: int, sale: Sale, *, stall_id: int, is_late: bool) -> None:
    """A sale's money. Cash of a shift that was counted already lay in that count, where nobody knew whose it was."""
    if sale.paid_paise:
        money = money_of(sale.payment, sale.paid_paise, stall_id=stall_id, is_late=is_late)
        post(session, Source.TILL_SALE, sale_id, "sold", (money, Entry(Account.SALES, -sale.paid_paise)), order_id=None)


def post_void(session: Session, sale_id: int, payment: Payment, paid_paise: int, *, stall_id: int) -> None:
    """The same, given back within the shift."""
    if paid_paise:
        money = money_of(payment, -paid_paise, stall_id=stall_id, is_late=False)
        post(session, Source.TILL_SALE, sale_id, "voided", (money, Entry(Account.SALES, paid_paise)), order_id=None)


def money_of(payment: Payment, paise: int, *, stall_id: int, is_late: bool) -> Entry:
    """Where the money of a sale stands."""
    if payment is not Payment.CASH:
        return Entry(Account.BANK, paise)
    return Entry(Account.CASH_DIFFERENCES, paise) if is_late else Entry(Account.TILL_CASH, paise, stall_id)
