"""Turning a notice's values, which are free of language, into the words that its sentence takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.fitting import plain
from core.errors import Fault
from core.formats import format_fruit, format_slot, format_until
from core.money import format_rupees
from core.wording import has_wording, pick, say

RUPEES = "INR"
WINDOWS = "windows"  # windows of a day with what they hold, one after another
# What we made ourselves and people may copy: it keeps its letters.
OURS = frozenset(
    {"url", "link", "code", "door_code", "order", "token", "subject", "about", "payment", "bank_reference", "refund"}
)


def word_values(language: str, values: dict[str, Any], now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """The values ready to be said.

    `total_paise` becomes `total` (₹2,400), `starts_at` and `ends_at` become `slot`, `held_until` becomes `until` (a
    link's `expires_at` before it, because the link ends first), names per language become one name, lines of fruit
    one line, what people typed is disarmed, and `has_total` tells a sentence whether there is any. Raises Fault for a
    moment that cannot be read.
    """
    words = {name: _word(language, name, value) for name, value in values.items() if name != WINDOWS}
    words |= {f"has_{name.removesuffix('_paise')}": "yes" if value else "no" for name, value in values.items()}
    words |= {
        name.removesuffix("_paise"): format_rupees(value)
        for name, value in values.items()
        if name.endswith("_paise") and isinstance(value, int)
    }
    if "starts_at" in values and "ends_at" in values:
        starts_at, ends_at = read_moment(values["starts_at"]), read_moment(values["ends_at"])
        words["slot"] = format_slot(language, starts_at, ends_at, now, zone)
    if WINDOWS in values:
        words[WINDOWS] = "; ".join(_window(language, each, now, zone) for each in values[WINDOWS])
    end = values.get("expires_at") or values.get("held_until")
    if end:
        words["until"] = format_until(language, read_moment(end), now, zone)
    if "currency" in values and isinstance(values.get("amount"), int):
        words["amount"] = _foreign(values["amount"], str(values["currency"]))
    return words


def _window(language: str, window: dict[str, Any], now: datetime, zone: ZoneInfo) -> str:
    starts_at, ends_at = read_moment(window["starts_at"]), read_moment(window["ends_at"])
    return say(
        language, "notices-summary-window", window=format_slot(language, starts_at, ends_at, now, zone),
        orders=window["orders"], packs=window["packs"], due=format_rupees(window["due_paise"]),
    )  # fmt: skip


def read_moment(value: Any) -> datetime:
    """An ISO moment in UTC as a datetime. Raises Fault for anything else."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise Fault(f"A notice carries {value!r} where a moment belongs.") from error
    if moment.tzinfo is None:
        raise Fault(f"A notice carries {value!r}, a moment without a time zone.")
    return moment


def _word(language: str, name: str, value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict | list):
        return _of_language(language, value)
    if isinstance(value, int):
        return str(value) if name.endswith(("_code", "_status")) else value
    text = str(value)
    phrase = f"notices-word-{name}-{text}".replace("_", "-")
    if text.isidentifier() and has_wording(phrase):
        return say(language, phrase)
    return text if name in OURS else plain(text)


def _of_language(language: str, value: dict[str, str] | list[dict[str, Any]]) -> str:
    """A name by language, or lines of fruit whose names are."""
    if isinstance(value, dict):
        return pick(value, language)
    return " + ".join(format_fruit(language, line["names"], line["labels"], line["quantity"]) for line in value)


def _foreign(amount: int, currency: str) -> str:
    """An amount in the smallest unit of any currency."""
    return format_rupees(amount) if currency == RUPEES else f"{amount / 100:.2f} {plain(currency)}"
