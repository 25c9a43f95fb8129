"""A message that was changed after it was sent: what it said before.

We act on a message when it comes, so an edit changes nothing by itself; we say what stands.
"""

from __future__ import annotations

from bot.inbound import parse_message
from core.inbox.queries import message_of_chat
from flows.turn import Turn

MOST_REMEMBERED = 3


def text_before(turn: Turn) -> str:
    """What the edited message said until now; empty when we do not know it. Read once, then the new words are it."""
    if "before_edit" not in turn.scratch:
        turn.scratch["before_edit"] = _find(turn)
    return str(turn.scratch["before_edit"])


def _find(turn: Turn) -> str:
    target, edits = turn.inbound.target_id, dict(turn.talk.edits)
    known = edits.pop(target, None)
    edits[target] = turn.inbound.text
    turn.talk.edits = dict(list(edits.items())[-MOST_REMEMBERED:])
    if known is not None:
        return known
    payload = message_of_chat(turn.session, target, turn.chat.id)
    return parse_message(payload).text if payload else ""
