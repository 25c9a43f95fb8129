"""What the shop is."""

from __future__ import annotations

from sqlmodel import Session

from core.shop.tables import Shop


def read_shop(session: Session) -> Shop:
    """The one row of the shop's facts."""
    return session.get_one(Shop, 1)
