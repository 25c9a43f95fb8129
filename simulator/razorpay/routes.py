"""/razorpay/v1: the calls a shop makes."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.razorpay import links, orders, payments, qr_codes, refunds
from simulator.razorpay.access import perform
from simulator.razorpay.errors import RazorpayRefusal, not_found
from simulator.world import World

Json = dict[str, Any]

LARGEST_PAGE = 100

router = APIRouter(prefix="/razorpay/v1")


@router.post("/payment_links")
async def create_link(request: Request) -> Response:
    return await perform(request, "create_link", links.create)


@router.get("/payment_links")
async def list_links(request: Request) -> Response:
    query = request.query_params
    return await perform(
        request,
        "list_links",
        lambda world, _body: links.search(world, query.get("reference_id"), query.get("payment_id")),
    )


@router.get("/payment_links/{link_id}")
async def fetch_link(request: Request, link_id: str) -> Response:
    return await perform(request, "fetch_link", lambda world, _body: links.find(world, link_id))


@router.patch("/payment_links/{link_id}")
async def update_link(request: Request, link_id: str) -> Response:
    return await perform(
        request, "update_link", lambda world, body: links.update(world, links.find(world, link_id), body)
    )


@router.post("/payment_links/{link_id}/cancel")
async def cancel_link(request: Request, link_id: str) -> Response:
    return await perform(request, "cancel_link", lambda world, _body: links.cancel(world, links.find(world, link_id)))


@router.post("/payment_links/{link_id}/notify_by/{medium}")
async def notify_by(request: Request, link_id: str, medium: str) -> Response:
    def act(world: World, _body: Json) -> Json:
        links.find(world, link_id)
        if medium not in {"sms", "email"}:
            raise RazorpayRefusal("The selected medium is invalid.", "medium")
        return {"success": True}

    return await perform(request, "notify_link", act)


@router.post("/payments/qr_codes")
async def create_qr(request: Request) -> Response:
    return await perform(request, "create_qr", qr_codes.create)


@router.get("/payments/qr_codes/{qr_id}")
async def fetch_qr(request: Request, qr_id: str) -> Response:
    return await perform(request, "fetch_qr", lambda world, _body: qr_codes.find(world, qr_id))


@router.post("/payments/qr_codes/{qr_id}/close")
async def close_qr(request: Request, qr_id: str) -> Response:
    return await perform(request, "close_qr", lambda world, _body: qr_codes.close(world, qr_codes.find(world, qr_id)))


@router.get("/payments/qr_codes/{qr_id}/payments")
async def qr_payments(request: Request, qr_id: str) -> Response:
    def act(world: World, _body: Json) -> Json:
        return _collection(qr_codes.payments_of(world, qr_codes.find(world, qr_id)))

    return await perform(request, "qr_payments", act)


@router.get("/payments/{payment_id}")
async def fetch_payment(request: Request, payment_id: str) -> Response:
    return await perform(request, "fetch_payment", lambda world, _body: _payment(world, payment_id))


@router.get("/payments")
async def list_payments(request: Request) -> Response:
    def act(world: World, _body: Json) -> Json:
        return _page(request, list(reversed(world.facts.payments.values())))

    return await perform(request, "list_payments", act)


@router.post("/payments/{payment_id}/refund")
async def refund(request: Request, payment_id: str) -> Response:
    key = request.headers.get("x-refund-idempotency")
    return await perform(
        request, "refund", lambda world, body: refunds.refund(world, _payment(world, payment_id), body, key)
    )


@router.get("/payments/{payment_id}/refunds")
async def list_refunds(request: Request, payment_id: str) -> Response:
    def act(world: World, _body: Json) -> Json:
        _payment(world, payment_id)
        return _page(request, refunds.of_payment(world, payment_id))

    return await perform(request, "list_refunds", act)


@router.get("/refunds/{refund_id}")
async def fetch_refund(request: Request, refund_id: str) -> Response:
    return await perform(request, "fetch_refund", lambda world, _body: _refund(world, refund_id))


@router.get("/payments/{payment_id}/refunds/{refund_id}")
async def fetch_refund_of_payment(request: Request, payment_id: str, refund_id: str) -> Response:
    def act(world: World, _body: Json) -> Json:
        found = _refund(world, refund_id)
        if found["payment_id"] != payment_id:
            raise not_found()
        return found

    return await perform(request, "fetch_refund", act)


@router.post("/orders")
async def create_order(request: Request) -> Response:
    return await perform(request, "create_order", orders.create)


@router.get("/orders")
async def list_orders(request: Request) -> Response:
    receipt = request.query_params.get("receipt")
    return await perform(request, "list_orders", lambda world, _body: orders.search(world, receipt))


@router.get("/orders/{order_id}")
async def fetch_order(request: Request, order_id: str) -> Response:
    return await perform(request, "fetch_order", lambda world, _body: orders.find(world, order_id))


@router.get("/orders/{order_id}/payments")
async def order_payments(request: Request, order_id: str) -> Response:
    def act(world: World, _body: Json) -> Json:
        return _collection(payments.of_order(world, orders.find(world, order_id)["id"]))

    return await perform(request, "order_payments", act)


@router.api_route("/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
async def unknown(_request: Request) -> Response:
    """What Razorpay says to a wrong address, and to features that are not enabled."""
    return JsonAnswer(RazorpayRefusal("The requested URL was not found on the server.").body(), status_code=400)


def _payment(world: World, payment_id: str) -> Json:
    payment = world.facts.payments.get(payment_id)
    if payment is None:
        raise not_found()
    return payment


def _refund(world: World, refund_id: str) -> Json:
    found = world.facts.refunds.get(refund_id)
    if found is None:
        raise not_found()
    return found


def _page(request: Request, items: list[Json]) -> Json:
    """The part of a list that was asked for: `count` (10 unless said, 100 at most) after the first `skip`."""
    count, skip = (int(request.query_params.get(name, usual)) for name, usual in (("count", 10), ("skip", 0)))
    if not 1 <= count <= LARGEST_PAGE:
        raise RazorpayRefusal(f"The count must be between 1 and {LARGEST_PAGE}.", "count")
    return _collection(items[skip : skip + count])


def _collection(items: list[Json]) -> Json:
    return {"entity": "collection", "count": len(items), "items": items}
