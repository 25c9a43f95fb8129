"""The secret link of a run under way: whoever opens it acts as its rider, and in this run alone.

A link is made of the run's salt, of who rides and of the shop's secret. The run keeps its hash only, so that its table
opens nothing, and a run that somebody else rides has another link.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.delivery.lifecycle import RunStatus
from core.query import Query, Statement
from core.sessions.rules import hash_token
from core.settings import get_settings

LONGEST_TOKEN = 64


class Closed(StrEnum):
    """Why a link opens nothing."""

    UNKNOWN = "unknown"
    ANOTHER_RIDERS = "another-riders"
    RIDER_LEFT = "rider-left"
    RUN_OVER = "run-over"


class LinkedRun(NamedTuple):
    """A run that somebody has the link of, and its rider. `works_here`: he is still one of us."""

    run_id: int
    rider_id: int
    role: str
    language: str
    works_here: bool
    status: str
    link_salt: str

    @property
    def actor(self) -> Actor:
        return Actor.staff(self.rider_id, Role(self.role))


class Salted(NamedTuple):
    """What a run's link is made of, and the hash of the one that opens it."""

    rider_id: int
    link_salt: str
    link_hash: str | None


OF_RUN = Statement(
    "SELECT rider_id, link_salt, link_hash FROM runs WHERE id = :run_id AND status = 'open'",
    Salted,
)
OPEN = Query("UPDATE runs SET link_hash = :hash WHERE id = :run_id")
FIND = Statement(
    """
    SELECT r.id AS run_id, r.rider_id, s.role, s.language, s.active AS works_here, r.status, r.link_salt
      FROM runs r JOIN staff s ON s.id = r.rider_id WHERE r.link_hash = :hash
    """,
    LinkedRun,
)


def open_link(session: Session, run_id: int) -> None:
    """From now on the link of a run that has just begun opens its page."""
    salted = OF_RUN.one(session, {"run_id": run_id})
    OPEN.run(session, {"run_id": run_id, "hash": hash_token(_make_token(salted.link_salt, salted.rider_id))})


def link_of_run(session: Session, run_id: int) -> str | None:
    """Where the page of a run under way is; None for any other, and when the shop's secret has changed since."""
    salted = OF_RUN.first(session, {"run_id": run_id})
    if salted is None:
        return None
    token = _make_token(salted.link_salt, salted.rider_id)
    return f"{get_settings().public_url.rstrip('/')}/r/{token}" if hash_token(token) == salted.link_hash else None


def find_linked_run(session: Session, token: str) -> LinkedRun | None:
    """The run that a link was made for, in whatever state; None for a link that is none of ours."""
    return FIND.first(session, {"hash": hash_token(token)}) if len(token) <= LONGEST_TOKEN else None


def why_closed(linked: LinkedRun | None, token: str) -> Closed | None:
    """Why a link opens nothing; None for the rider of a run under way."""
    if linked is None:
        return Closed.UNKNOWN
    if not hmac.compare_digest(_make_token(linked.link_salt, linked.rider_id).encode(), token.encode()):
        return Closed.ANOTHER_RIDERS
    if not linked.works_here:
        return Closed.RIDER_LEFT
    return None if linked.status == RunStatus.OPEN else Closed.RUN_OVER


def _make_token(salt: str, rider_id: int) -> str:
    """128 bits, safe in an address."""
    secret = get_settings().secret_key.get_secret_value()
    digest = hmac.new(secret.encode(), f"run:{salt}:{rider_id}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
