"""What a rider types: a command, four digits, or a sum with how it was paid. The words are in `templates/rider`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from core.orders.rules import Collected, FailureReason
from core.reading.letters import normalise

WORDS = Path(__file__).parents[2] / "templates" / "rider" / "words.toml"
CASH, UPI, AROUND = "cash", "upi", "around"
KINDS = {CASH: "in_cash", UPI: "by_upi", AROUND: "around"}
COMMANDS = ("start", "next", "list", "skip", "undo", "cash", "help", "delivered", "problem")
PIECES = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d{1,2})?|[^\W\d_]+(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f])*|[₹+?]")
MOST_PAISE = 10_000_000  # a lakh of rupees: more is no sum of a door
CODE = re.compile(r"\d{4}")
BETWEEN = frozenset(" ,.;:!")  # what may stand around words and sums


@lru_cache(maxsize=1)
def load_words() -> dict[str, frozenset[str]]:
    """The ways to say each thing."""
    read = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(" ".join(_pieces(way)) for way in ways) for name, ways in read.items()}


def read_command(typed: str) -> str | None:
    """The one command that a whole message is."""
    said = " ".join(_pieces(typed))
    return next((name for name in COMMANDS if said in load_words()[name]), None)


def read_reason(typed: str) -> FailureReason | None:
    """Why a box comes back, when a whole message says nothing else."""
    said = " ".join(_pieces(typed))
    return next((reason for reason in FailureReason if said in load_words()[reason.value]), None)


def read_code(typed: str) -> str | None:
    """Four digits and nothing else."""
    said = normalise(typed).strip()
    return said if CODE.fullmatch(said) else None


def read_sum(typed: str) -> Collected | None:
    """`1200`, `₹1,200 cash`, `500 cash 700 upi`: what was paid; None when anything else is said, or it is unclear.

    How it was paid stands behind each sum, or before each; one sum alone is cash.
    """
    line = normalise(typed).replace("/-", " ")
    if not set(PIECES.sub("", line)) <= BETWEEN:
        return None
    said = [_read(piece) for piece in PIECES.findall(line)]
    if None in said:
        return None
    parts = [part for part in said if part != AROUND]
    sums = [part for part in parts if isinstance(part, int)]
    kinds = [part for part in parts if isinstance(part, str)]
    if not _is_orderly(parts, kinds) or len(sums) > 2 or any(paise > MOST_PAISE for paise in sums):
        return None
    paid = dict(zip(kinds or [CASH], sums, strict=True))
    return Collected(cash_paise=paid.get(CASH, 0), upi_paise=paid.get(UPI, 0))


def _is_orderly(parts: list[int | str | None], kinds: list[str]) -> bool:
    """Whether sums and their kinds take turns, no kind comes twice, and only a sum alone may lack one."""
    takes_turns = all(isinstance(one, str) is not isinstance(other, str) for one, other in pairwise(parts))
    if not kinds:
        return len(parts) == 1
    return takes_turns and len(parts) == 2 * len(kinds) and len(set(kinds)) == len(kinds)


def _read(piece: str) -> int | str | None:
    """A sum in paise, how it was paid, what stands around it; None for any other word."""
    if piece[0].isdigit():
        return _paise(piece)
    words = load_words()
    return next((kind for kind, name in KINDS.items() if piece in words[name]), None)


def _paise(piece: str) -> int:
    rupees, _, rest = piece.replace(",", "").partition(".")
    return int(rupees[:12]) * 100 + int(f"{rest:0<2}" or 0)


def _pieces(typed: str) -> list[str]:
    return PIECES.findall(normalise(typed))
