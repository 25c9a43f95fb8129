"""Making text fit: cut where a reader would, and disarm what customers typed."""

from __future__ import annotations

import re
from functools import lru_cache

from wcwidth import iter_graphemes

from bot.limits import BODY, is_blank

ELLIPSIS = "…"
SPACES = re.compile(r"[^\S\u00a0]+")  # but for the one that keeps a time or a sum on one line
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
HALVES = re.compile("[\ud800-\udfff]")
# Marks that turn the reading direction, with which a name could rewrite the line around it.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# WhatsApp's marks for bold, italic, strike and code, by look-alikes that do nothing.
FORMATTING = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
LINE_MARKS = re.compile(r"^(?=[>#-]|\d+[.)] )")
DOT_OF_A_LINK = re.compile(r"([.。．｡])(?=[^\W\d_])")
SCHEME = re.compile(r"(?<=[^\W\d]):(?=\S)")


def fit(text: str, limit: int) -> str:
    """The text on one line, of at most `limit` code points, cut between graphemes with an ellipsis.

    Never empty: what cannot be seen becomes the ellipsis alone. The typed messages take whatever comes out.
    """
    return _fit_again(text, limit) if len(text) <= LONGEST_REMEMBERED else _fit(text, limit)


def _fit(text: str, limit: int) -> str:
    return _cut(SPACES.sub(" ", CONTROLS.sub(" ", HALVES.sub("\ufffd", text))).strip(), limit)


# The rows of a menu are the same for everybody.
LONGEST_REMEMBERED = 100
_fit_again = lru_cache(2048)(_fit)


def fit_body(text: str, limit: int = BODY) -> str:
    """The same for a body, whose line breaks stay."""
    lines = (CONTROLS.sub(" ", line).rstrip() for line in HALVES.sub("\ufffd", text).splitlines())
    return _cut("\n".join(lines).strip(), limit)


def plain(text: str) -> str:
    """What a customer typed, so that nothing of it acts in a message of ours (security list S36).

    Formatting marks become look-alikes, and no address can be tapped: a space follows each dot and scheme.
    """
    line = BIDI.sub("", fit(text, 4 * BODY)).translate(FORMATTING)
    return LINE_MARKS.sub("\u2060", SCHEME.sub(": ", DOT_OF_A_LINK.sub(r"\1 ", line)))


def _cut(text: str, limit: int) -> str:
    if is_blank(text):
        return ELLIPSIS
    if len(text) <= limit:
        return text
    kept = ""
    for grapheme in iter_graphemes(text):
        if len(kept) + len(grapheme) >= limit:
            break
        kept += grapheme
    return kept.rstrip() + ELLIPSIS
