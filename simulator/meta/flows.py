"""Flows of the account: made, their JSON handed in, published, listed, changed, retired."""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from simulator import ids
from simulator.answers import Json as JsonAnswer
from simulator.answers import read_object, world_of
from simulator.meta import webhooks
from simulator.meta.access import need_business_account, need_token, need_version, unknown_object
from simulator.meta.checks import missing, need_text, wrong
from simulator.meta.errors import MetaRefusal
from simulator.meta.flow_json import find_errors
from simulator.world import World

Json = dict[str, Any]

CATEGORIES = {"SIGN_UP", "SIGN_IN", "APPOINTMENT_BOOKING", "LEAD_GENERATION", "CONTACT_US", "CUSTOMER_SUPPORT",
              "SURVEY", "SHOPPING", "OTHER"}  # fmt: skip
NAME_LONGEST = 200
USUAL_FIELDS = ("id", "name", "status", "categories", "validation_errors")


def find(world: World, flow_id: object) -> Json | None:
    return world.facts.flows.get(str(flow_id))


def find_named(world: World, name: object) -> Json | None:
    return next((flow for flow in world.facts.flows.values() if flow["name"] == name), None)


def describe(flow: Json, fields: str | None = None) -> Json:
    """A Flow as Graph shows it."""
    wanted = [field.strip() for field in fields.split(",")] if fields else USUAL_FIELDS
    return {key: flow[key] for key in dict.fromkeys([*wanted, "id"]) if key in flow and key != "json"}


async def create(request: Request) -> Response:
    """POST …/flows: a DRAFT, with its JSON and published at once when that is asked for."""
    world = _enter(request)
    need_business_account(world, request)
    body = await read_object(request)
    if body is None:
        raise wrong("body", "must be a JSON object")
    name, categories = need_text(body, "name", "name"), body.get("categories")
    if len(name) > NAME_LONGEST or find_named(world, name) is not None:
        raise MetaRefusal(100, message="(#100) Param name must be unique in the account and at most 200 characters.")
    if not isinstance(categories, list) or not categories or not {str(each) for each in categories} <= CATEGORIES:
        raise wrong("categories", f"must be some of {{{', '.join(sorted(CATEGORIES))}}}")
    flow: Json = {"id": ids.numeric(), "name": name, "categories": categories, "status": "DRAFT",
                  "validation_errors": [], "json": None, "json_version": None}  # fmt: skip
    if body.get("flow_json") is not None:
        _take_json(flow, need_text(body, "flow_json", "flow_json"))
    if body.get("publish") is True:
        _publish(world, flow)
    world.facts.flows[flow["id"]] = flow
    return JsonAnswer({"id": flow["id"], "success": True, "validation_errors": flow["validation_errors"]})


async def list_all(request: Request) -> Response:
    """GET …/flows."""
    world = _enter(request)
    need_business_account(world, request)
    fields = request.query_params.get("fields")
    return JsonAnswer({"data": [describe(flow, fields) for flow in world.facts.flows.values()]})


async def hand_in(request: Request) -> Response:
    """POST /{flow}/assets, a form with file, name and asset_type: what was published is a draft again."""
    world = _enter(request)
    flow = _need_flow(world, request)
    async with request.form() as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise missing("file")
        if form.get("asset_type") != "FLOW_JSON" or form.get("name") != "flow.json":
            raise wrong("asset_type", "must be FLOW_JSON, and name flow.json")
        source = (await file.read()).decode("utf-8", "replace")
    if flow["status"] in {"DEPRECATED", "BLOCKED"}:
        raise MetaRefusal(139001, "Flow can't be updated")
    _take_json(flow, source)
    _set_status(world, flow, "DRAFT")
    return JsonAnswer({"success": True, "validation_errors": flow["validation_errors"]})


async def publish(request: Request) -> Response:
    """POST /{flow}/publish."""
    world = _enter(request)
    _publish(world, _need_flow(world, request))
    return JsonAnswer({"success": True})


async def deprecate(request: Request) -> Response:
    """POST /{flow}/deprecate: it cannot be sent any more."""
    world = _enter(request)
    flow = _need_flow(world, request)
    if flow["status"] != "PUBLISHED":
        raise MetaRefusal(139003, "Can't deprecate unpublished flow")
    _set_status(world, flow, "DEPRECATED")
    return JsonAnswer({"success": True})


def delete(world: World, flow: Json) -> Json:
    """DELETE /{flow}: drafts only."""
    if flow["status"] != "DRAFT":
        raise MetaRefusal(139004, "Can't delete published Flow")
    del world.facts.flows[flow["id"]]
    return {"success": True}


def set_status(world: World, flow: Json, status: str) -> None:
    """What Meta decides: BLOCKED, THROTTLED, PUBLISHED again."""
    _set_status(world, flow, status)


def _enter(request: Request) -> World:
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    return world


def _need_flow(world: World, request: Request) -> Json:
    flow = find(world, request.path_params["object_id"])
    if flow is None:
        raise unknown_object(str(request.path_params["object_id"]))
    return flow


def _take_json(flow: Json, source: str) -> None:
    flow["validation_errors"] = find_errors(source)
    is_good = not flow["validation_errors"]
    flow["json"] = json.loads(source) if is_good else None
    flow["json_version"] = flow["json"]["version"] if is_good else None


def _publish(world: World, flow: Json) -> None:
    if flow["status"] != "DRAFT":
        raise MetaRefusal(139002, "Publishing Flow in invalid state")
    if flow["json"] is None:
        raise MetaRefusal(139002, "Publishing Flow with validation errors")
    _set_status(world, flow, "PUBLISHED")


def _set_status(world: World, flow: Json, status: str) -> None:
    before, flow["status"] = flow["status"], status
    if before != status:
        webhooks.tell_flow_status(world, flow, before)
