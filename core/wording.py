"""All that people read, from `templates/<part>/<language>/*.ftl` (Project Fluent); a new language is a new folder.

A part is the chat or the pages: each has catalogues of its own. A folder may name a parent language in its
`catalogue.toml`: what it does not say itself is said in that one.
Fluent rather than gettext: our keys are meanings, plurals live in the catalogue, and translators' tools know it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from core.errors import Fault

TEMPLATES = Path(__file__).parent.parent / "templates"
CATALOGUES = TEMPLATES / "chat"
FIRST_LANGUAGE = "en"

# What no line ends in the middle of: a dash and the sum after it (`— ₹1,200`), and a range (`7–9`).
AFTER_A_DASH = re.compile(r"(?<= [–—]) ")
IN_A_RANGE = re.compile(r"(?<=\S)–(?=[\d₹])")
NO_BREAK_SPACE, WORD_JOINER = "\u00a0", "\u2060"


def keep_together(words: str) -> str:
    """Words that a phone shows on one line: `7–9 am` with spaces that do not break."""
    return words.replace(" ", NO_BREAK_SPACE)


class _Placeholders(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


@dataclass(frozen=True)
class Catalogue:
    """One language: how to say each key, which placeholders it takes, and who says what it leaves out."""

    language: str
    bundle: FluentBundle
    placeholders: dict[str, frozenset[str]]
    parent: Catalogue | None = None

    def say(self, key: str, values: dict[str, Any]) -> str:
        """The sentence for a key. Raises Fault when the key is missing or a placeholder has no value."""
        if key not in self.placeholders:
            raise Fault(f"The wording {key!r} is missing in language {self.language!r}.")
        if self.parent is not None and not self.bundle.has_message(key):
            return self.parent.say(key, values)
        pattern = self.bundle.get_message(key).value
        assert pattern is not None, "only messages with a value are collected"
        sentence, errors = self.bundle.format_pattern(pattern, values)
        if errors:
            raise Fault(f"The wording {key!r} in language {self.language!r} failed: {errors[0]}")
        return IN_A_RANGE.sub(f"–{WORD_JOINER}", AFTER_A_DASH.sub(NO_BREAK_SPACE, str(sentence)))


class Wording:
    """The catalogues of one part of the shop, read and checked once, when the first sentence is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.load = lru_cache(maxsize=1)(self._load)
        self._say = lru_cache(maxsize=4096)(self._say_anew)

    def say(self, language: str, key: str, /, **values: Any) -> str:
        """Word `key` in a language (English for one we do not have); values are text and whole numbers.

        Sentences are remembered: a menu says the same forty of them to everybody. Raises Fault for an unknown key.
        """
        return self._say(language, key, tuple(values.items()))

    def has(self, key: str) -> bool:
        return key in self.load()[FIRST_LANGUAGE].placeholders

    def parent_of(self, language: str) -> str | None:
        """The language that says what this one leaves out; None for a whole one, and for an unknown one."""
        catalogue = self.load().get(language)
        return catalogue.parent.language if catalogue and catalogue.parent else None

    def whole_languages(self) -> tuple[str, ...]:
        """Those that say everything themselves."""
        return tuple(language for language in self.load() if self.parent_of(language) is None)

    def _say_anew(self, language: str, key: str, values: tuple[tuple[str, Any], ...]) -> str:
        catalogues = self.load()
        return catalogues.get(language, catalogues[FIRST_LANGUAGE]).say(key, dict(values))

    def _load(self) -> dict[str, Catalogue]:
        folders = sorted(path for path in self.folder.iterdir() if path.is_dir())
        whole = {folder.name: read_catalogue(folder.name, folder.glob("*.ftl")) for folder in folders}
        loaded = {folder.name: inherit(whole[folder.name], whole, folder / "catalogue.toml") for folder in folders}
        first = loaded[FIRST_LANGUAGE]
        problems = [problem for catalogue in loaded.values() for problem in find_problems(catalogue, first)]
        if problems:
            raise Fault("The wording cannot be used: " + "; ".join(problems))
        return loaded


CHAT = Wording(CATALOGUES)  # and the days, times and windows of `core.formats`, which pages say as the chat does


def say(language: str, key: str, /, **values: Any) -> str:
    """Word `key` of the chat, see `Wording.say`."""
    return CHAT.say(language, key, **values)


def has_wording(key: str) -> bool:
    return CHAT.has(key)


def pick(names: dict[str, str], language: str) -> str:
    """From data in several languages, this one's, its parent's, or English."""
    return names.get(language) or names.get(parent_of(language) or language) or names[FIRST_LANGUAGE]


def languages() -> tuple[str, ...]:
    return tuple(load_catalogues())


def whole_languages() -> tuple[str, ...]:
    """Those that say everything themselves, in templates at Meta too."""
    return CHAT.whole_languages()


def parent_of(language: str) -> str | None:
    """The language of the chat that says what this one leaves out; None for one that says everything itself."""
    return CHAT.parent_of(language)


def load_catalogues() -> dict[str, Catalogue]:
    """The chat's languages, checked against English. Raises Fault naming each missing key and placeholder."""
    return CHAT.load()


def read_catalogue(language: str, files: Iterable[Path]) -> Catalogue:
    """Parse a language's files. Raises Fault naming the file and the entry that cannot be read or is said twice."""
    bundle = FluentBundle([language], use_isolating=False)
    placeholders: dict[str, frozenset[str]] = {}
    for path in sorted(files):
        resource = FluentResource(path.read_text(encoding="utf-8"))  # parsed once: it is half of a process's start
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise Fault(
                    f"{path.name} ({language}) has an entry that cannot be read: {(entry.content or '')[:60]!r}"
                )
            if isinstance(entry, ast.Message) and entry.value is not None:
                if entry.id.name in placeholders:
                    raise Fault(f"{path.name} ({language}) says {entry.id.name!r} a second time.")
                visitor = _Placeholders()
                visitor.visit(entry)
                placeholders[entry.id.name] = frozenset(visitor.names)
        bundle.add_resource(resource)
    return Catalogue(language, bundle, placeholders)


def inherit(catalogue: Catalogue, others: Mapping[str, Catalogue], facts: Path) -> Catalogue:
    """The catalogue with the parent that its facts name, if any. Raises Fault for one that is no other language."""
    if not facts.is_file():
        return catalogue
    name = str(tomllib.loads(facts.read_text(encoding="utf-8"))["parent"])
    parent = others.get(name)
    if parent is None or parent is catalogue:
        raise Fault(
            f"The wording in {catalogue.language!r} has the parent {name!r}, which is no other language of ours."
        )
    return replace(catalogue, parent=parent, placeholders={**parent.placeholders, **catalogue.placeholders})


def find_problems(catalogue: Catalogue, first: Catalogue) -> list[str]:
    """Keys and placeholders that differ from English's."""
    ours, theirs = catalogue.placeholders, first.placeholders
    problems = [f"{catalogue.language} lacks {key}" for key in theirs.keys() - ours.keys()]
    problems += [f"{catalogue.language} has an unknown {key}" for key in ours.keys() - theirs.keys()]
    return problems + [
        f"{catalogue.language} {key} has other placeholders than {first.language}"
        for key, names in ours.items()
        if names != theirs.get(key, names)
    ]
