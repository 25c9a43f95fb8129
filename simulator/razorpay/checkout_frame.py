"""Checkout on the shop's own page: a pretend `checkout.js`, and the frame in which the payer decides."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from simulator.answers import world_of
from simulator.razorpay import orders, payments
from simulator.razorpay.envelopes import sign
from simulator.razorpay.errors import RazorpayRefusal

PAGE = Path(__file__).parents[1] / "page"
FORM_FIELDS = ("outcome", "method", "force")
router = APIRouter()
templates = Environment(loader=FileSystemLoader(PAGE), autoescape=select_autoescape(default=True), auto_reload=True)


@router.get("/checkout.js")
async def script(request: Request) -> Response:
    """`window.Razorpay` as shops use it: `new Razorpay(options).open()`."""
    address = world_of(request).configuration.address
    text = templates.get_template("checkout.js").render(address=address)
    return Response(text, media_type="text/javascript", headers={"Cache-Control": "no-store"})


@router.get("/checkout/{order_id}")
async def frame(request: Request, order_id: str) -> Response:
    """The frame: pay, fail, or close."""
    world = world_of(request)
    try:
        order = orders.find(world, order_id)
    except RazorpayRefusal:
        return HTMLResponse("<h1>This order does not exist.</h1>", status_code=404)
    page = templates.get_template("checkout.html").render(order=order, shop_name=world.configuration.business_name)
    return HTMLResponse(page)


@router.post("/checkout/{order_id}")
async def decide(request: Request, order_id: str) -> Response:
    """What the payer did, as the frame hands it to the shop's page: ids and a signature by the key secret."""
    world = world_of(request)
    form = {key: str(value) for key, value in (await request.form()).items() if key in FORM_FIELDS}
    try:
        payment = payments.pay_order(world, orders.find(world, order_id), form)
    except (ValueError, RazorpayRefusal) as error:
        return JSONResponse({"problem": str(error)}, status_code=409)
    if payment["status"] != "captured":
        return JSONResponse({"problem": payment["error_description"]}, status_code=402)
    message = f"{order_id}|{payment['id']}"
    return JSONResponse(
        {
            "razorpay_payment_id": payment["id"],
            "razorpay_order_id": order_id,
            "razorpay_signature": sign(world.configuration.razorpay_key_secret, message.encode()),
        }
    )
