"""Taking values out of JSON that strangers wrote: the wanted shape, or nothing."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime
from typing import Any

TEXT_LONGEST = 4096
DIGITS_MOST = 18
# Characters that neither text nor jsonb of PostgreSQL takes.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def load(payload: bytes) -> dict[str, Any]:
    """The JSON object in the bytes, or an empty one. Numbers too long for 64 bits stay as their text."""
    try:
        read = json.loads(payload.decode("utf-8", "replace"), parse_int=_integer, parse_float=_number)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= DIGITS_MOST else digits


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


def as_object(holder: dict[str, Any], key: str) -> dict[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def as_objects(holder: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = holder.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_text(holder: dict[str, Any], key: str, longest: int = TEXT_LONGEST) -> str:
    """The text at `key`, cut at `longest` code points, storable in PostgreSQL; empty when it is none."""
    value = holder.get(key)
    return UNSTORABLE.sub("\ufffd", value[:longest]) if isinstance(value, str) else ""


def as_integer(holder: dict[str, Any], key: str) -> int | None:
    """A whole number, also when written as text; None when it is none or has more than 18 digits."""
    value = holder.get(key)
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and len(value) <= DIGITS_MOST and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    return value if isinstance(value, int) else None


def as_float(holder: dict[str, Any], key: str, bound: float) -> float | None:
    """A number from -bound to bound, also when written as text."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value[:40] if isinstance(value, str) else value)
    except ValueError:
        return None
    return number if -bound <= number <= bound else None


def as_moment(holder: dict[str, Any], key: str) -> datetime | None:
    """Unix seconds, usually as text; None when they are no moment between 1970 and 9999."""
    seconds = as_integer(holder, key)
    if seconds is None or not 0 < seconds < 253_402_300_800:
        return None
    return datetime.fromtimestamp(seconds, UTC)
