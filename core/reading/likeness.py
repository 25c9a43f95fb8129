"""Words that sound like names, in any script, and words that run together. Pure.

Only names are guessed by what they are nearly like: numbers and units never are.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.reading.book import Book
from core.reading.lexicon import Lexicon
from core.reading.meaning import Sureness
from core.reading.sounds import SHORTEST, TAMIL, sound_of

ALIKE_BUT_BEGUN, TWO_ALIKE = 93, 85  # a name is hardly ever begun with another letter
ALIKE = 81  # of 100
LONGEST_RUN, SHORTEST_RUN = 60, 6
LONGEST_SUFFIX = 5
NOTHING: frozenset[str] = frozenset()
VOWEL = re.compile(r"[aeiou]")


@lru_cache(maxsize=8)
def _sounds_of(book: Book) -> dict[str, frozenset[str]]:
    """Every name of one word by its sound."""
    sounds: dict[str, frozenset[str]] = {}
    for ways in (book.tongues.strangers, book.varieties.ways):
        for way, meanings in ways.items():
            sound = sound_of("".join(way))
            sounds[sound] = sounds.get(sound, NOTHING) | meanings
    return sounds


def is_name(word: str, book: Book) -> bool:
    """Whether a word is one of a name of fruit or of a society, or sounds as such a name does."""
    return word in _words_of_names(book) or sound_of(word) in _sounds_of(book)


@lru_cache(maxsize=8)
def _words_of_names(book: Book) -> frozenset[str]:
    return frozenset(word for ways in (book.varieties.ways, book.places.ways, book.tongues.strangers)
                     for way in ways for word in way)  # fmt: skip


@lru_cache(maxsize=8)
def _by_consonants(book: Book) -> dict[str, frozenset[str]]:
    """Names by their consonants alone, as far as those tell one: `hps`, `ksr`."""
    bare: dict[str, frozenset[str]] = {}
    for way, meanings in book.varieties.ways.items():
        if len(way) == 1 and way[0].isascii():
            consonants = VOWEL.sub("", way[0])
            bare[consonants] = bare.get(consonants, NOTHING) | meanings
    return {word: meanings for word, meanings in bare.items() if len(word) > 2 and len(meanings) == 1}


def _nearness(sound: str, sounds: Collection[str]) -> float:
    found = process.extractOne(sound, sounds, scorer=fuzz.ratio)
    return found[1] if found else 0.0


def likest(word: str, book: Book) -> tuple[frozenset[str], Sureness]:
    """What a word of no language names: the same sound, or nearly. Empty when it is like no name."""
    sounds, sound = _sounds_of(book), sound_of(word)
    if sound[:1] == "p" and ord(word[0]) in TAMIL:
        sound = max(sound, f"b{sound[1:]}", key=lambda said: _nearness(said, sounds.keys()))
    if sound in sounds:
        return sounds[sound], Sureness.SURE
    bare = _by_consonants(book).get(word) if word.isascii() and not VOWEL.search(word) else None
    if bare is not None:
        return bare, Sureness.LIKELY
    if len(sound) < SHORTEST:
        return NOTHING, Sureness.SURE
    found = process.extractOne(sound, sounds.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if not word.isascii() and (suffixed := _suffixed(sound, sounds)) is not None:
        return sounds[suffixed], Sureness.LIKELY
    if not found or len(found[0]) < SHORTEST or (found[0][0] != sound[0] and found[1] < ALIKE_BUT_BEGUN):
        return NOTHING, Sureness.SURE
    return sounds[found[0]], Sureness.LIKELY


def likest_of_two(one: str, other: str, book: Book) -> frozenset[str] | None:
    """The name of two words that two words sound like; None when there is none."""
    sounds, sound = _sounds_of_two(book), sound_of(one + other)
    found = process.extractOne(sound, sounds.keys(), scorer=fuzz.ratio, score_cutoff=TWO_ALIKE)
    return sounds[found[0]] if found else None


@lru_cache(maxsize=8)
def _sounds_of_two(book: Book) -> dict[str, frozenset[str]]:
    return {sound_of("".join(way)): meanings for ways in (book.tongues.strangers, book.varieties.ways)
            for way, meanings in ways.items() if len(way) == 2}  # fmt: skip


def _suffixed(sound: str, sounds: Collection[str]) -> str | None:
    """The longest name that a word of an Indian script begins with: `કેસરનો` is `કેસર` with its case."""
    begun = [name for name in sounds if len(name) >= SHORTEST and sound.startswith(name)
             and len(sound) - len(name) <= LONGEST_SUFFIX]  # fmt: skip
    return max(begun, key=len, default=None)


# What the words of a run must be, and what at least one of them must be.
IN_RUNS = {"variety", "number", "fraction", "offset", "unit", "day", "weekday", "part", "want", "courtesy", "pay",
           "place", "change", "do", "ask", "command", "answer", "deny", "clock", "stranger"}  # fmt: skip
BEARING = {"variety", "unit", "day", "weekday", "part", "place", "stranger"}


def divide(word: str, lexicon: Lexicon, book: Book) -> list[tuple[str, frozenset[str]]]:
    """A run of words without spaces (`dodozenhapuskal`) as its words, when all of it divides; else nothing."""
    if not SHORTEST_RUN <= len(word) <= LONGEST_RUN:
        return []
    best: list[tuple[int, int] | None] = [None] * (len(word) + 1)  # cost to here, and where the last word begins
    best[0] = (0, 0)
    for end in range(2, len(word) + 1):
        for begin in range(max(0, end - 16), end - 1):
            before = best[begin]
            if before is None or not _meanings(word[begin:end], lexicon, book):
                continue
            cost = before[0] + (3 if end - begin == 2 else 2 if end - begin == 3 else 1)
            here = best[end]
            if here is None or cost < here[0]:
                best[end] = (cost, begin)
    return _collect(word, best, lexicon, book)


def _collect(word: str, best: list[tuple[int, int] | None], lexicon: Lexicon, book: Book,
             ) -> list[tuple[str, frozenset[str]]]:  # fmt: skip
    parts: list[tuple[str, frozenset[str]]] = []
    end = len(word)
    while end and (step := best[end]) is not None:
        part = word[step[1] : end]
        parts.insert(0, (part, _meanings(part, lexicon, book)))
        end = step[1]
    bears = any(_kinds(meanings) & BEARING and len(part) > 3 for part, meanings in parts)
    return parts if not end and len(parts) > 1 and bears else []


def _meanings(part: str, lexicon: Lexicon, book: Book) -> frozenset[str]:
    none = NOTHING
    found = (lexicon.ways.get((part,), none) | book.varieties.ways.get((part,), none)
             | book.places.ways.get((part,), none) | book.tongues.strangers.get((part,), none))  # fmt: skip
    return found if _kinds(found) & IN_RUNS else none


def _kinds(meanings: frozenset[str]) -> set[str]:
    return {meaning.partition(".")[0] for meaning in meanings}
