"""What a till sent and nobody could record: kept as it came, said to the founder, and out of everybody's way."""

from __future__ import annotations

import hashlib
import json
import math
import re
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert, resolve_alert
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.errors import Refusal
from core.query import Query, Statement
from core.staff.rules import Right, require
from core.stalls.devices import KnownDevice

ALERT = "stall-needs-a-look"
LARGEST = 8_000  # letters of one that are kept
MOST_WAITING = 200  # of one device that was revoked, and of those that are shown
DEEPEST = 8  # lists within lists that are looked into
UNKEPT = re.compile("[\0\ud800-\udfff]")  # no text column takes them


class Aside(NamedTuple):
    """What needs a look: the till's id of it, a refusal's code, and what was sent."""

    id: int
    device_id: int
    device: str
    stall: str
    uid: str
    why: str
    sent: Any
    received_at: datetime


KEEP = Query(
    """
    INSERT INTO stall_asides (device_id, digest, uid, why, sent, received_at)
    VALUES (:device_id, :digest, :uid, :why, CAST(:sent AS jsonb), :now)
    ON CONFLICT (device_id, digest) DO NOTHING RETURNING id
    """
)
OPEN = Statement(
    """
    SELECT a.id, a.device_id, d.name AS device, s.name AS stall, a.uid, a.why, a.sent, a.received_at
      FROM stall_asides a JOIN devices d ON d.id = a.device_id JOIN stalls s ON s.id = d.stall_id
     WHERE a.settled_at IS NULL AND coalesce(a.device_id = CAST(:device_id AS bigint), true) ORDER BY a.id LIMIT :most
    """,
    Aside,
)
SETTLE = Query(
    """
    UPDATE stall_asides SET settled_at = :now, settled_by = :actor WHERE id = :id AND settled_at IS NULL
    RETURNING device_id
    """
)


def keep_aside(session: Session, device: KnownDevice, sent: Any, why: str, *, uid: str, now: datetime) -> None:
    """Keep what a device sent, once however often it comes; a phone in it is not kept.

    `why` is the code of the refusal.
    """
    words = json.dumps(_plain(sent), sort_keys=True)[:LARGEST]
    digest = hashlib.sha256(f"{why}:{words}".encode()).hexdigest()
    values = {"device_id": device.id, "digest": digest, "uid": keepable(uid)[:100], "why": why, "now": now}
    kept = words if len(words) < LARGEST else json.dumps(words)
    if KEEP.run(session, {**values, "sent": kept}).count:
        raise_alert(session, ALERT, f"device:{device.id}", stall=device.stall, device=device.name)
        reach(Checkpoint.ASIDE_KEPT)


def open_asides(session: Session, device_id: int | None = None) -> list[Aside]:
    """What nobody has looked at, the oldest first; of one device when it is named."""
    return OPEN.all(session, {"device_id": device_id, "most": MOST_WAITING})


def settle_aside(session: Session, aside_id: int, *, actor: Actor, now: datetime) -> None:
    """Somebody has looked at it, and dealt with it elsewhere. Raises Refusal `aside-over`, `not-allowed`."""
    require(actor, Right.MANAGE_STALLS)
    row = SETTLE.run(session, {"id": aside_id, "now": now, "actor": str(actor)}).first()
    if row is None:
        raise Refusal("aside-over")
    record(session, actor=actor, action="stall-aside-settled", subject=f"device:{row.device_id}", aside=aside_id)
    if not open_asides(session, row.device_id):
        resolve_alert(session, ALERT, f"device:{row.device_id}", now)


def keepable(words: str) -> str:
    """Words as a text column and an answer take them: what is half a letter, or none, is a sign for that."""
    return UNKEPT.sub("\N{REPLACEMENT CHARACTER}", words)


def _plain(sent: Any, depth: int = 0) -> Any:
    """JSON of whatever was sent that every column takes: a bad record must not stop the good ones beside it."""
    if isinstance(sent, str):
        return keepable(sent)
    if isinstance(sent, float) and not math.isfinite(sent):
        return str(sent)
    if isinstance(sent, dict | list) and depth > DEEPEST:
        return "…"
    if isinstance(sent, dict):
        return {keepable(name): "…" if name == "phone" and value else _plain(value, depth + 1)
                for name, value in sent.items()}  # fmt: skip
    return [_plain(each, depth + 1) for each in sent] if isinstance(sent, list) else sent
