"""Orders for the office's tests: placed by core's verbs on the demo shop's shelf."""

from __future__ import annotations

from core.clock import read_now
from core.orders.actions import confirm_cash_order
from tests.support.actors import STAFF
from tests.support.shelf import Shelf


def confirmed(shelf: Shelf, name: str = "Asha") -> int:
    """An order for cash that waits to be packed, of somebody of that name."""
    customer_id = shelf.fill_cart(shelf.meet())
    with_name = name.replace("'", "''")
    shelf.change(f"UPDATE users SET name = '{with_name}' WHERE id = {customer_id}")
    order_id = shelf.place(customer_id)
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session), actor=STAFF))
    return order_id


def code_of(shelf: Shelf, order_id: int) -> str:
    return shelf.order(order_id).code


def page_of(shelf: Shelf, order_id: int) -> str:
    return f"/admin/orders/{code_of(shelf, order_id)}"
