"""What a door takes: sums as riders type them, the change to give, slips taken back, news that helps. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.errors import Refusal

# A slip of the thumb is noticed at once; later a customer has gone in, and may have answered.
UNDO_WITHIN = timedelta(minutes=10)
MOST_TRIES = 5  # of a code, for one order
# How long a customer may think about what shall become of an order that came back, before the founder asks.
ANSWER_WITHIN = timedelta(minutes=30)
# When a rider hears of a run that waits for him, before its window begins.
ANNOUNCE_BEFORE = timedelta(hours=2)
LONGEST_INSTRUCTION = 200
START_BEFORE = timedelta(hours=6)  # a run of tomorrow begun today would tell everybody that it is on its way
NOTE_PAISE = 500_00  # people at a door hand over notes of five hundred


class ReportEvent(StrEnum):
    """What a rider's page reports: the verbs of his chat."""

    DELIVER = "deliver"
    ASK_LINK = "ask-link"
    FAIL = "fail"
    SKIP = "skip"
    UNDO = "undo"
    END = "end"


@dataclass(frozen=True)
class Change:
    """What somebody hands over, and what goes back to them, in paise."""

    handed_paise: int
    back_paise: int


def change_for(due_paise: int) -> Change | None:
    """What most people hand over for a sum, and the change; None when notes of ₹500 make it up exactly."""
    handed = -(-due_paise // NOTE_PAISE) * NOTE_PAISE
    return Change(handed, handed - due_paise) if handed != due_paise else None


def may_undo(done_at: datetime | None, now: datetime) -> bool:
    """Whether what a rider reported can still be taken back."""
    return done_at is not None and now - done_at <= UNDO_WITHIN


def helps_to_hear_delivered(*, collected_paise: int, instruction: str) -> bool:
    """Whether a message "delivered" tells its reader something: each is billed.

    Who opened the door knows. A receipt for what was paid helps, and so does that somebody else has taken it.
    """
    return collected_paise > 0 or bool(instruction)


def read_instruction(typed: str) -> str:
    """Who takes it instead, in one line.

    Raises Refusal `instruction-missing`, `instruction-too-long`(length, longest).
    """
    words = " ".join(typed.split())
    if not words:
        raise Refusal("instruction-missing")
    if len(words) > LONGEST_INSTRUCTION:
        raise Refusal("instruction-too-long", length=len(words), longest=LONGEST_INSTRUCTION)
    return words


def difference_of(*, expected_paise: int, counted_paise: int) -> int:
    """Minus when money is missing."""
    return counted_paise - expected_paise
