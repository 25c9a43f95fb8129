"""Whose device asks, and who stands at it. A device's secret and a keeper's session are two cookies: neither is enough.

Every route takes one of these. What is refused is logged, without any secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

import structlog
from fastapi import Depends
from starlette.exceptions import HTTPException

from core.actor import Actor
from core.db import transaction
from core.staff.rules import Right, may
from core.stalls.devices import KnownDevice, find_device
from core.stalls.queries import OpenShift, open_shift_at
from pages.areas import Area
from pages.door import Visiting, new_door
from pages.errors import NO_DEVICE, REVOKED, SESSION_ENDED, wants_json
from pages.origins import SAFE_METHODS
from pages.visit import Visit

log = structlog.get_logger(__name__)

HOME, PIN, OPEN = "/stall", "/stall/pin", "/stall/open"
DEVICE = "till-device"  # the cookie with a device's secret


def frame_of_till(visit: Visit) -> Mapping[str, Any]:
    """`till` is None for a device that is not ours."""
    return {"till": getattr(visit.request.state, "till", None)}


# A session lasts a long day: whoever takes the tablet home signs in anew.
STALL = Area(
    "stall", layout="stall/layout.html", home=HOME, same_site="strict", idle=timedelta(hours=14),
    lasts=timedelta(hours=16), frame=frame_of_till, stays=True,
)  # fmt: skip
router = new_door(STALL)


@dataclass(frozen=True)
class Till:
    """A device of ours that may sell, and the shift that is open at it."""

    device: KnownDevice
    shift: OpenShift | None


@dataclass(frozen=True)
class Keeper:
    """Who is signed in at a till."""

    id: int
    name: str
    actor: Actor
    till: Till


def known_device(visit: Visiting) -> Till:
    """A dependency that lets in devices that are ours, or were until they were revoked. Answers 403 to every other."""
    with transaction() as session:
        device = find_device(session, visit.cookie(DEVICE)[:200])
        shift = open_shift_at(session, device.id) if device else None
        visit.now(session)
    if device is None:
        raise refuse(visit, NO_DEVICE)
    till = Till(device, shift)
    visit.request.state.till = till
    visit.is_private = True
    return till


def on_device(visit: Visiting, till: Annotated[Till, Depends(known_device)]) -> Till:
    """A dependency that lets in devices of ours. Answers 403 to every other and to one that was revoked."""
    if till.device.is_revoked:
        raise refuse(visit, REVOKED, device=till.device.id)
    return till


def at_till(visit: Visiting, till: Annotated[Till, Depends(on_device)]) -> Keeper:
    """A dependency that lets in who signed in at such a device and may sell. Others are sent to the PIN."""
    session = visit.session
    if session is None or session.owner.staff_id is None or session.role is None:
        if visit.request.method in SAFE_METHODS and not wants_json(visit.request):
            raise HTTPException(303, headers={"Location": PIN})
        raise refuse(visit, SESSION_ENDED, device=till.device.id)
    actor = Actor.staff(session.owner.staff_id, session.role)
    if not may(actor, Right.SELL_AT_STALL):
        raise refuse(visit, "not-allowed", device=till.device.id, staff=session.owner.staff_id)
    return Keeper(session.owner.staff_id, session.name, actor, till)


def sender(visit: Visiting, till: Annotated[Till, Depends(known_device)]) -> Keeper | Till:
    """A dependency for what was sold and not told yet: who sells, or a device that was revoked since."""
    return till if till.device.is_revoked else at_till(visit, till)


OnDevice = Annotated[Till, Depends(on_device)]
Sender = Annotated[Keeper | Till, Depends(sender)]
AtTill = Annotated[Keeper, Depends(at_till)]


def in_shift(keeper: AtTill) -> Keeper:
    """A dependency for what is done within a shift; who has none is sent to open one."""
    if keeper.till.shift is None:
        raise HTTPException(303, headers={"Location": OPEN})
    return keeper


InShift = Annotated[Keeper, Depends(in_shift)]


def refuse(visit: Visit, reason: str, **about: Any) -> HTTPException:
    """The answer to who may not, after a line in the log."""
    route = getattr(visit.request.scope.get("route"), "path", "")
    log.warning("till_refused", reason=reason, route=route, **about)
    return HTTPException(403, reason)
