"""The ER diagram in `docs/`, drawn from the tables: `python -m core.diagram` writes it, a test keeps it fresh."""

from pathlib import Path

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.dialects import postgresql

from core.tables import metadata

DIAGRAM = Path(__file__).parent.parent / "docs" / "er-diagram.md"

HEAD = """# Tables

Drawn from `core/*/tables.py` by `python -m core.diagram`. Money is paise, time is UTC, quantities are base units.

```mermaid
erDiagram
"""


def draw(tables: MetaData) -> str:
    """The diagram as Markdown with one Mermaid block: every table with its columns, every foreign key as a line."""
    lines = [line for table in _in_order(tables) for line in _draw_table(table)]
    lines += [line for table in _in_order(tables) for line in _draw_references(table)]
    return HEAD + "\n".join(lines) + "\n```\n"


def _in_order(tables: MetaData) -> list[Table]:
    return sorted(tables.tables.values(), key=lambda table: table.name)


def _draw_table(table: Table) -> list[str]:
    columns = [f"        {_kind(column)} {column.name}{_marks(column)}" for column in table.columns]
    return [f"    {table.name} {{", *columns, "    }"]


def _kind(column: Column[object]) -> str:
    words = str(column.type.compile(postgresql.dialect())).lower()  # type: ignore[no-untyped-call]
    return {"timestamp with time zone": "timestamptz", "double precision": "double", "text[]": "texts"}.get(
        words, words.split("(")[0]
    )


def _marks(column: Column[object]) -> str:
    marks = [
        mark
        for mark, holds in (("PK", column.primary_key), ("FK", column.foreign_keys), ("UK", column.unique))
        if holds
    ]
    return " " + ", ".join(marks) if marks else ""


def _draw_references(table: Table) -> list[str]:
    return [
        f"    {key.column.table.name} ||--o{{ {table.name} : {key.parent.name}"
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
    ]


if __name__ == "__main__":
    DIAGRAM.write_text(draw(metadata), encoding="utf-8")
