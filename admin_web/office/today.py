"""Today: what is to be done now, and how the day goes. It follows the shop by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from sqlmodel import Session
from starlette.responses import Response

from admin_web.alerts import shown_alerts
from admin_web.area import HOME, OFFICE
from admin_web.checklist import open_steps
from admin_web.guard import AnyMember
from admin_web.member import Member
from core.clock import business_day
from core.db import transaction
from core.formats import format_slot
from core.staff.rules import Right
from core.views.today import Counts, count_today, filling_windows, low_stock, sum_since
from core.wording import pick
from pages.door import Visiting, new_door
from pages.visit import Visit

router = new_door(OFFICE)

ALERTS_SHOWN = 5
DAYS_AHEAD = 1


@router.get(HOME)
def today(visit: Visiting, member: AnyMember) -> Response:
    """Everything that is theirs to see; who may see no orders goes to their own page."""
    if not member.may(Right.SEE_ORDERS):
        return visit.redirect("/admin/account")
    zone = visit.settings.zone
    day = business_day(member.now, zone)
    begins = datetime.combine(day, time(), zone)
    with transaction() as session:
        counts = count_today(session, day_ends=begins + timedelta(days=1))
        values: dict[str, Any] = {
            "tasks": list(_tasks(counts, member)),
            "sold": sum_since(session, begins) if member.may(Right.SEE_MONEY) else None,
            "windows": _windows(visit, session, member),
            "low": [(pick(each.names, member.language), each) for each in low_stock(session, day)],
            "alerts": shown_alerts(visit, session, most=ALERTS_SHOWN) if member.may(Right.RESOLVE_ALERTS) else [],
            "alerts_in_all": counts.alerts,
            "steps": open_steps(session, visit.settings) if member.may(Right.CHANGE_SETTINGS) else [],
        }
    return visit.page("office/today.html", fragments=("today",), form=visit.empty_form(), **values)


def _tasks(counts: Counts, member: Member) -> Iterator[tuple[str, int, str]]:
    """What waits: its words, how many, and where it is done. What is nobody's just now is not there."""
    all_of_them = (
        ("to-pack", counts.to_pack, Right.PACK_ORDERS, "/admin/packing"),
        ("unpaid", counts.unpaid, Right.SEE_MONEY, "/admin/orders?status=awaiting_payment"),
        ("waiting", counts.waiting, Right.SEE_CHATS, "/admin/inbox"),
        ("failed", counts.failed, Right.CHANGE_ORDERS, "/admin/orders?status=delivery_failed"),
        ("on-their-way", counts.on_their_way, Right.SEE_ORDERS, "/admin/orders?status=out_for_delivery"),
        ("alerts", counts.alerts, Right.RESOLVE_ALERTS, "/admin/alerts"),
    )
    for key, count, right, path in all_of_them:
        if count and member.may(right):
            yield key, count, path


def _windows(visit: Visit, session: Session, member: Member) -> list[dict[str, Any]]:
    zone = visit.settings.zone
    last = business_day(member.now, zone) + timedelta(days=DAYS_AHEAD)
    return [
        {
            "id": each.slot_id,
            "words": format_slot(member.language, each.starts_at, each.ends_at, member.now, zone),
            "zone": pick(each.zone_names, member.language),
            "booked": each.booked,
            "capacity": each.capacity,
            "is_open": each.is_open,
            "share": round(100 * each.booked / each.capacity) if each.capacity else 100,
        }
        for each in filling_windows(session, member.now, last)
    ]
