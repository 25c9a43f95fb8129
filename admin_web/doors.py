"""All pages of the office together: found in `office/`, and none without a guard."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from fastapi import APIRouter, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from admin_web import office
from admin_web.area import HOME
from admin_web.guard import GUARDS
from core.errors import Fault

LAST = "admin_web.office.missing"  # it takes every address that no other page has


def open_office(app: FastAPI) -> None:
    """Put every page on the application. Raises Fault when a route lets anybody in without saying so."""
    routers = find_routers()
    refuse_open_routes([route for router in routers for route in router.routes])
    for router in routers:
        app.include_router(router)
    app.state.office_paths = frozenset(
        route.path for router in routers for route in router.routes if isinstance(route, APIRoute)
    )


def find_routers() -> list[APIRouter]:
    """The router of every file in `office/` that has one."""
    names = [found.name for found in pkgutil.walk_packages(office.__path__, f"{office.__name__}.")]
    modules = [import_module(name) for name in sorted(names, key=lambda name: (name == LAST, name))]
    return [module.router for module in modules if hasattr(module, "router")]


def refuse_open_routes(routes: list[BaseRoute]) -> None:
    """Raise Fault for a route that no guard of `admin_web.guard` keeps, or that is none of the office's."""
    for route in routes:
        is_kept = isinstance(route, APIRoute) and any(each in GUARDS for each in _calls(route.dependant))
        path = getattr(route, "path", "")
        if not is_kept or not (path == HOME or path.startswith(f"{HOME}/")):
            raise Fault(f"The route {path or route!r} of the office has no guard: give its handler may(Right.…).")


def _calls(dependant: Dependant) -> list[object]:
    return [each.call for each in dependant.dependencies]
