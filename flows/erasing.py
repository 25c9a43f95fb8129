"""Being forgotten: asked first, done an hour later, and taken back until then (core/privacy).

delete my data      → what goes and what the law has us keep: Delete my data · Keep my data
[Delete my data]    → noted; an order under way comes first
[Keep my data]      → nothing happens, or the request is taken back
"""

from __future__ import annotations

from bot.messages import Buttons, OutgoingMessage
from core.orders.queries import orders_under_way
from core.privacy.erasing import ask_to_be_erased, keep_after_all
from core.reading.sentence import ASSENT, POLITE, Sentence
from flows.agreeing import declines
from flows.engine import Heard
from flows.turn import Turn


def ask_erasing(turn: Turn) -> OutgoingMessage:
    buttons = (turn.button("help-erase-button", "erases"), turn.button("help-keep-button", "keeps_data"))
    return Buttons(turn.say("help-erase"), buttons)


def hear_erasing(turn: Turn, said: Sentence) -> Heard | None:
    """A plain yes, as cancelling wants it, also with the word that it is about (`yes delete`), or a plain no."""
    if said.is_only(ASSENT, {"command.erase", "change.remove"}, calm=POLITE):
        return Heard("erases")
    return Heard("keeps_data") if declines(turn, said, "help-keep-button") else None


def erase(turn: Turn) -> None:
    ask_to_be_erased(turn.session, turn.customer.id, turn.now)


def ask_erased(turn: Turn) -> OutgoingMessage:
    waits = "yes" if orders_under_way(turn.session, turn.customer.id) else "no"
    return Buttons(turn.say("help-erased", waits=waits), (turn.button("help-keep-button", "keeps_data"),))


def hear_erased(turn: Turn, said: Sentence) -> Heard | None:
    del turn
    return Heard("keeps_data") if said.is_only({"deny"}) else None


def keep_the_data(turn: Turn) -> None:
    keep_after_all(turn.session, turn.customer.id)
    turn.note("help-kept")
