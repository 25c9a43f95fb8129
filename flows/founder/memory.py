"""What the founder's chat remembers: words that wait for a tap, and deeds that do."""

from __future__ import annotations

from pydantic import BaseModel

from flows.founder.deeds import Pending
from flows.memory import Part

LONGEST_QUOTE = 200  # of her words, in a message of ours


class DraftAnswer(BaseModel):
    """Words that wait for a tap; `id` is that of the message they came in."""

    id: str
    words: str


class FounderMemory(Part):
    draft: DraftAnswer | None = None
    pending: Pending | None = None
