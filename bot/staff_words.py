"""A person's words to a customer in the shop's name: from the founder's chat and from the office alike."""

from __future__ import annotations

from typing import Any

from bot.fitting import fit_body, plain
from bot.messages import Text
from core.wording import say

LONGEST_ANSWER = 3500


def word_answer(language: str, name: str, words: str) -> dict[str, Any]:
    """The message in Graph's shape, in the customer's language, with who speaks."""
    worded = say(language, "talk-from-founder", name=plain(name), words=fit_body(words, LONGEST_ANSWER))
    return Text(worded).to_graph()
