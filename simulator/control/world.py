"""/sim: state, events, books, switches, clock, links, and waiting for quiet."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from simulator import ids, people
from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.clock import iso
from simulator.control.errors import ControlRefusal
from simulator.control.phones import need_object
from simulator.sweeping import sweep
from simulator.world import World

Json = dict[str, Any]
SETTLE_POLL_SECONDS = 0.02

router = APIRouter(prefix="/sim")


@router.get("/state")
async def state(request: Request) -> Response:
    world = world_of(request)
    sweep(world)
    facts, configuration = world.facts, world.configuration
    return JsonAnswer(
        {
            "clock": world.clock.describe(),
            "switches": world.switches.describe(),
            "phones": [phone.describe() for phone in facts.phones.values()],
            "links": list(facts.links.values()),
            "templates": list(facts.templates.values()),
            "business": {"name": configuration.business_name, "phone": configuration.business_phone_number},
            "app_url": configuration.app_url,
            "pending": world.pending(),
        }
    )


@router.get("/events")
async def events(request: Request, after: int | None = None) -> Response:
    """Server-sent events; resumes after `Last-Event-ID` (or `?after=`)."""
    last = request.headers.get("last-event-id", "")
    position = int(last) if last.isdecimal() else after
    stream = world_of(request).events.listen(position)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


@router.get("/books")
async def books(request: Request) -> Response:
    world = world_of(request)
    sweep(world)
    kept, facts = world.books, world.facts
    return JsonAnswer(
        {
            "messages": [message.describe() for message in kept.accepted],
            "billable": kept.billable(),
            "inbound": [message.describe() for message in kept.inbound],
            "read_receipts": kept.read_receipts,
            "typing_indicators": kept.typing_indicators,
            "refused": kept.refused,
            "links": list(facts.links.values()),
            "orders": list(facts.orders.values()),
            "payments": list(facts.payments.values()),
            "refunds": list(facts.refunds.values()),
            "razorpay_refused": kept.razorpay_refused,
            "razorpay_events": kept.razorpay_events,
        }
    )


@router.get("/switches")
async def show_switches(request: Request) -> Response:
    return JsonAnswer(world_of(request).switches.describe())


@router.put("/switches")
async def set_switches(request: Request) -> Response:
    world, body = world_of(request), await need_object(request)
    try:
        world.switches.merge(body)
    except ValueError as error:
        raise ControlRefusal(str(error)) from error
    world.apply_switches()
    world.events.tell("switches", world.switches.describe())
    return JsonAnswer(world.switches.describe())


@router.get("/clock")
async def show_clock(request: Request) -> Response:
    return JsonAnswer(world_of(request).clock.describe())


@router.post("/clock")
async def set_clock(request: Request) -> Response:
    """{advance_seconds} or {offset_seconds}; the shop's clock is moved first, then ours."""
    world, body = world_of(request), await need_object(request)
    try:
        if "offset_seconds" in body:
            offset = float(body["offset_seconds"])
        else:
            offset = world.clock.offset_seconds + float(body["advance_seconds"])
        iso(world.clock.seconds() - world.clock.offset_seconds + offset)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ControlRefusal("give advance_seconds or offset_seconds, a number") from error
    shop = "left alone" if body.get("shop") is False else await _move_shop(world, offset)
    world.clock.offset_seconds = offset
    sweep(world)
    world.events.tell("clock", world.clock.describe())
    return JsonAnswer({**world.clock.describe(), "shop": shop})


async def _move_shop(world: World, offset: float) -> str:
    assert world.fetcher is not None, "the fetcher is opened when the application starts"
    try:
        answer = await world.fetcher.post(f"{world.shop_address()}/dev/clock", json={"offset_seconds": offset})
    except Exception as error:
        return f"not moved: {type(error).__name__}"
    return "moved" if answer.is_success else f"not moved: HTTP {answer.status_code}"


@router.post("/reset")
async def reset(request: Request) -> Response:
    """Forget everything but the configuration; the first phones are there again (or {"phones": […]})."""
    world, body = world_of(request), await need_object(request)
    await world.forget()
    people_wanted = body["phones"] if isinstance(body.get("phones"), list) else world.configuration.phones
    try:
        for wanted in people_wanted:
            people.add_phone(world, wanted)
    except ValueError as error:
        raise ControlRefusal(str(error)) from error
    world.events.tell("reset", {})
    return JsonAnswer({"phones": list(world.facts.phones)})


@router.post("/settle")
async def settle(request: Request) -> Response:
    """Wait until nothing of ours is under way to the shop, at most `timeout_seconds`."""
    world, body = world_of(request), await need_object(request)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + float(body.get("timeout_seconds", 10))
    while world.pending() and loop.time() < deadline:  # noqa: ASYNC110 - a count over three places, not one event
        await asyncio.sleep(SETTLE_POLL_SECONDS)
    return JsonAnswer({"pending": world.pending()})


@router.put("/configuration")
async def configure(request: Request) -> Response:
    """{app_url}: where the shop is, when that was not known at the start."""
    world, body = world_of(request), await need_object(request)
    if not isinstance(body.get("app_url"), str):
        raise ControlRefusal("give app_url")
    world.configuration.app_url = body["app_url"]
    return JsonAnswer({"app_url": world.configuration.app_url})


@router.post("/verify-webhook")
async def verify_webhook(request: Request) -> Response:
    """Meta's GET handshake with the shop: {ok, status, body, challenge}."""
    world = world_of(request)
    assert world.fetcher is not None, "the fetcher is opened when the application starts"
    challenge = ids.numeric()
    query = {
        "hub.mode": "subscribe",
        "hub.verify_token": world.configuration.verify_token,
        "hub.challenge": challenge,
    }
    try:
        answer = await world.fetcher.get(f"{world.shop_address()}/webhooks/whatsapp", params=query)
    except Exception as error:
        return JsonAnswer({"ok": False, "status": None, "body": type(error).__name__, "challenge": challenge})
    ok = answer.status_code == 200 and answer.text == challenge
    return JsonAnswer({"ok": ok, "status": answer.status_code, "body": answer.text[:200], "challenge": challenge})
