"""When WhatsApp cannot show a picture of ours: the same words go once more without it, and the founder hears of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert, resolve_alert
from core.outbox.editions import send_without_picture
from core.outbox.messages import LeasedMessage
from core.outside import as_object, as_text, load

ALERT, SUBJECT = "pictures-failed", "whatsapp"
SHOWN = frozenset({"image", "video", "document"})
MESSAGE = text("SELECT body ->> 'message' FROM outbox WHERE id = :id AND kind = 'message'")


def take_picture_off(message: dict[str, Any]) -> dict[str, Any] | None:
    """The message (Graph's shape) without its picture, film or document; None when it has none, or no words."""
    kind = as_text(message, "type", 40)
    if kind in SHOWN:
        caption = as_text(as_object(message, kind), "caption")
        return {"type": "text", "text": {"body": caption, "preview_url": False}} if caption.strip() else None
    interactive = as_object(message, "interactive")
    if kind != "interactive" or as_object(interactive, "header").get("type") not in SHOWN:
        return None
    return {**message, "interactive": {name: part for name, part in interactive.items() if name != "header"}}


def go_without_picture(session: Session, failed: LeasedMessage | int, code: int | None) -> bool:
    """Send the words of `failed` (our lease, or the id of a row whose failure Meta reported) without their picture.

    False when there is no other way to say it, or that way was taken before.
    """
    raise_alert(session, ALERT, SUBJECT, error_code=code or 0)
    known = session.execute(MESSAGE, {"id": failed}).scalar() if isinstance(failed, int) else failed.message
    bare = take_picture_off(load(known.encode())) if known else None
    return bare is not None and send_without_picture(session, failed, bare, code)


def note_picture_arrived(session: Session, now: datetime) -> None:
    """WhatsApp has shown one: the matter is closed."""
    resolve_alert(session, ALERT, SUBJECT, now)
