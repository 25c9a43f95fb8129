"""What fits as a password, and which code of an authenticator somebody means. Pure."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from datetime import datetime, timedelta

import pyotp

from core.actor import Role

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200  # characters
LINK_LASTS = timedelta(hours=24)
# Who signs in at the office; a rider and a stall keeper have doors of their own.
OF_THE_OFFICE = frozenset({Role.FOUNDER, Role.MANAGER, Role.PACKER})
WITH_AUTHENTICATOR = frozenset({Role.FOUNDER, Role.MANAGER})
STEP_SECONDS = 30
# A phone whose clock is half a minute off is nobody else's.
STEPS_NEARBY = (0, -1, 1)
RECOVERY_CODES = 10
RECOVERY_LETTERS = "34679ACDEFGHJKMNPQRTWXY"  # nothing that can be mistaken for another


def plain_password(typed: str) -> str:
    """As it is hashed: one way of writing for what looks the same on every keyboard."""
    return unicodedata.normalize("NFKC", typed)


def fits(password: str) -> bool:
    """Long enough, and not one letter again and again: length is what counts (NIST SP 800-63B)."""
    plain = plain_password(password)
    return SHORTEST_PASSWORD <= len(plain) <= LONGEST_PASSWORD and len(set(plain)) > 3


def bare_code(typed: str) -> str:
    """`123 456` as `123456`, `abcde-fghjk` as `ABCDEFGHJK`."""
    return "".join(letter for letter in plain_password(typed).upper() if letter.isalnum())


def phones_meant(typed: str) -> list[str]:
    """The numbers that somebody may mean who signs in: as typed, and with the country that ten digits leave out."""
    digits = "".join(str(int(letter)) for letter in plain_password(typed) if letter.isdecimal())
    if any(letter.isalpha() for letter in typed) or not 8 <= len(digits) <= 15:
        return []
    return [digits, f"91{digits[-10:]}"]


def find_step(secret: str, typed: str, now: datetime) -> int | None:
    """The half minute whose code was typed (RFC 6238), among this one and its neighbours; None for any other code."""
    app = pyotp.TOTP(secret, interval=STEP_SECONDS)
    step, code = app.timecode(now), bare_code(typed).encode()
    for nearby in STEPS_NEARBY:
        if hmac.compare_digest(app.generate_otp(step + nearby).encode(), code):
            return step + nearby
    return None


def address_for_app(secret: str, *, name: str, shop: str) -> str:
    """What an authenticator app reads from the picture."""
    return pyotp.TOTP(secret, interval=STEP_SECONDS).provisioning_uri(name=name, issuer_name=shop)


def recovery_codes(secret: str, edition: int) -> list[str]:
    """The codes that stand in for a lost phone, made from its secret: who could make them has that already.

    Each edition has ten, of 45 bits each, which are tried at the door one by one.
    """
    return [_recovery_code(secret, edition, number) for number in range(RECOVERY_CODES)]


def _recovery_code(secret: str, edition: int, number: int) -> str:
    digest = int.from_bytes(hmac.new(secret.encode(), f"recovery:{edition}:{number}".encode(), hashlib.sha256).digest())
    letters = []
    for _ in range(10):
        digest, letter = divmod(digest, len(RECOVERY_LETTERS))
        letters.append(RECOVERY_LETTERS[letter])
    return "".join(letters)


def hash_link(token: str) -> str:
    """What is kept of a link: SHA-256 in hex, for its secret has 128 bits of its own."""
    return hashlib.sha256(token.encode()).hexdigest()
