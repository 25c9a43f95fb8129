"""PINs of keepers: worth something only on a registered device, and tried five times in ten minutes there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.audit.actions import record
from core.credentials.passwords import hash_password, is_password
from core.errors import Refusal
from core.query import Query, Statement
from core.requests.rules import Limit
from core.staff.rules import GRANTED, Right, require
from core.stalls.rules import refuse_weak_pin

TRIES_OF_A_DEVICE = Limit("stall-pin-device", 5, timedelta(minutes=10))
TRIES_AT_A_KEEPER = Limit("stall-pin-keeper", 30, timedelta(hours=24))
SELLERS = [role.value for role in Role if Right.SELL_AT_STALL in GRANTED[role]]


class KeeperWithPin(NamedTuple):
    """Somebody who may sell at a stall, and what is kept of their PIN, if they have one."""

    id: int
    name: str
    role: str
    language: str
    pin_hash: str | None


KEEPERS = Statement(
    """
    SELECT s.id, s.name, s.role, s.language, p.pin_hash FROM staff s LEFT JOIN stall_pins p ON p.staff_id = s.id
     WHERE s.active AND s.role = ANY(:roles) ORDER BY s.role = 'stall_keeper' DESC, s.id
    """,
    KeeperWithPin,
)
SET = Query(
    """
    INSERT INTO stall_pins (staff_id, pin_hash, set_at) VALUES (:staff_id, :pin_hash, :now)
    ON CONFLICT (staff_id) DO UPDATE SET pin_hash = EXCLUDED.pin_hash, set_at = EXCLUDED.set_at
    """
)


def keepers(session: Session) -> list[KeeperWithPin]:
    """Everybody who may sell at a stall, keepers by trade first."""
    return KEEPERS.all(session, {"roles": SELLERS})


def hash_pin(pin: str) -> str:
    """What is kept of a PIN; made outside any transaction. Raises Refusal `pin-weak`(least, most)."""
    refuse_weak_pin(pin)
    return hash_password(pin)


def set_pin(session: Session, staff_id: int, pin_hash: str, *, actor: Actor, now: datetime) -> None:
    """Give a keeper a PIN, instead of the one that they had. Raises Refusal `keeper-unknown`, `not-allowed`."""
    require(actor, Right.MANAGE_STALLS)
    if staff_id not in {each.id for each in keepers(session)}:
        raise Refusal("keeper-unknown")
    SET.run(session, {"staff_id": staff_id, "pin_hash": pin_hash, "now": now})
    record(session, actor=actor, action="stall-pin-set", subject=f"staff:{staff_id}")


def is_pin(typed: str, keeper: KeeperWithPin | None) -> bool:
    """Whether it is the keeper's PIN. Call it outside any transaction: it takes some 30 ms, whoever is asked about."""
    return is_password(typed, keeper.pin_hash if keeper else None)
