"""Who may call what: the token, the version in the path, the ids that exist."""

from __future__ import annotations

import re

from starlette.requests import Request

from simulator.meta.errors import MetaRefusal
from simulator.world import World

VERSION = re.compile(r"v\d{1,3}\.\d")


def need_version(request: Request) -> None:
    """The first part of the path is an API version."""
    if not VERSION.fullmatch(str(request.path_params["version"])):
        raise MetaRefusal(100, message=f"(#2500) Unknown path components: /{request.path_params['version']}")


def need_token(world: World, request: Request) -> None:
    """The bearer token (or `access_token` in the query) is the one of this business."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    given = token.strip() if scheme.lower() == "bearer" else request.query_params.get("access_token", "")
    if given != world.configuration.access_token:
        text = "Invalid OAuth access token - Cannot parse access token"
        raise MetaRefusal(190, message=text if given else "An access token is required to request this resource.")


def need_number(world: World, request: Request) -> None:
    """The phone number id in the path is ours."""
    given = str(request.path_params["object_id"])
    if given != world.configuration.phone_number_id:
        raise unknown_object(given)


def need_business_account(world: World, request: Request) -> None:
    """The WhatsApp business account id in the path is ours."""
    given = str(request.path_params["object_id"])
    if given != world.configuration.business_account_id:
        raise unknown_object(given)


def unknown_object(given: str) -> MetaRefusal:
    """No such object, or no permission to see it; Meta does not say which."""
    return MetaRefusal(
        33,
        message=f"Unsupported request. Object with ID '{given}' does not exist, cannot be loaded due to missing "
        "permissions, or does not support this operation.",
    )
