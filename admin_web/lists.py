"""A list of work as pages show it: rows that are cards on a phone and a table on a desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column's words, and what stands in it: "text", "count", "money" (whole paise) or "pill" ((words, tone))."""

    label: str
    kind: str = "text"


class Row(NamedTuple):
    """One row. The first cell names it and leads to `href`, where there is one; `id` is what a bulk move sends."""

    id: int
    href: str
    cells: Sequence[object]
