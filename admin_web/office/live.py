"""What changes in the shop, for the one stream of an open page; of what somebody may not see they hear nothing."""

from __future__ import annotations

from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import AnyMember
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.live import stream

router = new_door(OFFICE)

RIGHT_OF = {
    "order": Right.SEE_ORDERS,
    "stock": Right.SEE_STOCK,
    "slot": Right.SEE_ORDERS,
    "chat": Right.SEE_CHATS,
    "alert": Right.RESOLVE_ALERTS,
}


@router.get("/admin/live")
def listen(visit: Visiting, member: AnyMember) -> Response:
    """Kinds and ids, never what is in them: the page asks for that anew, and is refused what is not its own."""
    return stream(visit, [subject for subject, right in RIGHT_OF.items() if member.may(right)])
