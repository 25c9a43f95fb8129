"""Where Meta tells us what happened on WhatsApp. Stores, answers 200, decides nothing (WHATSAPP §1)."""

import hmac
from typing import Annotated

import structlog
from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import PlainTextResponse

from core.inbox.arrivals import Arrival, digest
from core.inbox.tables import InboxKind, Provider
from core.outside import read_json
from core.settings import get_settings
from webhooks.bodies import read_capped, refuse_declared
from webhooks.budget import Budget
from webhooks.door import Door
from webhooks.signatures import META_PREFIX, could_be_signed, is_signed_by_meta
from webhooks.updates import split_updates

log = structlog.get_logger(__name__)
router = APIRouter()

LARGEST_BODY = 4 * 1024 * 1024  # Meta sends up to 3 MB
BODIES = Budget()


@router.get("/webhooks/whatsapp")
def verify(
    mode: Annotated[str, Query(alias="hub.mode")] = "",
    token: Annotated[str, Query(alias="hub.verify_token")] = "",
    challenge: Annotated[str, Query(alias="hub.challenge")] = "",
) -> PlainTextResponse:
    """Meta's handshake: echo the challenge when the token is ours, as plain text so that it cannot be a page."""
    expected = get_settings().whatsapp_verify_token.get_secret_value()
    given = token.encode("utf-8", "surrogatepass")
    if mode != "subscribe" or not challenge or not expected or not hmac.compare_digest(given, expected.encode()):
        raise HTTPException(403)
    return PlainTextResponse(challenge, headers={"X-Content-Type-Options": "nosniff"})


async def receive(request: Request) -> PlainTextResponse:
    """Store each event once and answer 200. 401 unsigned, 413 too large, 503 when it could not be stored."""
    settings = get_settings()
    secret = settings.whatsapp_app_secret.get_secret_value()
    if not secret:
        log.error("whatsapp_app_secret_missing")
        raise HTTPException(503)
    refuse_declared(request, LARGEST_BODY)
    signature = _header(request, b"x-hub-signature-256")
    if not could_be_signed(signature, META_PREFIX):
        raise HTTPException(401)
    body = await read_capped(request, LARGEST_BODY, BODIES)
    if not is_signed_by_meta(body, signature, secret):
        raise HTTPException(401)
    door: Door = request.app.state.door
    await door.store(Provider.WHATSAPP, _read_arrivals(body, settings.whatsapp_phone_number_id), body)
    return PlainTextResponse("")


# A plain route: FastAPI's own would look for parameters and a response model at every event, and there are none.
router.add_route("/webhooks/whatsapp", receive, methods=["POST"])


def _read_arrivals(body: bytes, phone_number_id: str) -> list[Arrival]:
    try:
        return split_updates(read_json(body), phone_number_id)
    except (ValueError, RecursionError) as error:
        # A retry would bring the same bytes, so they are kept for a human and Meta hears 200.
        log.warning("webhook_not_json", provider="whatsapp", error=type(error).__name__, size=len(body))
        return [Arrival(digest(body), InboxKind.UNPARSED, body)]


def _header(request: Request, name: bytes) -> bytes | None:
    return next((value for key, value in request.scope["headers"] if key == name), None)
