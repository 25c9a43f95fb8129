"""The founder's own answers, and what nobody has told us: that is not made up, a person answers."""

from __future__ import annotations

from core.answers.queries import answers_for
from core.answers.rules import pick_text
from core.wording import FIRST_LANGUAGE, parent_of
from flows import misses
from flows.facts.asked import read_asked
from flows.turn import Turn


def say_own(turn: Turn) -> str:
    """What she wrote of each topic that is asked about; who asks for one without an answer is told so, once."""
    asked = read_asked(turn)
    written = answers_for(turn.session, asked.topics)
    languages = [turn.language, parent_of(turn.language) or turn.language, FIRST_LANGUAGE]
    texts = [pick_text(written[key].texts, languages) if key in written else None for key in asked.topics]
    said = [text for text in texts if text]
    return "\n".join(said) if len(said) == len(texts) else "\n".join([*said, say_unknown(turn)])


def say_unknown(turn: Turn) -> str:
    """What is not among our facts is not made up, and kept for who may write an answer."""
    misses.keep(turn)
    return turn.say("answers-unknown")


def say_how_offers_end(turn: Turn) -> str:
    """Nothing is ended by asking."""
    return turn.say("answers-offers")
