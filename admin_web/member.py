"""Who of the staff asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.actor import Actor, Role
from core.credentials.rules import OF_THE_OFFICE
from core.staff.rules import Right, may
from pages.visit import Visit

# So long after a password, a code or a word of WhatsApp, none is asked for again.
FRESH = timedelta(minutes=10)


@dataclass(frozen=True)
class Member:
    """Somebody of the office who is signed in, at the moment of this request.

    `is_fresh`: they proved within the last ten minutes who they are.
    """

    id: int
    name: str
    role: Role
    actor: Actor
    language: str
    now: datetime
    is_fresh: bool

    def may(self, right: Right | str) -> bool:
        """What the verbs ask too; templates give the right's own name. Raises ValueError for a name of none."""
        return may(self.actor, Right(right))


def member_of(visit: Visit) -> Member | None:
    """Who signed in on this browser; None for everybody who has nothing to do here."""
    session = visit.session
    if session is None or session.owner.staff_id is None or session.role not in OF_THE_OFFICE:
        return None
    actor = Actor.staff(session.owner.staff_id, session.role)
    is_fresh = visit.moment - session.proved_at < FRESH
    return Member(actor.id or 0, session.name, session.role, actor, visit.language, visit.moment, is_fresh)
