"""`jamango staff`: who works in the shop, from the command line of whoever runs the machine."""

from __future__ import annotations

from datetime import datetime

import phonenumbers
from sqlmodel import Session

from core.actor import Actor, Role
from core.clock import read_now
from core.credentials.rules import OF_THE_OFFICE
from core.credentials.setup_links import make_first_link, make_setup_link
from core.db import transaction
from core.errors import Fault, Refusal
from core.hiring import hire
from core.settings import get_settings
from core.staff.actions import Colleague, members, retire
from core.staff.tables import Staff
from core.wording import languages

FEWEST_DIGITS, MOST_DIGITS = 8, 15  # of E.164
OPERATOR = Actor.system("command-line")
COUNTRY = "IN"  # of numbers typed without a country code


def add_member(*, name: str, role: str, phone: str, language: str) -> str:
    """Add a member of staff and say so. Raises Fault for what is unknown, Refusal for a taken phone."""
    if role not in list(Role):
        raise Fault(f"There is no role {role!r}; the roles are {', '.join(Role)}.")
    if language not in languages():
        raise Fault(f"There is no language {language!r}; the languages are {', '.join(languages())}.")
    number = read_phone(phone)
    with transaction() as session:
        now = read_now(session)
        staff = _hire(session, name, number, role=Role(role), language=language, now=now)
        said = f"{staff.name} (+{number}) is {_shown(staff.role)} now."
        if staff.role not in OF_THE_OFFICE:
            return said
        token = make_setup_link(session, staff.id, actor=OPERATOR, now=now)
    return f"{said}\nThey make their sign-in at {setup_address(token)} (once, within a day)."


def setup_address(token: str) -> str:
    """Where somebody makes their own sign-in."""
    return f"{get_settings().public_url.rstrip('/')}/admin/setup/{token}"


def _hire(session: Session, name: str, number: str, *, role: Role, language: str, now: datetime) -> Staff:
    try:
        return hire(session, name, number, role=role, language=language, actor=OPERATOR, now=now)
    except Refusal as refusal:
        if refusal.code != "phone-under-way":
            raise
        raise Fault(
            f"+{number} is a customer's, whose order {', '.join(refusal.values['order_codes'])} is under way: news of "
            "it goes to that number. Add them when it is delivered or cancelled."
        ) from refusal


def member_lines() -> list[str]:
    """A line for each who works here: number, name, role, phone, language."""
    with transaction() as session:
        return [
            f"{each.id:>4}  {each.name}, {_shown(each.role)}, {f'+{each.phone}' if each.phone else 'no phone'}, "
            f"{each.language}"
            for each in members(session)
        ]


def link_for(who: str) -> str:
    """A new link for somebody's sign-in, named as in `remove_member`. Raises Fault when there is no such."""
    with transaction() as session:
        found = _find(session, who)
        if found.role not in OF_THE_OFFICE:
            raise Fault(f"{found.name} works by WhatsApp alone: a {_shown(found.role)} has no sign-in at the office.")
        token = make_setup_link(session, found.id, actor=OPERATOR, now=read_now(session))
    return f"{found.name} makes their sign-in at {setup_address(token)} (once, within a day)."


def first_link() -> str | None:
    """Where the founder makes her sign-in, while no founder can sign in; None afterwards."""
    with transaction() as session:
        token = make_first_link(session, actor=OPERATOR, now=read_now(session))
    return None if token is None else setup_address(token)


def remove_member(who: str) -> str:
    """Take somebody's powers, named by their number in the list or their phone. Raises Fault when there is no such."""
    with transaction() as session:
        found = _find(session, who)
        retire(session, found.id, actor=OPERATOR)
        return f"{found.name} no longer works here; to the shop's WhatsApp they are a customer like any other."


def _find(session: Session, who: str) -> Colleague:
    digits = "".join(character for character in who if character.isascii() and character.isdecimal())
    wanted = {digits} if len(digits) < FEWEST_DIGITS else {digits, read_phone(who)}
    found = [each for each in members(session) if wanted & {str(each.id), each.phone}]
    if not found:
        raise Fault(f"Nobody on the staff has the number or phone {who}; `jamango staff list` shows them.")
    return found[0]


def read_phone(typed: str) -> str:
    """A phone number as WhatsApp writes it: digits with country code. Raises Fault for anything else."""
    if typed.strip().startswith("+"):  # complete: taken as it is, also where nobody has such a number
        digits = "".join(character for character in typed if character.isascii() and character.isdecimal())
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
            return digits
    try:
        number = phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise Fault(f"{typed!r} is not a phone number.") from error
    if not phonenumbers.is_possible_number(number):
        raise Fault(f"{typed!r} is not a phone number.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")


def _shown(role: Role) -> str:
    return role.replace("_", " ")
