"""The whole order on one page: packs with counts, home, window, note and way to pay, where Meta shows our form.

menu                        → … *Order in one form*
[Order in one form]         → Everything on one page … [Open the form]
(2 × Kesar, Palm Grove B-1203, tomorrow, cash)
                            → Summary … kept until 7:42 pm

What comes back is read as a meaning, so fruit, price and window are checked as for a line that was typed.
"""

from __future__ import annotations

from bot.fitting import fit_body
from bot.form_files import load_form_files
from bot.messages import FormButton, OutgoingMessage
from core.ids import new_token
from core.reading.sentence import Sentence
from flows.engine import Heard
from flows.memory import Part
from flows.ordering.form_data import can_be_filled, form_data, form_homes
from flows.ordering.form_meaning import read_form
from flows.ordering.form_offer import FORM, form_id
from flows.ordering.fruit import hear_fruit
from flows.ordering.taking import take_the_line
from flows.ordering.where import all_apartments
from flows.turn import Turn


class FormMemory(Part):
    """The token of the form that is out: what comes back with another one, or a second time, is of the past."""

    form_token: str = ""


def _memory(turn: Turn) -> FormMemory:
    return turn.memory.part(FormMemory)


def form_is_offered(turn: Turn) -> bool:
    """Whether Meta shows this edition of the form in this chat, and something could be ordered with it."""
    return form_id(turn) is not None and can_be_filled(turn)


def form_is_gone(turn: Turn) -> bool:
    return not form_is_offered(turn)


def open_the_form(turn: Turn) -> None:
    _memory(turn).form_token = new_token()


def ask_form(turn: Turn) -> OutgoingMessage:
    meta_id = form_id(turn)
    assert meta_id is not None
    return FormButton(
        body=fit_body(turn.say("ordering-form")),
        label=turn.say("ordering-form-button"),
        form_id=meta_id,
        screen=load_form_files()[FORM].screen,
        token=_memory(turn).form_token,
        data=form_data(turn),
        otherwise=turn.say("ordering-form-otherwise"),
    )


def hear_form_step(turn: Turn, said: Sentence) -> Heard | None:
    """Whoever types instead of filling in is heard as at the menu."""
    del said
    return hear_fruit(turn)


def form_is_ours(turn: Turn) -> bool:
    """Whether what came is the form that is out in this chat."""
    token = turn.inbound.form.token
    return bool(token) and token == _memory(turn).form_token


def take_the_form(turn: Turn) -> None:
    """What was filled in, as a line that says it all; the form acts once.

    Who chose to pay online there gets the link at once when nothing is left to ask: it tells what it is for.
    """
    _memory(turn).form_token = ""
    towers = {each.id: tuple(each.towers) for each in all_apartments(turn)}
    meaning = read_form(turn.inbound.form.fields, form_homes(turn), towers)
    turn.means(meaning)
    take_the_line(turn)
    if meaning.payment == "online":
        turn.scratch["pays_at_once"] = meaning.payment
