"""Tower and flat, and the phone number of somebody whose number WhatsApp hides."""

from __future__ import annotations

import phonenumbers
from sqlalchemy import text

from bot.messages import ContactRequest, OutgoingMessage, Text
from core.customers.actions import tell_phone
from core.reading.sentence import Sentence
from core.wording import pick
from core.zones.queries import find_apartment, search_apartments
from flows.engine import Heard
from flows.ordering.steps import Step
from flows.ordering.where import HAS_DIGIT, SURE, ask_where
from flows.turn import Turn

COUNTRY = "IN"
HAS_PHONE = text(
    """
    SELECT contact_phone <> '' OR EXISTS (SELECT FROM identities WHERE customer_id = users.id AND kind = 'phone')
      FROM users WHERE id = :customer_id
    """
)
FEWEST_DIGITS, MOST_DIGITS = 7, 15  # of E.164


def ask_flat(turn: Turn) -> OutgoingMessage:
    apartment = find_apartment(turn.session, int(turn.memory.get("apartment", 0)))
    if apartment is None:
        turn.step = Step.WHERE
        return ask_where(turn)
    return Text(turn.say("ordering-flat", apartment=pick(apartment.names, turn.language)))


def hear_flat(turn: Turn, said: Sentence) -> Heard | None:
    """A line with a digit is a flat; a name of another apartment is a change of mind."""
    typed = " ".join(turn.inbound.text.split())
    if HAS_DIGIT.search(typed):
        return Heard("says_home", f"{turn.memory.get('apartment', 0)}|{typed}")
    hits = (
        [hit for hit in search_apartments(turn.session, said.words) if hit.score >= SURE] if len(said.words) > 3 else []
    )
    return Heard("picks_apartment", str(hits[0].apartment.id)) if hits else None


def phone_is_unknown(turn: Turn) -> bool:
    """Whether neither WhatsApp nor the customer has told us a number."""
    if turn.inbound.sender.phone or turn.memory.get("phone"):
        return False
    return not turn.session.execute(HAS_PHONE, {"customer_id": turn.customer_id}).scalar_one()


def ask_phone(turn: Turn) -> OutgoingMessage:
    return ContactRequest(turn.say("ordering-phone"))


def hear_phone(turn: Turn, said: Sentence) -> Heard | None:
    del said
    return hear_number(turn.inbound.text)


def hear_number(typed: str) -> Heard | None:
    """A phone number as people type it, `98765 43210` or `+91-98765-43210`."""
    try:
        number = phonenumbers.parse(typed[:40], COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return Heard("tells_phone", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).lstrip("+"))


def note_the_phone(turn: Turn) -> None:
    """Keep the number for the delivery. It is told, not proven, so it names nobody (invariant I19)."""
    turn.memory["phone"] = turn.arg
    tell_phone(turn.session, turn.customer_id, turn.arg)


def is_a_number(turn: Turn) -> bool:
    """Whether the argument is a phone number in digits: it may come from a button that somebody made up."""
    return turn.arg.isascii() and turn.arg.isdigit() and FEWEST_DIGITS <= len(turn.arg) <= MOST_DIGITS
