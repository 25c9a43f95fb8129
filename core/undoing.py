"""Taking back what was done just now: one table of how. Money is not in it, it has its own way back; nor are
moves of many orders at once (`core.bulk`).

A verb that may be taken back notes how (`core.undos.actions.note_undo`); the way back is a verb of its own that asks
for the same right and refuses what somebody has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.catalog.editing import set_price
from core.clock import business_day
from core.errors import Fault, Refusal
from core.inventory.stock import correct_stock
from core.settings import get_settings
from core.slots.actions import close_slot, open_slot
from core.staff.rules import Right, require
from core.undos.actions import Deed, take_undo, taking_back

WayBack = Callable[[Session, dict[str, Any], Actor, datetime], None]


def undo(session: Session, undo_id: int, *, actor: Actor, now: datetime) -> Deed:
    """Take a deed back. Raises Refusal `undo-over`, and what the way back refuses: then nothing has happened."""
    deed = take_undo(session, undo_id, now)
    if deed.kind not in WAYS_BACK:
        raise Fault(f"There is no way back of the kind {deed.kind!r}.")
    right, way_back = WAYS_BACK[deed.kind]
    require(actor, right)
    with taking_back(session):
        way_back(session, deed.back, actor, now)
    record(session, actor=actor, action="undone", subject=deed.subject, kind=deed.kind, undo=deed.undo_id)
    return deed


def _stock(session: Session, back: dict[str, Any], actor: Actor, now: datetime) -> None:
    """{inventory_id, delta}: what was added is taken, what was taken is added."""
    today = business_day(now, get_settings().zone)
    correct_stock(session, int(back["inventory_id"]), -int(back["delta"]), reason="undo", actor=actor, today=today)


def _window(session: Session, back: dict[str, Any], actor: Actor, now: datetime) -> None:
    """{slot_id, open, reason}: how the window was before."""
    del now
    if back["open"]:
        open_slot(session, int(back["slot_id"]), actor)
    else:
        close_slot(session, int(back["slot_id"]), str(back["reason"]), actor)


def _windows(session: Session, back: dict[str, Any], actor: Actor, now: datetime) -> None:
    """{slots: […]}: several that were closed or opened together."""
    for slot in back["slots"]:
        _window(session, slot, actor, now)


def _price(session: Session, back: dict[str, Any], actor: Actor, now: datetime) -> None:
    """{pack_id, before_paise, set_paise}: what it cost before, unless somebody has set another price since."""
    del now
    if set_price(session, int(back["pack_id"]), int(back["before_paise"]), actor=actor) != int(back["set_paise"]):
        raise Refusal("undo-over")


# Kind of deed → the right that taking it back asks for, and how that is done.
WAYS_BACK: Mapping[str, tuple[Right, WayBack]] = {
    "stock": (Right.CORRECT_STOCK, _stock),
    "window": (Right.MANAGE_SLOTS, _window),
    "windows": (Right.MANAGE_SLOTS, _windows),
    "price": (Right.MANAGE_CATALOG, _price),
}
