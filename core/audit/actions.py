"""Writing the audit log."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sqlmodel import Session

from core.actor import Actor
from core.audit.tables import AuditEntry


def record(session: Session, *, actor: Actor, action: str, subject: str, **details: Any) -> None:
    """Note who did what to what, in the same transaction as the deed. Details are JSON values without personal data."""
    session.add(AuditEntry(actor=str(actor), action=action, subject=subject, details=details))


def record_change(
    session: Session, *, actor: Actor, action: str, subject: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Note what was before and is now of all that differs; False, and no row, when nothing does."""
    changed = sorted(name for name in after if before.get(name) != after[name])
    if changed:
        was, became = ({name: _plain(side.get(name)) for name in changed} for side in (before, after))
        record(session, actor=actor, action=action, subject=subject, before=was, after=became)
    return bool(changed)


def _plain(value: Any) -> Any:
    """A day or an hour as JSON holds it."""
    return value.isoformat() if isinstance(value, date | time) else value
