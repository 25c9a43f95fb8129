"""Stalls, and the fruit that is theirs alone."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.inventory.selling import add_place, move_fruit, open_rows, standing_of
from core.inventory.tables import MAIN
from core.names import clean_line
from core.query import Statement
from core.staff.rules import Right, require

LONGEST_NAME = 60


class StallPlace(NamedTuple):
    """A stall, and the place where its own fruit lies."""

    id: int
    name: str
    place: str


ADD = Statement("INSERT INTO stalls (location_id, name, created_at) VALUES (:place_id, :name, :now) RETURNING id", int)
FIND = Statement(
    """
    SELECT s.id, s.name, p.code AS place FROM stalls s JOIN locations p ON p.id = s.location_id
     WHERE s.active AND coalesce(s.id = CAST(:id AS bigint), true) ORDER BY s.id
    """,
    StallPlace,
)


def add_stall(session: Session, name: str, *, actor: Actor, now: datetime) -> int:
    """Open a new stall with a place of its own for fruit; its id. Raises Refusal `name-missing`, `not-allowed`."""
    require(actor, Right.MANAGE_STALLS)
    called = named(name)
    place_id = add_place(session, called)
    stall_id = ADD.one(session, {"place_id": place_id, "name": called, "now": now})
    record(session, actor=actor, action="stall-added", subject=f"stall:{stall_id}", name=called)
    return stall_id


def stalls(session: Session) -> list[StallPlace]:
    """Every stall, the oldest first."""
    return FIND.all(session, {"id": None})


def find_stall(session: Session, stall_id: int) -> StallPlace:
    """One stall. Raises Refusal `stall-unknown`."""
    found = FIND.first(session, {"id": stall_id})
    if found is None:
        raise Refusal("stall-unknown")
    return found


def allot(session: Session, stall_id: int, product_id: int, units: int, *, actor: Actor) -> None:
    """Bring base units from what all doors sell to a stall, or back when they are minus.

    Raises Refusal `stall-fruit-missing`(left: base units) for more than nobody has, `quantity-unclear`,
    `stall-unknown`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STALLS)
    if not units:
        raise Refusal("quantity-unclear")
    stall = find_stall(session, stall_id)
    bring(session, product_id, abs(units), *((MAIN, stall.place) if units > 0 else (stall.place, MAIN)), actor=actor,
          note=f"stall:{stall_id}")  # fmt: skip
    record(session, actor=actor, action="stall-allotted", subject=f"stall:{stall_id}", product=product_id, units=units)


def bring(session: Session, product_id: int, units: int, source: str, target: str, *, actor: Actor, note: str) -> None:
    """Base units of a product from one place to another. Raises Refusal `stall-fruit-missing`(left)."""
    if product_id not in standing_of(session, [product_id], source):  # of a product that is none, too
        raise Refusal("stall-fruit-missing", left=0)
    open_rows(session, [product_id], target)
    rows = [standing_of(session, [product_id], place)[product_id].inventory_id for place in (source, target)]
    lock_inventory(session, rows)
    left = standing_of(session, [product_id], source)[product_id].left
    if left < units:
        raise Refusal("stall-fruit-missing", left=left)
    move_fruit(session, rows[0], units, target, actor=actor, note=note)
    reach(Checkpoint.FRUIT_BROUGHT)


def named(name: str) -> str:
    """A name in one line. Raises Refusal `name-missing`, `name-too-long`(longest)."""
    called = clean_line(name)
    if not called:
        raise Refusal("name-missing")
    if len(called) > LONGEST_NAME:
        raise Refusal("name-too-long", longest=LONGEST_NAME)
    return called
