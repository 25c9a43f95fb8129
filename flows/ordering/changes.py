"""Changing something at the summary: items, address, slot, or a note for the rider."""

from __future__ import annotations

from bot.messages import Buttons, ListMessage, OutgoingMessage, Section, Text
from core.carts.actions import write_note
from flows.engine import Heard
from flows.turn import Turn

CHOICES = (
    ("items", "wants_cart"),
    ("home", "changes_home"),
    ("slot", "changes_slot"),
    ("note", "writes_note"),
)


def ask_changes(turn: Turn) -> OutgoingMessage:
    rows = [turn.row(turn.say(f"ordering-change-{name}-row"), None, trigger) for name, trigger in CHOICES]
    code = turn.memory.get("order_code")
    if code:
        rows.append(turn.row(turn.say("ordering-change-cancel-row"), None, "wants_cancel", code))
    return ListMessage(turn.say("ordering-changes"), turn.say("ordering-changes-list-button"), (Section(tuple(rows)),))


def hear_changes(turn: Turn, words: str) -> Heard | None:
    del turn, words
    return None


def ask_note(turn: Turn) -> OutgoingMessage:
    if not turn.cart.note:
        return Text(turn.say("ordering-note"))
    return Buttons(turn.say("ordering-note"), (turn.button("ordering-no-note-button", "drops_note"),))


def hear_note(turn: Turn, words: str) -> Heard | None:
    del words
    return Heard("says_note") if turn.inbound.text.strip() else None


def keep_the_note(turn: Turn) -> None:
    write_note(turn.session, turn.customer_id, " ".join(turn.inbound.text.split()), turn.now)
    turn.forget_cart()


def drop_the_note(turn: Turn) -> None:
    write_note(turn.session, turn.customer_id, "", turn.now)
    turn.forget_cart()
