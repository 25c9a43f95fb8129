"""Reading what people type, without knowing the shop: letters tidied, numbers, likeness of names. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

LONGEST = 300  # what is read of a message; the rest cannot be an answer to our questions
NOT_A_WORD = re.compile(r"[^\w\s\u0900-\u097f/.-]|_")
WHOLE_NUMBER = re.compile(r"[0-9]{1,4}")
DEVANAGARI_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
ALIKE = 80  # of 100: `langda` and `langra` are, `kesar` and `langra` are not
SHORTEST_ALIKE = 4  # shorter words are alike by accident


def tidy(text: str) -> str:
    """Lower-case words with single spaces, without emoji and punctuation; Devanagari digits as 0-9."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).casefold().translate(DEVANAGARI_DIGITS)
    words = NOT_A_WORD.sub(" ", folded).split()
    return " ".join(stripped for word in words if (stripped := word.rstrip(".-/").lstrip("./")))


def read_count(words: str, number_words: Mapping[str, int]) -> int | None:
    """The one whole number in tidied words, or None. `2`, `make it 3`, `दो` are; `1.5`, `-1`, `1e3`, `๒` are not.

    Digits win over number words, because `do` is also Hindi for "give": `3 kar do` is three.
    """
    spoken = words.split()
    digits = [int(word) for word in spoken if WHOLE_NUMBER.fullmatch(word)]
    found = digits or [number_words[word] for word in spoken if word in number_words]
    odd = any(letter.isdigit() for word in spoken for letter in word if not WHOLE_NUMBER.fullmatch(word))
    return found[0] if len(found) == 1 and not odd else None


def holds(words: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the words as whole words."""
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def without_phrases(words: str, phrases: Iterable[str]) -> str:
    """The words without those of the phrases that have several words, such as `kar do`."""
    left = f" {words} "
    for phrase in phrases:
        if " " in phrase:
            left = left.replace(f" {phrase} ", " ")
    return " ".join(left.split())


def find_named(words: str, names: Mapping[str, int]) -> int | None:
    """The id whose name stands in the words, spelt right or nearly; the longest name wins. None when none does."""
    exact = [name for name in names if f" {name} " in f" {words} "]
    if exact:
        return names[max(exact, key=len)]
    spoken = [word for word in words.split() if len(word) >= SHORTEST_ALIKE]
    likeness = [(fuzz.ratio(word, name), name) for word in spoken for name in names if len(name) >= SHORTEST_ALIKE]
    best = max(likeness, default=(0.0, ""))
    return names[best[1]] if best[0] >= ALIKE else None


def script_of(text: str) -> str | None:
    """The writing that most letters belong to, as Unicode names it (`LATIN`, `DEVANAGARI`); None without letters."""
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in text[:LONGEST] if letter.isalpha()]
    return max(set(scripts), key=scripts.count) if scripts else None


def detect_language(text: str, scripts: Mapping[str, str], markers: Mapping[str, frozenset[str]]) -> str | None:
    """The language somebody writes: by a script of its own, or by a word that only it has; None in doubt.

    `scripts` maps a language to its writing, `markers` to words that betray it in Latin letters.
    """
    script = script_of(text)
    if script is not None and script != "LATIN":
        return next((language for language, its_script in scripts.items() if its_script == script), None)
    spoken = frozenset(tidy(text).split())
    return next((language for language, words in markers.items() if spoken & words), None)
