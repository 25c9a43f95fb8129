"""Phones and tablets that may sell for a stall: given a link in the office, registered by opening it, revoked at once.

A device proves itself by a secret of 256 bits in its cookie; only the hash of it is here.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.errors import Refusal
from core.ids import new_browser_token, new_token
from core.query import Query, Statement
from core.sessions.rules import hash_token
from core.staff.rules import Right, require
from core.stalls.places import find_stall, named
from core.stalls.rules import LINK_LASTS


class KnownDevice(NamedTuple):
    """A device that was registered, revoked since or not; `place` is where its stall's own fruit lies."""

    id: int
    name: str
    stall_id: int
    stall: str
    place: str
    is_revoked: bool


class ListedDevice(NamedTuple):
    """A device as the office lists it."""

    id: int
    name: str
    stall_id: int
    stall: str
    browser: str
    created_at: datetime
    registered_at: datetime | None
    revoked_at: datetime | None
    link_ends_at: datetime


class OpenLink(NamedTuple):
    """For which device of which stall a link is."""

    device_id: int
    name: str
    stall: str


ISSUE = Statement(
    """
    INSERT INTO devices (stall_id, name, link_hash, link_ends_at, created_at)
    VALUES (:stall_id, :name, :link_hash, :ends_at, :now) RETURNING id
    """,
    int,
)
FIND_LINK = Statement(
    """
    SELECT d.id AS device_id, d.name, s.name AS stall FROM devices d JOIN stalls s ON s.id = d.stall_id
     WHERE d.link_hash = :link_hash AND d.registered_at IS NULL AND d.revoked_at IS NULL AND d.link_ends_at > :now
       AND s.active
    """,
    OpenLink,
)
REGISTER = Query(
    """
    UPDATE devices SET token_hash = :token_hash, registered_at = :now, browser = :browser
     WHERE id = :id AND registered_at IS NULL AND revoked_at IS NULL AND link_ends_at > :now
    """
)
REVOKE = Query("UPDATE devices SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
FIND = Statement(
    """
    SELECT d.id, d.name, d.stall_id, s.name AS stall, p.code AS place, d.revoked_at IS NOT NULL AS is_revoked
      FROM devices d JOIN stalls s ON s.id = d.stall_id JOIN locations p ON p.id = s.location_id
     WHERE d.token_hash = :token_hash AND s.active
    """,
    KnownDevice,
)
ALL = Statement(
    """
    SELECT d.id, d.name, d.stall_id, s.name AS stall, d.browser, d.created_at, d.registered_at, d.revoked_at,
           d.link_ends_at
      FROM devices d JOIN stalls s ON s.id = d.stall_id ORDER BY d.revoked_at IS NOT NULL, d.id DESC LIMIT 200
    """,
    ListedDevice,
)


def issue_device(session: Session, stall_id: int, name: str, *, actor: Actor, now: datetime) -> str:
    """The token of a link that makes the device which opens it one of a stall's, once and within a day.

    Raises Refusal `stall-unknown`, `name-missing`, `name-too-long`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STALLS)
    called, token = named(name), new_token()
    find_stall(session, stall_id)
    values = {"stall_id": stall_id, "name": called, "link_hash": hash_token(token), "now": now}
    device_id = ISSUE.one(session, {**values, "ends_at": now + LINK_LASTS})
    record(session, actor=actor, action="device-issued", subject=f"device:{device_id}", stall=stall_id)
    return token


def find_link(session: Session, token: str, now: datetime) -> OpenLink | None:
    """What a link is for; None for one that was opened, is over, or was never ours."""
    return FIND_LINK.first(session, {"link_hash": hash_token(token), "now": now})


def register_device(session: Session, token: str, *, browser: str, actor: Actor, now: datetime) -> str:
    """Make the device that opened a link one of its stall's; the secret that it keeps.

    Raises Refusal `device-link-over`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STALLS)
    link, secret = find_link(session, token, now), new_browser_token()
    values = {"token_hash": hash_token(secret), "browser": browser, "now": now}
    if link is None or not REGISTER.run(session, {"id": link.device_id, **values}).count:
        raise Refusal("device-link-over")
    record(session, actor=actor, action="device-registered", subject=f"device:{link.device_id}")
    return secret


def revoke_device(session: Session, device_id: int, *, actor: Actor, now: datetime) -> None:
    """Let a device sell nothing any more, from this moment; what it still has to send waits for another word.

    A second time does nothing. Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_STALLS)
    if REVOKE.run(session, {"id": device_id, "now": now}).count:
        record(session, actor=actor, action="device-revoked", subject=f"device:{device_id}")


def find_device(session: Session, secret: str) -> KnownDevice | None:
    """Whose secret it is, revoked or not; None for one that was never ours."""
    return FIND.first(session, {"token_hash": hash_token(secret)}) if secret else None


def all_devices(session: Session) -> list[ListedDevice]:
    """Every device, those that may sell first."""
    return ALL.all(session, {})
