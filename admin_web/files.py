"""Lists as files: CSV and XLSX with the same columns and cells as the page has.

A cell that begins like a formula is text, whatever somebody calls themselves (OWASP CSV injection, F294).
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from admin_web.lists import Column
from core.clock import business_day
from core.money import PAISE_PER_RUPEE
from pages.visit import Visit

TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
FOR_EXCEL = "\ufeff"  # else it takes UTF-8 for another code
MOST_ROWS = 1_000_000  # a sheet of XLSX holds a few more
Cells = Sequence[object]


def answer_with(visit: Visit, kind: str, name: str, columns: Sequence[Column], rows: Iterable[Cells]) -> Response:
    """A file to be kept, named by what it is and the day."""
    day = business_day(visit.moment, visit.settings.zone)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}-{day:%Y-%m-%d}.{kind}"', "Cache-Control": "no-store",
    }  # fmt: skip
    if kind == "csv":
        return visit.send(StreamingResponse(write_csv(columns, rows), media_type=TYPES[kind], headers=headers))
    path = write_xlsx(columns, rows)
    gone = BackgroundTask(path.unlink)
    return visit.send(FileResponse(path, media_type=TYPES[kind], headers=headers, background=gone))


def write_csv(columns: Sequence[Column], rows: Iterable[Cells]) -> Iterator[str]:
    """Line by line, each as it is read."""
    yield FOR_EXCEL + _line([column.label for column in columns])
    for row in rows:
        yield _line([guard(each) for each in plain_cells(columns, row)])


def write_xlsx(columns: Sequence[Column], rows: Iterable[Cells]) -> Path:
    """A file of its own, row by row, so that a long list needs no memory. Nothing of it is a formula or a link."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.label, bold)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(plain_cells(columns, row)):
                if isinstance(cell, int | float):
                    sheet.write_number(number, place, cell)
                else:
                    sheet.write_string(number, place, cell)
            if number >= MOST_ROWS:
                break
    return path


def plain_cells(columns: Sequence[Column], row: Cells) -> list[str | int | float]:
    """What a cell says without its colours: rupees as a number, a pill's words, everything else as it reads."""
    return [_plain(column.kind, value) for column, value in zip(columns, row, strict=True)]


def _plain(kind: str, value: object) -> str | int | float:
    if kind == "money" and isinstance(value, int):
        rupees, paise = divmod(value, PAISE_PER_RUPEE)
        return value / PAISE_PER_RUPEE if paise else rupees
    if kind == "pill" and isinstance(value, tuple):
        return str(value[0])
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def guard(cell: str | int | float) -> str | int | float:
    """Text that a spreadsheet would take for a formula gets an apostrophe, which says that it is text."""
    is_formula = isinstance(cell, str) and cell.lstrip(" ").startswith(BEGINS_A_FORMULA)
    return f"'{cell}" if is_formula else cell


def _line(cells: Sequence[object]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
