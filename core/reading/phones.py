"""Phone numbers in what somebody typed, or in a contact card. Pure."""

from __future__ import annotations

import phonenumbers

from core.reading.letters import normalise

COUNTRY = "IN"  # of a number without its country
DIGITS = 10  # of a number of ours


def read_phones(typed: str) -> tuple[str, ...]:
    """Every number that could be called, as digits with its country and without `+`, in the order they stand.

    `098765 43210`, `+91-98765-43210` and `९८७६५ ४३२१०` are the same; nine digits are none, nor is a longer run of them.
    """
    found = phonenumbers.PhoneNumberMatcher(normalise(typed), COUNTRY)
    return tuple(dict.fromkeys(write_phone(match.number) for match in found))


def is_phone(digits: str) -> bool:
    """Whether digits with their country are a number that could be called."""
    return digits.isascii() and digits.isdigit() and read_phones(f"+{digits}") == (digits,)


def show_phone(digits: str) -> str:
    """`+91 98765 43210`, all its digits as they are: a number that nobody can have may begin with zeros."""
    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException:
        return f"+{digits}"
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown if "".join(filter(str.isdigit, shown)) == digits else _in_groups(digits)


def _in_groups(digits: str) -> str:
    country, own = digits[:-DIGITS], digits[-DIGITS:]
    return f"+{country} {own[:5]} {own[5:]}" if country else f"+{digits}"


def write_phone(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).lstrip("+")


def find_phones(line: str) -> list[tuple[str, int, int]]:
    """Every number in a line that `normalise` made: its last ten digits, and where it stands there."""
    if sum(letter.isdigit() for letter in line) < DIGITS:
        return []
    matches = phonenumbers.PhoneNumberMatcher(line, COUNTRY)
    return [(str(match.number.national_number), match.start, match.end) for match in matches]
