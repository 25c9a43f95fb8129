"""Who works here."""

from __future__ import annotations

from sqlmodel import Session

from core.staff.tables import Staff


def read_member(session: Session, staff_id: int) -> Staff:
    """A member of staff, also one who has left. Raises NoResultFound for nobody."""
    return session.get_one(Staff, staff_id)
