"""Saying it again in another way after Meta reported a failure: a notice from its template, words without the picture.

Each is a new edition of the same row, once. Its tries count from nothing, and what is still said of the edition before
(our own late answer, news of it) does not touch it: the edition stands in every lease and in the mark that we send
along, and `failed_id` in the row names what failed.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import TextClause, text
from sqlmodel import Session

from core.outbox.leases import STILL_OURS, Lease, name_lease
from core.outbox.lifecycle import OutboxEvent
from core.outbox.moves import move
from core.outbox.statuses import FORGOTTEN
from core.outbox.tables import OutboxKind

CHANGED = f"""body = item.body || CAST(:change AS jsonb) || jsonb_build_object('failed_id', item.provider_message_id),
        error_code = :code, error = '', {FORGOTTEN}"""
ONCE = "item.kind = :kind AND item.body -> CAST(:once AS text) IS NULL"


def _begin(whose: str) -> TextClause:
    return text(move(OutboxEvent.BEGIN_ANEW, f"{ONCE} AND {whose}", sets=CHANGED, returning="item.id"))


# Meta refused what we have leased, or took it and reported later that it failed.
OF_LEASE = _begin(STILL_OURS)
OF_FAILED = _begin("item.id = :id AND item.status = 'done' AND item.delivery_status = 'failed'")


def send_as_template(session: Session, failed: Lease | int, code: int | None) -> bool:
    """Have a notice sent (again) from its template, whatever we believe of the window: Meta said it is closed.

    `failed` is our lease, or the id of a row that Meta reported as failed. Once for each notice: False when that was
    tried before, or the row went another way meanwhile.
    """
    return _begin_anew(session, failed, OutboxKind.NOTICE, {"as_template": True}, code)


def send_without_picture(session: Session, failed: Lease | int, message: dict[str, Any], code: int | None) -> bool:
    """Have a message sent again as `message` (Graph's shape), which is without its picture. As `send_as_template`."""
    return _begin_anew(session, failed, OutboxKind.MESSAGE, {"without_picture": True, "message": message}, code)


def send_otherwise(session: Session, failed: Lease | int, message: dict[str, Any], code: int | None) -> bool:
    """Have the words sent that a message carried for who cannot be shown it. As `send_as_template`."""
    return _begin_anew(session, failed, OutboxKind.MESSAGE, {"in_words": True, "message": message}, code)


def _begin_anew(
    session: Session, failed: Lease | int, kind: OutboxKind, change: dict[str, Any], code: int | None
) -> bool:
    """Once: the first name of the `change` is not in the row yet."""
    which, statement = ({"id": failed}, OF_FAILED) if isinstance(failed, int) else (name_lease(failed), OF_LEASE)
    values = {"change": json.dumps(change, ensure_ascii=False), "kind": kind.value, "once": next(iter(change))}
    return session.execute(statement, {**which, **values, "code": code}).first() is not None
