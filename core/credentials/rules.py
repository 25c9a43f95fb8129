"""What fits as a password, and which code of an authenticator somebody means. Pure."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from datetime import datetime, timedelta

import pyotp

from core.actor import Role

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200  # characters
SHORTEST_REST, FEW = 6, 3  # characters beside common words; kinds of them that are too few
# What people add a number to. Not a list of all leaked ones: those are tried at the door, which is limited and counted.
COMMON = (
    "jamango", "mangoes", "mango", "alphonso", "hapus", "kesar", "langra", "dasheri", "password", "passwort", "parola",
    "paasword", "welcome", "letmein", "admin", "founder", "manager", "secret", "iloveyou", "sunshine", "princess",
    "football", "cricket", "dragon", "monkey", "master", "shadow", "superman", "india", "bharat", "krishna", "ganesh",
    "shree", "omsairam", "sairam", "jaimatadi", "changeme", "default", "whatsapp", "login", "shop", "test", "user",
)  # fmt: skip
IN_A_ROW = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
ROWS = {row[at : at + 3] for line in IN_A_ROW for row in (line, line[::-1]) for at in range(len(row) - 2)}
STANDS_FOR = str.maketrans("@4301!5$7", "aaeolisst")
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
    """Long enough, also without what everybody tries first (NIST SP 800-63B): common words, however they are spelt, the
    shop's name, letters or numbers in a row, one again and again, a date or a phone number."""
    plain = plain_password(password)
    if not SHORTEST_PASSWORD <= len(plain) <= LONGEST_PASSWORD or len(set(plain)) <= FEW:
        return False
    return all(_is_hard(left) for left in (_without_the_common(spelt) for spelt in _spellings(plain)))


def _spellings(plain: str) -> tuple[str, str]:
    """As typed, and with the letters that signs and numbers stand for: `m@ng0` is `mango`."""
    folded = plain.casefold()
    return folded, folded.translate(STANDS_FOR)


def _without_the_common(spelt: str) -> str:
    """What is left of a password without common words and without three or more in a row."""
    for word in COMMON:
        spelt = spelt.replace(word, " ")
    known = [
        place
        for place in range(len(spelt) - 2)
        if spelt[place : place + 3] in ROWS or len(set(spelt[place : place + 3])) == 1
    ]
    gone = {place + step for place in known for step in range(3)}
    return "".join(letter for place, letter in enumerate(spelt) if place not in gone)


def _is_hard(left: str) -> bool:
    """Whether what is left is no mere number, and has letters enough of its own."""
    bare = [letter for letter in left if not letter.isspace()]
    return not all(letter.isdigit() for letter in bare) and len(bare) >= SHORTEST_REST and len(set(bare)) > FEW


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
