"""A home being read: what each piece of the line is taken for, and what was found so far. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from core.reading.pieces import Piece
from core.reading.tokens import TokenKind
from core.zones.towers import Tower, match_tower

MOST_DIGITS = 5  # of a flat
MINUS = "-\u2212\u2013"
LONGEST_NUMBER = 2  # of a tower


class Role(StrEnum):
    TOWER = "tower"
    HOME = "home"
    HINT = "hint"
    ALONG = "along"


class Sure(IntEnum):
    """How plainly something is a home: a bare number; a letter beside one, or a villa; a word, a dash, a name."""

    NUMBER = 0
    LETTER = 1
    WORD = 2


@dataclass
class Draft:
    """A reading under way: what each piece is, and what was found."""

    line: str
    pieces: tuple[Piece, ...]
    towers: tuple[Tower, ...]
    roles: list[Role | None] = field(default_factory=list)
    tower: str = ""
    odd_tower: str = ""
    floor: int | None = None
    flat: str = ""
    whole: bool = False
    sure: Sure = Sure.NUMBER

    def __post_init__(self) -> None:
        self.roles = [None] * len(self.pieces)

    def is_free(self, place: int) -> bool:
        return 0 <= place < len(self.pieces) and self.roles[place] is None

    def means_at(self, place: int, meaning: str) -> bool:
        return 0 <= place < len(self.pieces) and self.pieces[place].means(meaning)

    def number_at(self, place: int) -> bool:
        """Whether a number that may be a flat's, a floor's or a tower's stands there, not taken yet."""
        return self.is_free(place) and is_number(self.pieces[place]) and not self.is_below_one(place)

    def is_below_one(self, place: int) -> bool:
        """Whether it is 0, or -1: a sign that joins it to nothing before it. No door has such a number."""
        piece = self.pieces[place]
        before = self.line[: piece.start].rstrip(MINUS)
        is_negative = before != self.line[: piece.start] and (not before.strip() or before.rstrip().endswith(","))
        return is_negative or not piece.text.strip("0")

    def letter_at(self, place: int) -> bool:
        return self.is_free(place) and letter_of(self.pieces[place]) is not None

    def flat_word_at(self, place: int) -> bool:
        """`flat`, `house`, `no.`; a bare `no` is a refusal, unless it stands in `flat no 12`."""
        if not self.is_free(place):
            return False
        piece = self.pieces[place]
        return piece.means("home.flat") or (piece.means("home.number") and not self.refuses_at(place))

    def refuses_at(self, place: int) -> bool:
        dotted = self.line[self.pieces[place].end :].startswith(".")
        return self.pieces[place].means("deny") and not dotted and not says_which(self.pieces, place)

    def comma_before(self, place: int) -> bool:
        if not 0 < place < len(self.pieces):
            return False
        return "," in self.line[self.pieces[place - 1].end : self.pieces[place].start]

    def mark(self, begin: int, length: int, role: Role) -> None:
        self.roles[begin : begin + length] = [role] * length

    def raise_sure(self, sure: Sure) -> None:
        self.sure = max(self.sure, sure)

    @property
    def has_home(self) -> bool:
        return bool(self.flat or self.whole)


def says_which(pieces: Sequence[Piece], place: int) -> bool:
    """Whether `no` counts, because a word of a home is before it: `tower no B`, `gate no 2`."""
    return place > 0 and pieces[place - 1].means("home")


def names_a_tower(draft: Draft, place: int) -> bool:
    """Whether what stands there may be what a tower is called: a letter, a short number, north."""
    if not draft.is_free(place):
        return False
    piece = draft.pieces[place]
    short = is_number(piece) and len(piece.text) <= LONGEST_NUMBER
    return letter_of(piece) is not None or short or piece.means("compass")


def known_at(draft: Draft, place: int) -> int:
    """How many pieces from there name a tower of the society; 0 when none do."""
    if not draft.is_free(place):
        return 0
    named = match_tower(draft.pieces[place:], draft.towers, numbers=True)
    free = named is not None and all(draft.is_free(place + step) for step in range(named.length))
    return named.length if named and free else 0


def text_of(draft: Draft, roles: set[Role]) -> str:
    """The line without the pieces of other roles; what stands between two that stay is kept as it was typed."""
    parts: list[str] = []
    last: int | None = None
    for place, (piece, role) in enumerate(zip(draft.pieces, draft.roles, strict=True)):
        if role not in roles:
            continue
        if last == place - 1 and parts:
            parts[-1] += draft.line[draft.pieces[place - 1].end : piece.end]
        else:
            parts.append(draft.line[piece.start : piece.end])
        last = place
    return " ".join(part for part in parts if part)


def is_number(piece: Piece) -> bool:
    return piece.kind is TokenKind.NUMBER and len(piece.text) <= MOST_DIGITS and piece.text.isdigit()


def letter_of(piece: Piece) -> str | None:
    """The letter that a piece is, in either script."""
    if len(piece.text) == 1 and piece.text.isascii() and piece.text.isalpha():
        return piece.text
    return piece.span.value("letter")


def count_of(piece: Piece) -> int | None:
    value = piece.span.value("number") or piece.span.value("ordinal")
    return int(value) if value is not None else None
