"""Refunds: at most what was captured, and once per idempotency key."""

from __future__ import annotations

import json
import re
from typing import Any

from simulator import ids
from simulator.razorpay import fields, webhooks
from simulator.razorpay.errors import RazorpayRefusal
from simulator.world import World

Json = dict[str, Any]

KEY_SHAPE = re.compile(r"[A-Za-z0-9_-]{10,}")
KNOWN = {"amount", "speed", "notes", "receipt"}
OLDEST_SECONDS = 183 * 24 * 3600


def refund(world: World, payment: Json, body: Json, key: str | None) -> Json:
    """Give money back. The same key with the same body answers the same refund again. Raises RazorpayRefusal."""
    if key is None:
        return _make(world, payment, body)
    if not KEY_SHAPE.fullmatch(key):
        raise RazorpayRefusal(
            "The idempotency key must be at least 10 characters long and contain only letters, digits, - and _"
        )
    written = json.dumps([payment["id"], body], sort_keys=True)
    known = world.facts.refund_keys.get(key)
    if known is not None:
        if known[0] != written:
            raise RazorpayRefusal("Different request body sent for the same Idempotency Key")
        return world.facts.refunds[known[1]]
    made = _make(world, payment, body)
    world.facts.refund_keys[key] = (written, made["id"])
    return made


def _make(world: World, payment: Json, body: Json) -> Json:
    amount, speed = _read_wishes(payment, body)
    outcome = world.switches["refund_outcome"]
    if outcome == "no_balance":
        raise RazorpayRefusal("Your account does not have enough balance to carry out the refund operation.", "amount")
    if world.clock.unix() - payment["created_at"] > OLDEST_SECONDS:
        outcome = "failed"
    made: Json = {
        "id": ids.razorpay("rfnd"),
        "entity": "refund",
        "amount": amount,
        "currency": payment["currency"],
        "payment_id": payment["id"],
        "notes": fields.read_notes(body),
        "receipt": fields.read_text(body, "receipt", fields.REFERENCE_LONGEST),
        "acquirer_data": {"arn": None},
        "created_at": world.clock.unix(),
        "batch_id": None,
        "status": "pending",
        "speed_processed": "normal",
        "speed_requested": speed,
    }
    world.facts.refunds[made["id"]] = made
    _count(payment, amount)
    if outcome == "processed":
        _process(made)
    _tell(world, made, payment, "refund.created")
    answer = dict(made)
    if outcome == "processed":
        _tell(world, made, payment, "refund.processed")
    elif outcome == "failed":
        finish(world, made, "failed")
    return answer


def _read_wishes(payment: Json, body: Json) -> tuple[int, str]:
    fields.refuse_unknown(body, KNOWN)
    if payment["status"] == "refunded":
        raise RazorpayRefusal("The payment has been fully refunded already", "amount")
    if payment["status"] != "captured":
        raise RazorpayRefusal("Only captured payments can be refunded")
    left = payment["amount"] - payment["amount_refunded"]
    amount = fields.need_amount(body) if body.get("amount") is not None else left
    if amount > left:
        raise RazorpayRefusal("The refund amount provided is greater than amount captured", "amount")
    speed = body.get("speed", "normal")
    if speed not in ("normal", "optimum"):
        raise RazorpayRefusal("The selected speed is invalid.", "speed")
    return amount, speed


def finish(world: World, made: Json, outcome: str) -> Json:
    """Bring a pending refund to its end. Raises ValueError with a sentence when it has ended."""
    if made["status"] != "pending" or outcome not in {"processed", "failed"}:
        raise ValueError(f"refund {made['id']} is {made['status']}; only a pending one can become processed or failed")
    payment = world.facts.payments[made["payment_id"]]
    if outcome == "processed":
        _process(made)
    else:
        made["status"] = "failed"
        _count(payment, -made["amount"])
    _tell(world, made, payment, f"refund.{outcome}")
    return made


def of_payment(world: World, payment_id: str) -> list[Json]:
    """All refunds of a payment, the newest first."""
    return [made for made in reversed(world.facts.refunds.values()) if made["payment_id"] == payment_id]


def _process(made: Json) -> None:
    made.update(status="processed", acquirer_data={"arn": ids.bank_reference()})


def _count(payment: Json, amount: int) -> None:
    refunded = payment["amount_refunded"] + amount
    whole = refunded == payment["amount"]
    payment.update(
        amount_refunded=refunded,
        refund_status="full" if whole else "partial" if refunded else None,
        status="refunded" if whole else "captured",
    )


def _tell(world: World, made: Json, payment: Json, event: str) -> None:
    world.events.tell("refund", {"refund": dict(made), "event": event})
    webhooks.tell_refund(world, made, payment, event)
