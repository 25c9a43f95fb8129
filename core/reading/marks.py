"""A line taken apart for a reader of wholes: marks with their meanings, where each stands, and what took it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from core.reading.begging import BEGS, only_begs
from core.reading.book import Book
from core.reading.hearing import respelt
from core.reading.lexicon import Lexicon, Way, in_latin
from core.reading.likeness import divide, likest, likest_of_two
from core.reading.meaning import Sureness
from core.reading.sentence import MOST_TOKENS, undoubled, with_kinds
from core.reading.tokens import Placed, TokenKind, place_tokens

# What parts two thoughts of a line.
BREAK = re.compile(r"[,;|\n.!]|\s[-–]\s|/")


# What a mark went into; of each, `jamango understand` has a word for people.
Taker = Literal["", "along", "amount", "beside", "elsewhere", "home", "name", "no date", "note", "op", "pay", "phone",
                "place", "refused", "sum", "told", "tower", "variety", "when"]  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """Some tokens that stand together, what they may mean, and where: `line[start:end]`; `gap` stands before it."""

    words: str
    meanings: frozenset[str]
    kind: TokenKind
    start: int
    end: int
    gap: str = ""
    sureness: Sureness = Sureness.SURE

    def means(self, *patterns: str) -> bool:
        """Whether one of its meanings is among the patterns: a kind (`pay`) or one meaning of it (`pay.cash`)."""
        return not self.known.isdisjoint(patterns)

    @cached_property
    def known(self) -> frozenset[str]:
        """Its meanings with their kinds: asked for some seven hundred times a line."""
        return with_kinds(self.meanings)

    def values(self, kind: str) -> list[str]:
        return sorted(meaning.partition(".")[2] for meaning in self.meanings if meaning.startswith(f"{kind}."))

    def value(self, kind: str) -> str | None:
        return next(iter(self.values(kind)), None)

    @property
    def breaks(self) -> bool:
        """Whether a comma, a line's end or the like parts it from what is before."""
        return BREAK.search(self.gap) is not None

    @property
    def is_number(self) -> bool:
        return self.kind is TokenKind.NUMBER

    @property
    def glued(self) -> bool:
        return not self.gap


