"""Objects of the account: the number, the business account, the token, the subscription, templates and files by id."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.answers import read_object, world_of
from simulator.meta import flows, media, templates
from simulator.meta.access import need_business_account, need_number, need_token, need_version, unknown_object
from simulator.meta.checks import missing, wrong
from simulator.meta.errors import MetaRefusal
from simulator.world import World

Json = dict[str, Any]
SCOPES = ["whatsapp_business_management", "whatsapp_business_messaging", "public_profile"]


async def debug_token(request: Request) -> Response:
    """GET /debug_token?input_token=: what `doctor` asks."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    given = request.query_params.get("input_token")
    if not given:
        raise missing("input_token")
    valid = given == world.configuration.access_token
    data: Json = {"app_id": world.configuration.app_id, "type": "SYSTEM_USER", "application": "Simulated shop"}
    data |= {"is_valid": valid, "expires_at": 0, "data_access_expires_at": 0, "scopes": SCOPES if valid else []}
    return JsonAnswer({"data": data})


async def get_object(request: Request) -> Response:
    """GET /{id}: a number, a business account, a template, a Flow or a file."""
    world, object_id = world_of(request), request.path_params["object_id"]
    need_version(request)
    need_token(world, request)
    if object_id == world.configuration.phone_number_id:
        return JsonAnswer(_choose(describe_number(world), request))
    if object_id == world.configuration.business_account_id:
        return JsonAnswer(_choose(describe_account(world), request))
    template = _template(world, object_id)
    if template is not None:
        return JsonAnswer(_choose(template, request))
    flow = flows.find(world, object_id)
    if flow is not None:
        return JsonAnswer(flows.describe(flow, request.query_params.get("fields")))
    return JsonAnswer(media.describe(world, media.find(world, object_id)))


async def post_object(request: Request) -> Response:
    """POST /{id}: only templates can be changed so."""
    world, object_id = world_of(request), request.path_params["object_id"]
    need_version(request)
    need_token(world, request)
    template = _template(world, object_id)
    if template is None:
        raise unknown_object(object_id)
    body = await read_object(request)
    if body is None:
        raise wrong("body", "must be a JSON object")
    return JsonAnswer(templates.edit(world, template, body))


async def delete_object(request: Request) -> Response:
    """DELETE /{id}: files, and drafts of Flows."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    flow = flows.find(world, request.path_params["object_id"])
    if flow is not None:
        return JsonAnswer(flows.delete(world, flow))
    del world.facts.media[media.find(world, request.path_params["object_id"]).id]
    return JsonAnswer({"success": True})


async def phone_numbers(request: Request) -> Response:
    """GET /{business account}/phone_numbers."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_business_account(world, request)
    return JsonAnswer({"data": [describe_number(world)]})


async def subscribed_apps(request: Request) -> Response:
    """GET, POST and DELETE /{business account}/subscribed_apps."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_business_account(world, request)
    if request.method != "GET":
        world.subscribed = request.method == "POST"
        return JsonAnswer({"success": True})
    app = {"id": world.configuration.app_id, "name": "Simulated shop", "link": "https://www.facebook.com/games/"}
    return JsonAnswer({"data": [{"whatsapp_business_api_data": app}] if world.subscribed else []})


async def profile(request: Request) -> Response:
    """GET and POST /{number}/whatsapp_business_profile."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_number(world, request)
    if request.method == "POST":
        world.profile |= await read_object(request) or {}
        return JsonAnswer({"success": True})
    return JsonAnswer({"data": [{"messaging_product": "whatsapp", **world.profile}]})


async def unknown(request: Request) -> Response:
    """Everything else under /meta."""
    raise MetaRefusal(100, message=f"(#2500) Unknown path components: {request.url.path.removeprefix('/meta')}")


def describe_number(world: World) -> Json:
    """The business's phone number as Graph shows it."""
    configuration = world.configuration
    return {
        "verified_name": configuration.business_name,
        "code_verification_status": "VERIFIED",
        "display_phone_number": f"+{configuration.business_phone_number}",
        "quality_rating": "GREEN",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "status": "CONNECTED",
        "name_status": "APPROVED",
        "messaging_limit_tier": "TIER_2K",
        "id": configuration.phone_number_id,
    }


def describe_account(world: World) -> Json:
    """The WhatsApp business account as Graph shows it."""
    return {
        "id": world.configuration.business_account_id,
        "name": world.configuration.business_name,
        "timezone_id": "71",
        "currency": "INR",
        "message_template_namespace": "simulated_namespace",
        "account_review_status": "APPROVED",
    }


def _template(world: World, object_id: str) -> Json | None:
    return next((one for one in world.facts.templates.values() if one["id"] == object_id), None)


def _choose(described: Json, request: Request) -> Json:
    fields = request.query_params.get("fields")
    if not fields:
        return described
    wanted = [field.strip() for field in fields.split(",")]
    return {key: value for key, value in described.items() if key in wanted or key == "id"}
