"""A list of work as pages show it: rows that are cards on a phone and a table on a desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pages.filters import Filters
from pages.visit import Visit


class Column(NamedTuple):
    """A column's words, and what stands in it: "text", "count", "money" (whole paise) or "pill" ((words, tone))."""

    label: str
    kind: str = "text"


class Row(NamedTuple):
    """One row. The first cell names it and leads to `href`, where there is one; `id` is what a bulk move sends."""

    id: int
    href: str
    cells: Sequence[object]


def pills_of(visit: Visit, asked: Filters, words: Callable[[str, Any], str]) -> list[tuple[str, str]]:
    """What narrows a list, each in words and with the query that takes it away; what is not known is said to be so."""
    return [
        (visit.t("filter-odd", value=str(value)) if name in asked.odd else words(name, value), asked.without(name))
        for name, value in asked.set_fields.items()
    ]
