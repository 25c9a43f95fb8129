"""Contact cards as a person reads them: a name, and its numbers as they are written there."""

from __future__ import annotations

from typing import Any

from core.outside import as_object, as_objects, as_text

MOST_CARDS = 20


def read_cards(message: dict[str, Any]) -> tuple[str, ...]:
    """`Asha: +91 98200 12345`, one for each card that says anything. Never raises."""
    cards = []
    for card in as_objects(message, "contacts")[:MOST_CARDS]:
        name = as_text(as_object(card, "name"), "formatted_name", 100)
        numbers = [as_text(phone, "phone", 40) or as_text(phone, "wa_id", 40) for phone in as_objects(card, "phones")]
        written = ", ".join(filter(None, numbers))
        cards.append(f"{name}: {written}" if name and written else name or written)
    return tuple(filter(None, cards))
