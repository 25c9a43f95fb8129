"""GET and POST /pay/{plink_id}: the page where a customer pays, and the way back to the shop; /qr/{qr_id}: a stall's
code as a picture for pages, and as a page for who opens or scans it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from simulator.answers import world_of
from simulator.razorpay import links, payments, qr_codes
from simulator.razorpay.envelopes import sign
from simulator.razorpay.errors import RazorpayRefusal
from simulator.world import World

Json = dict[str, Any]

PAGE = Path(__file__).parents[1] / "page"
FORM_FIELDS = ("outcome", "method", "contact", "email", "vpa", "times")
router = APIRouter()
templates = Environment(loader=FileSystemLoader(PAGE), autoescape=select_autoescape(default=True), auto_reload=True)


@router.get("/pay/{link_id}")
async def show(request: Request, link_id: str) -> Response:
    """Opening the page makes the order behind the link."""
    world = world_of(request)
    link = _find(world, link_id)
    if link is None:
        return HTMLResponse("<h1>This payment link does not exist.</h1>", status_code=404)
    if link["status"] == "created":
        payments.open_order(world, link)
    return _page(world, link)


@router.post("/pay/{link_id}")
async def submit(request: Request, link_id: str) -> Response:
    """`outcome` and `method` of the form; paid goes back to the shop's callback, signed."""
    world = world_of(request)
    link = _find(world, link_id)
    if link is None:
        return HTMLResponse("<h1>This payment link does not exist.</h1>", status_code=404)
    form = {key: str(value) for key, value in (await request.form()).items()}
    wanted = {key: form[key] for key in FORM_FIELDS if form.get(key)}
    try:
        paid = payments.pay(world, link, wanted)
    except ValueError as error:
        return _page(world, link, problem=str(error), status=409)
    if paid[-1]["status"] == "captured" and link["callback_url"] and form.get("return") != "no":
        return RedirectResponse(callback_address(world, link, paid[-1]["id"]), status_code=303)
    return _page(world, link, problem="failed" if paid[-1]["status"] == "failed" else None)


@router.get("/qr/{qr_id}")
async def show_qr(request: Request, qr_id: str) -> Response:
    """What a stall's tablet shows, as a picture; who opens it as a page may pay there."""
    world = world_of(request)
    if "text/html" in request.headers.get("accept", ""):
        return _qr_page(world, qr_id)
    drawn = qr_codes.draw(world, qr_id)
    return Response(drawn or "", status_code=200 if drawn else 404, media_type="image/svg+xml")


@router.post("/qr/{qr_id}")
async def pay_qr(request: Request, qr_id: str) -> Response:
    """`outcome` of the form: paid, or failed."""
    world = world_of(request)
    outcome = str((await request.form()).get("outcome", "paid"))
    try:
        payment = qr_codes.pay(world, qr_codes.find(world, qr_id), {"outcome": outcome})
    except RazorpayRefusal:
        return _qr_page(world, qr_id)
    except ValueError as error:
        return _qr_page(world, qr_id, problem=str(error), status=409)
    return _qr_page(world, qr_id, problem="failed" if payment["status"] == "failed" else None)


def _qr_page(world: World, qr_id: str, *, problem: str | None = None, status: int = 200) -> Response:
    try:
        qr = qr_codes.find(world, qr_id)
    except RazorpayRefusal:
        return HTMLResponse("<h1>This code does not exist.</h1>", status_code=404)
    state = "created" if qr["status"] == "active" else "paid" if qr["close_reason"] == "paid" else "closed"
    page = templates.get_template("pay_qr.html").render(
        qr=qr, state=state, shop_name=qr["name"] or world.configuration.business_name, problem=problem
    )
    return HTMLResponse(page, status_code=status)


def callback_address(world: World, link: Json, payment_id: str) -> str:
    """Where the browser goes after paying: signed with the API key secret, not the webhook secret."""
    message = f"{link['id']}|{link['reference_id']}|{link['status']}|{payment_id}"
    query = urlencode(
        {
            "razorpay_payment_id": payment_id,
            "razorpay_payment_link_id": link["id"],
            "razorpay_payment_link_reference_id": link["reference_id"],
            "razorpay_payment_link_status": link["status"],
            "razorpay_signature": sign(world.configuration.razorpay_key_secret, message.encode()),
        }
    )
    return f"{link['callback_url']}{'&' if '?' in link['callback_url'] else '?'}{query}"


def _find(world: World, link_id: str) -> Json | None:
    try:
        return links.find(world, link_id)
    except RazorpayRefusal:
        return None


def _way_back(world: World, link: Json) -> str | None:
    """The signed address of a paid link's shop."""
    if not link["callback_url"] or link["status"] != "paid":
        return None
    return callback_address(world, link, link["payments"][-1]["payment_id"])


def _page(world: World, link: Json, *, problem: str | None = None, status: int = 200) -> Response:
    name = "pay.html" if (PAGE / "pay.html").exists() else None
    shop_name = world.configuration.business_name
    if name is None:
        return HTMLResponse(_plain_page(link, shop_name), status_code=status)
    page = templates.get_template(name).render(
        link=link,
        customer=link["customer"],
        shop_name=shop_name,
        problem=problem,
        callback_url=_way_back(world, link),
    )
    return HTMLResponse(page, status_code=status)


def _plain_page(link: Json, shop_name: str) -> str:
    """Until there is a page: two buttons."""
    plain = templates.from_string(
        "<h1>{{ shop_name }}</h1><p>{{ link.description }}: {{ link.currency }} {{ link.amount / 100 }}"
        " ({{ link.status }})</p><form method=post><input type=hidden name=method value=upi>"
        "<button name=outcome value=paid>Pay</button><button name=outcome value=failed>Fail</button></form>"
    )
    return plain.render(link=link, shop_name=shop_name)
