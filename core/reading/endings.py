"""Words of a further language as its lexicon has them: without what is glued to them, or in its spelling. Pure.

`दुपारनंतर` is `दुपार नंतर`, `kilochi` is `kilo`, `vasthundi` is `vastundi`. A word is changed only when nobody knows it as
typed: into one that names or counts something, with its ending read apart, or into one of the same sound.
"""

from __future__ import annotations

from functools import lru_cache

from core.reading.book import Book
from core.reading.lexicon import Lexicon
from core.reading.likeness import is_name
from core.reading.sounds import sound_of
from core.reading.tokens import TokenKind, place_tokens
from core.reading.tongues import Tongue

# What endings are glued to, and what may be told by its sound: nothing that agrees, refuses or cancels.
BEARING = frozenset({"number", "fraction", "day", "weekday", "part", "unit", "fruit", "clock", "near", "month", "pay",
                     "home", "compass", "people", "past_day"})  # fmt: skip
BY_SOUND = BEARING | {"want", "claim", "track", "ask", "more", "only", "swap", "or", "each", "span", "past", "ordinal"}
SHORTEST_BEFORE = 2  # letters of a word before its ending
SHORTEST_HEARD = 5  # letters of a sound


def in_its_words(text: str, book: Book) -> str:
    """A normalised text with the words of its further language as the lexicon has them; any other text as it is."""
    placed = list(place_tokens(text))
    words = [one.token.text for one in placed]
    spoken = sorted(book.tongues.spoken_in(words))[:1]
    if not spoken:
        return text
    tongue, lexicon = book.tongues.others[spoken[0]], book.tongues.lexicon(frozenset(spoken))
    written, end = "", 0
    for one in placed:
        if one.token.kind is TokenKind.WORD and one.end - one.start == len(one.token.text):
            written += text[end : one.start] + _known(one.token.text, tongue, lexicon, book)
            end = one.end
    return written + text[end:]


def _known(word: str, tongue: Tongue, lexicon: Lexicon, book: Book) -> str:
    """The word itself where somebody knows it, else what stands for it."""
    if word in lexicon.words or is_name(word, book):
        return word
    return _without_ending(word, tongue, lexicon) or _by_sound(word, tongue) or word


def _without_ending(word: str, tongue: Tongue, lexicon: Lexicon) -> str:
    for length in range(min(len(word) - SHORTEST_BEFORE, tongue.longest_ending), 0, -1):
        instead = tongue.endings.get(word[-length:])
        if instead is None:
            continue
        stem = word[:-length]
        joined, _, apart = instead.partition(" ")
        for bare in (stem + joined, _by_sound(stem + joined, tongue)):
            if _bears(bare, lexicon):
                return f"{bare} {apart}".strip()
    return ""


def _bears(word: str, lexicon: Lexicon) -> bool:
    meanings = lexicon.ways.get((word,), frozenset())
    return any(meaning.partition(".")[0] in BEARING for meaning in meanings)


def _by_sound(word: str, tongue: Tongue) -> str:
    return _spelt_as(tongue).get(sound_of(word), "")


@lru_cache(maxsize=16)
def _spelt_as(tongue: Tongue) -> dict[str, str]:
    """The words of a language by their sound, of those that may be told by it; of two the shorter one."""
    spelt: dict[str, str] = {}
    for way, meanings in sorted(tongue.ways.items(), key=lambda one: (-len(one[0][0]), one[0])):
        kinds = {meaning.partition(".")[0] for meaning in meanings}
        if len(way) == 1 and kinds <= BY_SOUND and len(sound := sound_of(way[0])) >= SHORTEST_HEARD:
            spelt[sound] = way[0]
    return spelt
