"""What every template of the office is given: who asks, what is theirs to see, and the way there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from admin_web.member import member_of
from admin_web.menu import MOST_IN_THE_BAR, current_place, places_for
from admin_web.undoing import offered_undo
from core.staff.rules import Right
from pages.visit import Visit


def frame_of_office(visit: Visit) -> Mapping[str, Any]:
    """`member` is None before signing in; `may("refund")` asks the table that the verbs ask."""
    member = member_of(visit)
    groups = places_for(member, visit.request.app.state.office_paths) if member else []
    thumbs = [place for group in groups for place in group if place.thumb][:MOST_IN_THE_BAR]
    return {
        "member": member,
        "may": lambda right: member is not None and member.may(Right(right)),
        "needs_proof": member is not None and not member.is_fresh,
        "menu": groups,
        "thumbs": thumbs,
        "undo": offered_undo(visit) if member else None,
        "place": current_place(visit.request.url.path),
    }
