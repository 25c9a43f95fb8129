"""Matters that are open, for who settles them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class OpenAlert(NamedTuple):
    """One matter: `details` are what its sentence takes; `times` is how often it came up."""

    alert_id: int
    code: str
    subject: str
    details: dict[str, Any]
    times: int
    raised_at: datetime


OPEN = Statement(
    """
    SELECT id AS alert_id, code, subject, details, times, raised_at FROM alerts
     WHERE resolved_at IS NULL ORDER BY raised_at DESC, id DESC LIMIT :most
    """,
    OpenAlert,
)


def open_alerts(session: Session, *, most: int) -> list[OpenAlert]:
    """The newest first."""
    return OPEN.all(session, {"most": most})
