"""`jamango staff`: who works in the shop, from the command line of whoever runs the machine."""

from __future__ import annotations

import phonenumbers
from sqlmodel import Session

from core.actor import Actor, Role
from core.chats.locks import lock_chat_of
from core.clock import read_now
from core.db import transaction
from core.errors import Fault
from core.identities.actions import read_identities
from core.identities.names import Names
from core.identities.tables import IdentityKind
from core.orders.queries import orders_under_way
from core.staff.actions import add_staff, members, retire
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
        customer_id = _leave_custom(session, number)
        staff = add_staff(session, name, number, role=Role(role), language=language, actor=OPERATOR,
                          now=read_now(session), customer_id=customer_id)  # fmt: skip
        return f"{staff.name} (+{number}) is {_shown(staff.role)} now."


def _leave_custom(session: Session, number: str) -> int | None:
    """The customer who writes from this number, locked: their number goes over when no order needs it any more."""
    found = read_identities(session, Names(phone=number)).get(IdentityKind.PHONE)
    if found is None or found.owner.customer_id is None:
        return None
    lock_chat_of(session, found.owner.customer_id)
    codes = orders_under_way(session, found.owner.customer_id)
    if codes:
        raise Fault(
            f"+{number} is a customer's, whose order {', '.join(codes)} is under way: news of it goes to that number. "
            "Add them when it is delivered or cancelled."
        )
    return found.owner.customer_id


def member_lines() -> list[str]:
    """A line for each who works here: number, name, role, phone, language."""
    with transaction() as session:
        return [
            f"{each.id:>4}  {each.name}, {_shown(each.role)}, {f'+{each.phone}' if each.phone else 'no phone'}, "
            f"{each.language}"
            for each in members(session)
        ]


def remove_member(who: str) -> str:
    """Take somebody's powers, named by their number in the list or their phone. Raises Fault when there is no such."""
    digits = "".join(character for character in who if character.isascii() and character.isdecimal())
    with transaction() as session:
        wanted = {digits} if len(digits) < FEWEST_DIGITS else {digits, read_phone(who)}
        found = [each for each in members(session) if wanted & {str(each.id), each.phone}]
        if not found:
            raise Fault(f"Nobody on the staff has the number or phone {who}; `jamango staff list` shows them.")
        retire(session, found[0].id, actor=OPERATOR)
        return f"{found[0].name} no longer works here; to the shop's WhatsApp they are a customer like any other."


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
