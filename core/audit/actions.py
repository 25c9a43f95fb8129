"""Writing the audit log."""

from typing import Any

from sqlmodel import Session

from core.actor import Actor
from core.audit.tables import AuditEntry


def record(session: Session, *, actor: Actor, action: str, subject: str, **details: Any) -> None:
    """Note who did what to what, in the same transaction as the deed. Details are JSON values without personal data."""
    session.add(AuditEntry(actor=str(actor), action=action, subject=subject, details=details))
