"""Kinds of fields for forms: what people type, read as what the shop's verbs take.

A wrong value's error has a name; `form-<name>` in the pages' catalogues says it beside the field.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from core.money import PAISE_PER_RUPEE
from core.reading.phones import read_phones

MOST_RUPEES = 10_000_000
LONGEST_ID = 40
RUPEES = re.compile(r"(\d{1,40})(?:\.(\d{1,2}))?")


def plain_digits(typed: object) -> object:
    """`१२` as `12`: every script's digits are typed here."""
    if not isinstance(typed, str):
        return typed
    return "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in typed)


def read_rupees(typed: object) -> object:
    """`₹1,250.50` as 125050 paise."""
    bare = re.sub(r"[₹,\s]", "", str(plain_digits(typed)))
    found = RUPEES.fullmatch(bare)
    if found is None:
        raise PydanticCustomError("rupees", "rupees")
    if int(found[1]) > MOST_RUPEES:
        raise PydanticCustomError("less_than_equal", "rupees", {"le": MOST_RUPEES})
    return int(found[1]) * PAISE_PER_RUPEE + int((found[2] or "0").ljust(2, "0"))


def read_phone(typed: str) -> str:
    """One number that could be called, as digits with its country."""
    phones = read_phones(typed)
    if len(phones) != 1:
        raise PydanticCustomError("phone", "phone")
    return phones[0]


def read_whole_phone(typed: str) -> str:
    """The same, and with its `+` any number as it is: also one that nobody can have, as in a made-up shop."""
    digits = "".join(str(unicodedata.digit(letter)) for letter in typed if letter.isdecimal())
    if typed.startswith("+") and 8 <= len(digits) <= 15 and not any(letter.isalpha() for letter in typed):
        return digits
    return read_phone(typed)


def read_id(named: object) -> object:
    """The number of a row of ours. Nobody types one, so one that can be none is a page grown old, and is said so."""
    digits = str(named)[:LONGEST_ID]
    if digits.isascii() and digits.isdigit() and 0 < int(digits) < 2**63:
        return int(digits)
    raise PydanticCustomError("gone", "gone")


def refuse_controls(typed: str) -> str:
    """No control characters: nobody types them, and they break lines of logs, messages and tables."""
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter != "\n" for letter in typed):
        raise PydanticCustomError("unclear", "control")
    return typed


def refuse_lines(typed: str) -> str:
    """The same, on one line."""
    if "\n" in typed:
        raise PydanticCustomError("unclear", "lines")
    return refuse_controls(typed)


# One line, and several.
Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(refuse_lines)]
Paragraph = Annotated[str, StringConstraints(max_length=2000), AfterValidator(refuse_controls)]
# A PIN or a code, which is digits of any script.
Digits = Annotated[Line, BeforeValidator(plain_digits), Field(max_length=12)]
Phone = Annotated[str, StringConstraints(max_length=40), AfterValidator(read_phone)]
WholePhone = Annotated[str, StringConstraints(max_length=40), AfterValidator(read_whole_phone)]
Paise = Annotated[int, BeforeValidator(read_rupees)]
Count = Annotated[int, BeforeValidator(plain_digits), Field(ge=1, le=999)]
# A row of ours, named by a page.
Id = Annotated[int, BeforeValidator(read_id)]
