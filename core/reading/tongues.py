"""The languages that a line may be in: those of every day in each line, the others where something betrays them.

Short words clash: `be` is two in Gujarati and a word of English, `bar` twelve or a time, `din` "give" in Bengali and a
day in Hindi. So a further language is heard only in a line that is written in its script or holds a word that only it
has; there its meaning of a word goes before the everyday ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from core.errors import Fault
from core.reading.letters import normalise
from core.reading.lexicon import (
    EVERYDAY,
    FOLDER,
    Lexicon,
    Way,
    clashes_of,
    longest_by_first,
    meanings_in,
    read_file,
    split_way,
    words_about,
)

# Of who ends offers, and of no use elsewhere: `need to` would hide what is needed.
UNHEARD = frozenset({"optout.around", "optout.ask", "optout.send", "optout.not", "optout.undo"})
# Of what only tells (told.py), which is looked for mark by mark.
TOLD = frozenset({"being.word", "had.word", "own.word", "report.word", "report.if", "market.word", "sells.word"})
REFUSES = "deny."
LONG = 5  # letters of a word that is like none of another language by accident
STRANGERS = "varieties"  # the file of mangoes that other shops have
Ways = Mapping[Way, frozenset[str]]
FACTS = frozenset({
    "number", "fraction", "offset", "unit", "times", "day", "weekday", "month", "part", "clock", "date", "when", "pay",
    "change", "deny", "do", "want", "courtesy", "answer", "thing", "home", "ordinal", "compass", "letter", "phone",
    "measure", "stop", "fruit", "each", "more", "less", "remove", "swap", "make", "only", "of", "near", "lead", "span",
    "price", "per", "becomes", "note", "society", "stranger", "or", "and", "back", "other", "past",
    "for", "call", "some", "rest", "alike", "is", "keep", "lives", "along", "minus", "doing", "asking", "if_so",
    "when_where", "paying", "same", "double", "there", "person", "away", "describes", "end", "fits",
    "short_of", "promised", "uncounted", "thence", "used_up", "ripening", "mistaken", "mention", "vague", "whole",
    "stirred", "last_time", "this_time", "homely", "city", "receiver", "telling", "place_of_money",
    "speaker", "thereto", "stays", "past_day", "got", "nought", "fails", "not_add", "hence",
    "had", "own", "occasion", "other_goods", "people", "report", "market", "sells", "at_door", "whichever", "not_said",
    "money", "comes_back", "ordered", "came", "packing", "lucky", "meal", "know", "quotes", "except", "than",
    "own_deed",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class Tongue:
    """A language: its ways to say things, its scripts as Unicode names them, and what only it has.

    `betraying` are words, and pairs of words, with single spaces; `nearest` is the language that we answer it in.
    `endings` are what is glued to its words, and what is read in their place: `नंतर` a word of its own, `ची` nothing.
    """

    ways: Ways
    scripts: frozenset[str]
    betraying: frozenset[str]
    nearest: str = ""
    endings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def longest_ending(self) -> int:
        return max(map(len, self.endings), default=0)


@dataclass(frozen=True, eq=False)
class Tongues:
    """All languages by their codes, and `strangers`: names of mangoes that we know and may not sell."""

    everyday: tuple[Tongue, ...]
    others: Mapping[str, Tongue]
    strangers: Ways
    _made: dict[tuple[frozenset[str], bool], Lexicon] = field(default_factory=dict)
    _everyday_ways: dict[bool, Ways] = field(default_factory=dict)

    @cached_property
    def longest_strangers(self) -> Mapping[str, int]:
        return longest_by_first(self.strangers)

    def spoken_in(self, words: Sequence[str]) -> frozenset[str]:
        """Which further languages the words of a line, in their order, are in: those that most of them betray."""
        scripts = [script for word in words if (script := _script_of(word)) is not None]
        said = words_and_pairs(words)
        betrayed = {
            code: len(tongue.betraying & said) + sum(script in tongue.scripts for script in scripts)
            for code, tongue in self.others.items()
        }
        most = max(betrayed.values(), default=0)
        return frozenset(code for code, count in betrayed.items() if count and count == most)

    def heard_in(self, words: Sequence[str]) -> Lexicon:
        """The ways of the language that a line is in; of several that it may as well be in, one is heard."""
        return self.lexicon(frozenset(sorted(self.spoken_in(words))[:1]))

    def facts_in(self, words: Sequence[str]) -> Lexicon:
        """The same, without the ways of several words that name and count nothing."""
        return self.lexicon(frozenset(sorted(self.spoken_in(words))[:1]), facts=True)

    def lexicon(self, spoken: frozenset[str] = frozenset(), *, facts: bool = False) -> Lexicon:
        """The ways of every day with those of some further languages, whose meanings go before.

        With `facts`, of the ways of several words only those that name or count something: no question swallows them.
        """
        key = (spoken, facts)
        if key not in self._made:
            self._made[key] = self._make(spoken, facts=facts)
        return self._made[key]

    def _make(self, spoken: frozenset[str], *, facts: bool) -> Lexicon:
        ways = dict(self._of_every_day(facts=facts))
        for way, meanings in _merge(self.others[code].ways for code in sorted(spoken)).items():
            if heard := _heard(way, meanings, facts=facts):
                ways[way] = heard
            else:
                ways.pop(way, None)
        return Lexicon(ways=ways, longest=longest_by_first(ways), writing={}, betraying={}, lent={})

    def _of_every_day(self, *, facts: bool) -> Ways:
        """Kept: each further language is heard together with these."""
        if facts not in self._everyday_ways:
            merged = _merge(tongue.ways for tongue in self.everyday)
            heard = ((way, _heard(way, meanings, facts=facts)) for way, meanings in merged.items())
            self._everyday_ways[facts] = {way: meanings for way, meanings in heard if meanings}
        return self._everyday_ways[facts]


def _heard(way: Way, meanings: frozenset[str], *, facts: bool) -> frozenset[str]:
    """What is heard of the meanings of a way."""
    if not facts:
        return meanings - UNHEARD - TOLD
    if len(way) == 1:
        return meanings - UNHEARD
    return frozenset(meaning for meaning in meanings - UNHEARD if _kind(meaning) in FACTS)


def _kind(meaning: str) -> str:
    return meaning.partition(".")[0]


def _merge(all_ways: Iterable[Ways]) -> Ways:
    merged: dict[Way, frozenset[str]] = {}
    for ways in all_ways:
        for way, meanings in ways.items():
            merged[way] = merged[way] | meanings if way in merged else meanings
    return merged


def words_and_pairs(words: Sequence[str]) -> set[str]:
    """What may betray a language: the words of a line, and each with the next."""
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}


def _script_of(word: str) -> str | None:
    name = unicodedata.name(word[0], "") if word and not word[0].isascii() else ""
    return name.split(" ")[0] or None


@lru_cache(maxsize=1)
def load_tongues() -> Tongues:
    """Every language of `templates/lexicon`. Raises Fault for a file that cannot be read and for what may not be."""
    files = {path.stem: read_file(path) for path in sorted(FOLDER.glob("*.toml"))}
    strangers = files.pop(STRANGERS, {})
    tongues = {language: _make_tongue(tables) for language, tables in files.items()}
    made = Tongues(
        everyday=tuple(tongues.pop(language) for language in EVERYDAY),
        others=tongues,
        strangers=_make_ways(strangers),
    )
    made = replace(made, others=with_words_of_its_own(made), _made={})
    if problems := problems_of(made):
        raise Fault("The lexicon cannot be used: " + "; ".join(problems))
    for spoken in (frozenset[str](), *(frozenset({code}) for code in made.others)):
        made.lexicon(spoken)
        made.lexicon(spoken, facts=True)
    return made


def with_words_of_its_own(tongues: Tongues) -> dict[str, Tongue]:
    """The further languages, each betrayed as well by every longer word that no other language and no mango has."""
    everyday = {word for way in (*tongues.lexicon().ways, *tongues.strangers) for word in way}
    words = {code: {word for way in tongue.ways for word in way} for code, tongue in tongues.others.items()}
    made: dict[str, Tongue] = {}
    for code, tongue in tongues.others.items():
        others = everyday.union(*(its for other, its in words.items() if other != code))
        own = {way[0] for way in tongue.ways if len(way) == 1 and len(way[0]) >= LONG and way[0] not in others}
        made[code] = replace(tongue, betraying=tongue.betraying | own)
    return made


def _make_tongue(tables: Mapping[str, Any]) -> Tongue:
    about = tables["about"]
    betraying = words_about(tables, "betraying")
    scripts = frozenset({about["writing"]} - {"LATIN", "DEVANAGARI"})
    endings = {normalise(ending): normalise(instead) for ending, instead in about.get("endings", {}).items()}
    return Tongue(_make_ways(tables), scripts, betraying, about.get("nearest", ""), endings)


def _make_ways(tables: Mapping[str, Any]) -> Ways:
    ways: dict[Way, set[str]] = {}
    for meaning, said in meanings_in(tables, whole_lines=True):
        if way := split_way(said):
            ways.setdefault(way, set()).add(meaning)
    return {way: frozenset(meanings) for way, meanings in ways.items()}


def problems_of(tongues: Tongues) -> list[str]:
    """Every fault of the languages that are heard only when something betrays them, in words; empty when all is well.

    Within a language the rules of every lexicon hold. It takes no refusal out of a word of every day. A word that
    betrays it is none of theirs, unless of the same kind there (`nako`, which refuses); where another further language
    has the word too, it means the same.
    """
    everyday = tongues.lexicon()
    return [
        f"{code}: {problem}"
        for code, tongue in tongues.others.items()
        for problem in (
            *clashes_of(tongue.ways, tongues.lexicon(frozenset({code})).ways),
            *_lost_refusals(tongue, everyday),
            *_false_betrayals(code, tongue, tongues, everyday),
        )
    ]


def _lost_refusals(tongue: Tongue, everyday: Lexicon) -> Iterable[str]:
    for way, meanings in tongue.ways.items():
        if _refuses(everyday.ways.get(way, ())) and not _refuses(meanings):
            yield f"{' '.join(way)!r} refuses in a language of every day, and would not in this one"


def _refuses(meanings: Iterable[str]) -> bool:
    return any(meaning.startswith(REFUSES) for meaning in meanings)


def _false_betrayals(code: str, tongue: Tongue, tongues: Tongues, everyday: Lexicon) -> Iterable[str]:
    for words in sorted(tongue.betraying):
        way = tuple(words.split(" "))
        own = {_kind(meaning) for meaning in tongue.ways.get(way, ())}
        if way in tongues.strangers or (way in everyday.ways and own.isdisjoint(map(_kind, everyday.ways[way]))):
            yield f"{words!r} betrays nothing, because it is a word of every day or the name of a mango"
        for other, its in tongues.others.items():
            if other != code and way in its.ways and its.ways[way].isdisjoint(tongue.ways.get(way, ())):
                yield f"{words!r} betrays it, and means something else in {other}"
