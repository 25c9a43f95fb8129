"""Finding floor, tower and flat where a word says which is which: `12th floor`, `tower B`, `flat 1203`. Pure."""

from __future__ import annotations

from core.zones.draft import Draft, Role, Sure, count_of, known_at, letter_of, names_a_tower
from core.zones.towers import match_tower


def find_floor(draft: Draft) -> None:
    for place, piece in enumerate(draft.pieces):
        if piece.means("home.ground"):
            draft.floor, draft.whole = 0, True
            draft.mark(place, 1, Role.HOME)
            draft.raise_sure(Sure.LETTER)
        elif piece.means("home.floor"):
            draft.mark(place, 1, Role.HOME)
            _take_floor(draft, place)
        elif piece.means("home.whole") and not (piece.means("home.flat") and has_target(draft, place + 1)):
            draft.whole = True
            draft.mark(place, 1, Role.HOME)
            draft.raise_sure(Sure.LETTER)


def _take_floor(draft: Draft, place: int) -> None:
    """`12th floor`, `third floor`, `floor 12`."""
    begin = place - 1
    if draft.is_free(begin) and draft.pieces[begin].means("date.word"):
        begin -= 1
    if not draft.is_free(begin) or count_of(draft.pieces[begin]) is None:
        begin = place + 1
    floor = count_of(draft.pieces[begin]) if draft.is_free(begin) else None
    if floor is not None and floor < 100:
        draft.floor = floor
        draft.mark(min(begin, place), abs(place - begin) + 1, Role.HOME)
        draft.raise_sure(Sure.WORD)


def find_named_tower(draft: Draft) -> None:
    """`tower B`, `B wing`, `block no 3`: of two neighbours the one that is a tower, and a letter before a number."""
    for place, piece in enumerate(draft.pieces):
        if not piece.means("home.tower") or not draft.is_free(place) or _passes_by(draft, place):
            continue
        draft.mark(place, 1, Role.TOWER)
        begin, length = _best_neighbour(draft, place)
        if length:
            take_tower(draft, begin, length)
            draft.raise_sure(Sure.WORD)


def _passes_by(draft: Draft, place: int) -> bool:
    """`opposite C wing`, `C wing ke saamne`: a tower that only tells where the home is, marked as a hint."""
    before, after = place - names_a_tower(draft, place - 1), place + 1 + names_a_tower(draft, place + 1)
    for begin, end in ((before, place + 1), (place, after)):
        if draft.means_at(begin - 1, "home.near") or draft.means_at(end, "home.by"):
            draft.mark(begin, end - begin, Role.HINT)
            return True
    return False


def _best_neighbour(draft: Draft, place: int) -> tuple[int, int]:
    after = place + 1
    while draft.flat_word_at(after) and draft.pieces[after].means("home.number"):
        draft.mark(after, 1, Role.TOWER)
        after += 1
    behind = known_at(draft, after)
    before = next(((begin, length) for begin in (place - 2, place - 1)
                   if (length := known_at(draft, begin)) == place - begin), (0, 0))  # fmt: skip
    if behind and before[1] and draft.number_at(after) and not draft.number_at(before[0]):
        return before
    if behind:
        return after, behind
    if before[1]:
        return before
    return _odd_neighbour(draft, place - 1, after)


def _odd_neighbour(draft: Draft, before: int, after: int) -> tuple[int, int]:
    """A letter or a short number beside the word: a tower that the society does not have."""
    for place in (before, after):
        if draft.letter_at(place):
            glued = draft.number_at(place + 1) and draft.pieces[place + 1].glued and place == after
            short = glued and len(draft.pieces[place + 1].text) == 1
            return place, 2 if short else 1
    return next(((place, 1) for place in (after, before)
                 if draft.number_at(place) and len(draft.pieces[place].text) <= 2), (0, 0))  # fmt: skip


def take_tower(draft: Draft, begin: int, length: int) -> None:
    named = match_tower(draft.pieces[begin : begin + length], draft.towers, numbers=True)
    if named is not None and named.length == length and not draft.tower:
        draft.tower = named.tower.name
    elif named is None and not draft.odd_tower:
        last = draft.pieces[begin + length - 1]
        draft.odd_tower = draft.line[draft.pieces[begin].start : last.end].upper()
    elif named is not None and named.tower.name != draft.tower:
        return
    draft.mark(begin, length, Role.TOWER)


def has_target(draft: Draft, place: int) -> bool:
    """Whether a number or letter follows, behind `no.` too; `no, 5` is a refusal."""
    while draft.flat_word_at(place):
        place += 1
    refused = draft.pieces[place - 1].means("deny") and draft.comma_before(place)
    return not refused and (draft.number_at(place) or draft.letter_at(place))


def find_flat_by_word(draft: Draft) -> None:
    """`flat 1203`, `no. 12`, `flat A`; of `flat B-1203` the letter is the tower's."""
    for place in range(len(draft.pieces)):
        if not draft.flat_word_at(place) or not has_target(draft, place + 1):
            continue
        target = place + 1
        while draft.flat_word_at(target):
            target += 1
        draft.mark(place, target - place, Role.HOME)
        draft.raise_sure(Sure.WORD)
        if draft.flat:
            continue
        if draft.number_at(target):
            take_flat(draft, target)
        elif not (draft.number_at(target + 1) or known_at(draft, target) > 1):
            draft.flat = (letter_of(draft.pieces[target]) or "").upper()
            draft.mark(target, 1, Role.HOME)


def take_flat(draft: Draft, place: int) -> None:
    """A number, and the letter glued to it: `402A`."""
    length = 1
    draft.flat = draft.pieces[place].text
    if draft.letter_at(place + 1) and draft.pieces[place + 1].glued and not is_glued_number(draft, place + 2):
        draft.flat += (letter_of(draft.pieces[place + 1]) or "").upper()
        length = 2
    draft.mark(place, length, Role.HOME)


def is_glued_number(draft: Draft, place: int) -> bool:
    return draft.number_at(place) and draft.pieces[place].glued
