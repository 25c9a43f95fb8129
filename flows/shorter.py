"""The present question in a few words, with *Talk to us* among its buttons: for who was not understood twice.

`talk-short-<step>` words it; no choice of the question is lost.
"""

from __future__ import annotations

from dataclasses import replace

from bot.fitting import fit_body
from bot.limits import BUTTONS, ROWS
from bot.messages import Buttons, LinkButton, ListMessage, OutgoingMessage, Row, Section
from core.wording import has_wording
from flows.turn import Turn

HUMAN = "wants_human"


def ask_shorter(turn: Turn, message: OutgoingMessage) -> OutgoingMessage:
    """The message that the turn's step sends, made short. A link stays in its words: it leaves no room for buttons."""
    body = _short_body(turn, message)
    if isinstance(message, ListMessage):
        return replace(message, body=body, sections=_with_human(turn, message.sections), header=None, footer=None)
    human = turn.button("ordering-human-button", HUMAN)
    if not isinstance(message, Buttons):
        return Buttons(body, (human,))
    buttons = tuple(button for button in message.buttons if button.title != human.title)
    if len(buttons) < BUTTONS:
        return Buttons(body, (*buttons, human))
    rows = tuple(Row(button.id, button.title) for button in (*buttons, human))
    return ListMessage(body, turn.say("talk-choose-list-button"), (Section(rows),))


def _short_body(turn: Turn, message: OutgoingMessage) -> str:
    key = f"talk-short-{turn.step}"
    body = turn.say(key) if has_wording(key) else str(getattr(message, "body", ""))
    return fit_body(f"{body}\n{message.url}" if isinstance(message, LinkButton) else body)


def _with_human(turn: Turn, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """One more row; when the list is full, it stands for the last one."""
    *before, last = sections
    human = turn.row(turn.say("ordering-human-button"), None, HUMAN)
    room = ROWS - sum(len(section.rows) for section in before) - 1
    return (*before, replace(last, rows=(*last.rows[:room], human)))
