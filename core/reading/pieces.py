"""The words of a line together with where each stands in it, so that what was typed can be kept as it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from core.reading.lexicon import Lexicon
from core.reading.sentence import Span, read_spans
from core.reading.tokens import APOSTROPHES, Token, TokenKind, tokenise

JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True)
class Piece:
    """A span of a line and its place there: `line[start:end]` is what was typed. A `glued` one follows no space."""

    span: Span
    kind: TokenKind
    start: int
    end: int
    glued: bool = False

    @property
    def text(self) -> str:
        return self.span.words

    def means(self, *patterns: str) -> bool:
        return self.span.means(patterns)


def read_pieces(line: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """A line's spans in order, letters and digits apart: `B1203` is two pieces, the second glued to the first."""
    runs = list(_runs(line))
    spans = read_spans(tuple(token for token, _, _ in runs), lexicon)
    pieces: list[Piece] = []
    place = 0
    for span in spans:
        count = span.words.count(" ") + 1
        (token, start, _), (_, _, end) = runs[place], runs[place + count - 1]
        glued = bool(pieces) and pieces[-1].end == start and pieces[-1].kind is not TokenKind.SIGN
        pieces.append(Piece(span, token.kind, start, end, glued))
        place += count
    return tuple(pieces)


def _runs(line: str) -> Iterator[tuple[Token, int, int]]:
    start = 0
    for _, group in groupby(enumerate(line), key=lambda placed: _class_of(*placed)):
        length = len(list(group))
        for token in tokenise(line[start : start + length]):
            yield token, start, start + length
        start += length


def _class_of(place: int, letter: str) -> str:
    """What belongs together: a number, a word; any sign stands for itself."""
    kind = unicodedata.category(letter)
    if kind == "Nd":
        return "digits"
    return "word" if kind[0] in "LM" or letter in JOINERS or letter in APOSTROPHES else f"sign {place}"
