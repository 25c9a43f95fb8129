"""Razorpay's settlement report as a file: whatever its columns are called, and whichever stand between them. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.errors import Refusal

MOST_LINES = 20_000
# Our name → what the report calls it, in the dashboard and over the API.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "entity_id": ("entity_id",),
    "kind": ("transaction_entity", "type"),
    "credit": ("credit",),
    "debit": ("debit",),
    "fee": ("fee", "fee (exclusive tax)", "fee_exclusive_tax"),
    "tax": ("tax",),
    "settlement_id": ("settlement_id",),
    "utr": ("settlement_utr", "utr"),
    "settled_at": ("settled_at", "settlement_date", "settled_on"),
    "amount": ("amount",),
}
NEEDED = ("entity_id", "kind", "amount", "settlement_id")
KINDS = ("payment", "refund", "adjustment", "transfer")
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{2}[/-]\d{2}[/-]\d{4}")
ENTITY = re.compile(r"[a-z]+_[A-Za-z0-9_]{1,40}")
RUPEES = re.compile(r"-?\d{1,12}(\.\d{1,2})?")


@dataclass(frozen=True)
class ReportLine:
    """One payment or refund of a settlement; amounts are paise, `amount_paise` before Razorpay's fee."""

    entity_id: str
    kind: str
    amount_paise: int
    charge_paise: int
    tax_paise: int
    settlement_id: str
    utr: str
    settled_on: date | None


def read_report(text: str) -> list[ReportLine]:
    """All lines of a report. Raises Refusal `report-unreadable`(line) at the first that is none, `report-too-long`."""
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff").strip()))
    try:
        head = next(rows, [])
        places = _places(head)
        lines: list[ReportLine] = []
        for number, row in enumerate(rows, 2):
            if not any(cell.strip() for cell in row):
                continue
            if len(lines) >= MOST_LINES:
                raise Refusal("report-too-long", most=MOST_LINES)
            lines.append(_read_line(row, places, number))
    except csv.Error as error:
        raise Refusal("report-unreadable", line=rows.line_num) from error
    if not lines:
        raise Refusal("report-unreadable", line=1)
    return lines


def _places(head: list[str]) -> dict[str, int]:
    names = [cell.strip().lower() for cell in head]
    places = {
        ours: next(names.index(theirs) for theirs in called if theirs in names)
        for ours, called in COLUMNS.items()
        if any(theirs in names for theirs in called)
    }
    if any(name not in places for name in NEEDED):
        raise Refusal("report-unreadable", line=1)
    return places


def _read_line(row: list[str], places: Mapping[str, int], number: int) -> ReportLine:
    cells = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
    kind = cells["kind"].lower()
    if not ENTITY.fullmatch(cells["entity_id"]) or kind not in KINDS or not cells["settlement_id"]:
        raise Refusal("report-unreadable", line=number)
    return ReportLine(
        entity_id=cells["entity_id"],
        kind=kind,
        amount_paise=_paise(cells["amount"], number),
        charge_paise=_paise(cells.get("fee", ""), number),
        tax_paise=_paise(cells.get("tax", ""), number),
        settlement_id=cells["settlement_id"][:60],
        utr=cells.get("utr", "")[:60],
        settled_on=_day(cells.get("settled_at", "")),
    )


def _paise(cell: str, number: int) -> int:
    """`1,240.50` as 124050; nothing as nothing."""
    bare = cell.replace(",", "")
    if not bare:
        return 0
    if not RUPEES.fullmatch(bare):
        raise Refusal("report-unreadable", line=number)
    rupees, _, rest = bare.lstrip("-").partition(".")
    return int(rupees) * 100 + int(rest.ljust(2, "0") or 0)


def _day(cell: str) -> date | None:
    found = DAY.search(cell)
    if found is None:
        return None
    for form in DAYS:
        try:
            return datetime.strptime(found[0], form).date()  # noqa: DTZ007 - a day of the report, without a time
        except ValueError:
            continue
    return None
