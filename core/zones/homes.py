"""A home as people write it: tower, floor, flat, and a hint for the rider, in any order, with nothing left over. Pure.

towers.py     the society's own towers, and which of them is named
draft.py      a reading under way
finding.py    what words announce: `tower B`, `flat 1203`
guessing.py   what they do not: `B-1203`, `North 12`
hints.py      what else may stand there
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.names import clean_line
from core.reading.letters import LONGEST
from core.reading.lexicon import Lexicon, load_lexicon
from core.reading.pieces import read_pieces
from core.reading.tokens import TokenKind
from core.zones.draft import Draft, Role, Sure, text_of
from core.zones.finding import find_flat_by_word, find_floor, find_named_tower
from core.zones.guessing import find_the_rest
from core.zones.hints import find_hints
from core.zones.towers import read_towers

LONGEST_LINE = 120
SHORT_TOWER = 3  # letters of a tower that is written before its flat
DASHES = "-–−"
LONGEST_READ = 160  # enough to see that a line is a home, though too long a one
LONGEST_TYPED = 2 * LONGEST


class Missing(StrEnum):
    """What must be asked: SENSE when there is no home, or more than a home."""

    NOTHING = "nothing"
    TOWER = "tower"
    FLAT = "flat"
    SENSE = "sense"


@dataclass(frozen=True)
class Home:
    """A line read as a home. `tower` is the society's own name of it, `odd_tower` one that it does not have.

    `line` is what was typed, for the rider, without courtesy; `rest` the same without the tower; `core` without the
    hint. `floor` is None when nothing tells it. `leftovers` are the words that are no part of a home.
    """

    tower: str
    odd_tower: str
    floor: int | None
    flat: str
    line: str
    rest: str
    core: str
    leftovers: tuple[str, ...]
    missing: Missing
    sure: Sure

    @property
    def is_too_long(self) -> bool:
        return len(self.line) > LONGEST_LINE

    @property
    def is_unsure(self) -> bool:
        """Whether a home is in it, among words that are none: worth asking whether it is meant."""
        plain = self.sure is Sure.WORD or bool(self.tower and self.flat)
        return bool(self.leftovers and self.core) and plain


def tidy_home(typed: str) -> str:
    """What was typed on one line, one form of each letter, without what cannot be seen."""
    return clean_line(unicodedata.normalize("NFKC", " ".join(typed.split())[:LONGEST_TYPED]))


def read_home(typed: str, towers: Sequence[str], lexicon: Lexicon) -> Home:
    """Read `B-1203`, `1203 B wing`, `North 12`, `flat A ground floor`, `villa near gate 2` of a society's towers."""
    line = tidy_home(typed)
    draft = Draft(line, read_pieces(line[:LONGEST_READ], lexicon), read_towers(towers, lexicon))
    find_floor(draft)
    find_named_tower(draft)
    find_flat_by_word(draft)
    find_the_rest(draft)
    find_hints(draft)
    pass_over_pictures(draft)
    return _finish(draft)


def pass_over_pictures(draft: Draft) -> None:
    """A picture that means nothing to us (`🏠 B-1203`) only decorates a home; one that says no is left over."""
    for place, piece in enumerate(draft.pieces):
        if draft.is_free(place) and piece.kind is TokenKind.EMOJI and not piece.span.meanings:
            draft.roles[place] = Role.ALONG


def tower_and_flat(line: str, towers: tuple[str, ...]) -> tuple[str, str]:
    """What a line names of a home, as far as it does: a tower the society lacks is named as it was typed."""
    home = read_home(line, towers, load_lexicon())
    return home.tower or home.odd_tower, home.flat


def add_tower(home: Home, tower: str) -> str:
    """The line of a home with a tower that was asked for: `B-1203`, `North 12`, `B, flat 12 near lift`.

    Without anything else it is `tower 2`, because a bare `2` would be a flat.
    """
    if not home.rest:
        return f"tower {tower}"
    if not home.rest[:1].isdigit():
        return f"{tower}, {home.rest}"
    return f"{tower}-{home.rest}" if len(tower) <= 2 else f"{tower} {home.rest}"


def name_home(home: Home) -> str:
    """The line for the rider, its digits 0-9 as on the doors: a tower typed in its own way is the society's (`b-1203`
    and `बी १२०३` are `B-1203`)."""
    head = home.line.removesuffix(home.rest) if home.rest else ""
    typed = head.strip(f" {DASHES}")
    short = bool(home.tower) and 0 < len(typed) <= SHORT_TOWER and home.rest[:1].isdigit()
    named = add_tower(home, home.tower) if short and typed != home.tower else home.line
    return "".join(str(unicodedata.decimal(each, each)) for each in named)


def floor_of(flat: str) -> int | None:
    """Flat 1203 lies on floor 12, flat 504 on floor 5; two digits or fewer, and five, do not say."""
    digits = flat.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits[:-2]) if digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 4 else None


def _finish(draft: Draft) -> Home:
    kept = {Role.TOWER, Role.HOME, Role.HINT}
    leftovers = tuple(piece.text for piece, role in zip(draft.pieces, draft.roles, strict=True) if role is None)
    odd = draft.odd_tower if draft.towers else ""
    tower = draft.tower or ("" if draft.towers else draft.odd_tower)
    return Home(
        tower=tower,
        odd_tower=odd,
        floor=draft.floor if draft.floor is not None else floor_of(draft.flat),
        flat=draft.flat,
        # What was not read is kept, so that it is refused as too long and never cut.
        line=text_of(draft, kept) if len(draft.line) <= LONGEST_READ else draft.line,
        rest=text_of(draft, kept - {Role.TOWER}),
        core=text_of(draft, {Role.TOWER, Role.HOME}),
        leftovers=leftovers,
        missing=_missing(draft, leftovers),
        sure=draft.sure,
    )


def _missing(draft: Draft, leftovers: tuple[str, ...]) -> Missing:
    if leftovers or not any(role in {Role.HOME, Role.TOWER} for role in draft.roles):
        return Missing.SENSE
    asked = len(draft.towers) > 1 or draft.odd_tower
    if draft.towers and asked and not draft.tower:
        return Missing.TOWER
    return Missing.NOTHING if draft.has_home else Missing.FLAT
