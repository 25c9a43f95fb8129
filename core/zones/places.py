"""Which apartment society a line names, spelt right, in part or nearly, and what else the line says. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from core.reading.letters import LONGEST
from core.reading.lexicon import Lexicon
from core.reading.pieces import Piece, read_pieces
from core.reading.tokens import TokenKind
from core.zones.homes import tidy_home
from core.zones.rules import fold

MOST_PIECES, LONGEST_NAME = 24, 5  # where a name is looked for, and its most words
ALIKE, SHORTEST_ALIKE = 78, 5
SHORTEST_PART = 3
BEFORE_A_NAME = ("clock.at", "clock.range", "when", "courtesy", "home.intro")
# Words of every day do not begin a name, whatever names begin with them.
COMMON = ("home", "courtesy", "stop", "deny", "answer", "want", "number", "when", "clock", "do", "measure")


@dataclass(frozen=True)
class Place:
    """A society: its `id`, its names, and what people write beside them (`also`: locality, postal code)."""

    id: int
    names: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundPlace:
    """The societies that may be meant, `rest` being the line without them.

    `exact` when the whole name stands there; `doubtful` when it stands behind a word such as `near`.
    """

    ids: tuple[int, ...]
    rest: str
    exact: bool
    doubtful: bool


@dataclass(frozen=True)
class _Match:
    place_id: int
    begin: int
    end: int
    worth: float
    exact: bool
    doubtful: bool


def find_places(typed: str, places: Sequence[Place], lexicon: Lexicon) -> FoundPlace | None:
    """The society named in a line, wherever in it; several when the line names several or a part of several."""
    line = tidy_home(typed)
    pieces = read_pieces(line[:LONGEST], lexicon)
    matches = _prefer_sure(_matches(pieces, places))
    if not matches:
        return None
    best = max(matches, key=lambda match: (match.worth, match.exact))
    same = [match for match in matches if (match.begin, match.end, match.worth, match.exact)
            == (best.begin, best.end, best.worth, best.exact)]  # fmt: skip
    others = [match for match in matches if match.exact and (match.end <= best.begin or match.begin >= best.end)
              and match.place_id not in {one.place_id for one in same}]  # fmt: skip
    ids = tuple(dict.fromkeys(match.place_id for match in [*same, *others]))
    also = {fold(word) for place in places if place.id in ids for word in place.also}
    gone = {place for match in [best, *others] for place in range(_begin_with(pieces, match.begin), match.end)}
    gone |= {place for place, piece in enumerate(pieces) if piece.text in also}
    return FoundPlace(ids, _without(line, pieces, gone), best.exact, best.doubtful)


def _prefer_sure(matches: list[_Match]) -> list[_Match]:
    """Those that are not only near by, when there are any; a part of a name that is near by is so as well."""
    beside = [match for match in matches if match.doubtful]
    sure = [match for match in matches
            if not any(one.begin <= match.begin and match.end <= one.end for one in beside)]  # fmt: skip
    return sure or beside


def _matches(pieces: Sequence[Piece], places: Sequence[Place]) -> list[_Match]:
    names = [(fold(name), place.id) for place in places for name in place.names]
    folded = [name for name, _ in names]
    found: list[_Match] = []
    for begin in range(min(len(pieces), MOST_PIECES)):
        for end in range(begin + 1, min(begin + LONGEST_NAME, len(pieces)) + 1):
            doubtful = _is_beside(pieces, begin, end)
            for index, worth, exact in _worth(pieces[begin:end], folded):
                found.append(_Match(names[index][1], begin, end, worth, exact, doubtful))
    return found


def _worth(run: Sequence[Piece], names: Sequence[str]) -> list[tuple[int, float, bool]]:
    """For each name that some words may be: its index, how much of it they say, and whether it is all of it.

    Letters that the name does not have count against it twice, so that no neighbour's word is taken along.
    """
    said = " ".join(piece.text for piece in run)
    exact = [(index, float(len(said)), True) for index, name in enumerate(names) if name == said]
    if exact or all(piece.means(*COMMON) or piece.kind is not TokenKind.WORD for piece in run):
        return exact
    if len(said) < SHORTEST_PART:
        return []
    parts = [(index, float(len(said)), False) for index, name in enumerate(names) if f" {said}" in f" {name}"]
    if parts or len(said) < SHORTEST_ALIKE or run[0].means(*COMMON) or run[-1].means(*COMMON):
        return parts
    alike = process.extract(said, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    return [(index, 3.0 * LCSseq.similarity(said, name) - 2 * len(said), False) for name, _, index in alike]


def _is_beside(pieces: Sequence[Piece], begin: int, end: int) -> bool:
    """`near Palm Grove`, `palm grove ke paas`: the home is somewhere else."""
    return any(piece.means("home.near") for piece in pieces[max(begin - 1, 0) : begin]) or any(
        piece.means("home.by") for piece in pieces[end : end + 1]
    )


def _begin_with(pieces: Sequence[Piece], begin: int) -> int:
    """From where a name is taken out: `at`, `in`, `to` before it go with it."""
    while begin and pieces[begin - 1].means(*BEFORE_A_NAME) and not pieces[begin - 1].means("stop", "deny"):
        begin -= 1
    return begin


def _without(line: str, pieces: Sequence[Piece], gone: set[int]) -> str:
    kept = [(place, piece) for place, piece in enumerate(pieces) if place not in gone]
    parts: list[str] = []
    last = -2
    for place, piece in kept:
        if place == last + 1:
            parts[-1] += line[pieces[last].end : piece.end]
        else:
            parts.append(line[piece.start : piece.end])
        last = place
    tail = line[pieces[-1].end :] if kept and last == len(pieces) - 1 else ""
    return ", ".join(parts) + tail
