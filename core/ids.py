"""Everything random: ids, order codes, link tokens, keys. Nothing else in the shop throws dice."""

import base64
import secrets
import uuid

from core.reading.codes import CODE_LENGTH, CODE_LETTERS


def new_order_code() -> str:
    """Six letters and digits that cannot be mistaken for one another, nor for a word: at least one is a digit.

    There are 114 million of them.
    """
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        if any(letter.isdigit() for letter in code):
            return code


def new_token() -> str:
    """A 128-bit token for a link that opens without signing in, safe in a URL."""
    return secrets.token_urlsafe(16)


def new_browser_token() -> str:
    """A 256-bit secret that a browser keeps as its cookie."""
    return secrets.token_urlsafe(32)


def new_authenticator_secret() -> str:
    """160 bits for an authenticator app, in the letters that apps read (RFC 4226 §4)."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def new_login_word() -> str:
    """Eight letters and digits that are sent to us to sign in: one of 78,000 million."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def new_login_numbers() -> tuple[list[int], int]:
    """Three different numbers of two digits, and which of them the browser shows."""
    numbers = secrets.SystemRandom().sample(range(10, 100), 3)
    return numbers, secrets.choice(numbers)


def new_key() -> str:
    """An idempotency key that Razorpay takes: 36 characters of [0-9a-f-]."""
    return str(uuid.uuid4())


def new_suffix() -> str:
    """Six lower-case hex digits, to make a reference unique when its stem returns."""
    return secrets.token_hex(3)


def jitter(seconds: float) -> float:
    """Between half and one and a half of `seconds`, so that retries of many do not meet."""
    return seconds * (0.5 + secrets.randbelow(1001) / 1000)


def new_door_code() -> str:
    """Four digits that a customer says to the rider."""
    return f"{secrets.randbelow(10_000):04d}"
