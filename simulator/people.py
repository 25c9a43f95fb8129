"""Getting a phone, losing a number."""

from __future__ import annotations

from typing import Any

from simulator import ids
from simulator.phones import ROLES, Phone
from simulator.world import World

FIRST_NUMBER = 910000000101


def add_phone(world: World, wanted: dict[str, Any]) -> Phone:
    """Give somebody a phone. Raises ValueError with a sentence when the id, number or user id is taken or wrong."""
    phone = Phone(
        id=str(wanted.get("id") or f"phone-{len(world.facts.phones) + 1}"),
        name=str(wanted.get("name") or "Somebody"),
        role=str(wanted.get("role") or "customer"),
        phone=_number(wanted["phone"]) if "phone" in wanted else _free_number(world),
        user_id=str(wanted.get("user_id") or ids.user_id()),
        username=wanted.get("username"),
        hide_phone=bool(wanted.get("hide_phone", False)),
        old_client=bool(wanted.get("old_client", False)),
    )
    if phone.role not in ROLES:
        raise ValueError(f"role is one of {', '.join(ROLES)}")
    if phone.id in world.facts.phones or phone.phone in world.numbers or phone.user_id in world.user_ids:
        raise ValueError(f"the id {phone.id}, the number {phone.phone} or the user id is taken")
    world.facts.phones[phone.id] = phone
    world.user_ids[phone.user_id] = phone
    if phone.phone:
        world.numbers[phone.phone] = phone
    world.phone_changed(phone)
    return phone


def move_to_number(world: World, phone: Phone, number: str | None) -> tuple[str | None, str]:
    """Give a person another number and, as Meta does, another user id. Answers the old number and user id."""
    new_number = _number(number)
    if new_number in world.numbers:
        raise ValueError(f"the number {new_number} is taken")
    old = (phone.phone, phone.user_id)
    if phone.phone:
        world.numbers.pop(phone.phone, None)
    world.user_ids.pop(phone.user_id, None)
    phone.phone, phone.user_id = new_number, ids.user_id()
    world.user_ids[phone.user_id] = phone
    if new_number:
        world.numbers[new_number] = phone
    world.phone_changed(phone)
    return old


def digits_of(number: str) -> str:
    """Without the plus, spaces, dashes and brackets that Meta tolerates."""
    return "".join(letter for letter in number if letter not in "+ -()\u00a0")


def _number(number: object) -> str | None:
    if number in (None, ""):
        return None
    digits = digits_of(str(number))
    if not (digits.isascii() and digits.isdigit() and 8 <= len(digits) <= 15):
        raise ValueError(f"{number!r} is not a phone number with its country code")
    return digits


def _free_number(world: World) -> str:
    number = FIRST_NUMBER
    while str(number) in world.numbers:
        number += 1
    return str(number)
