"""Payments on links: tried, failed, authorised late, captured, even twice."""

from __future__ import annotations

from typing import Any

from simulator import ids
from simulator.razorpay import links, orders, webhooks
from simulator.world import World

Json = dict[str, Any]

OUTCOMES = ("paid", "failed", "late_authorised")
METHODS = ("upi", "card", "netbanking", "wallet")
FEE_PER_MILLE = 20
TAX_PERCENT = 18
MOST_TIMES = 20


def pay(world: World, link: Json, wanted: Json) -> list[Json]:
    """What happens on the payment page. Raises ValueError with a sentence when the link takes no payment.

    `wanted`: outcome, method, amount (paise) and currency to differ from the link's, times, contact, email, vpa, and
    `offer`: the paise that an offer of Razorpay's takes off.
    `late_authorised` takes up a failed payment of this link (or makes one) and captures it, whatever the link's state.
    """
    links.expire_due(world)
    outcome, method = str(wanted.get("outcome", "paid")), str(wanted.get("method", "upi"))
    if outcome not in OUTCOMES or method not in METHODS:
        raise ValueError(f"outcome is one of {', '.join(OUTCOMES)}; method one of {', '.join(METHODS)}")
    if outcome != "late_authorised" and link["status"] != "created" and not wanted.get("force"):
        raise ValueError(f"the link is {link['status']}, it takes no payment")
    order = open_order(world, link)
    paid: list[Json] = []
    for _ in range(max(1, min(int(wanted.get("times", 1)), MOST_TIMES))):
        payment = (_failed_payment(world, order) if outcome == "late_authorised" else None) or begin(
            world, link, order, {**wanted, "method": method}
        )
        if outcome == "failed":
            fail(world, payment)
        else:
            _capture(world, link, order, payment, late=outcome == "late_authorised")
        paid.append(payment)
    return paid


def pay_order(world: World, order: Json, wanted: Json) -> Json:
    """What happens in Checkout, on an order that the shop made itself. Raises ValueError as `pay` does.

    An order knows no end: it is payable until it is paid, and `force` pays it twice.
    """
    outcome, method = str(wanted.get("outcome", "paid")), str(wanted.get("method", "upi"))
    if outcome not in {"paid", "failed"} or method not in METHODS:
        raise ValueError(f"outcome is paid or failed; method one of {', '.join(METHODS)}")
    if order["status"] == "paid" and not wanted.get("force"):
        raise ValueError("the order is paid, it takes no payment")
    asked = {
        "id": "",
        "amount": order["amount"],
        "currency": order["currency"],
        "notes": order["notes"],
        "customer": {},
    }
    payment = begin(world, asked, order, {**wanted, "method": method})
    if outcome == "failed":
        fail(world, payment)
    else:
        _capture(world, None, order, payment, late=False)
    return payment


def open_order(world: World, link: Json) -> Json:
    """The order behind a link; it is made when the customer opens the page, not before."""
    if link.get("order_id"):
        return world.facts.orders[link["order_id"]]
    order = orders.make(world, link["amount"], link["currency"], link["reference_id"] or None, link["notes"] or {})
    link["order_id"] = order["id"]
    links.tell(world, link)
    return order


def of_order(world: World, order_id: str) -> list[Json]:
    """All attempts on an order, the newest first."""
    return [payment for payment in reversed(world.facts.payments.values()) if payment["order_id"] == order_id]


