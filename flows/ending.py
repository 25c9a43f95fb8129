"""How a turn ends: the reply is worded and put into the outbox, and the chat's place is noted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.fitting import fit_body
from bot.limits import BODY, TEXT
from bot.messages import (
    AddressForm,
    Buttons,
    FormButton,
    Image,
    ListMessage,
    LocationMessage,
    OutgoingMessage,
    TemplateMessage,
    Text,
)
from core.outbox.actions import enqueue, enqueue_message, wake_senders
from core.outbox.tables import MessageClass, OutboxKind
from flows.shorter import ask_shorter
from flows.turn import Turn


def end_turn(turn: Turn) -> None:
    """Word the reply, unless the turn is a quiet one or the next one answers for both; note where the chat stands.

    A customer's reply is left in `turn.reply`: it goes into the outbox last of all, leased already if somebody can send
    it. Staff hear at once.
    """
    turn.notes = [*turn.talk.unsaid, *turn.notes]
    told = (note for note in turn.notes if note != turn.scratch.get("asked_beside"))
    turn.talk.unsaid = tuple(told) if turn.leaves_the_answer else ()
    turn.talk.unshown = turn.leaves_the_answer and "put" in turn.scratch
    if not (turn.quiet or turn.leaves_the_answer):
        message = turn.instead or turn.repertoire.ask(turn)
        message = ask_shorter(turn, message) if turn.shorter else message
        _word(turn, dress(turn, message))
        turn.chat.turn = turn.number
    turn.chat.script, turn.chat.step, turn.chat.memory = turn.script, turn.step, turn.memory.to_stored()


def dress(turn: Turn, message: OutgoingMessage) -> OutgoingMessage:
    """Put the turn's notes before the question, and the privacy notice under our very first message to a customer."""
    if isinstance(message, Image | LocationMessage | TemplateMessage):
        return message
    changes: dict[str, Any] = {}
    if turn.notes:
        limit = TEXT if isinstance(message, Text) else BODY
        notes = dict.fromkeys(turn.notes)
        changes["body"] = fit_body("\n\n".join([*notes, message.body]), limit)
        if isinstance(message, AddressForm | FormButton):
            changes["otherwise"] = fit_body("\n\n".join([*notes, message.otherwise]), TEXT)
    is_first = turn.number == 1 and turn.is_of_customer
    if is_first and isinstance(message, Buttons | ListMessage) and message.footer is None:
        changes["footer"] = turn.say("ordering-privacy-footer")
    return replace(message, **changes) if changes else message


def _word(turn: Turn, message: OutgoingMessage) -> None:
    """To staff with whom it is about, so that a reply to this very message finds its customer."""
    if turn.is_of_customer:
        if isinstance(message, AddressForm | FormButton):
            _send_form(turn, message)
        else:
            turn.reply = message.to_graph()
        return
    body = {"message": message.to_graph(), "about_chat_id": turn.about_chat_id}
    enqueue(turn.session, OutboxKind.MESSAGE, body, message_class=MessageClass.STAFF, chat_id=turn.chat.id,
            answers_id=turn.inbox_id)  # fmt: skip
    wake_senders(turn.session)


def _send_form(turn: Turn, form: AddressForm | FormButton) -> None:
    """Straight into the outbox, with the words that go in its place where it cannot be shown."""
    otherwise = Text(form.otherwise).to_graph()
    enqueue_message(turn.session, turn.chat.id, form.to_graph(), answers_id=turn.inbox_id,
                    message_class=MessageClass.REPLY, otherwise=otherwise)  # fmt: skip
    wake_senders(turn.session)
