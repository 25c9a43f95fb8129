"""Passwords by argon2id, as OWASP advises for a small machine (19 MiB, two passes); two at once, whoever knocks."""

from __future__ import annotations

import threading
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from core.credentials.rules import plain_password
from core.ids import new_browser_token

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = threading.Semaphore(2)


def hash_password(password: str) -> str:
    """What is kept of a password."""
    with _at_once:
        return HASHER.hash(plain_password(password))


def is_password(typed: str, kept: str | None) -> bool:
    """Whether it is the password. Call it outside any transaction: it takes some 30 ms, and as long without one kept,
    so that nobody learns by the time which names there are."""
    with _at_once:
        try:
            return HASHER.verify(kept or _nobodys(), plain_password(typed)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return HASHER.hash(new_browser_token())
