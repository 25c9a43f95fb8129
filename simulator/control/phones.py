"""/sim/phones: people and what they do."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from simulator import writing
from simulator.answers import Json as JsonAnswer
from simulator.answers import read_object, world_of
from simulator.control.errors import ControlRefusal
from simulator.forms import screen_of
from simulator.meta import webhooks
from simulator.people import add_phone
from simulator.phones import Message, Phone
from simulator.world import World

Json = dict[str, Any]
LONGEST_WAIT_SECONDS = 60.0

router = APIRouter(prefix="/sim/phones")


def find_phone(world: World, phone_id: str) -> Phone:
    """The phone with this id. Raises ControlRefusal 404."""
    phone = world.facts.phones.get(phone_id)
    if phone is None:
        raise ControlRefusal(f"there is no phone {phone_id!r}", 404)
    return phone


async def need_object(request: Request) -> Json:
    """The JSON object of a request. Raises ControlRefusal when it is something else."""
    body = await read_object(request)
    if body is None:
        raise ControlRefusal("the body must be a JSON object")
    return body


@router.post("")
async def create(request: Request) -> Response:
    """One phone, or several at once with {"phones": […]}."""
    world = world_of(request)
    body = await need_object(request)
    try:
        if isinstance(body.get("phones"), list):
            return JsonAnswer({"phones": [add_phone(world, wanted).describe() for wanted in body["phones"]]})
        return JsonAnswer(add_phone(world, body).describe())
    except ValueError as error:
        raise ControlRefusal(str(error)) from error


@router.get("/{phone_id}")
async def show(request: Request, phone_id: str) -> Response:
    return JsonAnswer(find_phone(world_of(request), phone_id).describe())


@router.get("/{phone_id}/messages")
async def messages(request: Request, phone_id: str, after: int = 0, wait_seconds: float = 0) -> Response:
    """The messages, only those with a greater `seq` than `after`; waits up to `wait_seconds` until there is one."""
    phone = find_phone(world_of(request), phone_id)
    deadline = asyncio.get_running_loop().time() + min(wait_seconds, LONGEST_WAIT_SECONDS)
    while not (newer := _newer(phone, after)):
        arrival, left = phone.arrival, deadline - asyncio.get_running_loop().time()
        if left <= 0:
            break
        try:
            await asyncio.wait_for(arrival.wait(), left)
        except TimeoutError:
            break
    return JsonAnswer([message.describe() for message in newer])


def _newer(phone: Phone, after: int) -> list[Message]:
    newer: list[Message] = []
    for message in reversed(phone.messages):
        if message.seq <= after:
            break
        newer.append(message)
    return newer[::-1]


@router.post("/{phone_id}/send")
async def send(request: Request, phone_id: str) -> Response:
    world, body = world_of(request), await need_object(request)
    return _answer(lambda: writing.send(world, find_phone(world, phone_id), body))


@router.post("/{phone_id}/tap")
async def tap(request: Request, phone_id: str) -> Response:
    world, body = world_of(request), await need_object(request)
    message_id, choice = str(body.get("message_id", "")), str(body.get("id", ""))
    return _answer(lambda: writing.tap(world, find_phone(world, phone_id), message_id, choice))


@router.post("/{phone_id}/fill")
async def fill(request: Request, phone_id: str) -> Response:
    """{message_id, values} or {message_id, saved_address_id}: send a form that was received, filled in."""
    world, body = world_of(request), await need_object(request)
    return _answer(lambda: writing.fill_in(world, find_phone(world, phone_id), str(body.get("message_id", "")), body))


@router.get("/{phone_id}/forms/{message_id}")
async def form(request: Request, phone_id: str, message_id: str) -> Response:
    """What a received Flow shows: the components of its screen, with the data that was put in."""
    world = world_of(request)
    message = world.facts.messages.get(message_id)
    if message is None or message.phone_id != find_phone(world, phone_id).id:
        raise ControlRefusal(f"{phone_id} has no message {message_id}", 404)
    try:
        parameters = message.payload["interactive"]["action"]["parameters"]
        return JsonAnswer({"components": screen_of(world, parameters)})
    except (KeyError, TypeError, ValueError) as error:
        raise ControlRefusal(f"message {message_id} is no form that can be shown") from error


@router.post("/{phone_id}/change-number")
async def change_number(request: Request, phone_id: str) -> Response:
    world, body = world_of(request), await need_object(request)
    return _answer(lambda: writing.change_number(world, find_phone(world, phone_id), body.get("phone")))


@router.post("/{phone_id}/read")
async def read(request: Request, phone_id: str) -> Response:
    world = world_of(request)
    return JsonAnswer({"read": writing.read(world, find_phone(world, phone_id))})


@router.post("/{phone_id}/marketing")
async def marketing(request: Request, phone_id: str) -> Response:
    """{stopped}: the person stops or resumes marketing messages in WhatsApp's own menu."""
    world, body = world_of(request), await need_object(request)
    phone = find_phone(world, phone_id)
    phone.marketing_stopped = bool(body.get("stopped", True))
    webhooks.tell_preference(world, phone, stopped=phone.marketing_stopped)
    return JsonAnswer(phone.describe(with_messages=False))


@router.patch("/{phone_id}")
async def change(request: Request, phone_id: str) -> Response:
    """{hide_phone?, old_client?, name?, username?}: what a person may change without a new identity."""
    world, body = world_of(request), await need_object(request)
    phone = find_phone(world, phone_id)
    phone.hide_phone = bool(body.get("hide_phone", phone.hide_phone))
    phone.old_client = bool(body.get("old_client", phone.old_client))
    phone.name = str(body.get("name", phone.name))
    phone.username = body.get("username", phone.username)
    world.phone_changed(phone)
    return JsonAnswer(phone.describe(with_messages=False))


def _answer(act: Any) -> Response:
    try:
        message: Message = act()
    except ValueError as error:
        raise ControlRefusal(str(error)) from error
    return JsonAnswer({"id": message.id, "seq": message.seq})
