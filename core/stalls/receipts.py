"""The receipt on WhatsApp, for who gave a phone and wished it."""

from __future__ import annotations

from sqlmodel import Session

from core.checkout.basket import BasketLine
from core.notices import notify
from core.stalls.rules import Sale

KEY = "stall-receipt"


def send_receipt(
    session: Session, sale_id: int, customer_id: int | None, sale: Sale, *, lines: list[BasketLine], stall: str
) -> None:
    """Tell a customer, whose chat is locked, what they bought and paid; nobody, nothing."""
    if customer_id is None:
        return
    fruit = [{"names": line.names, "labels": line.labels, "quantity": line.quantity} for line in lines]
    values = {"stall": stall, "items": fruit, "total_paise": sale.paid_paise, "payment": sale.payment.value}
    notify(session, customer_id, KEY, values, dedupe_key=f"{KEY}:{sale_id}")
