"""What a word of a login is. Pure.

The word proves who sends it, and says nothing of who asked for it: somebody may have been handed a stranger's link. So
the browser shows a number beside the word, the chat offers three, and only who sees that browser knows which it is
(DOORS §4).
"""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

LASTS = timedelta(minutes=5)
PREFIX = "LOGIN"  # what stands before the word in the message, so that nobody sends it unknowingly
WORD = re.compile(r"(?<![A-Z0-9])([A-Z0-9]{4})-?([A-Z0-9]{4})(?![A-Z0-9])")
LONGEST_MESSAGE = 120


def find_word(text: str) -> str | None:
    """The word in a message, without its dash; None in a message that holds none, or several, or much else."""
    if len(text) > LONGEST_MESSAGE or PREFIX not in text.upper():
        return None
    found = ["".join(parts) for parts in WORD.findall(text.upper())]
    return found[0] if len(found) == 1 else None


def write_word(word: str) -> str:
    """`7KQ39XMF` as it is shown and sent: `7KQ3-9XMF`."""
    return f"{word[:4]}-{word[4:]}"


def hash_word(word: str) -> str:
    """What is kept of it: SHA-256 in hex. It lives five minutes and is one of 10¹⁰, so nothing slower is needed."""
    return hashlib.sha256(word.encode()).hexdigest()
