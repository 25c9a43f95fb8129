"""Reports: sales told apart in six ways, who comes again, waste, and the margin where the cost of lots is known."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Day
from admin_web.files import answer_with
from admin_web.guard import may
from admin_web.lists import Column
from admin_web.member import Member
from admin_web.office.reports.charts import draw_bars
from core.clock import business_day
from core.db import transaction
from core.formats import format_date
from core.money import format_rupees
from core.staff.rules import Right
from core.views.reports import STALL, By, Sales, read_figures, read_margin, read_sales, read_waste
from core.wording import pick
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.visit import Visit

router = new_door(OFFICE)

REPORTS = "/admin/reports"
USUAL = timedelta(days=6)
LONGEST = timedelta(days=92)  # a quarter: no report reads years
Seer = Annotated[Member, may(Right.SEE_REPORTS)]


class AskedReport(Filters):
    """From which day to which, told apart by what."""

    by: By = By.DAY
    first: Day | None = None
    last: Day | None = None

    def days(self, today: date) -> tuple[date, date]:
        """The range: the last seven days unless others are named, a quarter at most, whatever is asked."""
        last = self.last or (today if self.first is None else min(self.first + LONGEST, today))
        first = self.first or last - USUAL
        first, last = min(first, last), max(first, last)
        return max(first, last - LONGEST), last


@router.get(REPORTS)
def report(visit: Visiting, member: Seer) -> Response:
    """One report; its chart is a picture of its own."""
    asked, (first, last) = _asked(visit)
    with transaction() as session:
        figures = read_figures(session, first, last, visit.settings.zone.key)
        sales = _read_sales(visit, session, asked, first, last)
        # What was lost and earned is known by variety, and is asked for there alone.
        waste = read_waste(session, *_moments(visit, first, last)) if asked.by is By.VARIETY else []
        margin = read_margin(session, first, last) if asked.by is By.VARIETY else []
    return visit.page(
        "office/reports.html",
        asked=asked,
        pills=[(visit.t("filter-odd", value=value), asked.without(name)) for name, value in asked.odd.items()],
        first=first,
        last=last,
        spans=[(visit.t(f"report-span-{name}"), asked.query(first=last - timedelta(days=days), last=last))
               for name, days in (("week", 6), ("month", 29), ("quarter", 91))],
        ways=[(visit.t(f"report-by-{by}"), asked.query(by=by.value), by is asked.by) for by in By],
        figures=[
            (visit.t("report-orders"), str(figures.orders)),
            (visit.t("report-sales"), format_rupees(figures.paise)),
            (visit.t("report-average"), format_rupees(_share(figures.paise, figures.orders) // 100 * 100)),
            (visit.t("report-again"), f"{_share(100 * figures.again, figures.customers)} %"),
        ],
        columns=[(visit.t(name), kind) for name, kind in _kinds(asked.by)],
        rows=[_cells(visit, asked.by, each) for each in sales],
        chart=f"{REPORTS}/chart.svg{asked.query(first=first, last=last)}",
        waste=[(pick(each.names, visit.language), visit.t(f"packing-{each.base_unit}", count=each.quantity))
               for each in waste],
        margin=[(pick(each.names, visit.language), each.sold_paise, each.cost_paise, each.sold_paise - each.cost_paise)
                for each in margin],
        here=REPORTS,
    )  # fmt: skip


@router.get("/admin/reports/chart.svg")
def chart(visit: Visiting, member: Seer) -> Response:
    """The bars of a report, light or dark, for a desk or a phone."""
    asked, (first, last) = _asked(visit)
    with transaction() as session:
        sales = _read_sales(visit, session, asked, first, last)
    drawn = draw_bars([(_label(visit, asked.by, each), each.paise) for each in sales],
                      dark="dark" in visit.request.query_params,
                      narrow="narrow" in visit.request.query_params)  # fmt: skip
    return visit.send(Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=60"}))


@router.get("/admin/reports/export.{kind}")
def export(visit: Visiting, member: Annotated[Member, may(Right.EXPORT)], kind: Literal["csv", "xlsx"]) -> Response:
    """The table of a report as a file."""
    asked, (first, last) = _asked(visit)
    with transaction() as session:
        sales = _read_sales(visit, session, asked, first, last)
    columns = [Column(visit.t(name), kind) for name, kind in _kinds(asked.by)]
    return answer_with(visit, kind, f"sales-by-{asked.by}", columns, [_cells(visit, asked.by, each) for each in sales])


def _read_sales(visit: Visit, session: Session, asked: AskedReport, first: date, last: date) -> list[Sales]:
    return [] if asked.odd else read_sales(session, asked.by, first, last, visit.settings.zone.key)


def _asked(visit: Visit) -> tuple[AskedReport, tuple[date, date]]:
    asked = AskedReport.read(visit.request.query_params)
    return asked, asked.days(business_day(visit.moment, visit.settings.zone))


def _moments(visit: Visit, first: date, last: date) -> tuple[datetime, datetime]:
    """From the first day's beginning to the last one's end, by the shop's clock."""
    begins, ends = (datetime.combine(day, time.min, visit.settings.zone) for day in (first, last))
    return begins, ends + timedelta(days=1)


def _cells(visit: Visit, by: By, row: Sales) -> list[object]:
    boxes = [row.boxes] if by is By.VARIETY else []
    return [_label(visit, by, row), *boxes, row.orders, row.paise, _share(row.paise, row.orders)]


def _kinds(by: By) -> list[tuple[str, str]]:
    """The columns of a report and how their cells are written."""
    boxes = [("report-boxes", "count")] if by is By.VARIETY else []
    return [(f"report-by-{by}", "text"), *boxes, ("report-orders", "count"), ("report-sales", "money"),
            ("report-average", "money")]  # fmt: skip


def _label(visit: Visit, by: By, row: Sales) -> str:
    if by is By.DAY:
        return format_date(visit.language, date.fromisoformat(row.key))
    if by is By.CHANNEL or row.key == STALL:
        return visit.t(f"orders-channel-{row.key}")
    if by is By.PAYMENT:
        return visit.t(f"report-paid-{row.key}")
    return pick(row.names, visit.language) if row.names and row.key else row.key or visit.t("report-unknown")


def _share(whole: int, parts: int) -> int:
    return round(whole / parts) if parts else 0
