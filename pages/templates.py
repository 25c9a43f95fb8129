"""Jinja: everything escaped, whatever a template is called; addresses of built files; one block of a template alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_blocks

from core.money import format_rupees
from core.wording import TEMPLATES

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
    return made


def render(template: str, blocks: Sequence[str], values: dict[str, Any]) -> str:
    """A template as HTML; only the named blocks of it when any are named."""
    if blocks:
        return render_blocks(environment(), template, blocks, values)
    return environment().get_template(template).render(values)


def asset(name: str) -> str:
    """The address of a built file, with its content's hash where the build made one."""
    return f"/static/{_manifest().get(name, name)}"


@lru_cache(maxsize=1)
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
