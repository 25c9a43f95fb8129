"""What a word of a login is. Pure.

The word proves who sends it, and says nothing of who asked for it: somebody may have been handed a stranger's link. So
the browser shows a number beside the word, the chat offers three, and only who sees that browser knows which it is
(DOORS §4).
"""

from __future__ import annotations

from datetime import timedelta

from core.carts.rules import find_word as find_sent_word
from core.carts.rules import hash_word, write_word

__all__ = ["LASTS", "PREFIX", "find_word", "hash_word", "write_word"]

LASTS = timedelta(minutes=5)
PREFIX = "LOGIN"  # what stands before the word in the message, so that nobody sends it unknowingly


def find_word(text: str) -> str | None:
    """The word of a login in a message, without its dash (`core.carts.rules.find_word`)."""
    return find_sent_word(text, PREFIX)
