"""Words that sound like names, in any script, and words that run together. Pure.

A sound is a word as it is heard: `haapoos`, `hapus` and `હાપુસ` have one. Only names are compared by it: numbers and
units are never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.reading.book import Book
from core.reading.lexicon import Lexicon
from core.reading.meaning import Sureness

ALIKE_BUT_BEGUN, TWO_ALIKE = 93, 85  # a name is hardly ever begun with another letter
ALIKE, SHORTEST = 81, 4  # of 100; shorter words are alike by accident
LONGEST_RUN, SHORTEST_RUN = 60, 6
LONGEST_SUFFIX = 5
NOTHING: frozenset[str] = frozenset()
# Indic scripts lie in Unicode in one order, a block of 128 each: what is क in one stands at the same place in all.
DEVANAGARI, BLOCK = 0x0900, 0x80
BLOCKS = range(0x0900, 0x0D80)
CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "ch", "ज": "j", "झ": "j", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n",
    "प": "p", "फ": "p", "ब": "b", "भ": "b", "म": "m", "य": "y", "र": "r", "ऱ": "r", "ल": "l", "ळ": "l", "व": "v",
    "श": "s", "ष": "s", "स": "s", "ह": "h", "ऩ": "n", "ऴ": "l",
}  # fmt: skip
VOWELS = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o",
    "औ": "au", "ऍ": "e", "ऑ": "o", "ऎ": "e", "ऒ": "o",
}  # fmt: skip
SIGNS = {
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ो": "o", "ौ": "au",
    "ॅ": "e", "ॉ": "o", "ॆ": "e", "ॊ": "o",
}  # fmt: skip
TAMIL_SA, TAMIL = 0x0B9A, range(0x0B80, 0x0C00)
BENGALI_A = ("\u09cd\u09af\u09be", "\u09be")  # a long a, written with a y
VIRAMA, ANUSVARA = "्", "ं"
SPELT_ALIKE = (("aa", "a"), ("ee", "i"), ("oo", "u"), ("ph", "p"), ("f", "p"), ("w", "v"), ("z", "j"), ("sh", "s"),
               ("ck", "k"), ("q", "k"), ("y", "i"), ("bh", "b"), ("dh", "d"), ("th", "t"), ("kh", "k"), ("gh", "g"),
               ("rh", "d"), ("ou", "o"), ("au", "o"), ("ai", "e"))  # fmt: skip
VOWEL = re.compile(r"[aeiou]")
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def sound_of(word: str) -> str:
    """How a word of one token sounds, in Latin letters."""
    sound = word if word.isascii() else _in_latin(word)
    for spelt, heard in SPELT_ALIKE:
        sound = sound.replace(spelt, heard)
    sound = DOUBLED.sub(r"\1", sound)
    return sound[:-1] if len(sound) > SHORTEST and sound[-1] in "aeh" else sound


def _in_latin(word: str) -> str:
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", word.replace(*BENGALI_A)):
        sign = chr(DEVANAGARI + ord(letter) % BLOCK) if ord(letter) in BLOCKS else letter
        if sign in SIGNS or sign == VIRAMA:
            if letters and letters[-1] == "a":
                letters.pop()
            letters.append(SIGNS.get(sign, ""))
        elif sign in CONSONANTS:
            letters += ["s" if ord(letter) == TAMIL_SA else CONSONANTS[sign], "a"]
        else:
            letters.append({ANUSVARA: "n"}.get(sign) or VOWELS.get(sign, letter))
    sound = "".join(letters)
    return sound.replace("nk", "ng") if ord(word[0]) in TAMIL else sound  # Tamil writes k and g with one letter


@lru_cache(maxsize=8)
def _sounds_of(book: Book) -> dict[str, frozenset[str]]:
    """Every name of one word by its sound."""
    sounds: dict[str, frozenset[str]] = {}
    for ways in (book.tongues.strangers, book.varieties.ways):
        for way, meanings in ways.items():
            sound = sound_of("".join(way))
            sounds[sound] = sounds.get(sound, NOTHING) | meanings
    return sounds


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
