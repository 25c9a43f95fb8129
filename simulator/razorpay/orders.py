"""Orders: made when a link is opened, or by the shop for Checkout."""

from __future__ import annotations

from typing import Any

from simulator import ids
from simulator.razorpay import fields
from simulator.razorpay.errors import not_found
from simulator.world import World

Json = dict[str, Any]
KNOWN = {"amount", "currency", "receipt", "notes", "partial_payment", "payment", "unique_receipt"}


def make(world: World, amount: int, currency: str, receipt: str | None, notes: Json) -> Json:
    """A new unpaid order."""
    order: Json = {
        "id": ids.razorpay("order"),
        "entity": "order",
        "amount": amount,
        "amount_paid": 0,
        "amount_due": amount,
        "currency": currency,
        "receipt": receipt,
        "offer_id": None,
        "status": "created",
        "attempts": 0,
        "notes": notes,
        "created_at": world.clock.unix(),
        "description": None,
        "checkout": None,
    }
    world.facts.orders[order["id"]] = order
    return order


def create(world: World, body: Json) -> Json:
    """The shop's own order; `unique_receipt` answers the same order for the same receipt."""
    fields.refuse_unknown(body, KNOWN)
    amount, currency, notes = fields.need_amount(body), fields.read_currency(body), fields.read_notes(body)
    receipt = fields.read_text(body, "receipt", fields.REFERENCE_LONGEST)
    if body.get("unique_receipt") and receipt:
        for order in world.facts.orders.values():
            if order["receipt"] == receipt:
                return order
    return make(world, amount, currency, receipt, notes)


def search(world: World, receipt: str | None) -> Json:
    """The body of the list call: the orders of a receipt, or all of them, the newest first."""
    found = [order for order in reversed(world.facts.orders.values()) if receipt is None or order["receipt"] == receipt]
    return {"entity": "collection", "count": len(found), "items": found}


def find(world: World, order_id: str) -> Json:
    """The order with this id. Raises RazorpayRefusal."""
    order = world.facts.orders.get(order_id)
    if order is None:
        raise not_found()
    return order
