"""The checks that calls to Razorpay share: amounts, notes, texts, fields nobody asked for."""

from __future__ import annotations

from typing import Any

from simulator.razorpay.errors import RazorpayRefusal

Json = dict[str, Any]

SMALLEST_AMOUNT = 100
LARGEST_AMOUNT = 50_000_000
NOTES_MOST = 15
NOTE_LONGEST = 255
REFERENCE_LONGEST = 40
DESCRIPTION_LONGEST = 2048
CURRENCIES = {"INR", "USD", "EUR", "GBP", "SGD", "AED"}


def refuse_unknown(body: Json, known: set[str]) -> None:
    """Fields that the call does not have."""
    unknown = sorted(set(body) - known)
    if unknown:
        verb = "are" if len(unknown) > 1 else "is"
        raise RazorpayRefusal(f"{', '.join(unknown)} {verb}/are not required and should not be sent", unknown[0])


def need_amount(body: Json, key: str = "amount") -> int:
    """An amount in paise, at least one rupee."""
    value = body.get(key)
    if value is None or value == "":
        raise RazorpayRefusal(f"The {key} field is required.", key)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise RazorpayRefusal(f"The {key} must be an integer.", key)
    if value < SMALLEST_AMOUNT:
        raise RazorpayRefusal(f"The {key} must be atleast INR 1.00", key)
    if value > LARGEST_AMOUNT:
        raise RazorpayRefusal(f"{key} exceeds maximum amount allowed.", key)
    return value


def read_currency(body: Json) -> str:
    """The currency, INR when absent."""
    currency = body.get("currency", "INR")
    if not isinstance(currency, str) or currency not in CURRENCIES:
        raise RazorpayRefusal("Currency is not supported", "currency")
    return currency


def read_notes(body: Json) -> Json:
    """At most 15 notes of at most 255 characters."""
    notes = body.get("notes")
    if notes in (None, [], {}):
        return {}
    if not isinstance(notes, dict):
        raise RazorpayRefusal("notes must be an array", "notes")
    if len(notes) > NOTES_MOST:
        raise RazorpayRefusal(f"Number of fields in notes should be less than or equal to {NOTES_MOST}", "notes")
    for value in notes.values():
        if not isinstance(value, str | int | float | bool):
            raise RazorpayRefusal("notes values cannot be an array", "notes")
        if len(str(value)) > NOTE_LONGEST:
            raise RazorpayRefusal(f"notes values must be less than or equal to {NOTE_LONGEST} characters", "notes")
    return dict(notes)


def read_text(body: Json, key: str, longest: int) -> str | None:
    """An optional text."""
    value = body.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RazorpayRefusal(f"The {key} must be a string.", key)
    if len(value) > longest:
        raise RazorpayRefusal(f"The {key} may not be greater than {longest} characters.", key)
    return value


def read_flag(body: Json, key: str, *, usual: bool) -> bool:
    """An optional yes or no."""
    value = body.get(key, usual)
    if not isinstance(value, bool):
        raise RazorpayRefusal(f"The {key} field must be true or false.", key)
    return value


def shape_notes(notes: Json) -> Json | list[Any]:
    """Empty notes come back as a list, as PHP writes an empty array."""
    return notes or []
