"""What a shift came to, in words: for the till and for the office alike."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from core.formats import format_clock, format_day, format_units
from core.stalls.reports import ShiftFacts, fruit_of_shift, sales_by_pack, sales_by_payment
from core.wording import pick
from pages.visit import Visit


def show_report(visit: Visit, session: Session, shift: ShiftFacts) -> dict[str, Any]:
    """The values of `templates/shared/shift_report.html`."""
    language = visit.language
    fruit = [
        {"name": pick(each.names, language),
         **{name: None if units is None else format_units(language, each.base_unit, units)
            for name, units in (("opened", each.opened), ("sold", each.sold), ("left", each.left_over),
                                ("wasted", each.wasted))},
         "difference": each.difference, "differs": format_units(language, each.base_unit, abs(each.difference or 0)),
         "explained": format_units(language, each.base_unit, each.explained) if each.explained else ""}
        for each in fruit_of_shift(session, shift.id)
    ]  # fmt: skip
    packs = [(each.quantity, pick(each.names, language), pick(each.labels, language), each.paise)
             for each in sales_by_pack(session, shift.id)]  # fmt: skip
    return {
        "shift": shift,
        "hours": _hours(visit, shift),
        "payments": sales_by_payment(session, shift.id),
        "packs": packs,
        "fruit": fruit,
    }


def _hours(visit: Visit, shift: ShiftFacts) -> str:
    zone, language = visit.settings.zone, visit.language
    day = format_day(language, shift.opened_at, visit.moment, zone)
    ends = format_clock(language, shift.closed_at, zone) if shift.closed_at else ""
    return f"{day}, {format_clock(language, shift.opened_at, zone)} – {ends}".rstrip(" –")
