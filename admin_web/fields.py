"""Kinds of fields that only the office's forms have, beside those of `pages.fields`."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from core.catalog.rules import IN_BASE
from core.errors import Refusal
from core.money import PAISE_PER_RUPEE
from core.wording import FIRST_LANGUAGE
from core.zones.points import Spot, read_spot
from pages.fields import plain_digits

MOST = 10_000_000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST_YEAR, LAST_YEAR = 2000, 2099


def plain_amount(value: object) -> object:
    """Digits of any script; `1e3`, which Python would read, is no amount that a person means."""
    plain = plain_digits(value)
    return plain.replace("e", "?").replace("E", "?") if isinstance(plain, str) else plain


def as_spot(typed: object) -> object:
    """A point on the map; whatever names none is wrong."""
    found = read_spot(str(plain_digits(typed)))
    if found is None:
        raise PydanticCustomError("point", "point")
    return found


def read_day(typed: object) -> object:
    """A day as browsers send it, in digits of any script; a bare number is none, though it might be read as seconds."""
    plain = plain_digits(typed)
    if isinstance(plain, str) and not DAY.fullmatch(plain.strip()):
        raise PydanticCustomError("date", "date")
    return plain


Whole = Annotated[int, BeforeValidator(plain_digits), Field(ge=0, le=MOST)]
Amount = Annotated[Decimal, BeforeValidator(plain_amount), Field(ge=0, le=MOST, max_digits=12, decimal_places=3)]


def refuse_far_days(day: date) -> date:
    """A year such as 1900 or 9999 is a slip of the thumb, and nothing can be reckoned from it."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("day-far", "day", {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)})
    return day


Day = Annotated[date, BeforeValidator(read_day), AfterValidator(refuse_far_days)]
Clock = Annotated[time, BeforeValidator(plain_digits)]
Point = Annotated[Spot, BeforeValidator(as_spot)]
Unit = Literal["dozen", "piece", "kilo", "gram"]
Yes = Literal["yes", ""]

UNITS = {"piece": ("dozen", "piece"), "gram": ("kilo", "gram")}


def base_units(base_unit: str, amount: Decimal, unit: str) -> int:
    """So much of a unit in base units. Raises Refusal `unit-unlike` for kilos of what is sold by the piece, and the
    like, `quantity-unclear` for what is no whole number."""
    size = IN_BASE[base_unit].get(unit)
    if size is None:
        raise Refusal("unit-unlike")
    units = amount * size
    if units != int(units):
        raise Refusal("quantity-unclear")
    return int(units)


def by_language(first: str, hindi: str) -> dict[str, str]:
    """What was typed in the two languages of the pages, without one that was left empty."""
    return {language: said for language, said in ((FIRST_LANGUAGE, first), ("hi", hindi)) if said}


def lines_of(typed: str) -> list[str]:
    """One thing a line, or parted by commas."""
    return [part.strip() for part in typed.replace(",", "\n").splitlines() if part.strip()]


def as_rupees(paise: int) -> str:
    """`125050` as `1250.5`, as it is typed into a form."""
    return f"{paise / PAISE_PER_RUPEE:g}"
