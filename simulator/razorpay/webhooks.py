"""Events as Razorpay tells them, traps included."""

from __future__ import annotations

import copy
import json
from typing import Any

from simulator import ids
from simulator.clock import iso
from simulator.razorpay.fields import shape_notes
from simulator.world import World

Json = dict[str, Any]


def tell_payment(world: World, payment: Json, event: str) -> None:
    """payment.authorized, payment.captured, payment.failed."""
    _tell(world, event, {"payment": payment}, created_at=world.clock.unix(),
          lane=payment["order_id"] or payment["id"])  # fmt: skip


def tell_qr(world: World, qr: Json, event: str, payment: Json | None = None) -> None:
    """qr_code.created, qr_code.credited with its payment, qr_code.closed; none when it ends by itself."""
    payload = {"payment": payment, "qr_code": qr} if payment is not None else {"qr_code": qr}
    _tell(world, event, payload, created_at=world.clock.unix(), lane=qr["id"])


def tell_order(world: World, order: Json, payment: Json) -> None:
    """order.paid."""
    _tell(
        world,
        "order.paid",
        {"payment": payment, "order": order},
        created_at=world.clock.unix(),
        lane=order["id"],
    )


def tell_link(world: World, link: Json, event: str, order: Json | None = None, payment: Json | None = None) -> None:
    """payment_link.*: the top-level created_at is the link's own, and all keys are sorted."""
    payload = {"payment_link": link}
    if order is not None:
        payload["order"] = order
    if payment is not None:
        payload["payment"] = payment
    _tell(world, event, payload, created_at=link["created_at"], lane=link.get("order_id") or link["id"], sort=True)


def tell_refund(world: World, refund: Json, payment: Json, event: str) -> None:
    """refund.created, refund.processed, refund.failed."""
    payload = {"refund": refund, "payment": payment}
    _tell(world, event, payload, created_at=world.clock.unix(), lane=refund["id"])


def tell_dispute(world: World, payment: Json, event: str) -> None:
    """payment.dispute.created and its like."""
    dispute = {
        "id": ids.razorpay("disp"),
        "entity": "dispute",
        "payment_id": payment["id"],
        "amount": payment["amount"],
        "currency": payment["currency"],
        "amount_deducted": 0,
        "reason_code": "goods_or_services_not_received_or_partially_received",
        "respond_by": world.clock.unix() + 7 * 24 * 3600,
        "status": "open" if event.endswith("created") else event.rpartition(".")[2],
        "phase": "chargeback",
        "created_at": world.clock.unix(),
    }
    payload = {"payment": payment, "dispute": dispute}
    _tell(world, event, payload, created_at=world.clock.unix(), lane=payment["order_id"])


def _tell(
    world: World, event: str, payload: dict[str, Json], *, created_at: int, lane: str, sort: bool = False
) -> None:
    body: Json = {
        "entity": "event",
        "account_id": world.configuration.razorpay_account_id,
        "event": event,
        "contains": list(payload),
        "payload": {name: {"entity": _shape(name, entity)} for name, entity in payload.items()},
        "created_at": created_at,
    }
    written = json.dumps(body, sort_keys=sort, separators=(",", ":"))
    subject = next(iter(payload.values()))["id"]
    dropped = world.switches["drop_razorpay_webhooks"]
    for _ in range(1 + world.switches["duplicate_razorpay_webhooks"]):
        record = _open_record(world, event, subject, dropped=dropped is True or (dropped and event in dropped))
        record["body"] = written
        if not record["dropped"]:
            world.razorpay_webhooks.tell({"event_id": record["event_id"], "body": written, "record": record}, lane)


def replay(world: World, event_id: str) -> bool:
    """Send a known event again under its own id; False when there is none."""
    record = next((known for known in world.books.razorpay_events if known["event_id"] == event_id), None)
    if record is None:
        return False
    content = {"event_id": event_id, "body": record["body"], "record": record}
    world.razorpay_webhooks.tell(content, lane=f"replay:{event_id}")
    return True


def _shape(name: str, entity: Json) -> Json:
    shaped = copy.deepcopy(entity)
    if name != "payment_link" and "notes" in shaped:
        shaped["notes"] = shape_notes(shaped["notes"] or {})
    return shaped


def _open_record(world: World, event: str, subject: str, *, dropped: bool) -> Json:
    record: Json = {
        "event": event,
        "event_id": ids.event_id(),
        "subject": subject,
        "at": iso(world.clock.seconds()),
        "dropped": bool(dropped),
        "attempts": 0,
        "delivered": 0,
        "answers": [],
    }
    world.books.razorpay_events.append(record)
    return record