def begin(world: World, link: Json, order: Json, wanted: Json) -> Json:
    """A payment that somebody tries."""
    method = wanted["method"]
    payment: Json = {
        "id": ids.razorpay("pay"),
        "entity": "payment",
        "amount": _amount(world, link, wanted),
        "currency": str(wanted.get("currency") or world.switches["wrong_currency"] or link["currency"]),
        "status": "created",
        "order_id": order["id"],
        "invoice_id": None,
        "international": False,
        "method": method,
        "amount_refunded": 0,
        "refund_status": None,
        "captured": False,
        "description": f"#{link['id'].removeprefix('plink_')}" if link["id"] else None,
        "card_id": ids.razorpay("card") if method == "card" else None,
        "bank": "HDFC" if method == "netbanking" else None,
        "wallet": "mobikwik" if method == "wallet" else None,
        "vpa": str(wanted.get("vpa") or "mango.lover@exampleupi") if method == "upi" else None,
        "email": str(wanted.get("email") or "void@razorpay.com"),
        "contact": str(wanted.get("contact") or link["customer"].get("contact") or "+910000000999"),
        "notes": link["notes"] or {},
        "fee": None,
        "tax": None,
        "fee_bearer": world.switches["fee_bearer"],
        "offer_id": ids.razorpay("offer") if wanted.get("offer") else None,
        **dict.fromkeys(f"error_{name}" for name in ("code", "description", "source", "step", "reason")),
        "acquirer_data": {"rrn": ids.bank_reference()} if method == "upi" else {"auth_code": "828553"},
        "created_at": world.clock.unix(),
    }
    world.facts.payments[payment["id"]] = payment
    order["attempts"] += 1
    if order["status"] == "created":
        order["status"] = "attempted"
    return payment


def _amount(world: World, link: Json, wanted: Json) -> int:
    """What the payer pays: the link's amount, with Razorpay's fee on top or its offer taken off."""
    if wanted.get("amount"):
        return int(wanted["amount"])
    on_top = sum(_fee_of(link["amount"])) if world.switches["fee_bearer"] == "customer" else 0
    return int(link["amount"] + world.switches["wrong_amount"] + on_top - int(wanted.get("offer") or 0))


def _fee_of(amount: int) -> tuple[int, int]:
    """Razorpay's fee and the tax on it."""
    fee = amount * FEE_PER_MILLE // 1000
    return fee, fee * TAX_PERCENT // 100


def _failed_payment(world: World, order: Json) -> Json | None:
    return next((payment for payment in of_order(world, order["id"]) if payment["status"] == "failed"), None)


def fail(world: World, payment: Json) -> None:
    """The bank declines it."""
    payment.update(
        status="failed",
        error_code="BAD_REQUEST_ERROR",
        error_description="Your payment didn't go through as it was declined by the bank. Try another payment method.",
        error_source="bank",
        error_step="payment_authorization",
        error_reason="payment_failed",
    )
    world.events.tell("payment", {"payment": dict(payment)})
    webhooks.tell_payment(world, payment, "payment.failed")


def _capture(world: World, link: Json | None, order: Json, payment: Json, *, late: bool) -> None:
    """Money is taken; `link` is None for an order of the shop's own."""
    take_money(payment, of=order["amount"] if payment["fee_bearer"] == "customer" else payment["amount"])
    first = order["status"] != "paid"
    order.update(status="paid", amount_paid=order["amount"], amount_due=0)
    was_open = link is not None and link["status"] == "created"
    if link is not None:
        _note_on_link(world, link, payment, was_open=was_open)
    world.events.tell("payment", {"payment": dict(payment)})
    if link is not None:
        links.tell(world, link)
    if late:
        webhooks.tell_payment(world, payment, "payment.authorized")
    webhooks.tell_payment(world, payment, "payment.captured")
    if first:
        webhooks.tell_order(world, order, payment)
    if link is not None and was_open:
        webhooks.tell_link(world, link, "payment_link.paid", order, payment)


def take_money(payment: Json, *, of: int | None = None) -> None:
    """A payment is captured; Razorpay's fee is reckoned of the whole of it unless said."""
    fee, tax = _fee_of(payment["amount"] if of is None else of)
    payment.update(status="captured", captured=True, fee=fee + tax, tax=tax)
    payment.update(dict.fromkeys([key for key in payment if key.startswith("error_")]))


def _note_on_link(world: World, link: Json, payment: Json, *, was_open: bool) -> None:
    """A link lists captured payments only. One that was expired or cancelled stays so, though money came."""
    shown = {
        "amount": payment["amount"],
        "created_at": payment["created_at"],
        "method": payment["method"],
        "payment_id": payment["id"],
        "plink_id": link["id"],
        "status": "captured",
        "updated_at": world.clock.unix(),
    }
    link["payments"] = [*(link["payments"] or []), shown]
    on_top = payment["fee"] if payment["fee_bearer"] == "customer" else 0
    link["amount_paid"] += link["amount"] if payment["offer_id"] else payment["amount"] - on_top
    link["updated_at"] = world.clock.unix()
    if was_open:
        link["status"] = "paid"
