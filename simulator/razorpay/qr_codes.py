"""QR codes that are paid once, a feature that Razorpay grants on request (the switch `qr_codes`)."""

from __future__ import annotations

import io
from typing import Any

import segno

from simulator import ids
from simulator.razorpay import fields, payments, webhooks
from simulator.razorpay.errors import RazorpayRefusal, not_found
from simulator.world import World

Json = dict[str, Any]
KNOWN = {"type", "name", "usage", "fixed_amount", "payment_amount", "description", "customer_id", "close_by", "notes"}
SOONEST_CLOSE_SECONDS = 15 * 60  # the stricter of what Razorpay's pages say
LATEST_CLOSE_SECONDS = 2 * 3600


def create(world: World, body: Json) -> Json:
    """Make a code. Raises RazorpayRefusal for every rule of the create call that a shop of ours can break."""
    need_feature(world)
    fields.refuse_unknown(body, KNOWN)
    if body.get("type") != "upi_qr":
        raise RazorpayRefusal("The selected type is invalid.", "type")
    if body.get("usage") != "single_use" or not fields.read_flag(body, "fixed_amount", usual=False):
        raise RazorpayRefusal("fixed_amount should be true for single_use QR code.", "fixed_amount")
    now, qr_id = world.clock.unix(), ids.razorpay("qr")
    qr: Json = {
        "id": qr_id,
        "entity": "qr_code",
        "created_at": now,
        "name": fields.read_text(body, "name", 100) or "",
        "usage": "single_use",
        "type": "upi_qr",
        "image_url": f"{world.configuration.address}/qr/{qr_id}",
        "payment_amount": fields.need_amount(body, "payment_amount"),
        "status": "active",
        "description": fields.read_text(body, "description", fields.DESCRIPTION_LONGEST) or "",
        "fixed_amount": True,
        "payments_amount_received": 0,
        "payments_count_received": 0,
        "notes": fields.read_notes(body),
        "customer_id": None,
        "close_by": _read_close(body, now),
        "closed_at": None,
        "close_reason": None,
    }
    world.facts.qr_codes[qr_id] = qr
    webhooks.tell_qr(world, qr, "qr_code.created")
    return dict(qr)


def need_feature(world: World) -> None:
    """What Razorpay says to features that are not granted. Raises RazorpayRefusal."""
    if not world.switches["qr_codes"]:
        raise RazorpayRefusal("The requested URL was not found on the server.")


def _read_close(body: Json, now: int) -> int:
    close_by = body.get("close_by")
    if isinstance(close_by, bool) or not isinstance(close_by, int) or close_by < now + SOONEST_CLOSE_SECONDS:
        raise RazorpayRefusal("close_by should be at least 15 minutes after current time", "close_by")
    return min(close_by, now + LATEST_CLOSE_SECONDS)


def find(world: World, qr_id: str) -> Json:
    """The code with this id; one whose time is over is closed, which nobody is told. Raises RazorpayRefusal."""
    need_feature(world)
    qr = world.facts.qr_codes.get(qr_id)
    if qr is None:
        raise not_found()
    if qr["status"] == "active" and qr["close_by"] <= world.clock.unix():
        _end(qr, qr["close_by"], "expired")
    return qr


def close(world: World, qr: Json) -> Json:
    """Close it before it was paid."""
    if qr["status"] != "active":
        raise RazorpayRefusal("QR code has already been closed.", "id")
    _end(qr, world.clock.unix(), "on_demand")
    webhooks.tell_qr(world, qr, "qr_code.closed")
    return qr


def pay(world: World, qr: Json, wanted: Json) -> Json:
    """Somebody scans it and pays, or their bank declines (`outcome` failed): `amount` to differ, `force` to pay one
    that is closed. Raises ValueError."""
    if qr["status"] != "active" and not wanted.get("force"):
        raise ValueError(f"the code is {qr['status']}, it takes no payment")
    asked = {"id": "", "amount": qr["payment_amount"], "currency": "INR", "notes": qr["notes"], "customer": {}}
    payment = payments.begin(
        world, asked, {"id": None, "attempts": 0, "status": "created"}, {**wanted, "method": "upi"}
    )
    payment["description"] = "QRv2 Payment"
    if wanted.get("outcome") == "failed":
        payments.fail(world, payment)
        return payment
    payments.take_money(payment)
    qr["payments_amount_received"] += payment["amount"]
    qr["payments_count_received"] += 1
    world.facts.payments_of_qrs.setdefault(qr["id"], []).append(payment["id"])
    is_first = qr["status"] == "active"
    if is_first:
        _end(qr, world.clock.unix(), "paid")
    world.events.tell("payment", {"payment": dict(payment)})
    webhooks.tell_payment(world, payment, "payment.captured")
    webhooks.tell_qr(world, qr, "qr_code.credited", payment)
    if is_first:
        webhooks.tell_qr(world, qr, "qr_code.closed")
    return payment


def payments_of(world: World, qr: Json) -> list[Json]:
    """What came by it, the newest first."""
    return [world.facts.payments[payment_id] for payment_id in reversed(world.facts.payments_of_qrs.get(qr["id"], []))]


def draw(world: World, qr_id: str) -> str | None:
    """Its picture; None when there is none. It leads to a page, because no UPI app pays in this world."""
    qr = world.facts.qr_codes.get(qr_id)
    if qr is None:
        return None
    drawn = io.BytesIO()
    segno.make(qr["image_url"], error="m").save(drawn, kind="svg", scale=8, border=3)
    return drawn.getvalue().decode()


def _end(qr: Json, at: int, why: str) -> None:
    qr.update(status="closed", closed_at=at, close_reason=why)
