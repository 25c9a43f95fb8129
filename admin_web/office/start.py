"""Where the office begins: the first page that somebody may see."""

from __future__ import annotations

from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import AnyMember
from admin_web.menu import places_for
from pages.door import Visiting, new_door

router = new_door(OFFICE)


@router.get(HOME)
def begin(visit: Visiting, member: AnyMember) -> Response:
    """Go there."""
    groups = places_for(member, visit.request.app.state.office_paths - {HOME})
    return visit.redirect(groups[0][0].path if groups else "/admin/account")
