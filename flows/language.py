"""The language a customer is answered in: by their first words, then as they go on, unless they have picked one."""

from __future__ import annotations

from typing import NamedTuple

from core.customers.actions import set_language
from core.reading.language import Spoken, detect_language
from core.reading.lexicon import load_lexicon
from core.reading.remembering import remembers_short_lines
from core.reading.tongues import load_tongues
from core.wording import languages
from flows.memory import ChosenBy
from flows.turn import Turn


class Answering(NamedTuple):
    """The language we answer in, what chose it, and another one that their last clear words were in."""

    language: str
    chosen: ChosenBy = ChosenBy.NOTHING
    heard: str = ""


def choose_language(turn: Turn) -> None:
    """Answer in the language of these words, when it is time for it."""
    spoken = spoken_in(turn.inbound.text)
    _answer_in(turn, follow(_answering(turn), spoken, first=turn.chat.turn == 0))


def pick_language(turn: Turn, language: str) -> None:
    """The one that they asked for: from now on it stays."""
    _answer_in(turn, Answering(language, ChosenBy.PICK))


@remembers_short_lines
def spoken_in(typed: str) -> Spoken:
    """In which language of ours to answer what was typed."""
    spoken = detect_language(typed, load_lexicon(), load_tongues())
    return spoken if spoken.language in languages() else Spoken(None)


def follow(now: Answering, spoken: Spoken, *, first: bool) -> Answering:
    """First words choose at once; later another language does when it is clearly written twice in a row.

    Words that tell nothing (`2 dozen`) change nothing. Neither do those of a language that is not ours, once words
    have chosen: who writes Marathi is not thrown from one neighbour to the other.
    """
    if spoken.language is None or now.chosen is ChosenBy.PICK:
        return now
    if first:
        return Answering(spoken.language, ChosenBy.WORDS if spoken.clear else ChosenBy.NOTHING)
    if not spoken.clear or (now.chosen is ChosenBy.WORDS and not spoken.exact):
        return now
    if spoken.language in {now.language, now.heard}:
        return Answering(spoken.language, ChosenBy.WORDS)
    return now._replace(heard=spoken.language)


def _answering(turn: Turn) -> Answering:
    return Answering(turn.language, turn.talk.language_chosen, turn.talk.language_heard)


def _answer_in(turn: Turn, answering: Answering) -> None:
    turn.talk.language_chosen, turn.talk.language_heard = answering.chosen, answering.heard
    if answering.language != turn.language:
        turn.language = answering.language
        set_language(turn.session, turn.customer.id, answering.language)
