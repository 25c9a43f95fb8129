"""The phone number of somebody whose number WhatsApp hides: typed, in a sentence, or as a contact card."""

from __future__ import annotations

from bot.limits import BUTTONS
from bot.messages import Button, Buttons, ContactRequest, OutgoingMessage
from core.customers.actions import tell_phone
from core.reading.phones import is_phone, read_phones, show_phone
from core.reading.sentence import Sentence
from flows.engine import Heard
from flows.ordering.memory import noted
from flows.ordering.said import NO_NUMBER
from flows.turn import Turn

FEWEST_DIGITS = 4  # of an attempt at a number


def ask_phone(turn: Turn) -> OutgoingMessage:
    numbers = turn.scratch.get("phones", [])
    if not numbers:
        return ContactRequest(turn.say("ordering-phone"))
    buttons = tuple(Button(turn.id_of("tells_phone", number), show_phone(number)) for number in numbers)
    return Buttons(turn.say("ordering-phone-which", count=len(buttons)), buttons)


def hear_phone(turn: Turn, said: Sentence) -> Heard | None:
    """The one number in what was typed; several, or one among words of doubt, are asked about."""
    numbers = read_phones(turn.inbound.text)
    if numbers:
        return _hear_numbers(numbers, sure=not said.has(*NO_NUMBER))
    attempt = sum(letter.isdigit() for letter in said.words) >= FEWEST_DIGITS
    return Heard("finds_phones") if attempt else None


def hear_card(turn: Turn) -> Heard:
    """A contact card that answers our question; one without a number that could be called gets an answer too."""
    return _hear_numbers(turn.inbound.phones, sure=True)


def _hear_numbers(numbers: tuple[str, ...], *, sure: bool) -> Heard:
    if len(numbers) == 1 and sure:
        return Heard("tells_phone", numbers[0])
    return Heard("finds_phones", ",".join(numbers[:BUTTONS]))


def note_the_phones(turn: Turn) -> None:
    """Numbers to choose from in this turn's question; none of them, and we say so."""
    turn.scratch["phones"] = [number for number in turn.arg.split(",") if is_phone(number)]
    if not turn.scratch["phones"]:
        turn.note("ordering-phone-odd")


def note_the_phone(turn: Turn) -> None:
    """Keep the number for the delivery. It is told, not proven, so it names nobody (invariant I19)."""
    noted(turn).phone = turn.arg
    tell_phone(turn.session, turn.customer.id, turn.arg)
    turn.customer.forget_cart()
    turn.note("ordering-phone-noted", phone=show_phone(turn.arg))


def is_a_number(turn: Turn) -> bool:
    """Whether the argument is a phone number: it may come from a button that somebody made up.

    WhatsApp's own id in a card (`wa_id`) is a number by its word.
    """
    return is_phone(turn.arg) or turn.arg in turn.inbound.phones
