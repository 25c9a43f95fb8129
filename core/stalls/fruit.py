"""Where the fruit of a sale comes from, and taking it: the stall's own first, then what all doors share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.checkout.basket import BasketLine
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.inventory.selling import Standing, open_rows, standing_of, take_fruit
from core.inventory.tables import MAIN, MovementReason
from core.orders.lapsing import Wanted, reclaim
from core.query import Query, Statement
from core.stalls.rules import Parts, split, without


class Taken(NamedTuple):
    """A line of a sale, and where its base units came from."""

    line: BasketLine
    parts: Parts


class Missing(NamedTuple):
    """What a closed shift's count had missed of a product and no late sale has accounted for yet."""

    product_id: int
    units: int


MISSING = Statement(
    """
    SELECT product_id, greatest(-difference, 0) - explained AS units FROM shift_stock
     WHERE shift_id = :shift_id AND product_id = ANY(:product_ids) AND difference < 0 ORDER BY id FOR NO KEY UPDATE
    """,
    Missing,
)
EXPLAIN = Query(
    """
    UPDATE shift_stock SET explained = explained + :units WHERE shift_id = :shift_id AND product_id = :product_id
       AND explained + :units <= greatest(-difference, 0)
    """
)


def take_for_sale(
    session: Session,
    place: str,
    sale_id: int,
    lines: Sequence[BasketLine],
    *,
    shift_id: int,
    is_live: bool,
    is_late: bool,
    actor: Actor,
    now: datetime,
) -> list[Taken]:
    """Take the fruit of a sale's lines, as far as it is there.

    A late sale leaves the stall's own fruit to the shift that has it now: its own was counted when its shift closed.
    Raises Refusal `stall-too-few`(names, left: packs) for a live sale without enough; then the caller takes nothing.
    """
    wanted = _sum(lines)
    there = _look(session, place, wanted, now=now)
    missed = _missed(session, shift_id, list(wanted)) if is_late else {}
    left = {product: Parts(0 if is_late else own.left, shared.left, missed.get(product, 0))
            for product, (own, shared) in there.items()}  # fmt: skip
    taken: list[Taken] = []
    for line in lines:
        parts = split(line.quantity * line.base_units, left[line.product_id])
        if is_live and parts.short:
            raise Refusal("stall-too-few", names=line.names, left=_packs(line, left[line.product_id]))
        left[line.product_id] = without(left[line.product_id], parts)
        taken.append(Taken(line, parts))
    for product, (own, shared) in there.items():
        sums = [parts for line, parts in taken if line.product_id == product]
        _take(session, own, sum(parts.own for parts in sums), sale_id, actor)
        _take(session, shared, sum(parts.shared for parts in sums), sale_id, actor)
        explained = sum(parts.explained for parts in sums)
        if explained:
            EXPLAIN.run(session, {"shift_id": shift_id, "product_id": product, "units": explained})
    return taken


def _sum(lines: Sequence[BasketLine]) -> dict[int, int]:
    """Base units by product: two packs of one variety are one demand (fault F86)."""
    wanted: dict[int, int] = {}
    for line in lines:
        wanted[line.product_id] = wanted.get(line.product_id, 0) + line.quantity * line.base_units
    return wanted


def _look(
    session: Session, place: str, wanted: dict[int, int], *, now: datetime
) -> dict[int, tuple[Standing, Standing]]:
    """The stall's own and the shared fruit of each product, locked; lapsed holds are ended first where it is scarce."""
    products = sorted(wanted)
    for each in (MAIN, place):
        open_rows(session, products, each)
    own, shared = (standing_of(session, products, each) for each in (place, MAIN))
    scarce = [shared[product].inventory_id for product in products
              if own[product].left + shared[product].left < wanted[product]]  # fmt: skip
    if scarce:
        reclaim(session, Wanted(frozenset(scarce), frozenset()), now)
    lock_inventory(session, [each.inventory_id for rows in (own, shared) for each in rows.values()])
    own, shared = (standing_of(session, products, each) for each in (place, MAIN))
    return {product: (own[product], shared[product]) for product in products}


def _missed(session: Session, shift_id: int, products: list[int]) -> dict[int, int]:
    found = MISSING.all(session, {"shift_id": shift_id, "product_ids": sorted(products)})
    return {each.product_id: each.units for each in found}


def _take(session: Session, row: Standing, units: int, sale_id: int, actor: Actor) -> None:
    if units:
        take_fruit(session, row.inventory_id, units, sale_id=sale_id, why=MovementReason.SOLD, actor=actor)


def _packs(line: BasketLine, there: Parts) -> int:
    return (there.own + there.shared) // line.base_units
