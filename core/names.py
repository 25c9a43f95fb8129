"""What a person's name, or a line that somebody typed, may contain when it is shown."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count, islice

from wcwidth import iter_graphemes

LONGEST_NAME = 64
# Code points of one visible character: a family emoji has seven; more are marks piled up to spill over the lines.
LONGEST_CHARACTER = 16
LONGEST_READ = 4096
LONGEST_SLUG = 40
# Category Cf holds what turns text around (bidi) or hides in it; emoji and Indic scripts need only these two joiners.
JOINERS = {"\u200d", "\u200c"}


def clean_name(text: str) -> str:
    """A profile name fit to show: at most 64 characters as people count them, without controls (fault F103).

    Line breaks become spaces; bidi and other invisible controls go. Escaping is the page's business.
    """
    shown = islice(iter_graphemes(clean_line(text)), LONGEST_NAME)
    return "".join(character[:LONGEST_CHARACTER] for character in shown).strip()


def clean_line(text: str) -> str:
    """What somebody typed, on one line with single spaces and without controls: a note, a home."""
    visible = (" " if character.isspace() else character for character in text[:LONGEST_READ] if _may_stay(character))
    return " ".join("".join(visible).split())


def slug_of(name: str, taken: Collection[str], otherwise: str) -> str:
    """A name as it stands in an address, `imam-pasand`, with a number when another has it; `otherwise` without letters
    of ASCII."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or otherwise
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(slug for slug in numbered if slug not in taken)


def _may_stay(character: str) -> bool:
    return character.isspace() or character in JOINERS or unicodedata.category(character)[0] != "C"
