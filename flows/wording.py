"""The catalogues' sentences, remembered: a menu says the same forty of them to everybody."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from core import wording


def say(language: str, key: str, /, **values: Any) -> str:
    """As `core.wording.say`; values are text and whole numbers. Raises Fault for an unknown key."""
    return _say(language, key, tuple(values.items()))


@lru_cache(maxsize=4096)
def _say(language: str, key: str, values: tuple[tuple[str, Any], ...]) -> str:
    return wording.say(language, key, **dict(values))
