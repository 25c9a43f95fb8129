"""Every address of the office that no page has: said within the frame, to who is signed in."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import AnyMember
from pages.door import Visiting, new_door
from pages.nearest import takes_forms

router = new_door(OFFICE)


@router.get("/admin/{rest:path}")
def miss(visit: Visiting, member: AnyMember, rest: str) -> Response:
    """Answers 404; to the address of a form 405, which leads to its page."""
    raise HTTPException(405 if takes_forms(visit.request) else 404)
