"""What all pages about deliveries say alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from admin_web.guard import may
from admin_web.lists import Column
from admin_web.member import Member
from core.delivery.queries import Boxes
from core.formats import format_slot_title
from core.settings import get_settings
from core.staff.rules import Right
from core.wording import FIRST_LANGUAGE, pick
from pages.visit import Visit

DELIVERY = "/admin/delivery"
Planner = Annotated[Member, may(Right.PLAN_RUNS)]
NOBODY = 0  # the rider of an order that is taken out of its run


def window_path(slot_id: int) -> str:
    return f"{DELIVERY}/windows/{slot_id}"


def run_path(run_id: int) -> str:
    return f"{DELIVERY}/runs/{run_id}"


def say_home(visit: Visit, address: dict[str, Any]) -> str:
    names = address.get("apartment_names") or {FIRST_LANGUAGE: str(address.get("apartment", ""))}
    return f"{address.get('line', '')}, {pick(names, visit.language)}"


def say_when(visit: Visit, window: Any) -> str:
    """The day and the hours of whatever has them."""
    return format_slot_title(visit.language, window.starts_at, window.ends_at, visit.moment, get_settings().zone)


def say_state(visit: Visit, status: str, *, is_waiting: bool) -> tuple[str, str]:
    """How a run stands, with its tone; `is_waiting`: its cash is to be counted."""
    if is_waiting:
        return visit.t("runs-run-to-count"), "wait"
    return visit.t(f"runs-run-{status}"), {"open": "wait", "ended": "done"}.get(status, "plain")


def say_boxes(visit: Visit, boxes: Sequence[Boxes]) -> list[tuple[int, str, str]]:
    """How many, of which variety, in which pack."""
    return [(each.boxes, pick(each.names, visit.language), pick(each.labels, visit.language)) for each in boxes]


def columns_of(visit: Visit, *columns: tuple[str, str]) -> list[Column]:
    return [Column(visit.t(f"runs-column-{name}"), kind) for name, kind in columns]
