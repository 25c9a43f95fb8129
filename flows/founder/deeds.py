"""What an instruction comes to: something to do, something to ask first, or a sentence why it is neither.

A deed that waits for a yes is kept in the chat's memory under the id of the message it came in; a tap does it once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel


class Kind(StrEnum):
    RECEIVE = "receive"  # `id` a product, `amount` base units
    CORRECT = "correct"  # `id` an inventory row, `amount` more or less
    COUNT = "count"  # `id` an inventory row, `amount` what is there
    SELL_OUT = "sell-out"  # `id` an inventory row
    PRICE = "price"  # `id` a pack, `amount` paise
    CLOSE = "close"  # `ids` windows
    OPEN = "open"  # `ids` windows
    CLEAR = "clear"  # `ids` windows, `word` a remedy
    POSTPONE = "postpone"  # `ids` windows, whose customers are asked
    SHARE = "share"  # `ids` windows, among the riders
    CANCEL = "cancel"  # `id` an order, whose money goes back
    REFUND = "refund"  # `id` an order, `amount` paise of the (`ids`) paise that it held then


class Deed(BaseModel):
    """One thing to do, with what it is done to."""

    kind: Kind
    id: int = 0
    ids: tuple[int, ...] = ()
    amount: int = 0
    word: str = ""


class Pending(BaseModel):
    """Deeds of which one may be tapped, in the order of their buttons; `id` is that of the message they came in."""

    id: str
    deeds: tuple[Deed, ...]
    language: str


@dataclass(frozen=True)
class Choice:
    """A deed with its button."""

    title: str
    deed: Deed


@dataclass(frozen=True)
class Plan:
    """A `deed` to do at once, or `said` with `choices` to tap, or `said` alone."""

    said: str = ""
    deed: Deed | None = None
    choices: tuple[Choice, ...] = ()
