"""What lies at a stall, and what could be brought there, by variety."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.inventory.tables import MAIN
from core.query import Statement


class FruitAtStall(NamedTuple):
    """Base units of a product in a place."""

    product_id: int
    names: dict[str, str]
    base_unit: str
    on_hand: int


AT = Statement(
    """
    SELECT p.id AS product_id, p.names, p.base_unit, i.on_hand FROM inventory i JOIN products p ON p.id = i.product_id
      JOIN locations l ON l.id = i.location_id WHERE l.code = :place AND i.on_hand > 0 ORDER BY p.position, p.id
    """,
    FruitAtStall,
)


TO_BRING = Statement(
    """
    SELECT p.id AS product_id, p.names, p.base_unit, i.on_hand - i.held AS on_hand
      FROM inventory i JOIN products p ON p.id = i.product_id JOIN locations l ON l.id = i.location_id
     WHERE l.code = :place AND p.active AND i.on_hand > i.held ORDER BY p.position, p.id
    """,
    FruitAtStall,
)


def fruit_to_bring(session: Session) -> list[FruitAtStall]:
    """What nobody has of the fruit that all doors share, as `on_hand`."""
    return TO_BRING.all(session, {"place": MAIN})


def fruit_at(session: Session, place: str) -> list[FruitAtStall]:
    """Everything that lies in a place, in the shop's order."""
    return AT.all(session, {"place": place})
