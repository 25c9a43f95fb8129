"""Whether a no stands in a line that what was read of it does not explain. Pure.

nahi 2 kar do · 3 nahi 2 · sunday nahi saturday · kesar nahi langra   → explained: an answer, a correction, a swap
not 2 · 3 mat karo · kal shaam ghar pe nahi hu · kesar mat hatana     → not: what was read is what they refuse
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from core.reading.meaning import Change, Doubt, Intent, Meaning
from core.reading.sentence import Sentence, Span

NUMBERS = frozenset({"number", "fraction"})
COUNTS = NUMBERS | {"unit"}
# What may stand between a no and the number that it refuses: `do not make it 3`, `2 dozen kar do nahi`.
BETWEEN = frozenset({"unit", "change", "make", "do", "want", "thing", "courtesy", "back"})


def is_denied(meaning: Meaning, said: Sentence, line: Sentence) -> bool:
    """`said` is the line read with the lexicon alone, `line` the same with the words that only whole lines hold."""
    removes = any(item.change is Change.REMOVE for item in meaning.items)
    if removes and refuses_removal(line):
        return True
    answers = meaning.intent is Intent.PART and not meaning.leftovers  # what else refuses is left over
    replaces = removes or any(item.instead_of is not None for item in meaning.items)
    is_explained = meaning.intent is Intent.CHANGE or meaning.when_not is not None or replaces or answers
    if Doubt.NEGATION in meaning.doubts or (said.has("deny") and not is_explained):
        return True
    return not replaces and (_denies_its_time(meaning, line.spans) or _denies_its_numbers(meaning, line.spans))


def refuses_removal(said: Sentence) -> bool:
    """`do not remove the kesar`, `kesar mat hatao`, `kesar hatana mat`: a no beside the word that takes out."""
    spans = [span for span in said.spans if not span.means({"courtesy"})]
    return any(_refuses(one, other) or _refuses(other, one) for one, other in pairwise(spans))


def _refuses(one: Span, other: Span) -> bool:
    return one.means({"deny"}) and other.means({"change.remove", "remove"})


def _denies_its_time(meaning: Meaning, spans: Sequence[Span]) -> bool:
    """`kal shaam ghar pe nahi hu`: a no, or a word for being away, that no number before it explains (`3 nahi 2`)."""
    if meaning.when is None or meaning.when_not is not None:
        return False
    away = any(span.means({"away"}) for span in spans)
    return away or any(not (place and spans[place - 1].means(COUNTS)) for place in _denials(spans))


def _denies_its_numbers(meaning: Meaning, spans: Sequence[Span]) -> bool:
    """`not 2`, `do not make it 3`, `3 mat karo`: the only number beside a no is one that was read."""
    read = {item.count for item in meaning.items}
    for place in _denials(spans):
        before, after = _number(reversed(spans[:place])), _number(spans[place + 1 :])
        beside = {number for number in (before, after) if number is not None}
        if len(beside) == 1 and beside <= read:
            return True
    return False


def _denials(spans: Sequence[Span]) -> list[int]:
    """Where a no stands; one before all else answers what was asked, and the one in `flat no 12` counts."""
    return [place for place, span in enumerate(spans)
            if span.means({"deny"}) and not (place == 0 and span.means({"deny.no"}))
            and not (place and span.means({"home.number"}) and spans[place - 1].means({"home"}))]  # fmt: skip


def _number(spans: Iterable[Span]) -> Fraction | None:
    """The first number of some spans, before anything that does not go with it."""
    for span in spans:
        if span.means(NUMBERS):
            return Fraction(span.value("number") or span.value("fraction") or 0)
        if not span.means(BETWEEN):
            return None
    return None
