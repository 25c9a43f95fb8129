"""The page that belongs to an address which only takes forms: `/o/x` to `/o/x/pay`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import BaseRoute, Match

DEEPER = "/-/-/-"  # where only a route leads that takes whatever no page has


def page_above(request: Request, otherwise: str) -> str:
    """The address itself where it is a page, else the nearest one above it that is; `otherwise` when none is."""
    path = request.url.path
    while path:
        if _is_page(request, path):
            return path
        path = path.rpartition("/")[0]
    return otherwise


def takes_forms(request: Request) -> bool:
    """Whether something may be sent to the address."""
    return _find(request, request.url.path, "POST") is not None


def _is_page(request: Request, path: str) -> bool:
    found = _find(request, path, "GET")
    return found is not None and not _takes(found, request, path + DEEPER, "GET")


def _find(request: Request, path: str, method: str) -> BaseRoute | None:
    return next((route for route in request.app.routes if _takes(route, request, path, method)), None)


def _takes(route: BaseRoute, request: Request, path: str, method: str) -> bool:
    return route.matches({**request.scope, "path": path, "method": method})[0] is Match.FULL
