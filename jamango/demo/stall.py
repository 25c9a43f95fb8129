"""The demo's stall: a market with a keeper, and a link that makes a till of whatever opens it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Role
from core.clock import read_now
from core.db import transaction
from core.settings import Settings
from core.staff.actions import add_staff
from core.stalls.devices import all_devices, issue_device
from core.stalls.pins import hash_pin, set_pin
from core.stalls.places import add_stall, stalls
from jamango.demo.seed import ACTOR

KEEPER, PIN = "910000000110", "2580"


def till_link(settings: Settings) -> tuple[str, str]:
    """Where a till is made, once, and its keeper's PIN; the till itself when there is one already."""
    pin_hash = hash_pin(PIN)
    with transaction() as session:
        token = _open_market(session, pin_hash, read_now(session))
    path = f"/stall/device/{token}" if token else "/stall"
    return f"{settings.public_url.rstrip('/')}{path}", PIN


def _open_market(session: Session, pin_hash: str, now: datetime) -> str:
    if not stalls(session):
        keeper = add_staff(session, "Meena", KEEPER, role=Role.STALL_KEEPER, language="hi", actor=ACTOR, now=now)
        set_pin(session, keeper.id, pin_hash, actor=ACTOR, now=now)
        add_stall(session, "Lakeside Market", actor=ACTOR, now=now)
    if any(each.registered_at and not each.revoked_at for each in all_devices(session)):
        return ""
    return issue_device(session, stalls(session)[0].id, "Tablet", actor=ACTOR, now=now)
