"""What else stands in the line of a home: courtesy, and a hint for the rider that is kept whole. Pure.

Words that nobody knows are a hint only after a home was read, without a stop word or a word about something else.
After a bare number they must begin with a place (`near`, `gate`); after `b 1203` or `villa` they must hold one.
What says that the home itself is only near by (`next to B 1203`, `B 1203 ke saamne`) is none: that is another's home.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces import Piece
from core.zones.draft import Draft, Role, Sure, is_number, letter_of, says_which

ALONG = ("courtesy", "answer.yes", "home.intro", "home.flat")
LEADING = ("when", "clock.at", "clock.range", "want")  # `deliver to B-1203`: never before a bare number
HOMES = frozenset({Role.TOWER, Role.HOME})
IN_HINTS = ("courtesy", "home", "number", "letter", "compass", "ordinal", "clock.at", "clock.range", "when", "date")


def find_hints(draft: Draft) -> None:
    """Mark what goes along, and runs of other words that may be a hint for the rider."""
    place = 0
    while place < len(draft.pieces):
        end = place
        while draft.is_free(end):
            end += 1
        if end > place:
            _read_run(draft, place, end)
        place = max(end, place) + 1


def _read_run(draft: Draft, begin: int, end: int) -> None:
    leading = (*ALONG, *LEADING) if draft.sure > Sure.NUMBER and begin == 0 else ALONG
    while begin < end and draft.pieces[begin].means(*leading) and not draft.pieces[begin].means("home.hint"):
        draft.mark(begin, 1, Role.ALONG)
        begin += 1
    while end > begin and draft.pieces[end - 1].means(*ALONG) and not draft.pieces[end - 1].means("home.hint"):
        draft.mark(end - 1, 1, Role.ALONG)
        end -= 1
    run = draft.pieces[begin:end]
    if not run:
        return
    after_home = any(role in HOMES for role in draft.roles[:begin])
    starts, holds = run[0].means("home.hint"), any(piece.means("home.hint") for piece in run)
    enough = {Sure.NUMBER: starts and after_home, Sure.LETTER: holds, Sure.WORD: True}[draft.sure]
    may_be = _may_be_hint(run) and not _is_beside_the_home(draft, begin, end)
    if draft.has_home and enough and (after_home or starts) and may_be:
        draft.mark(begin, end - begin, Role.HINT)


def _is_beside_the_home(draft: Draft, begin: int, end: int) -> bool:
    """Whether a word of nearness stands right before tower or flat, or behind them where such words stand behind."""
    before = begin > 0 and draft.roles[begin - 1] in HOMES and draft.pieces[begin].means("home.by")
    follows = end < len(draft.pieces) and draft.roles[end] in HOMES and not draft.comma_before(end)
    return before or (follows and draft.pieces[end - 1].means("home.near"))


def _may_be_hint(run: Sequence[Piece]) -> bool:
    """Whether nothing in it stops, asks, speaks of something else or is a second home; `no` before a number counts."""
    return all(
        (not piece.span.meanings or piece.means(*IN_HINTS))
        and not (piece.means("stop", "measure", "unit", "deny") and not _counts(run, place))
        and not _is_other_home(run, place)
        for place, piece in enumerate(run)
    )


def _is_other_home(run: Sequence[Piece], place: int) -> bool:
    """`C-402`, unless a place has that name: `gate C-4`."""
    named = place > 0 and run[place - 1].means("home.hint")
    begins = letter_of(run[place]) is not None or is_number(run[place])
    return begins and not named and place + 1 < len(run) and is_number(run[place + 1])


def _counts(run: Sequence[Piece], place: int) -> bool:
    counts = run[place].means("home.number") and says_which(run, place)
    return counts and place + 1 < len(run) and is_number(run[place + 1])
