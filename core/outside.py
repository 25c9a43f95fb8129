"""The door for values from outside: what strangers put into JSON is read as the wanted shape and size, or as absent.

Every bound is a column's: a number fits its integer, a name its index, a text has no character that PostgreSQL refuses.
Nothing here raises but `read_json`. Words are cut at their bound; names and ids that are longer are absent, because a
part of an id is another id.
"""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime
from typing import Any

Fields = dict[str, Any]

TEXT_LONGEST = 4096
# An index of PostgreSQL takes 2,704 bytes an entry, and a character may have four.
ID_LONGEST = 512
USER_ID_LONGEST = 150  # Meta: a country, a dot, up to 128 letters and digits, or `CC.ENT.` before them
DIGITS_MOST = 18
INTEGER_MOST = 2**31 - 1
BIGINT_MOST = 10**DIGITS_MOST - 1
SECONDS_MOST = 253_402_300_799  # the end of the year 9999
# Characters that neither text nor jsonb of PostgreSQL takes.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
PHONE_LONGEST = 40  # with what people put between the digits
PHONE = re.compile(r"\+?([0-9]{7,15})")
SQUEEZED = dict.fromkeys(map(ord, " -()\u00a0"))
USER_ID = re.compile(rf"(?=[0-9._:=-]*[A-Za-z])[A-Za-z0-9._:=-]{{1,{USER_ID_LONGEST}}}")


def read_json(body: bytes) -> Any:
    """The document, with every number that fits no row kept as its digits, and those that are none (NaN) left out.

    Raises ValueError or RecursionError for what is not JSON in UTF-8, or nested deeper than Python reads.
    """
    return DOCUMENTS.decode(body.decode(json.detect_encoding(body), "surrogatepass"))


def load(payload: bytes) -> Fields:
    """The JSON object in the bytes, or an empty one; half characters read as U+FFFD."""
    try:
        read = read_json(payload.decode("utf-8", "replace").encode())
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _absent(_constant: str) -> None:
    return None


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= DIGITS_MOST else digits


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


# Made once: `json.loads` makes one for each document.
DOCUMENTS = json.JSONDecoder(parse_int=_integer, parse_float=_number, parse_constant=_absent)


def as_object(holder: Fields, key: str) -> Fields:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def as_objects(holder: Fields, key: str) -> list[Fields]:
    """The objects of a list; Meta now and then sends a lone one without its list."""
    value = holder.get(key)
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_text(holder: Fields, key: str, longest: int = TEXT_LONGEST) -> str:
    """The words at `key`, cut at `longest` code points, storable in PostgreSQL; empty when there are none."""
    value = holder.get(key)
    return UNSTORABLE.sub("\ufffd", value[:longest]) if isinstance(value, str) else ""


def as_id(holder: Fields, key: str, longest: int = ID_LONGEST) -> str:
    """An id or name of theirs, whole; empty when it is none, too long, or holds what PostgreSQL does not store."""
    value = holder.get(key)
    return value if isinstance(value, str) and len(value) <= longest and not UNSTORABLE.search(value) else ""


def as_integer(holder: Fields, key: str, most: int = INTEGER_MOST) -> int | None:
    """A whole number from -most to most, also when written as text. `most` is what an integer column takes."""
    value = holder.get(key)
    if isinstance(value, str) and len(value) <= DIGITS_MOST + 1 and re.fullmatch(r"-?[0-9]+", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -most <= value <= most else None


def as_float(holder: Fields, key: str, bound: float) -> float | None:
    """A number from -bound to bound, also when written as text."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value[:40] if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if -bound <= number <= bound else None


def as_moment(holder: Fields, key: str) -> datetime | None:
    """Unix seconds, usually as text; None when they are no moment between 1970 and 9999."""
    seconds = as_integer(holder, key, SECONDS_MOST)
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None and seconds > 0 else None


def as_phone(value: object) -> str | None:
    """A phone number as digits without `+`; spaces, dashes and brackets are passed over. None when it is none."""
    if not isinstance(value, str) or len(value) > PHONE_LONGEST:
        return None
    found = PHONE.fullmatch(value) or PHONE.fullmatch(value.translate(SQUEEZED))
    return found[1] if found else None


def as_user_id(value: object) -> str | None:
    """WhatsApp's business-scoped id of a person (`IN.…`), or of a person in linked businesses (`IN.ENT.…`)."""
    return value if isinstance(value, str) and USER_ID.fullmatch(value) else None
