"""The line of chats that wait for their turn: a chat stands in it by one of its messages (`queued_at`)."""

from __future__ import annotations

from sqlmodel import Session

from core.query import Query

# Whoever was served and has more to say goes to the end of the line, with one message of his for all of them: five
# hundred of one person keep nobody waiting, and need not be passed over at every claim.
LINE_UP_AGAIN = Query(
    """
    UPDATE inbox SET queued_at = CASE WHEN inbox.id = head.id THEN jamango_now() END
    FROM (SELECT id FROM inbox WHERE chat_id = :chat_id AND status = 'pending' AND kind = 'message'
          ORDER BY sent_at, id LIMIT 1) AS head
    WHERE inbox.chat_id = :chat_id AND inbox.status = 'pending' AND inbox.kind = 'message'
      AND (inbox.queued_at IS NOT NULL OR inbox.id = head.id)
    """
)


def line_up_again(session: Session, chat_id: int) -> None:
    """Send a chat whose row is locked to the end of the line, if it has more to say."""
    LINE_UP_AGAIN.run(session, {"chat_id": chat_id})
