"""Ids shaped like the real ones, and the dice of the trouble switches. Only this module is random."""

from __future__ import annotations

import base64
import secrets

_PLAIN = bytes.maketrans(b"+/", b"Az")
_dice = secrets.SystemRandom()


def alphanumerics(length: int) -> str:
    """So many letters and digits, case-sensitive."""
    drawn = base64.b64encode(secrets.token_bytes(length)).translate(_PLAIN)
    return drawn[:length].decode()


def wamid() -> str:
    """The id of a WhatsApp message."""
    return f"wamid.HBgM{alphanumerics(44)}=="


def user_id(country: str = "IN") -> str:
    """A business-scoped user id."""
    return f"{country}.{alphanumerics(20)}"


def numeric() -> str:
    """An id of a Graph object: template, media."""
    return str(10**14 + secrets.randbelow(9 * 10**14))


def trace_id() -> str:
    """What Meta calls `fbtrace_id`."""
    return f"A{alphanumerics(22)}"


def razorpay(prefix: str) -> str:
    """`prefix_` and 14 letters and digits."""
    return f"{prefix}_{alphanumerics(14)}"


def event_id() -> str:
    """The id of a Razorpay webhook."""
    return alphanumerics(14)


def bank_reference() -> str:
    """The 12 digits a bank gives a transfer."""
    return str(10**11 + secrets.randbelow(9 * 10**11))


def happens(probability: float) -> bool:
    """Throw the dice: true with this probability."""
    return probability >= 1 or (probability > 0 and _dice.random() < probability)
