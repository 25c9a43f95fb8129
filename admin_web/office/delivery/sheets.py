"""What is printed of runs: on A4 the boxes of a window by variety and rider, and a sheet for each rider's way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.office.delivery.words import Planner, run_path, say_boxes, say_home, say_when, window_path
from core.db import transaction
from core.delivery.queries import RunView, StopView, find_run, manifest_of, runs_of_window, stops_of
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.visit import Visit

router = new_door(OFFICE)
Manifest = list[tuple[str, str, list[int], int]]  # variety, pack, how many each rider takes, all of them


@router.get("/admin/delivery/windows/{slot_id}/sheets")
def window_sheets(visit: Visiting, member: Planner, slot_id: Id) -> Response:
    """All runs of a window; 404 while there are none."""
    with transaction() as session:
        runs = runs_of_window(session, slot_id)
        sheets = [_sheet(visit, session, run) for run in runs]
        visit.now(session)
    return _print(visit, runs, sheets, back=f"{window_path(slot_id)}/routes")


@router.get("/admin/delivery/runs/{run_id}/sheet")
def run_sheet(visit: Visiting, member: Planner, run_id: Id) -> Response:
    with transaction() as session:
        run = find_run(session, run_id)
        runs = [run] if run else []
        sheets = [_sheet(visit, session, each) for each in runs]
        visit.now(session)
    return _print(visit, runs, sheets, back=run_path(run_id))


def _print(visit: Visit, runs: Sequence[RunView], sheets: Sequence[dict[str, Any]], *, back: str) -> Response:
    if not runs:
        raise HTTPException(404)
    return visit.page(
        "office/delivery_sheets.html",
        title=say_when(visit, runs[0]),
        riders=[run.rider for run in runs],
        manifest=count_together([sheet["boxes"] for sheet in sheets]) if len(sheets) > 1 else [],
        sheets=sheets,
        back=back,
    )


def count_together(boxes: Sequence[Sequence[tuple[int, str, str]]]) -> Manifest:
    """The boxes of several riders side by side, by variety and pack."""
    kinds = dict.fromkeys((variety, pack) for each in boxes for _, variety, pack in each)
    counted = [{(variety, pack): count for count, variety, pack in each} for each in boxes]
    return [
        (variety, pack, counts := [each.get((variety, pack), 0) for each in counted], sum(counts))
        for variety, pack in kinds
    ]


def _sheet(visit: Visit, session: Session, run: RunView) -> dict[str, Any]:
    return {
        "run": run,
        "boxes": say_boxes(visit, manifest_of(session, run.run_id)),
        "stops": [_line(visit, stop) for stop in stops_of(session, run.run_id)],
    }


def _line(visit: Visit, stop: StopView) -> dict[str, Any]:
    fruit = [
        f"{item['quantity']} × {pick(item['names'], visit.language)}, {pick(item['labels'], visit.language)}"
        for item in stop.items
    ]
    return {"stop": stop, "home": say_home(visit, stop.address), "name": stop.address.get("name") or "", "fruit": fruit}
