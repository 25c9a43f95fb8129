"""What pages say, from `templates/pages/<language>/*.ftl`. Days and times come from `core.formats`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.errors import Refusal
from core.money import format_rupees
from core.wording import FIRST_LANGUAGE, TEMPLATES, Wording, pick

PAGES = Wording(TEMPLATES / "pages")


def say(language: str, key: str, /, **values: Any) -> str:
    """Word `key` of the pages in a language. Raises Fault for an unknown key."""
    return PAGES.say(language, key, **values)


def say_refusal(language: str, refusal: Refusal) -> str:
    """What a refusal means: a sentence of its own, or one for all that have none."""
    key = f"refused-{refusal.code}"
    if not PAGES.has(key):
        return say(language, "refused")
    wanted = PAGES.load()[FIRST_LANGUAGE].placeholders[key]
    shown = show_values(language, refusal.values)
    return say(
        language, key if wanted <= shown.keys() else "refused", **{name: shown[name] for name in wanted & shown.keys()}
    )


def show_values(language: str, values: Mapping[str, Any]) -> dict[str, str | int]:
    """Values as a sentence takes them: `left_paise` as rupees under `left` too, names in the language, lists joined."""
    shown: dict[str, str | int] = {}
    for name, value in values.items():
        if isinstance(value, int) and name.endswith("_paise"):
            shown[name.removesuffix("_paise")] = format_rupees(value)
        if isinstance(value, dict):
            shown[name] = pick(value, language)
        elif isinstance(value, list | tuple):
            shown[name] = ", ".join(str(each) for each in value)
        elif value is not None:
            shown[name] = value if isinstance(value, int) else str(value)
    return shown


def choose_language(*wishes: str | None) -> str:
    """The first language we have among wishes in order: a code, or a browser's `Accept-Language`; English otherwise."""
    for wish in wishes:
        for part in (wish or "")[:200].split(","):
            tag = part.split(";")[0].strip().lower().split("-")[0]
            if tag in PAGES.load():
                return tag
    return FIRST_LANGUAGE
