"""Where Razorpay tells us that something happened. A webhook only says "look": the worker asks for the truth."""

import structlog
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import PlainTextResponse

from core.inbox.arrivals import Arrival, digest, key_of
from core.inbox.tables import InboxKind, Provider
from core.outside import read_json
from core.settings import get_settings
from webhooks.bodies import read_capped, refuse_declared
from webhooks.budget import MEGABYTE, Budget
from webhooks.door import Door
from webhooks.signatures import could_be_signed, is_signed_by_razorpay

log = structlog.get_logger(__name__)
router = APIRouter()

LARGEST_BODY = 1024 * 1024
BODIES = Budget(most=16 * MEGABYTE, most_of_one=8 * MEGABYTE)


async def receive(request: Request) -> PlainTextResponse:
    """Store the event once and answer 200. 401 unsigned, 413 too large, 503 when it could not be stored.

    The event id is a header that the signature does not cover, so it only spares work; effects are idempotent.
    """
    secrets = [secret.get_secret_value() for secret in get_settings().razorpay_webhook_secrets]
    if not any(secrets):
        log.error("razorpay_webhook_secrets_missing")
        raise HTTPException(503)
    refuse_declared(request, LARGEST_BODY)
    headers = dict(request.scope["headers"])
    signature = headers.get(b"x-razorpay-signature")
    if not could_be_signed(signature):
        raise HTTPException(401)
    body = await read_capped(request, LARGEST_BODY, BODIES)
    if not is_signed_by_razorpay(body, signature, secrets):
        raise HTTPException(401)
    event_id = headers.get(b"x-razorpay-event-id", b"").decode("latin-1")
    door: Door = request.app.state.door
    await door.store(Provider.RAZORPAY, [_read_arrival(body, event_id)], body)
    return PlainTextResponse("")


# A plain route: FastAPI's own would look for parameters and a response model at every event, and there are none.
router.add_route("/webhooks/razorpay", receive, methods=["POST"])


def _read_arrival(body: bytes, event_id: str) -> Arrival:
    key = key_of(event_id) or digest(body)
    try:
        known = isinstance(read_json(body), dict)
    except (ValueError, RecursionError) as error:
        log.warning("webhook_not_json", provider="razorpay", error=type(error).__name__, size=len(body))
        known = False
    return Arrival(key, InboxKind.NEWS if known else InboxKind.UNPARSED, body)
