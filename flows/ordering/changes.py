"""Changing something at the summary: items, address, slot, or a note for the rider."""

from __future__ import annotations

from bot.messages import Buttons, ListMessage, OutgoingMessage, Section, Text
from core.carts.actions import write_note
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence
from flows.commands import AROUND
from flows.engine import Heard
from flows.ordering.memory import noted
from flows.turn import Turn

CHOICES = (
    ("items", "wants_cart"),
    ("home", "changes_home"),
    ("slot", "changes_slot"),
    ("note", "writes_note"),
)


def ask_changes(turn: Turn) -> OutgoingMessage:
    rows = [turn.row(turn.say(f"ordering-change-{name}-row"), None, trigger) for name, trigger in CHOICES]
    code = noted(turn).order_code
    if code:
        rows.append(turn.row(turn.say("ordering-change-cancel-row"), None, "wants_cancel", code))
    return ListMessage(turn.say("ordering-changes"), turn.say("ordering-changes-list-button"), (Section(tuple(rows)),))


def hear_changes(turn: Turn, said: Sentence) -> Heard | None:
    """What to change, in the words of its row; something, it is asked what."""
    del turn
    if said.is_only({"changes.something"}, AROUND):
        return Heard("wants_changes")
    return next((Heard(trigger) for name, trigger in CHOICES if said.is_only({f"changes.{name}"}, AROUND)), None)


def ask_note(turn: Turn) -> OutgoingMessage:
    if not turn.customer.cart.note:
        return Text(turn.say("ordering-note"))
    return Buttons(turn.say("ordering-note"), (turn.button("ordering-no-note-button", "drops_note"),))


def hear_note(turn: Turn, said: Sentence) -> Heard | None:
    """Whatever is typed is the note, also a command of elsewhere (`call me`), but for the few that we teach."""
    if said.words in load_lexicon().ways_of("taught.always"):
        return None
    if said.is_only({"deny"}, {"changes.note", "optout.around"}):  # `no`, `no note`, `koi note nahi`
        return Heard("drops_note")
    return Heard("says_note") if turn.inbound.text.strip() else None


def keep_the_note(turn: Turn) -> None:
    write_note(turn.session, turn.customer.id, " ".join(turn.inbound.text.split()), turn.now)
    turn.customer.forget_cart()


def drop_the_note(turn: Turn) -> None:
    write_note(turn.session, turn.customer.id, "", turn.now)
    turn.customer.forget_cart()
