"""What is said of the time where we ask for it, as people say it.

nahi, aaj shaam · ya tomorrow is fine · evening is better   → words that only lead up to it are passed over
kal subah, and then aaj hi                                  → what is named now, where the two fit no window together
earliest · sabse pehle wala · jab bhi ho sake               → the first that is open
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.clock import business_day
from core.reading.sentence import POLITE, Sentence, Span
from core.reading.times import Wish, read_wish
from core.settings import get_settings
from flows.ordering.said import kept, one_wish, parts_of
from flows.turn import Turn

LAST_HOUR = 24
ALONG = frozenset({"along", "when", "want", "do", "answer.yes", "change-slot", "command.change-slot"})
APPROVING = frozenset({"fits", "suits"})
# An English no before a day refuses it (`no sunday please`), unless it stands for itself.
NO_BY_ITSELF = re.compile(r"\s*no\s*[,.!]", re.IGNORECASE)


def wishes_said(turn: Turn, said: Sentence) -> tuple[Wish, ...]:
    """What a sentence says of the time, with what was said of it before; and where it names a day, by itself."""
    today = business_day(turn.now, get_settings().zone)
    now_said = read_wish(said, today) or _bare_hour(said) or _led_up_to(turn)
    if now_said is None:
        return ()
    together = one_wish(kept(turn).said.wish, now_said)
    return tuple(dict.fromkeys(wish for wish in (together, now_said if now_said.days else None) if wish))


def wants_the_soonest(turn: Turn) -> bool:
    return turn.said_as_line.is_only({"soonest"}, ALONG)


def _bare_hour(said: Sentence) -> Wish | None:
    """`7`, where a time is asked for: seven o'clock."""
    numbers = said.values("number")
    is_hour = said.is_only({"number"}, calm=POLITE) and len(numbers) == 1 and int(numbers[0]) <= LAST_HOUR
    return Wish(hours=((int(numbers[0]), None),)) if is_hour else None


def _led_up_to(turn: Turn) -> Wish | None:
    """A time and nothing else, among words that only lead up to it or approve of it."""
    meaning = turn.meaning
    told = parts_of(meaning)
    if told.kinds != 1 or told.wish is None or meaning.doubts:
        return None
    spans = turn.said_as_line.spans
    small = {span.words for place, span in enumerate(spans) if _is_small(turn, spans, place)}
    return told.wish if set(meaning.leftovers) <= small else None


def _is_small(turn: Turn, spans: Sequence[Span], place: int) -> bool:
    span, following = spans[place], spans[place + 1] if place + 1 < len(spans) else None
    if span.means({"away"}):
        return turn.meaning.when_not is not None  # `kal office hai, parson`
    if span.means({"is"}):
        return following is not None and following.means(APPROVING)
    if place:
        return False
    refuses = span.means({"deny.no"}) and (span.words != "no" or NO_BY_ITSELF.match(turn.said.typed) is not None)
    return refuses or span.words in {"ya", "yah"}
