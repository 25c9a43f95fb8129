"""/sim/links, /sim/refunds, /sim/payments: what payers, banks and Razorpay do."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.control.errors import ControlRefusal
from simulator.control.phones import need_object
from simulator.razorpay import links, payments, qr_codes, refunds, webhooks
from simulator.razorpay.checkout import callback_address
from simulator.razorpay.errors import RazorpayRefusal

router = APIRouter(prefix="/sim")


@router.post("/links/{link_id}/pay")
async def pay(request: Request, link_id: str) -> Response:
    """As the hosted page does, and more: see payments.pay. Answers {payments, link, callback_url}."""
    world, body = world_of(request), await need_object(request)
    try:
        link = links.find(world, link_id)
        paid = payments.pay(world, link, body)
    except RazorpayRefusal as refusal:
        raise ControlRefusal(refusal.description, 404) from refusal
    except (ValueError, TypeError) as error:
        raise ControlRefusal(str(error), 409) from error
    captured = [payment for payment in paid if payment["status"] == "captured"]
    callback = callback_address(world, link, captured[-1]["id"]) if captured and link["callback_url"] else None
    return JsonAnswer({"payments": paid, "link": link, "callback_url": callback})


@router.get("/links/{link_id}")
async def show_link(request: Request, link_id: str) -> Response:
    try:
        return JsonAnswer(links.find(world_of(request), link_id))
    except RazorpayRefusal as refusal:
        raise ControlRefusal(refusal.description, 404) from refusal


@router.post("/links/{link_id}/cancel")
async def cancel_link(request: Request, link_id: str) -> Response:
    """A link cancelled on Razorpay's dashboard, which the shop did not ask for."""
    world = world_of(request)
    try:
        return JsonAnswer(links.cancel(world, links.find(world, link_id)))
    except RazorpayRefusal as refusal:
        raise ControlRefusal(refusal.description, 409) from refusal


@router.get("/qr_codes")
async def list_qrs(request: Request) -> Response:
    """All codes, the newest first."""
    return JsonAnswer(list(reversed(world_of(request).facts.qr_codes.values())))


@router.post("/qr_codes/{qr_id}/pay")
async def pay_qr(request: Request, qr_id: str) -> Response:
    """Somebody scans a stall's code and pays: see qr_codes.pay. Answers the payment."""
    world, body = world_of(request), await need_object(request)
    try:
        return JsonAnswer(qr_codes.pay(world, qr_codes.find(world, qr_id), body))
    except RazorpayRefusal as refusal:
        raise ControlRefusal(refusal.description, 404) from refusal
    except (ValueError, TypeError) as error:
        raise ControlRefusal(str(error), 409) from error


@router.post("/refunds/{refund_id}/finish")
async def finish_refund(request: Request, refund_id: str) -> Response:
    """{outcome: processed|failed} for a refund that is pending."""
    world, body = world_of(request), await need_object(request)
    made = world.facts.refunds.get(refund_id)
    if made is None:
        raise ControlRefusal(f"there is no refund {refund_id!r}", 404)
    try:
        return JsonAnswer(refunds.finish(world, made, str(body.get("outcome", "processed"))))
    except ValueError as error:
        raise ControlRefusal(str(error), 409) from error


@router.post("/payments/{payment_id}/refund")
async def refund_by_hand(request: Request, payment_id: str) -> Response:
    """A refund begun on Razorpay's dashboard or by Razorpay itself, which the shop did not ask for."""
    world, body = world_of(request), await need_object(request)
    try:
        return JsonAnswer(refunds.refund(world, world.facts.payments[payment_id], body, None))
    except KeyError as error:
        raise ControlRefusal(f"there is no payment {payment_id!r}", 404) from error
    except RazorpayRefusal as refusal:
        raise ControlRefusal(refusal.description, 409) from refusal


@router.post("/payments/{payment_id}/dispute")
async def dispute(request: Request, payment_id: str) -> Response:
    """{event: payment.dispute.created|…}: a customer's bank disputes a payment."""
    world, body = world_of(request), await need_object(request)
    payment = world.facts.payments.get(payment_id)
    if payment is None:
        raise ControlRefusal(f"there is no payment {payment_id!r}", 404)
    webhooks.tell_dispute(world, payment, str(body.get("event", "payment.dispute.created")))
    return JsonAnswer({"ok": True})


@router.post("/razorpay-events/{event_id}/replay")
async def replay(request: Request, event_id: str) -> Response:
    """Send an event again, also a dropped one, under the same event id."""
    world = world_of(request)
    if not webhooks.replay(world, event_id):
        raise ControlRefusal(f"there is no event {event_id!r}", 404)
    return JsonAnswer({"ok": True})
