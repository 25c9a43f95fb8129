"""Finding a sentence of the catalogues in what a phone shows, whatever its placeholders hold."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Any

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from core.wording import CATALOGUES, NO_BREAK_SPACE, WORD_JOINER, load_catalogues, parent_of

BLANK = "\ufffc"


class _Selectors(Visitor):
    """Which placeholders choose between variants, and the names of those."""

    def __init__(self) -> None:
        self.variants: dict[str, set[str]] = {}

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802 - the library's name
        if isinstance(node.selector, ast.VariableReference):
            names = {getattr(variant.key, "name", None) or variant.key.value for variant in node.variants}
            self.variants.setdefault(node.selector.id.name, set()).update(names)
        self.generic_visit(node)


@lru_cache(maxsize=8)
def _selectors(language: str) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    found.update(_selectors(parent) if (parent := parent_of(language)) else {})
    for path in (CATALOGUES / language).glob("*.ftl"):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                visitor = _Selectors()
                visitor.visit(entry)
                found[entry.id.name] = visitor.variants
    return found


def says(text: str, language: str, key: str, values: dict[str, Any]) -> bool:
    """Whether the text holds the sentence of a key; placeholders that are not given may hold anything."""
    return any(re.search(pattern, as_read(text), re.DOTALL) for pattern in _patterns(language, key, values))


def as_read(text: str) -> str:
    """What a reader sees: marks that only keep a line together are a plain space, or nothing."""
    return text.replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "")


def _patterns(language: str, key: str, values: dict[str, Any]) -> list[str]:
    catalogue = load_catalogues()[language]
    open_choices = {name: sorted(names) for name, names in _selectors(language)[key].items() if name not in values}
    patterns = []
    for choice in product(*open_choices.values()):
        chosen = dict(zip(open_choices, (_value(name) for name in choice), strict=True))
        blanks = dict.fromkeys(catalogue.placeholders[key], BLANK)
        sentence = as_read(catalogue.say(key, {**blanks, **chosen, **values}))
        escaped = re.escape(sentence)
        for value in chosen.values():
            if isinstance(value, int):
                escaped = escaped.replace(str(value), r"\d+")
        patterns.append(escaped.replace(BLANK, ".*?"))
    return patterns


def _value(name: str) -> Any:
    """A value that chooses a variant: `one` and `other` are numbers."""
    numbers = {"one": 1, "other": 7}
    return numbers[name] if name in numbers else (int(name) if name.isdigit() else name)
