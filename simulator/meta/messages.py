"""POST /{version}/{phone-number-id}/messages: send, mark as read, show typing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.meta import outcomes, receipts, troubles
from simulator.meta.access import need_number, need_token, need_version
from simulator.meta.checks import invalid, keep_length, missing, need_object, need_text, wrong
from simulator.meta.errors import MetaRefusal
from simulator.meta.limits import CHECKS
from simulator.meta.template_sending import fill_template, need_one_code
from simulator.people import digits_of
from simulator.phones import Phone
from simulator.world import World

Json = dict[str, Any]

CALLBACK_DATA_LONGEST = 512
COUNTRY_CODE = "91"
TYPES = sorted([*CHECKS, "template"])


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a message is for: `given` as the shop wrote it, `wa_id` or `user_id` as Meta understood it."""

    given: str
    wa_id: str | None
    user_id: str | None
    phone: Phone | None


async def post_message(request: Request) -> Response:
    """Check in the order in which Meta does: path, token, shape, then rates."""
    world = world_of(request)
    body: object = None
    try:
        need_version(request)
        need_token(world, request)
        need_number(world, request)
        body = _read_json(await request.body())
        if not isinstance(body, dict):
            raise wrong("body", "must be a JSON object")
        if body.get("messaging_product") != "whatsapp":
            raise missing("messaging_product")
        if "status" in body:
            return JsonAnswer(receipts.mark_read(world, body))
        return await _send(world, body)
    except MetaRefusal as refusal:
        troubles.note_refusal(world, refusal, body)
        raise


async def _send(world: World, body: Json) -> Response:
    recipient = find_recipient(world, body)
    kind, rendered, category = check_message(world, body, recipient)
    trouble = world.take_trouble("fail_sends", phone_id=recipient.phone.id if recipient.phone else None, type=kind)
    answer = await troubles.before_acceptance(trouble)
    if answer is not None:
        troubles.note_injected(world, trouble, body)
        return answer
    _keep_rates(world, recipient)
    if world.switches["send_delay_seconds"]:
        await troubles.pause(world.switches["send_delay_seconds"])
    failure = outcomes.foresee_failure(world, recipient.phone, body, category, trouble)
    if failure is not None and not outcomes.told_later(world, trouble):
        raise MetaRefusal(failure["code"], failure["error_data"]["details"], injected=trouble is not None)
    message = outcomes.accept(
        world, recipient.phone, body, recipient=recipient.given, rendered=rendered, category=category, failure=failure
    )
    contact: Json = {"input": recipient.given}
    contact |= {"wa_id": recipient.wa_id} if recipient.wa_id else {"user_id": recipient.user_id}
    accepted: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "contacts": [contact],
        "messages": [{"id": message.id}],
    }
    if kind == "template":
        accepted["messages"][0]["message_status"] = "accepted"
    return await troubles.after_acceptance(trouble, JsonAnswer(accepted))


def _read_json(raw: bytes) -> object:
    try:
        read: object = json.loads(raw)
    except (ValueError, RecursionError):
        raise wrong("body", "must be valid JSON") from None
    return read


def find_recipient(world: World, body: Json) -> Recipient:
    """`to` (a number, with its country code put in front when it seems to lack one) wins over `recipient`."""
    if body.get("to"):
        given = str(body["to"])
        digits = digits_of(given)
        if not (digits.isascii() and digits.isdigit() and 7 <= len(digits) <= 15):
            raise invalid("Recipient phone number is not valid: to must hold a phone number with its country code")
        if not given.startswith("+") and len(digits) <= 10:
            digits = COUNTRY_CODE + digits
        if digits == world.configuration.business_phone_number:
            raise MetaRefusal(131021, "The sender and the recipient must be different phone numbers")
        return Recipient(given, digits, None, world.numbers.get(digits))
    given = need_text(body, "recipient", "to")
    country, separator, rest = given.partition(".")
    if not separator or len(country) != 2 or not country.isalpha() or not rest.replace("ENT.", "", 1).isalnum():
        raise invalid("recipient must be a business-scoped user id such as IN.1a2b3c")
    return Recipient(given, None, given, world.user_ids.get(given))


def check_message(world: World, body: Json, recipient: Recipient) -> tuple[str, Json | None, str]:
    """Refuse what is outside the limits. Answers the type, the rendered template if it is one, the price category."""
    if body.get("recipient_type", "individual") != "individual":
        raise wrong("recipient_type", f'must be one of {{INDIVIDUAL}} - got "{body["recipient_type"]}"')
    kind = body.get("type", "text")
    if kind not in TYPES:
        known = ", ".join(name.upper() for name in TYPES)
        raise MetaRefusal(100, message=f'(#100) Param type must be one of {{{known}}} - got "{kind}".')
    _check_context(body)
    if kind != "template":
        CHECKS[kind](world, body, kind)
        if kind == "interactive" and body["interactive"]["type"] == "address_message":
            _need_indian_number(recipient)
        return kind, None, "service"
    template, rendered = fill_template(world, need_object(body, "template", "template"))
    if template["category"] == "AUTHENTICATION" and recipient.wa_id is None:
        raise MetaRefusal(131062, "Authentication templates cannot be sent to a business-scoped user id")
    if template["category"] == "AUTHENTICATION":
        need_one_code(rendered)
    return kind, rendered, str(template["category"]).lower()


def _check_context(body: Json) -> None:
    if body.get("context") is not None:
        context = need_object(body, "context", "context")
        need_text(context, "message_id", "context['message_id']")
    data = body.get("biz_opaque_callback_data")
    if data is not None:
        if not isinstance(data, str):
            raise wrong("biz_opaque_callback_data", "must be a string")
        keep_length(data, "biz_opaque_callback_data", CALLBACK_DATA_LONGEST, shortest=0)


def _need_indian_number(recipient: Recipient) -> None:
    number = recipient.wa_id or (recipient.phone.phone if recipient.phone else None)
    if number is None or not number.startswith(COUNTRY_CODE):
        raise invalid("address_message can be sent to Indian phone numbers only")


def _keep_rates(world: World, recipient: Recipient) -> None:
    switches, now = world.switches, world.clock.elapsed()
    if not world.pacing.allows_throughput(switches["throughput_per_second"], now):
        raise MetaRefusal(130429, "Cloud API message throughput has been reached.")
    whom = recipient.phone.id if recipient.phone else recipient.given
    if not world.pacing.allows_pair(whom, switches["pair_rate_seconds"], int(switches["pair_burst"]), now):
        raise MetaRefusal(131056, "Too many messages sent from this phone number to the same user in a short time")
