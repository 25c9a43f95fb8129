"""A line read: the longest known ways of saying in it, their meanings, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from core.reading.begging import BEGS, only_begs
from core.reading.lexicon import Lexicon, Way, in_latin, words_of
from core.reading.names import NO_NAMES, Names
from core.reading.tokens import Token, TokenKind, tokenise

DOUBLED = re.compile(r"(.)\1+")
LONG_ENOUGH = 5
MOST_TOKENS = 12  # no way of saying is longer
WHOLE = re.compile(r"[0-9]{1,4}")
# Words around an act that change nothing of it.
COURTESY = frozenset({"courtesy"})
# Those beside an act that cannot be taken back: who says good night, "good", or "send it", may mean the opposite.
POLITE = frozenset({"courtesy.please", "courtesy.address", "courtesy.thanks", "courtesy.article", "courtesy.emoji"})
# Plain agreement: `haan`, `ok kar do`, `go ahead`.
ASSENT = frozenset({"answer.yes", "do.it"})
# What a sentence is about, when we tell which part of it we understood.
CONTENT = frozenset({"answer", "do", "command", "pay", "change", "number", "unit", "day", "weekday", "month", "part",
                     "clock", "variety", "paid"})  # fmt: skip


AT_A_PLACE = ("par", "पर")  # behind a place; before a sentence it is a but
# What makes a sentence wait for its second half.
UNFINISHED = frozenset({"to", "toh", "तो", "bhi", "भी", "so", "too", "also", "te", "pan", "par"})
POINTING = frozenset({"wo", "woh", "vo", "ye", "yeh", "वो", "वह", "ये", "यह"})


@lru_cache(maxsize=8192)
def with_kinds(meanings: frozenset[str]) -> frozenset[str]:
    """Meanings together with their kinds: `pay.cash` and `pay`."""
    return meanings | {meaning.partition(".")[0] for meaning in meanings}


@dataclass(frozen=True)
class Span:
    """Some tokens that stand together and what they may mean; nothing, when nobody knows them."""

    words: str
    meanings: frozenset[str] = frozenset()

    def means(self, patterns: Collection[str]) -> bool:
        """Whether one of its meanings is among the patterns: a kind (`pay`) or one meaning of it (`pay.cash`)."""
        return not with_kinds(self.meanings).isdisjoint(patterns)

    def value(self, kind: str) -> str | None:
        """Its meaning within a kind, the least when there are several: `2` for `number.2`."""
        return min((meaning.partition(".")[2] for meaning in self.meanings if meaning.startswith(f"{kind}.")),
                   default=None)  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """What somebody typed, read. `typed` is as it came, `words` its tokens with single spaces."""

    typed: str
    words: str
    spans: tuple[Span, ...]

    def is_only(self, needs: Collection[str], along: Collection[str] = (), *, calm: Collection[str] = COURTESY) -> bool:
        """Whether the sentence is nothing but this: every span means one of `needs` or `along` or is a courtesy.

        At least one span means one of `needs`. Words that stop (no, if, what, ?) and unknown ones are neither, so
        they stop the act wherever they stand: this is the rule of all words that act.
        """
        allowed = {*needs, *along, *calm}
        if self.concedes:
            return False
        return all(span.means(allowed) for span in self.spans) and any(span.means(needs) for span in self.spans)

    def has(self, *patterns: str) -> bool:
        """Whether some span means one of the patterns. For showing, never for acting: use `is_only` for that."""
        return not self._known.isdisjoint(patterns)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset[str]().union(*(with_kinds(span.meanings) for span in self.spans))

    @cached_property
    def concedes(self) -> bool:
        """Whether it only admits that something is so: `haan hai to sahi`, `cash to hai`, `ok so`, `haan, lekin…` cut
        short. A being that stands by itself (`theek hai` is one way) or a filler at the end leaves the rest unsaid."""
        last = self.spans[-1].words if len(self.spans) > 1 else ""
        points = any(one.words in POINTING and to.words in ("to", "toh", "तो") for one, to in pairwise(self.spans))
        return (
            points
            or last in UNFINISHED
            or (len(self.spans) > 1 and any(span.words in words_of("being") for span in self.spans))
        )

    def values(self, kind: str) -> list[str]:
        """The meanings within a kind, in the order they stand."""
        return [value for span in self.spans if (value := span.value(kind)) is not None]

    @cached_property
    def understood(self) -> tuple[str, ...]:
        """The words that are about something, as typed; `leftovers` are those that stopped us."""
        return tuple(span.words for span in self.spans if span.means(CONTENT) and not span.means(COURTESY))

    @cached_property
    def leftovers(self) -> tuple[str, ...]:
        return tuple(span.words for span in self.spans if not span.meanings or span.means({"stop"}))


def read_sentence(typed: str, lexicon: Lexicon, names: Names = NO_NAMES) -> Sentence:
    """Read a line with the lexicon and the shop's own names: at each place the longest way wins.

    A name that is as long as a word of the lexicon adds its meaning to the word's; only names may be misspelt.
    """
    tokens = tokenise(typed)
    return Sentence(typed, " ".join(token.text for token in tokens), read_spans(tokens, lexicon, names))


def read_unasking(said: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence read without the ways to ask, whose longer words (`any offers`) may have swallowed others."""
    return read_sentence(said.typed, lexicon.unasking) if said.has("ask") else said


def read_spans(tokens: tuple[Token, ...], lexicon: Lexicon, names: Names = NO_NAMES) -> tuple[Span, ...]:
    """Tokens as spans; the words of a span, taken apart at spaces, are its tokens."""
    spans: list[Span] = []
    place = 0
    while place < len(tokens):
        span, length = _longest_way(tokens[place : place + MOST_TOKENS], lexicon, names)
        begs = bool(spans) and only_begs(spans[-1].meanings, span.meanings)
        spans.append(Span(span.words, frozenset({BEGS})) if begs else span)
        place += length
    return tuple(spans)


def _longest_way(tokens: tuple[Token, ...], lexicon: Lexicon, names: Names) -> tuple[Span, int]:
    firsts = {tokens[0].text, *undoubled((tokens[0].text,)), *in_latin((tokens[0].text,))}
    longest = max(max(lexicon.longest.get(first, 0), names.longest.get(first, 0)) for first in firsts)
    for length in range(min(longest, len(tokens)), 0, -1):
        way = tuple(token.text for token in tokens[:length])
        for spelt in dict.fromkeys((way, undoubled(way), in_latin(way) if length > 1 else way)):
            meanings = lexicon.ways.get(spelt, frozenset()) | names.ways.get(spelt, frozenset())
            if meanings:
                return Span(" ".join(way), meanings), length
    return _unknown(tokens[0], names), 1


@lru_cache(maxsize=8192)
def undoubled(way: Way) -> Way:
    """`yess` is `yes`, `haan` may be `haaan`: tried only when the words as typed are not known.

    Short words lose a consonant at their end alone: `see` is not `se`, and `too` is not `to`.
    """
    return tuple(_undouble(word) if word.isalpha() else word for word in way)


def _undouble(word: str) -> str:
    if len(word) >= LONG_ENOUGH:
        return DOUBLED.sub(r"\1", word)
    return word[:-1] if word[-1:] == word[-2:-1] and word[-1] not in "aeiou" else word


def _unknown(token: Token, names: Names) -> Span:
    if token.kind is TokenKind.NUMBER and WHOLE.fullmatch(token.text):
        return Span(token.text, frozenset({f"number.{int(token.text)}"}))
    return Span(token.text, names.alike(token.text) if token.kind is TokenKind.WORD else frozenset())
