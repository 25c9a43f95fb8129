"""The languages that a line may be in: those of every day in each line, the others where something betrays them.

Short words clash: `be` is two in Gujarati and a word of English, `bar` twelve or a time, `din` "give" in Bengali and a
day in Hindi. So a further language is heard only in a line that is written in its script or holds a word that only it
has; there its meaning of a word goes before the everyday ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from core.reading.lexicon import EVERYDAY, FOLDER, Lexicon, Way, longest_by_first, meanings_in, read_file, split_way

STRANGERS = "varieties"  # the file of mangoes that other shops have
Ways = Mapping[Way, frozenset[str]]
FACTS = frozenset({
    "number", "fraction", "offset", "unit", "times", "day", "weekday", "month", "part", "clock", "date", "when", "pay",
    "change", "deny", "do", "want", "courtesy", "answer", "thing", "home", "ordinal", "compass", "letter", "phone",
    "measure", "stop", "fruit", "each", "more", "less", "remove", "swap", "make", "only", "of", "near", "lead", "span",
    "price", "note", "society", "stranger", "or", "and", "back", "other", "past",
})  # fmt: skip


@dataclass(frozen=True)
class Tongue:
    """A language: its ways to say things, its scripts as Unicode names them, and the words that only it has."""

    ways: Ways
    scripts: frozenset[str]
    betraying: frozenset[str]


@dataclass(frozen=True, eq=False)
class Tongues:
    """All languages by their codes, and `strangers`: names of mangoes that we know and may not sell."""

    everyday: tuple[Tongue, ...]
    others: Mapping[str, Tongue]
    strangers: Ways
    _made: dict[tuple[frozenset[str], bool], Lexicon] = field(default_factory=dict)

    def spoken_in(self, words: Collection[str]) -> frozenset[str]:
        """Which further languages some words are in."""
        scripts = {script for word in words if (script := _script_of(word)) is not None}
        return frozenset(
            code for code, tongue in self.others.items()
            if tongue.scripts & scripts or not tongue.betraying.isdisjoint(words)
        )  # fmt: skip

    def lexicon(self, spoken: frozenset[str] = frozenset(), *, facts: bool = False) -> Lexicon:
        """The ways of every day with those of some further languages, whose meanings go before.

        With `facts`, of the ways of several words only those that name or count something: no question swallows them.
        """
        key = (spoken, facts)
        if key not in self._made:
            self._made[key] = self._make(spoken, facts=facts)
        return self._made[key]

    def _make(self, spoken: frozenset[str], *, facts: bool) -> Lexicon:
        ways = dict(_merge(tongue.ways for tongue in self.everyday))
        ways.update(_merge(self.others[code].ways for code in sorted(spoken)))
        if facts:
            bare = {way: frozenset(meaning for meaning in meanings if len(way) == 1 or _kind(meaning) in FACTS)
                    for way, meanings in ways.items()}  # fmt: skip
            ways = {way: meanings for way, meanings in bare.items() if meanings}
        return Lexicon(ways=ways, longest=longest_by_first(ways), writing={}, betraying={})


def _kind(meaning: str) -> str:
    return meaning.partition(".")[0]


def _merge(all_ways: Iterable[Ways]) -> Ways:
    merged: dict[Way, frozenset[str]] = {}
    for ways in all_ways:
        for way, meanings in ways.items():
            merged[way] = merged.get(way, frozenset()) | meanings
    return merged


def _script_of(word: str) -> str | None:
    name = unicodedata.name(word[0], "") if word and not word[0].isascii() else ""
    return name.split(" ")[0] or None


@lru_cache(maxsize=1)
def load_tongues() -> Tongues:
    """Every language of `templates/lexicon`. Raises Fault for a file that cannot be read."""
    files = {path.stem: read_file(path) for path in sorted(FOLDER.glob("*.toml"))}
    strangers = files.pop(STRANGERS, {})
    tongues = {language: _make_tongue(tables) for language, tables in files.items()}
    return Tongues(
        everyday=tuple(tongues.pop(language) for language in EVERYDAY),
        others=tongues,
        strangers=_make_ways(strangers),
    )


def _make_tongue(tables: Mapping[str, Any]) -> Tongue:
    about = tables["about"]
    betraying = frozenset(" ".join(split_way(word)) for word in about.get("betraying", ()))
    return Tongue(_make_ways(tables), frozenset({about["writing"]} - {"LATIN", "DEVANAGARI"}), betraying)


def _make_ways(tables: Mapping[str, Any]) -> Ways:
    ways: dict[Way, set[str]] = {}
    for meaning, said in meanings_in(tables, whole_lines=True):
        if way := split_way(said):
            ways.setdefault(way, set()).add(meaning)
    return {way: frozenset(meanings) for way, meanings in ways.items()}
