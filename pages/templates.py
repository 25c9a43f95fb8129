"""Jinja: everything escaped, whatever a template is called; addresses of built files; one block of a template alone."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_blocks
from markupsafe import Markup

from core.money import format_rupees
from core.reading.phones import show_phone
from core.wording import NO_BREAK_SPACE, TEMPLATES

# What the frame of a page is made of beside its visitor; how many pages of some 20 kB are kept.
OF_ALL = ("language", "here", "told", "public_url", "chat_url")
MOST_KEPT = 200
_kept: dict[tuple[Hashable, ...], str] = {}

LONGEST_WHOLE = 16  # letters of a word that stands whole in a column
BREAKABLE = re.compile(rf"(?<!\S)(?=\S*[-/]\S)(\S{{3,{LONGEST_WHOLE}}})(?!\S)")  # lines end behind these signs
WHOLE = Markup('<span class="whole">{}</span>')
BUILT = Path(__file__).parent.parent / "static" / "dist"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one Jinja environment."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    made.filters["rupees"] = format_rupees
    made.filters["phone"] = show_phone
    made.filters["whole"] = keep_words_whole
    made.tests["long_worded"] = is_long_worded
    return made


def is_long_worded(words: str) -> bool:
    """Whether a word of it must be broken, or a table with it would be wider than a desk's screen."""
    return any(len(word) > LONGEST_WHOLE for word in words.split())


def keep_words_whole(words: str) -> Markup:
    """Words with a hyphen or a slash in them, such as the flat `B-1203`, on one line, unless longer than a column.
    No line begins with a dot.

    Marked up and not written with other hyphens, so that what is copied or looked for is what was typed.
    """
    parts = BREAKABLE.split(words.replace(" ·", f"{NO_BREAK_SPACE}·"))
    return Markup("").join(WHOLE.format(part) if place % 2 else part for place, part in enumerate(parts))


def render(template: str, blocks: Sequence[str], values: dict[str, Any]) -> str:
    """A template as HTML; only the named blocks of it when any are named."""
    if blocks:
        return render_blocks(environment(), template, blocks, {**values, **_imported(template, values)})
    return environment().get_template(template).render(values)


def _imported(template: str, values: dict[str, Any]) -> dict[str, Any]:
    """What a template imports and sets before its blocks: a block alone has it too, as it has within the page."""
    found = environment().get_template(template)
    context = found.new_context(values)
    beginning = found.root_render_func(context)
    next(beginning)
    return dict(context.vars)


def render_for_all(template: str, blocks: Sequence[str], values: dict[str, Any], same: Hashable) -> str:
    """The same, kept for whoever comes next when `same`, the language, the address and what is told are the same.

    The template is not given the visit, so that nothing of one visitor can get into another's page.
    """
    key = (template, tuple(blocks), *(values[name] for name in OF_ALL), same)
    found = _kept.get(key)
    if found is None:
        found = render(template, blocks, {name: value for name, value in values.items() if name != "visit"})
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = found
    return found


def asset(name: str) -> str:
    """The address of a built file, with its content's hash where the build made one."""
    return f"/static/{_manifest().get(name, name)}"


@lru_cache(maxsize=1)
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
