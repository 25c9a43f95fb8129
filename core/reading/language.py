"""Which language somebody writes, and in which of ours to answer: by a script, or by words that only one has."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from core.reading.letters import LONGEST
from core.reading.lexicon import Lexicon
from core.reading.tokens import tokenise
from core.reading.tongues import Tongues, words_and_pairs

LATIN = "LATIN"


class Spoken(NamedTuple):
    """What a line tells of its writer: the language of every day to answer in, None when it tells nothing.

    `clear` when it is more than words that everybody borrows (`thanks`, `ji`). `exact` when that is the language they
    write, and not the nearest to it (Hindi in Latin letters, to Gujarati).
    """

    language: str | None
    clear: bool = False
    exact: bool = True


SAYS_NOTHING = Spoken(None)


def script_of(text: str) -> str | None:
    """The writing that most letters belong to, as Unicode names it (`LATIN`, `DEVANAGARI`); None without letters."""
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in text[:LONGEST] if letter.isalpha()]
    return max(sorted(set(scripts)), key=scripts.count) if scripts else None


def detect_language(text: str, lexicon: Lexicon, tongues: Tongues) -> Spoken:
    """The language to answer a line in. Its own script decides, then the words in Latin letters that only one has.

    A line in a further language is answered in English or Hindi by the Latin words in it, and without such words in
    what its lexicon calls nearest.
    """
    script = script_of(text)
    if script not in {None, LATIN}:
        for language, its_script in lexicon.writing.items():
            if its_script == script:
                return Spoken(language, clear=True)
    words = tuple(token.text for token in tokenise(text))
    in_latin = _betrayed(words, lexicon)
    if further := sorted(tongues.spoken_in(words)):
        return Spoken(in_latin.language or tongues.others[further[0]].nearest, clear=True, exact=False)
    return in_latin if script == LATIN and not _is_mixed(text) else SAYS_NOTHING


def _is_mixed(text: str) -> bool:
    return any(letter.isalpha() and not unicodedata.name(letter, LATIN).startswith(LATIN) for letter in text[:LONGEST])


def _betrayed(words: tuple[str, ...], lexicon: Lexicon) -> Spoken:
    """By the words that are not lent, and where those decide nothing, by all."""
    said = words_and_pairs(words)
    counts = {language: len(said & its) for language, its in lexicon.betraying.items()}
    clear = {language: len(said & its - lexicon.lent[language]) for language, its in lexicon.betraying.items()}
    winner = _most(clear)
    return Spoken(winner, clear=True) if winner else Spoken(_most(counts))


def _most(counts: Mapping[str, int]) -> str | None:
    best = max(counts.values(), default=0)
    winners = [language for language, count in counts.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None
