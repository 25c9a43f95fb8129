"""What a six-digit code of a login is, and when none is sent. Pure. (RELIABILITY S8 and S9)

The code is made of a seed that the sender needs and the shop's secret, so that no table and no message in waiting holds
it; what is kept to compare with is a hash that nobody can try out without that secret.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import timedelta

from core.requests.rules import Limit

DIGITS = 6
LASTS = timedelta(minutes=10)
TRIES = 5
CODE = re.compile(rf"\d{{{DIGITS}}}", re.ASCII)
INDIAN = re.compile(r"91\d{10}", re.ASCII)

# Each code costs money, and anybody can ask for one in anybody's name.
OF_A_NUMBER = (Limit("codes-number-minute", 1, timedelta(minutes=1)), Limit("codes-number-day", 5, timedelta(days=1)))
OF_AN_ADDRESS = Limit("codes-address", 10, timedelta(hours=1))
WHOLE_SHOP = "codes-shop"  # the limit of a day is the founder's setting

# Codes that are asked for and never used are somebody else's game: then the word remains, which costs nothing.
SAMPLE = 40  # of the last codes that are over
LEAST_SAMPLE = 20
LEAST_USED = 0.3


def code_of(secret: str, seed: str) -> str:
    """The six digits that a seed stands for."""
    mark = hmac.new(secret.encode(), f"login-code:{seed}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(mark[:8], 'big') % 10**DIGITS:0{DIGITS}}"


def hash_code(secret: str, session_id: int, code: str) -> str:
    """What is kept of a code that was asked for by a browser: hex of a keyed hash, another for each browser."""
    return hmac.new(secret.encode(), f"login-code:{session_id}:{code}".encode(), hashlib.sha256).hexdigest()


def is_indian(phone: str) -> bool:
    """Whether a number, as digits with its country, is one that codes are sent to."""
    return INDIAN.fullmatch(phone) is not None


def are_worth_it(asked: int, used: int) -> bool:
    """Whether codes are still sent when so many of the last ones that are over were used."""
    return asked < LEAST_SAMPLE or used >= asked * LEAST_USED
