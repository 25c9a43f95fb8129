"""What a browser calls itself, short enough for a list of "where you are signed in". Pure."""

from __future__ import annotations

import re

# In this order: each names itself beside the ones that it descends from.
BROWSERS = (
    ("Edge", r"Edg(?:A|iOS)?/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Opera", r"OPR/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/"),
    ("Safari", r"Safari/"),
)
SYSTEMS = (
    ("Android", r"Android"),
    ("iPhone", r"iPhone|iPad"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh"),
    ("Linux", r"Linux|CrOS"),
)


def name_browser(user_agent: str) -> str:
    """`Chrome, Android`; empty for one that we do not know."""
    names = (_first(BROWSERS, user_agent[:400]), _first(SYSTEMS, user_agent[:400]))
    return ", ".join(name for name in names if name)


def _first(kinds: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for name, pattern in kinds if re.search(pattern, user_agent)), "")
