"""Which moves can be made of many orders at once. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from core.staff.rules import Right

MOST = 500  # orders of one move
UNDO_WITHIN = timedelta(minutes=10)


class BulkAction(StrEnum):
    """What happens to each of the orders."""

    PACK = "pack"
    UNPACK = "unpack"
    DISPATCH = "dispatch"
    DELIVER = "deliver"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"


RIGHTS: Mapping[BulkAction, Right] = {
    BulkAction.PACK: Right.PACK_ORDERS,
    BulkAction.UNPACK: Right.PACK_ORDERS,
    BulkAction.DISPATCH: Right.DELIVER,
    BulkAction.DELIVER: Right.DELIVER,
    BulkAction.RESCHEDULE: Right.CHANGE_ORDERS,
    BulkAction.CANCEL: Right.CANCEL_ORDERS,
}
# What takes a bulk move back. Money has its own way back, and what left the house cannot be called.
UNDONE_BY: Mapping[BulkAction, BulkAction] = {BulkAction.PACK: BulkAction.UNPACK}


def can_be_undone(action: BulkAction, began_at: datetime, now: datetime) -> bool:
    """Whether a bulk move can be taken back at this moment."""
    return action in UNDONE_BY and now - began_at <= UNDO_WITHIN
