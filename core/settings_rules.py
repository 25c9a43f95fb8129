"""What makes a setting unfit: a secret that others can guess, an address that leads nowhere, a name that is none. Pure.

Nothing here repeats a value in its sentences: it may be a secret.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from urllib.parse import SplitResult, urlsplit

DEVELOPMENT_SECRET = "development-only"  # noqa: S105 - refused in production
# What stands in this repository is known to everybody: the demo's secrets and the simulator's.
PUBLISHED = (DEVELOPMENT_SECRET, "pretend-", "simulated-")
FEWEST_CHARACTERS = 5  # different ones
MOST_EXTRAS = 8  # digits and signs around words that everybody uses: or as many as there are letters
# What people and examples write where a secret should be. A secret of nothing but these is none.
COMMON_WORDS = (
    "a abc access admin an api app asdf bar baz business change default demo dev development dummy enter example "
    "fill foo goes guess hello here hub hunter id in insert is it jamango key letmein long mango mangoes me meta "
    "must my new none not null of old one our pass password phrase placeholder please pre prod production put "
    "qwerty qwertyuiop random razorpay replace root safe sample secret secrets secure set shop sign signing some "
    "something staging string super temp temporary test testing text the this to todo token top unset value verify "
    "very webhook webhooks welcome whatsapp with word world x xyz you your yours zxcv "
)
NOTHING_BUT_COMMON_WORDS = re.compile(f"(?:{'|'.join(COMMON_WORDS.split())})*")
LOOK_ALIKES = str.maketrans("0134578@$!", "oieastbasi")
HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+", re.IGNORECASE)


def is_weak(secret: str, shortest: int) -> bool:
    """Whether a secret is short, published, made of a few characters again and again, or a placeholder."""
    stripped = secret.strip()
    if len(stripped) < shortest or stripped.lower().startswith(PUBLISHED):
        return True
    return _is_monotonous(stripped.lower()) or _is_placeholder(stripped.lower())


def _is_monotonous(secret: str) -> bool:
    """`aaaaaaaa`, `abcabcabcabc`, `1234567890`, `abcdefgh`."""
    size = len(secret)
    repeats = any(secret == (secret[:unit] * size)[:size] for unit in range(1, size // 2 + 1))
    steps = sum(abs(ord(one) - ord(other)) <= 1 for one, other in pairwise(secret))
    return repeats or len(set(secret)) < FEWEST_CHARACTERS or steps >= (size - 1) * 0.7


def _is_placeholder(secret: str) -> bool:
    """`your-app-secret`, `Passw0rd123`: words that everybody uses, and not much beside them."""
    ends = (r"$", r"[\W_]+$", r"[\W\d_]+$")
    for spelt in (secret, *(re.sub(end, "", secret).translate(LOOK_ALIKES) for end in ends)):
        letters = re.sub("[^a-z]", "", spelt)
        if len(spelt) - len(letters) <= max(MOST_EXTRAS, len(letters)) and NOTHING_BUT_COMMON_WORDS.fullmatch(letters):
            return True
    return False


def shared_secrets(secrets: Mapping[str, Iterable[str]]) -> list[str]:
    """A sentence for each secret that two settings have in common: who knows the one then knows the other."""
    first_at: dict[str, str] = {}
    sentences = []
    for name, values in secrets.items():
        for value in set(values) - {""}:
            first = first_at.setdefault(value, name)
            if first != name:
                sentences.append(f"{first} and {name} must not be the same secret in production")
    return sentences


def web_address(value: str, *, bare: bool = False) -> str:
    """An http(s) address without its last slash; a `bare` one is scheme, host and port only. Raises ValueError."""
    url = _split(value.strip())
    if url.scheme not in {"http", "https"} or not HOST.fullmatch(url.hostname or "") or url.username is not None:
        raise ValueError("must be an address such as https://mangoes.example")
    if url.query or url.fragment or (bare and url.path.strip("/")):
        raise ValueError("must end after the host" if bare else "must be an address without ? and #")
    return url.geturl().rstrip("/")


def redis_address(value: str) -> str:
    """An address of Redis or Valkey. Raises ValueError."""
    url = _split(value.strip())
    if url.scheme == "unix" and url.path.strip("/"):
        return value.strip()
    if url.scheme not in {"redis", "rediss"} or not HOST.fullmatch(url.hostname or ""):
        raise ValueError("must be an address such as redis://:password@localhost:6379/0")
    if not re.fullmatch(r"/?|/\d+", url.path):
        raise ValueError("must end with the number of a database, such as /0")
    return value.strip()


def _split(value: str) -> SplitResult:
    try:
        url = urlsplit(value)
        _ = url.port  # reading it is what refuses one that is no number
    except ValueError as error:
        raise ValueError("is no address: the port must be a number, and signs in a password are written %40 for @, "
                         "%2F for /, %3A for :") from error  # fmt: skip
    return url


def unknown_names(given: Iterable[str], known: Iterable[str], others: Iterable[str] = ()) -> list[str]:
    """A sentence for each name that is no setting, with the one that was probably meant; `others` are let pass."""
    names = sorted(known)
    sentences = []
    for name in sorted(set(given) - {*names, *others}):
        similar = difflib.get_close_matches(name, names, n=1)
        hint = f"; {similar[0]} is" if similar else "; .env.example lists them"
        sentences.append(f"{name} is not a setting{hint}")
    return sentences
