"""The towers of an apartment society, and which of them somebody names. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from core.reading.lexicon import Lexicon
from core.reading.pieces import Piece, read_pieces
from core.reading.tokens import TokenKind

ALIKE, SHORTEST_ALIKE = 80, 4  # of 100; shorter names are alike by accident
Forms = frozenset[str]
LONGEST_ANSWER = 60
# What may stand around a tower's name when it is asked for.
AROUND = ("home.tower", "home.number", "home.intro", "courtesy", "answer.yes", "when.word", "clock.at")


@dataclass(frozen=True)
class Tower:
    """A tower by its name as the shop writes it, and the ways to write each word of it."""

    name: str
    ways: tuple[tuple[Forms, ...], ...]

    @property
    def is_number(self) -> bool:
        return all(form.isdigit() for form in self.ways[-1][0])


@dataclass(frozen=True)
class Named:
    """A tower that is named by `length` pieces."""

    tower: Tower
    length: int


def read_towers(names: Sequence[str], lexicon: Lexicon) -> tuple[Tower, ...]:
    """Towers from their names; of `G1, G2` the number alone names one as well, and `Tower 1` is 1."""
    written = [tuple(forms_of(piece) for piece in read_pieces(name, lexicon) if not piece.means("home.tower"))
               for name in names]  # fmt: skip
    alike = len({forms[0] for forms in written if forms}) == 1 and all(len(forms) > 1 for forms in written)
    return tuple(Tower(name, (forms, forms[1:]) if alike and len(written) > 1 else (forms,))
                 for name, forms in zip(names, written, strict=True) if forms)  # fmt: skip


def forms_of(piece: Piece, *, numbers: bool = False) -> Forms:
    """What a word may stand for in a name: itself, a letter or compass point; `two` is 2 only with `numbers`."""
    kinds = ("letter", "compass", "number", "ordinal") if numbers else ("letter", "compass")
    said = (piece.span.value(kind) for kind in kinds)
    text = piece.text.lstrip("0") if piece.kind is TokenKind.NUMBER else piece.text
    return frozenset({text or "0", *filter(None, said)})


def match_tower(pieces: Sequence[Piece], towers: Sequence[Tower], *, numbers: bool = False) -> Named | None:
    """The tower whose name the pieces begin with, the longest when there are several."""
    found = [Named(tower, len(way)) for tower in towers for way in tower.ways
             if len(way) <= len(pieces) and all(_fits(piece, forms, numbers) for piece, forms in
                                                zip(pieces, way, strict=False))]  # fmt: skip
    return max(found, key=lambda named: named.length, default=None)


def _fits(piece: Piece, forms: Forms, numbers: bool) -> bool:
    said = forms_of(piece, numbers=numbers)
    if said & forms:
        return True
    return any(len(word) >= SHORTEST_ALIKE and len(piece.text) >= SHORTEST_ALIKE and word.isalpha()
               and fuzz.ratio(piece.text, word) >= ALIKE for word in forms)  # fmt: skip


def name_tower(typed: str, names: Sequence[str], lexicon: Lexicon) -> int | None:
    """The place in the list of the tower that an answer to "which tower?" names, when it says nothing else."""
    towers = read_towers(names, lexicon)
    pieces = read_pieces(typed, lexicon) if len(typed) <= LONGEST_ANSWER else ()
    found = [(begin, named) for begin in range(len(pieces))
             if (named := match_tower(pieces[begin:], towers, numbers=True)) is not None]  # fmt: skip
    if len({named.tower.name for _, named in found}) != 1:
        return None
    begin, named = found[0]
    others = [place for place in range(len(pieces)) if not begin <= place < begin + named.length]
    refused = any(pieces[place].means("deny") and not (place and pieces[place - 1].means("home")) for place in others)
    only = not refused and all(pieces[place].means(*AROUND) for place in others)
    return list(names).index(named.tower.name) if only else None
