"""Message templates: handed in, listed, changed, deleted; and the media they and messages use."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from simulator import ids
from simulator.answers import Json as JsonAnswer
from simulator.answers import read_object, world_of
from simulator.meta import reviews
from simulator.meta.access import need_business_account, need_token, need_version
from simulator.meta.checks import need_text, wrong
from simulator.meta.template_creation import check_components, check_template, refuse
from simulator.world import World

Json = dict[str, Any]

PAGE_SIZE = 25
LARGEST_PAGE = 500
USUAL_FIELDS = ("name", "parameter_format", "components", "language", "status", "category", "id")


async def create(request: Request) -> Response:
    """POST …/message_templates: PENDING at first."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_business_account(world, request)
    body = await read_object(request)
    if body is None:
        raise wrong("body", "must be a JSON object")
    checked = check_template(body)
    key = (checked["name"], checked["language"])
    if key in world.facts.templates:
        raise refuse(f"Content in this language already exists: {key[0]} ({key[1]})")
    template: Json = {
        "id": ids.numeric(),
        **checked,
        "status": "PENDING",
        "rejected_reason": "NONE",
        "quality_score": {"score": "UNKNOWN"},
    }
    world.facts.templates[key] = template
    _submit(world, template)
    return JsonAnswer({"id": template["id"], "status": "PENDING", "category": template["category"]})


def edit(world: World, template: Json, body: Json) -> Json:
    """POST /{template id}: new components or category; reviewed again."""
    if "category" in body and template["status"] != "APPROVED":
        template["category"] = str(body["category"]).upper()
    if "components" in body:
        template["components"] = check_components({**template, **body}, template["category"])
    _submit(world, template)
    return {"success": True}


def _submit(world: World, template: Json) -> None:
    """Wait for review. `review_at` is unix seconds of this world."""
    template["status"] = "PENDING"
    template["review_at"] = world.clock.seconds() + world.configuration.template_review_seconds
    world.events.tell("template", {"template": dict(template)})
    if world.configuration.template_review_seconds <= 0:
        reviews.review_due(world)


async def list_all(request: Request) -> Response:
    """GET …/message_templates with name, status, category, language, fields, limit, after."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_business_account(world, request)
    reviews.review_due(world)
    query = request.query_params
    found = [template for template in world.facts.templates.values() if _matches(template, query)]
    limit = _read_limit(query.get("limit"))
    ids_found = [template["id"] for template in found]
    start = ids_found.index(query["after"]) + 1 if query.get("after") in ids_found else 0
    page = found[start : start + limit]
    answer: Json = {"data": [_shape(template, query.get("fields")) for template in page]}
    if page:
        answer["paging"] = {"cursors": {"before": page[0]["id"], "after": page[-1]["id"]}}
        if start + limit < len(found):
            answer["paging"]["next"] = str(request.url.include_query_params(after=page[-1]["id"]))
    return JsonAnswer(answer)


def _matches(template: Json, query: Any) -> bool:
    return all(
        str(template[key]).lower() == query[key].lower()
        for key in ("name", "status", "category", "language")
        if query.get(key)
    )


def _read_limit(given: str | None) -> int:
    if given is None:
        return PAGE_SIZE
    if not given.isdecimal() or int(given) < 1:
        raise wrong("limit", "must be a positive integer")
    return min(int(given), LARGEST_PAGE)


def _shape(template: Json, fields: str | None) -> Json:
    wanted = [field.strip() for field in fields.split(",")] if fields else USUAL_FIELDS
    return {key: template[key] for key in dict.fromkeys([*wanted, "id"]) if key in template}


async def delete(request: Request) -> Response:
    """DELETE …/message_templates?name=: all languages of it (or one, by hsm_id)."""
    world = world_of(request)
    need_version(request)
    need_token(world, request)
    need_business_account(world, request)
    query = dict(request.query_params)
    name = need_text(query, "name", "name")
    doomed = [
        key
        for key, template in world.facts.templates.items()
        if key[0] == name and query.get("hsm_id", template["id"]) == template["id"]
    ]
    if not doomed:
        raise refuse(f"Message template {name} was not found")
    for key in doomed:
        del world.facts.templates[key]
    return JsonAnswer({"success": True})
