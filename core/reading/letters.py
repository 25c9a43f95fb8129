"""One spelling for letters that look alike to whoever typed them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 300  # what is read of a message; the rest cannot be an answer to our questions
NUKTAS = frozenset("\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc")
CHANDRABINDU, ANUSVARA = "\u0901", "\u0902"
ACCENTS = range(0x0300, 0x0370)
DANDAS = "\u0964\u0965"
FRACTION_SLASH = "\u2044"
FRACTIONS = re.compile(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])")  # between `1` and `½`, which would be eleven halves
STRETCHED = re.compile(r"(.)\1{2,}")


def normalise(text: str) -> str:
    """Text as it is compared: lower case, one form of each letter, digits 0-9, one hyphen, no invisible marks.

    Joiners, direction marks and variation signs vanish, so that a word with them is the word without; the danda and
    line breaks separate. Nuktas go and the chandrabindu becomes the anusvara, because most people type neither.
    Letters typed three times or more stand twice (`yesss`, `plzzz`).
    """
    if text.isascii() and text.isprintable():  # what follows would only make its letters small
        return STRETCHED.sub(_shorten, text[:LONGEST].lower())
    folded = unicodedata.normalize("NFKC", FRACTIONS.sub(" ", text[:LONGEST]))[
        :LONGEST
    ].casefold()  # one sign may become eighteen
    kept = "".join(map(_fold, unicodedata.normalize("NFKD", folded)))
    return STRETCHED.sub(_shorten, unicodedata.normalize("NFC", kept))


def _shorten(stretch: re.Match[str]) -> str:
    return stretch[0] if stretch[1].isdigit() else stretch[1] * 2


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in DANDAS or kind in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    if kind in {"Cf", "Cs", "Cn", "Co", "Me"} or "\ufe00" <= letter <= "\ufe0f":
        return ""
    if letter in NUKTAS or (kind == "Mn" and ord(letter) in ACCENTS):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    if kind == "Pd":
        return "-"
    return {CHANDRABINDU: ANUSVARA, FRACTION_SLASH: "/", "\u2212": "-", "\u00d7": "x"}.get(letter, letter)
