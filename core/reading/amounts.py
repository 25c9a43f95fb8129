"""How much somebody wants: a count or a fraction, what it counts, and whether it sets or adds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.reading.sentence import Sentence, Span

# What may stand around an amount without changing it.
AROUND = frozenset({"want", "do", "change", "times", "answer.yes"})
PARTS = frozenset({"number", "fraction", "unit", "variety", "pack"})


@dataclass(frozen=True)
class Amount:
    """So many `units` (`dozen`, `piece`, `kilo`, `gram`, `box`, `pack`; None: not said) of a variety (None: not said).

    `adds` is true for "2 more"; otherwise the amount is what there shall be.
    """

    count: Fraction
    unit: str | None = None
    variety: int | None = None
    adds: bool = False


def read_amount(sentence: Sentence) -> Amount | None:
    """The one amount that the sentence is, or None when there is none, there are several, or anything is left over.

    `do` is two, and Hindi for "give": two where it stands before a unit or a name, or alone; `3 kar do` is three.
    """
    if sentence.has("change.remove") or not sentence.is_only(PARTS, AROUND):
        return None
    counts = [count for place, span in enumerate(sentence.spans)
              if (count := _count(span, sentence.spans, place)) is not None]  # fmt: skip
    units, varieties = sentence.values("unit"), set(sentence.values("variety"))
    if len(units) > 1 or len(varieties) > 1 or any(_is_unclear(span) for span in sentence.spans):
        return None
    if not counts and units and sentence.has("want", "do", "courtesy.give", "courtesy.article", "variety"):
        counts = [Fraction(1)]
    count = _together(sentence, counts)
    if count is None:
        return None
    return Amount(count, units[0] if units else None, int(varieties.pop()) if varieties else None, is_more(sentence))


def _is_unclear(span: Span) -> bool:
    """One word that names two varieties."""
    return sum(meaning.startswith("variety.") for meaning in span.meanings) > 1


def _count(span: Span, spans: tuple[Span, ...], place: int) -> Fraction | None:
    fraction = span.value("fraction")
    if fraction is not None:
        return Fraction(fraction)
    number = span.value("number")
    if number is None or (span.means({"courtesy", "want", "change"}) and not _stands_as_number(spans, place)):
        return None
    return Fraction(int(number))


def _stands_as_number(spans: tuple[Span, ...], place: int) -> bool:
    """Whether a word that is also a courtesy (`do`, `one`) is a number here."""
    following = spans[place + 1] if place + 1 < len(spans) else None
    if following is not None and following.means({"unit", "variety", "pack", "change.only", "change.more"}):
        return True
    others = [span for index, span in enumerate(spans) if index != place and not span.means({"courtesy"})]
    return not others


def _together(sentence: Sentence, counts: list[Fraction]) -> Fraction | None:
    """One count; `2 1/2` is two and a half, `2 half dozens` are two halves, side by side only."""
    if len(counts) != 2:
        return counts[0] if len(counts) == 1 else None
    counting = [place for place, span in enumerate(sentence.spans) if span.means({"number", "fraction"})]
    fraction = sentence.spans[counting[1]]
    if len(counting) != 2 or counting[1] != counting[0] + 1 or not fraction.means({"fraction"}):
        return None
    return counts[0] + counts[1] if "/" in fraction.words else counts[0] * counts[1]


def is_more(sentence: Sentence) -> bool:
    """Whether it adds to what is there (`2 more`) instead of setting it."""
    return sentence.has("change.more") and not sentence.has("change.only")
