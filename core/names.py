"""What a person's name may contain when it is shown."""

import unicodedata
from itertools import islice

from wcwidth import iter_graphemes

LONGEST_NAME = 64
# Code points of one visible character: a family emoji has seven; more are marks piled up to spill over the lines.
LONGEST_CHARACTER = 16
LONGEST_READ = 4096
# Category Cf holds what turns text around (bidi) or hides in it; emoji and Indic scripts need only these two joiners.
JOINERS = {"\u200d", "\u200c"}


def clean_name(text: str) -> str:
    """A profile name fit to show: at most 64 characters as people count them, without controls (fault F103).

    Line breaks become spaces; bidi and other invisible controls go. Escaping is the page's business.
    """
    visible = "".join(" " if character.isspace() else character for character in text[:LONGEST_READ]
                      if _may_stay(character))  # fmt: skip
    shown = islice(iter_graphemes(" ".join(visible.split())), LONGEST_NAME)
    return "".join(character[:LONGEST_CHARACTER] for character in shown).strip()


def _may_stay(character: str) -> bool:
    return character.isspace() or character in JOINERS or unicodedata.category(character)[0] != "C"
