"""Finding tower and flat where no word says which is which: `B-1203`, `1203 B`, `North 12`, `2 504`. Pure."""

from __future__ import annotations

from core.reading.pieces import Piece
from core.zones.draft import Draft, Sure, is_number, known_at
from core.zones.finding import is_glued_number, take_flat, take_tower
from core.zones.hints import ALONG, LEADING
from core.zones.towers import match_tower


def find_the_rest(draft: Draft) -> None:
    """Towers and flats without a word for them: `B-1203`, `1203 B`, `North 12`, `2 504`, `402A`, `G1 302`."""
    core = _core_of(draft)
    if not (draft.tower or draft.odd_tower):
        _find_plain_tower(draft, core)
    if not draft.flat:
        number = next((place for place in core if draft.number_at(place)), None)
        if number is not None:
            take_flat(draft, number)


def _core_of(draft: Draft) -> list[int]:
    """The free places that may name the home: not those of a hint, which begins with a place or an unknown word."""
    core: list[int] = []
    in_hint = False
    for place, piece in enumerate(draft.pieces):
        known = known_at(draft, place)
        pair = not draft.flat and known and draft.number_at(place + known)
        if not draft.is_free(place) or pair or (not draft.flat and not core and draft.comma_before(place)):
            in_hint = False
        if in_hint or not draft.is_free(place):
            continue
        if draft.number_at(place) or draft.letter_at(place) or known:
            core.append(place)
        elif not piece.means(*ALONG, *LEADING) and not draft.flat_word_at(place):
            in_hint = True
    return core


def _find_plain_tower(draft: Draft, core: list[int]) -> None:
    numbers = [place for place in core if draft.number_at(place)]
    named = [(place, found) for place in core if draft.is_free(place)
             and (found := match_tower(draft.pieces[place:], draft.towers)) is not None]  # fmt: skip
    letters = [(place, found) for place, found in named if not draft.number_at(place) and _is_apart(draft, place)]
    if {found.tower.name for _, found in letters}:
        if len({found.tower.name for _, found in letters}) == 1:
            place, found = letters[0]
            _take_plain(draft, place, found.length)
        return
    digits = [(place, found) for place, found in named if draft.number_at(place) and found.length == 1]
    if len(numbers) > 1 and digits:
        _take_plain(draft, digits[0][0], 1)
        return
    _find_odd_tower(draft, core, numbers)


def _is_apart(draft: Draft, place: int) -> bool:
    """Whether a letter is not the end of a flat's number: the one in `402A` is."""
    return not (draft.pieces[place].glued and place and is_number(draft.pieces[place - 1])) or is_glued_number(
        draft, place + 1
    )


def _take_plain(draft: Draft, place: int, length: int) -> None:
    """Take a tower that no word announces; it is sure when it is joined to the number, or a name."""
    first, last = draft.pieces[place], place + length
    after = draft.pieces[last] if last < len(draft.pieces) else None
    joined = after is not None and is_number(after) and _joined(draft, draft.pieces[last - 1], after)
    before = draft.pieces[place - 1] if place else None
    joined = joined or (before is not None and is_number(before) and _joined(draft, before, first))
    take_tower(draft, place, length)
    draft.raise_sure(Sure.WORD if joined or len(first.text) > 2 or length > 1 else Sure.LETTER)


def _joined(draft: Draft, one: Piece, other: Piece) -> bool:
    return draft.line[one.end : other.start].strip() in {"-", "/", "\u2013"} or one.end == other.start


def _find_odd_tower(draft: Draft, core: list[int], numbers: list[int]) -> None:
    """A letter before the number, or the first of two joined numbers: no tower of theirs, and so asked about."""
    for place in core:
        if draft.letter_at(place) and place + 1 in numbers and _is_apart(draft, place):
            _take_plain(draft, place, 2 if _is_glued_pair(draft, place, numbers) else 1)
            return
        if place in numbers and place + 1 in numbers and _joined(draft, draft.pieces[place], draft.pieces[place + 1]):
            _take_plain(draft, place, 1)
            return
        if place in numbers and _is_odd_pair(draft, place):
            _take_plain(draft, place, 2)
            return


def _is_glued_pair(draft: Draft, place: int, numbers: list[int]) -> bool:
    """`C2-701`."""
    return is_glued_number(draft, place + 1) and place + 2 in numbers


def _is_odd_pair(draft: Draft, place: int) -> bool:
    """`12A-1203`."""
    letter = draft.letter_at(place + 1) and draft.pieces[place + 1].glued
    return letter and draft.number_at(place + 2)
