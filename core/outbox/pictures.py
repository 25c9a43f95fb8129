"""A picture takes WhatsApp longer than words: what was written to follow it waits until it has arrived (fault F72).

Only the next message that waits already is held back, and the line behind it with it, if it answers something from
before the picture went: what answers a deed of after that may answer a tap on the picture's own button. Such a tap also
lets go whatever waits.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.outbox.actions import wake_senders
from core.query import Query

LONGEST_WAIT_SECONDS = 3

# The news of its arrival may have come before the answer to our own call.
HOLD_BACK = Query(
    """
    UPDATE outbox SET next_attempt_at = jamango_now() + make_interval(secs => :seconds), error = :reason
    WHERE id = (SELECT min(id) FROM outbox WHERE chat_id = :chat_id AND id > :picture_id
                AND status IN ('pending', 'leased') AND kind IN ('message', 'notice'))
      AND status = 'pending' AND attempts = 0
      AND COALESCE((SELECT received_at FROM inbox WHERE inbox.id = answers_id), created_at) < :went_at
      AND next_attempt_at < jamango_now() + make_interval(secs => :seconds)
      AND (SELECT COALESCE(delivery_status, 'sent') = 'sent' FROM outbox WHERE id = :picture_id)
    """
)
LET_GO = Query(
    """
    UPDATE outbox SET next_attempt_at = jamango_now(), error = ''
    WHERE chat_id = :chat_id AND status = 'pending' AND error = :reason
    RETURNING id
    """
)


PICTURE = Query("SELECT id FROM outbox WHERE provider_message_id = :message_id AND chat_id = :chat_id")


def has_picture(message: str) -> bool:
    """Whether a message, as JSON, is a picture or has one above its words. Words cannot look so: quotes are escaped."""
    return '"image"' in message


def hold_back_the_next(session: Session, picture_id: int, chat_id: int, went_at: datetime) -> None:
    """Meta has just taken a picture: let the next message of the chat wait until it arrives, three seconds at most.

    `went_at` (UTC) is when the picture was leased: nobody saw it before.
    """
    values = {"picture_id": picture_id, "chat_id": chat_id, "seconds": LONGEST_WAIT_SECONDS, "went_at": went_at}
    HOLD_BACK.run(session, {**values, "reason": _reason(picture_id)})


def let_the_next_go(session: Session, picture_id: int, chat_id: int) -> None:
    """The picture has arrived, or never will."""
    if LET_GO.run(session, {"chat_id": chat_id, "reason": _reason(picture_id)}).first() is not None:
        wake_senders(session)


def note_tap(session: Session, chat_id: int, message_id: str) -> None:
    """Somebody tapped a button of our message `message_id` (Meta's id), so that picture is there."""
    picture_id: int | None = PICTURE.run(session, {"message_id": message_id, "chat_id": chat_id}).scalar()
    if picture_id is not None:
        let_the_next_go(session, picture_id, chat_id)


def _reason(picture_id: int) -> str:
    return f"waits for the picture of message {picture_id}"
