"""The words of every language and what they mean: `templates/lexicon/<language>.toml`, understood in every chat.

A file holds tables of meanings, and each meaning the ways to say it: under `[command]`, `menu = ["menu", "mangoes"]`
makes both words mean `command.menu`. A way may mean several things (`do` is two, and "give"); what may not be is
named in `CLASHES` and `EXCLUSIVE` and refused at the start. A new language is a new file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from core.errors import Fault
from core.reading.sounds import SHORTEST, skeleton_of, sound_of
from core.reading.tokens import tokenise

FOLDER = Path(__file__).parent.parent.parent / "templates" / "lexicon"
# Kinds whose meanings exclude each other: a word that stops an act, or asks, can never be part of one.
STOPS = ("stop", "deny")
ACTS = ("answer", "do", "courtesy", "want", "pay", "paid", "change", "command", "thing")
CLASHES = (
    *((stop, act) for stop in STOPS for act in ACTS),
    *(("ask", act) for act in ACTS if act != "command"),  # `rate` opens the menu, and asks for the rate of a variety
)
# What may stand beside an act.
CALM = frozenset({"answer", "do", "courtesy", "want", "thing", "pay"})
# Each way of these has one meaning among them.
EXCLUSIVE = ("command", "pay", "day", "weekday", "month", "part")
VOWEL = re.compile(r"[aeiou]")
TIMELY = frozenset({"weekday", "part", "month"})  # what is known by its consonants as well
OWN_TABLES = {"about", "line"}  # of a file about itself, and for whole lines only
# Understood in every line, because the shop answers in them; the others where a script or a word betrays them.
EVERYDAY = ("en", "hi", "hi-Latn")
Way = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Ways of saying, as tokens, with their meanings (`answer.yes`); `longest` the most tokens a way has, by its first.

    `writing` maps a language to its script as Unicode names it, `betraying` to the words that only it has, `lent` to
    those of them that others borrow (`thanks`).
    """

    ways: Mapping[Way, frozenset[str]]
    longest: Mapping[str, int]
    writing: Mapping[str, str]
    betraying: Mapping[str, frozenset[str]]
    lent: Mapping[str, frozenset[str]]

    def ways_of(self, meaning: str) -> frozenset[str]:
        """Every way to say a meaning, its tokens with single spaces."""
        return self._by_meaning.get(meaning, frozenset())

    @cached_property
    def words(self) -> frozenset[str]:
        """Every token that some way has."""
        return frozenset(token for way in self.ways for token in way)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """For each sound, and each skeleton of one, the token that is spelt most plainly."""
        spelt: dict[str, str] = {}
        for token in sorted(self.words, key=lambda word: (not word.isascii(), len(word), word)):
            sound = sound_of(token)
            if len(sound) >= SHORTEST and token.isalpha():
                spelt.setdefault(sound, token)
        bare = [(skeleton_of(sound), token) for sound, token in spelt.items()]
        return {**{bones: token for bones, token in reversed(bare) if len(bones) >= SHORTEST}, **spelt}

    @cached_property
    def _by_consonants(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For the consonants of each word of time those words, with what of time they mean."""
        bare: dict[str, dict[str, frozenset[str]]] = {}
        for way, meanings in self.ways.items():
            timely = frozenset(one for one in meanings if one.partition(".")[0] in TIMELY)
            bones = VOWEL.sub("", way[0])
            if len(way) == 1 and timely and way[0].isascii() and len(bones) >= SHORTEST:
                bare.setdefault(bones, {})[way[0]] = timely
        return bare

    def without_vowels(self, word: str) -> frozenset[str]:
        """What a word means that is one of time with vowels dropped (`frdy`, `shukrvar`); nothing for any other."""
        full = self._by_consonants.get(VOWEL.sub("", word), {})
        meant = {meanings for whole, meanings in full.items() if _is_within(word, whole)}
        return meant.pop() if len(meant) == 1 else frozenset()

    @cached_property
    def unasking(self) -> Lexicon:
        """The same without the ways to ask: in it no question swallows a word that must be heard in every sentence."""
        bare = {way: frozenset(one for one in meanings if not one.startswith("ask.")) for way, meanings in
                self.ways.items()}  # fmt: skip
        ways = {way: meanings for way, meanings in bare.items() if meanings}
        return replace(self, ways=ways, longest=longest_by_first(ways))

    @cached_property
    def _by_meaning(self) -> dict[str, frozenset[str]]:
        said: dict[str, set[str]] = {}
        for way, meanings in self.ways.items():
            for meaning in meanings:
                said.setdefault(meaning, set()).add(" ".join(way))
        return {meaning: frozenset(ways) for meaning, ways in said.items()}


def _is_within(word: str, whole: str) -> bool:
    """Whether the letters of a word stand in another in the same order."""
    letters = iter(whole)
    return all(letter in letters for letter in word)


def longest_by_first(ways: Iterable[Way]) -> dict[str, int]:
    """The most tokens that a way beginning with a token has."""
    longest: dict[str, int] = {}
    for way in ways:
        if way and len(way) > longest.get(way[0], 0):
            longest[way[0]] = len(way)
    return longest


def split_way(way: str) -> Way:
    return tuple(token.text for token in tokenise(way))


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The languages of every day together. Raises Fault for a file that cannot be read, an empty way and a clash."""
    return make_lexicon({language: read_file(FOLDER / f"{language}.toml") for language in EVERYDAY})


@lru_cache(maxsize=1)
def typed_in_latin() -> Mapping[str, str]:
    """Words of every day in Devanagari, each as it is typed in Latin letters (`about.latin` of hi.toml)."""
    spelt = read_file(FOLDER / "hi.toml")["about"]["latin"]
    return {token: latin for latin, words in spelt.items() for word in words for token in split_way(word)}


def in_latin(way: Way) -> Way:
    """A way in the letters that most ways are written in: `कब तक` is looked for as `kab tak` too."""
    return way if all(map(str.isascii, way)) else tuple(typed_in_latin().get(token, token) for token in way)


@lru_cache(maxsize=32)
def read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Fault(f"The lexicon {path.name} cannot be read: {error}") from error


def make_lexicon(files: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """A lexicon from parsed files by language. Raises Fault naming every way that is empty or clashes."""
    ways: dict[Way, set[str]] = {}
    problems: list[str] = []
    for language, tables in files.items():
        for meaning, said in meanings_in(tables):
            way = split_way(said)
            if not way:
                problems.append(f"{language}: {said!r} ({meaning}) has no words")
            ways.setdefault(way, set()).add(meaning)
    problems += clashes_of(ways, ways)
    if problems:
        raise Fault("The lexicon cannot be used: " + "; ".join(problems))
    return Lexicon(
        ways={way: frozenset(meanings) for way, meanings in ways.items()},
        longest=longest_by_first(ways),
        writing={language: tables["about"]["writing"] for language, tables in files.items()},
        betraying={language: words_about(tables, "betraying") for language, tables in files.items()},
        lent={language: words_about(tables, "lent") for language, tables in files.items()},
    )


def words_about(tables: Mapping[str, Any], name: str) -> frozenset[str]:
    """Words, or some words with single spaces, that a file lists about its language."""
    return frozenset(" ".join(split_way(words)) for words in tables["about"].get(name, ()))


@lru_cache(maxsize=32)
def words_of(name: str) -> frozenset[str]:
    """The words that the files of all languages list under a name about themselves: `kin`, `being`."""
    files = (read_file(path) for path in sorted(FOLDER.glob("*.toml")))
    return frozenset[str]().union(*(words_about(tables, name) for tables in files if "about" in tables))


def meanings_in(tables: Mapping[str, Any], *, whole_lines: bool = False) -> Iterable[tuple[str, str]]:
    """Each meaning of a file with each way to say it; those under `[line]` only for the reader of whole lines."""
    for kind, meanings in tables.items():
        if kind not in OWN_TABLES:
            for name, ways in meanings.items():
                for way in ways:
                    yield f"{kind}.{name}", way
    if whole_lines:
        yield from meanings_in(tables.get("line", {}))


def clashes_of(ways: Mapping[Way, Set[str]], beside: Mapping[Way, Set[str]]) -> list[str]:
    """What is wrong with some ways among those that they are read beside."""
    hidden = [clash for way, meanings in ways.items() for clash in _hidden_stops(way, meanings, beside)]
    return hidden + [clash for way, meanings in ways.items() for clash in _clashes(way, meanings)]


def _hidden_stops(way: Way, meanings: Set[str], ways: Mapping[Way, Set[str]]) -> Iterable[str]:
    """A way of some words that may stand beside an act, or be one, and holds a word that refuses (`no need`)."""
    if len(way) > 1 and {meaning.partition(".")[0] for meaning in meanings} & CALM:
        for word in way:
            if any(meaning.startswith("deny.") for meaning in ways.get((word,), ())):
                yield f"{' '.join(way)!r} is {' and '.join(sorted(meanings))} and holds {word!r}, which refuses"


def _clashes(way: Way, meanings: Set[str]) -> Iterable[str]:
    if len(meanings) < 2:
        return
    words, kinds = " ".join(way), {meaning.partition(".")[0] for meaning in meanings}
    for one, other in CLASHES:
        if one in kinds and other in kinds:
            yield f"{words!r} is both {one} and {other}"
    for kind in EXCLUSIVE:
        alike = sorted(meaning for meaning in meanings if meaning.startswith(f"{kind}."))
        if len(alike) > 1:
            yield f"{words!r} is {' and '.join(alike)}"
