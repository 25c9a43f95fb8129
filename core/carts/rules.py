"""Words that a browser shows and somebody sends us: their shape, and how they stand in a message. Pure.

A login's word (`core.logins.rules`) and a cart's (`core.carts.links`) differ by what stands before them.
"""

from __future__ import annotations

import hashlib
import re

CART_PREFIX = "CART"
# Only letters that we give (`core.ids`): `cart alphonso` holds no word.
LETTERS = "[34679ACDEFGHJKMNPQRTWXY]{4}"
LONGEST_MESSAGE = 120


def find_word(text: str, prefix: str) -> str | None:
    """The word after its prefix in a message, without its dash; None in a message that holds none, or several, or much
    else."""
    if len(text) > LONGEST_MESSAGE:
        return None
    found = re.findall(rf"\b{prefix}\W{{1,3}}({LETTERS})-?({LETTERS})\b", text.upper())
    return "".join(found[0]) if len(found) == 1 else None


def write_word(word: str) -> str:
    """`7KQ39XMF` as it is shown and sent: `7KQ3-9XMF`."""
    return f"{word[:4]}-{word[4:]}"


def hash_word(word: str) -> str:
    """What is kept of it: SHA-256 in hex. It lives for minutes and is one of 10¹⁰, so nothing slower is needed."""
    return hashlib.sha256(word.encode()).hexdigest()
