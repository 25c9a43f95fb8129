"""What is only to be shown or told: a photo of fruit, or word when it is there. Nothing of it is ordered. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.facts import WHOM, Facts
from core.reading.telling import tells_when_there

SHOWING = ("show", "courtesy.give")


def wants_pictures(facts: Facts) -> bool:
    """`2 dozen hapus ka photo bhejo`, `send pics of the kesar`: what is wanted is a picture, and nothing besides."""
    line = facts.line
    shown = [thought for thought in facts.thoughts if any(line.at(place, "pictures") for place in thought)
             and any(line.at(place, *SHOWING) and line.taken[place] != "amount" for place in thought)]  # fmt: skip
    return bool(shown) and not any(_wants(facts, thought) for thought in facts.thoughts if thought not in shown)


def wants_word(facts: Facts) -> bool:
    """`kesar do dozen mil jaye to batana`: word is wanted when so much is there, and nothing besides."""
    told = [thought for thought in facts.thoughts if any(tells_when_there(facts.line, place) for place in thought)]
    counted = facts.has_names and any(item.count for item in facts.goods.items)
    return counted and bool(told) and not any(_wants(facts, thought) for thought in facts.thoughts
                                              if thought not in told)  # fmt: skip


def _wants(facts: Facts, thought: Sequence[int]) -> bool:
    """Whether a thought counts, wants or gives."""
    line = facts.line
    return any(line.taken[place] == "amount" or (
        line.at(place, "want", "courtesy.give", "do.it") and line.marks[place].words not in WHOM)
        for place in thought)  # fmt: skip
