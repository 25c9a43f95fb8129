"""All that people read, from `templates/chat/<language>/*.ftl` (Project Fluent); a new language is a new folder.

A folder may name a parent language in its `catalogue.toml`: what it does not say itself is said in that one.
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
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from core.errors import Fault

CATALOGUES = Path(__file__).parent.parent / "templates" / "chat"
FIRST_LANGUAGE = "en"

# What WhatsApp allows where a key's name says where it is used (WHATSAPP §2.2), in code points.
LIMITS = {"button": 20, "list-button": 20, "row": 24, "row-description": 72, "section": 24, "footer": 60, "header": 60}


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


def say(language: str, key: str, /, **values: Any) -> str:
    """Word `key` in a language (English for one we do not have); values are text and whole numbers.

    Sentences are remembered: a menu says the same forty of them to everybody. Raises Fault for an unknown key.
    """
    return _say(language, key, tuple(values.items()))


@lru_cache(maxsize=4096)
def _say(language: str, key: str, values: tuple[tuple[str, Any], ...]) -> str:
    catalogues = load_catalogues()
    return catalogues.get(language, catalogues[FIRST_LANGUAGE]).say(key, dict(values))


def has_wording(key: str) -> bool:
    return key in load_catalogues()[FIRST_LANGUAGE].placeholders


def pick(names: dict[str, str], language: str) -> str:
    """From data in several languages, this one's, its parent's, or English."""
    return names.get(language) or names.get(parent_of(language) or language) or names[FIRST_LANGUAGE]


def languages() -> tuple[str, ...]:
    return tuple(load_catalogues())


def whole_languages() -> tuple[str, ...]:
    """Those that say everything themselves, in pages and in templates at Meta too."""
    return tuple(language for language in languages() if parent_of(language) is None)


def parent_of(language: str) -> str | None:
    """The language that says what this one leaves out; None for one that says everything, and for an unknown one."""
    catalogue = load_catalogues().get(language)
    return catalogue.parent.language if catalogue and catalogue.parent else None


@lru_cache(maxsize=1)
def load_catalogues() -> dict[str, Catalogue]:
    """Every language, checked against English. Raises Fault naming each missing key, placeholder or overlong button."""
    folders = sorted(path for path in CATALOGUES.iterdir() if path.is_dir())
    whole = {folder.name: read_catalogue(folder.name, folder.glob("*.ftl")) for folder in folders}
    catalogues = {folder.name: inherit(whole[folder.name], whole, folder / "catalogue.toml") for folder in folders}
    problems = [problem for catalogue in catalogues.values() for problem in find_problems(catalogue, catalogues["en"])]
    if problems:
        raise Fault("The wording cannot be used: " + "; ".join(problems))
    return catalogues


def read_catalogue(language: str, files: Iterable[Path]) -> Catalogue:
    """Parse a language's files. Raises Fault naming the file and the entry that cannot be read or is said twice."""
    bundle = FluentBundle([language], use_isolating=False)
    placeholders: dict[str, frozenset[str]] = {}
    for path in sorted(files):
        source = path.read_text(encoding="utf-8")
        for entry in parse(source).body:
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
        bundle.add_resource(FluentResource(source))
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
    """Keys that differ from English's, and fixed labels that WhatsApp would refuse as too long."""
    problems = [
        f"{catalogue.language} lacks {key}" for key in first.placeholders.keys() - catalogue.placeholders.keys()
    ]
    problems += [
        f"{catalogue.language} has an unknown {key}"
        for key in catalogue.placeholders.keys() - first.placeholders.keys()
    ]
    for key, names in catalogue.placeholders.items():
        if key in first.placeholders and names != first.placeholders[key]:
            problems.append(f"{catalogue.language} {key} has other placeholders than {first.language}")
        limit = label_limit(key)
        if limit and not names and len(catalogue.say(key, {})) > limit:
            problems.append(f"{catalogue.language} {key} is longer than {limit} characters")
    return problems


def label_limit(key: str) -> int | None:
    """How long the label that a key names may be: its last words say where it is used."""
    return next(
        (LIMITS[ending] for ending in sorted(LIMITS, key=len, reverse=True) if key.endswith(f"-{ending}")), None
    )