@dataclass
class Line:
    """A line being read: its marks, and for each what took it (`when`, `home`), empty while it is free."""

    text: str
    marks: list[Mark]
    book: Book
    taken: list[Taker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.taken = [""] * len(self.marks)

    def __len__(self) -> int:
        return len(self.marks)

    def is_free(self, place: int) -> bool:
        return 0 <= place < len(self.marks) and not self.taken[place]

    def at(self, place: int, *patterns: str) -> bool:
        """Whether a mark stands there, taken or not, that means one of the patterns."""
        return 0 <= place < len(self.marks) and not self.marks[place].known.isdisjoint(patterns)

    def free(self, place: int, *patterns: str) -> bool:
        return self.is_free(place) and not self.marks[place].known.isdisjoint(patterns)

    def take(self, begin: int, end: int, what: Taker) -> None:
        for place in range(max(begin, 0), min(end, len(self.marks))):
            if not self.taken[place]:
                self.taken[place] = what

    def places(self, *patterns: str) -> list[int]:
        """Where free marks stand that mean one of the patterns."""
        return [place for place in range(len(self.marks)) if self.free(place, *patterns)]

    def has(self, *patterns: str) -> bool:
        return not self.known.isdisjoint(patterns)

    @cached_property
    def known(self) -> frozenset[str]:
        """All meanings of all marks, with their kinds."""
        return frozenset[str]().union(*(mark.known for mark in self.marks))

    def said(self, begin: int, end: int) -> str:
        """What was typed there, as normalised."""
        return self.text[self.marks[begin].start : self.marks[end - 1].end]


def mark_line(line: str, book: Book) -> Line:
    """The marks of a line that `normalise` made: at each place the longest way of the lexicon or of a name."""
    typed = tuple(place_tokens(line))
    lexicon = book.tongues.facts_in([one.token.text for one in typed])
    spelt = respelt([one.token for one in typed], lexicon, book)
    placed = tuple(one._replace(token=token) for one, token in zip(typed, spelt, strict=True))
    marks = list(_marks(line, placed, lexicon, book))
    closing = [place + 1 >= len(marks) or marks[place + 1].breaks for place in range(len(marks))]
    closed = [_closing(mark) if ends and place else mark
              for place, (mark, ends) in enumerate(zip(marks, closing, strict=True))]  # fmt: skip
    return Line(line, _begging(closed), book)


def _begging(marks: list[Mark]) -> list[Mark]:
    begging = {place for place, (one, other) in enumerate(pairwise(marks), 1)
               if not other.breaks and only_begs(one.meanings, other.meanings)}  # fmt: skip
    return [replace(mark, meanings=frozenset({BEGS})) if place in begging else mark for place, mark in enumerate(marks)]


def _closing(mark: Mark) -> Mark:
    """What some words mean at the end of a thought: `nau hapus no more` refuses nothing, `acche the` is of the past."""
    if mark.means("end"):
        return replace(mark, meanings=frozenset({"end.word"}))
    return replace(mark, meanings=mark.meanings | {"past.past"}) if mark.words == "the" else mark


def _marks(line: str, placed: tuple[Placed, ...], lexicon: Lexicon, book: Book) -> Iterable[Mark]:
    place, before = 0, 0
    while place < len(placed):
        way, length, meanings = _longest(placed[place : place + MOST_TOKENS], lexicon, book)
        first, last = placed[place], placed[place + length - 1]
        gap = line[before : first.start] if place else ""
        if meanings or first.token.kind is not TokenKind.WORD:
            yield Mark(" ".join(way), meanings, first.token.kind, first.start, last.end, gap)
        elif (pair := _pair(placed[place : place + 2], book)) is not None:
            last, length = placed[place + 1], 2
            yield Mark(
                line[first.start : last.end], pair, first.token.kind, first.start, last.end, gap, Sureness.LIKELY
            )
        else:
            yield from _unknown(first, gap, lexicon, book)
        before = last.end
        place += length


def _pair(placed: tuple[Placed, ...], book: Book) -> frozenset[str] | None:
    """Two words that nobody knows as the name of one fruit: `imaam pasant`."""
    if len(placed) < 2 or placed[1].token.kind is not TokenKind.WORD:
        return None
    return likest_of_two(placed[0].token.text, placed[1].token.text, book)


def _longest(placed: tuple[Placed, ...], lexicon: Lexicon, book: Book) -> tuple[Way, int, frozenset[str]]:
    first = placed[0].token.text
    most = max(_most(longest, first) for longest in (lexicon.longest, book.varieties.longest, book.places.longest,
                                                     book.tongues.longest_strangers))  # fmt: skip
    for length in range(min(most, len(placed)), 0, -1):
        way = tuple(one.token.text for one in placed[:length])
        for spelt in dict.fromkeys((way, undoubled(way), in_latin(way) if length > 1 else way)):
            meanings = meanings_of(spelt, lexicon, book)
            if meanings:
                return way, length, meanings
    return (first,), 1, frozenset()


def _most(longest: Mapping[str, int], first: str) -> int:
    spelt = (first, *undoubled((first,)), *in_latin((first,)))
    return max(1, *(longest.get(one, 0) for one in spelt))


def meanings_of(way: Way, lexicon: Lexicon, book: Book) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    return (
        lexicon.ways.get(way, none)
        | book.varieties.ways.get(way, none)
        | book.places.ways.get(way, none)
        | book.tongues.strangers.get(way, none)
    )


# What stands behind a verb in Hindi, and is often written with it: `nikaldo`, `rakhdena`.
HELPERS = ("do", "de", "dena", "dijiye", "lo", "lena", "karo", "दो", "देना")


def _verb_run_together(word: str, lexicon: Lexicon) -> tuple[str, frozenset[str]] | None:
    for helper in HELPERS:
        way = (word.removesuffix(helper), helper)
        if word.endswith(helper) and len(way[0]) > 2 and (meanings := lexicon.ways.get(way)):
            return " ".join(way), meanings
    return None


def _unknown(placed: Placed, gap: str, lexicon: Lexicon, book: Book) -> Iterable[Mark]:
    """A word that nobody knows: words run together, a name that sounds alike or is nearly one, or nothing."""
    word, start = placed.token.text, placed.start
    if (verb := _verb_run_together(word, lexicon)) is not None:
        yield Mark(*verb, TokenKind.WORD, start, placed.end, gap)
        return
    if timely := lexicon.without_vowels(word):
        yield Mark(word, timely, TokenKind.WORD, start, placed.end, gap, Sureness.LIKELY)
        return
    parts = divide(word, lexicon, book)
    if parts:
        for part, meanings in parts:
            yield Mark(part, meanings, TokenKind.WORD, start, start + len(part), gap)
            start, gap = start + len(part), ""
        return
    meanings, sureness = likest(word, book)
    yield Mark(word, meanings, TokenKind.WORD, placed.start, placed.end, gap, sureness)
