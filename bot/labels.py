"""Fixed labels of the chat that WhatsApp would refuse as too long: a key's last words say where it is used."""

from __future__ import annotations

from collections.abc import Iterable

from bot import limits
from core.errors import Fault
from core.wording import Catalogue, load_catalogues

# Code points (WHATSAPP §2.2).
LIMITS = {
    "button": limits.BUTTON_TITLE,
    "list-button": limits.BUTTON_TITLE,
    "row": limits.ROW_TITLE,
    "row-description": limits.ROW_DESCRIPTION,
    "section": limits.SECTION_TITLE,
    "footer": limits.FOOTER,
    "header": limits.HEADER,
    # Of a form: the label of a field, of a group of choices, and of what sends it.
    "field": 20,
    "choice": 30,
    "submit": 35,
}
ENDINGS = sorted(((f"-{ending}", limit) for ending, limit in LIMITS.items()), key=lambda one: len(one[0]), reverse=True)


def label_limit(key: str) -> int | None:
    """How long the label that a key names may be; None when it is none."""
    return next((limit for ending, limit in ENDINGS if key.endswith(ending)), None)


def find_long_labels(catalogues: Iterable[Catalogue]) -> list[str]:
    """A sentence for each label without placeholders that is longer than WhatsApp takes."""
    return [
        f"{catalogue.language} {key} is longer than {limit} characters"
        for catalogue in catalogues
        for key, names in catalogue.placeholders.items()
        if (limit := label_limit(key)) and not names and len(catalogue.say(key, {})) > limit
    ]


def refuse_long_labels() -> None:
    """Raise Fault naming each label of the chat's catalogues that WhatsApp would not take."""
    problems = find_long_labels(load_catalogues().values())
    if problems:
        raise Fault("The wording cannot be sent: " + "; ".join(problems))
