"""Which language somebody writes: by a script of its own, or by words that only it has."""

from __future__ import annotations

import unicodedata

from core.reading.letters import LONGEST
from core.reading.lexicon import Lexicon
from core.reading.tokens import tokenise

LATIN = "LATIN"


def script_of(text: str) -> str | None:
    """The writing that most letters belong to, as Unicode names it (`LATIN`, `DEVANAGARI`); None without letters."""
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in text[:LONGEST] if letter.isalpha()]
    return max(sorted(set(scripts)), key=scripts.count) if scripts else None


def detect_language(text: str, lexicon: Lexicon) -> str | None:
    """The language that a line is clearly in; None in doubt, and when as much of it betrays another."""
    script = script_of(text)
    if script is not None and script != LATIN:
        return next((language for language, its_script in lexicon.writing.items() if its_script == script), None)
    if any(letter.isalpha() and not unicodedata.name(letter, LATIN).startswith(LATIN) for letter in text[:LONGEST]):
        return None
    spoken = {token.text for token in tokenise(text)}
    betrayed = {language: len(spoken & words) for language, words in lexicon.betraying.items()}
    best = max(betrayed.values(), default=0)
    winners = [language for language, count in betrayed.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None
