"""A message that was changed after it was sent: what it said before.

An edit that comes before its message was heard is what that message says (fault F211). Later we have acted on it: a
line of an order that nobody has acted on since is read anew, of all else we say what stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.inbound import Inbound, InboundKind, parse_message
from core.inbox.queries import message_of_chat
from flows.turn import Turn

MOST_REMEMBERED = 3


def read_edits(messages: Sequence[Inbound]) -> list[Inbound]:
    """Messages that came together, with the last words of each: an edit beside its message is nothing by itself."""
    words = {message.target_id: message.text for message in messages if message.kind is InboundKind.EDIT}
    typed = {message.message_id for message in messages if message.kind is InboundKind.TEXT}
    return [_with_edits(message, words, typed) for message in messages]


def _with_edits(message: Inbound, words: dict[str, str], typed: set[str]) -> Inbound:
    if message.kind is InboundKind.TEXT and words.get(message.message_id, "").strip():
        return replace(message, text=words[message.message_id])
    if message.kind is InboundKind.EDIT and message.target_id in typed and message.text.strip():
        return replace(message, kind=InboundKind.SYSTEM)
    return message


def typed_next(messages: Sequence[Inbound]) -> str:
    """What is typed in the next of these messages that says anything; empty when that is something else."""
    said = next((message for message in messages if message.kind is not InboundKind.SYSTEM), None)
    return said.text if said is not None and said.kind is InboundKind.TEXT and not said.in_group else ""


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
