"""Who did what to what, and what was there before."""

from __future__ import annotations

from typing import Annotated, Any

from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from core.actor import Actor, ActorKind
from core.db import transaction
from core.formats import format_clock, format_day
from core.staff.actions import everybody_ever
from core.staff.rules import Right
from core.views.audit import AuditLine, audit_lines, known_actions, order_of_code
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

AUDIT = "/admin/audit"
Seer = Annotated[Member, may(Right.SEE_AUDIT)]
LONGEST_VALUE = 200


class Narrowed(Filters):
    """Who (a member's id; "staff" for all of them), what, and an order's code or what else it was done to."""

    who: str = ""
    what: str = ""
    q: str = ""


@router.get(AUDIT)
def audit(visit: Visiting, member: Seer) -> Response:
    """The newest first."""
    narrowed = Narrowed.read(visit.request.query_params)
    after = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        people = everybody_ever(session)
        roles = {each.id: Actor.staff(each.id, each.role) for each in people}
        number = int(narrowed.who) if narrowed.who.isascii() and narrowed.who.isdecimal() else 0
        actor = str(roles[number]) if number in roles else None
        order_id = order_of_code(session, narrowed.q) if narrowed.q else None
        lines = audit_lines(
            session, actor=actor, action=narrowed.what or None, staff_alone=narrowed.who == "staff",
            subject=(f"order:{order_id}" if order_id else narrowed.q) if narrowed.q else None,
            before=after.id if after else None, most=SIZE + 1,
        )  # fmt: skip
        actions = known_actions(session)
    page = PageOf.of(lines, lambda line: Cursor(line.at, line.entry_id))
    names = {each.id: each.name for each in people}
    return visit.page(
        "office/audit.html",
        narrowed=narrowed,
        lines=[_show(visit, line, names) for line in page.rows],
        people=[("staff", visit.t("audit-staff"))] + [(str(each.id), each.name) for each in people],
        actions=[(action, action.replace("-", " ")) for action in actions],
        chosen=_pills(visit, narrowed, names),
        older=narrowed.query(after=page.older) if page.older else "",
        first=narrowed.query() if after else "",
    )


def _show(visit: Visit, line: AuditLine, names: dict[int, str]) -> dict[str, Any]:
    zone = visit.settings.zone
    clock = format_clock(visit.language, line.at, zone)
    before, after = line.details.get("before"), line.details.get("after")
    plain = {name: value for name, value in line.details.items() if name not in {"before", "after"} and value != ""}
    return {
        "at": f"{format_day(visit.language, line.at, visit.moment, zone)}, {clock}",
        "who": _who(visit, line.actor, names),
        "action": line.action.replace("-", " "),
        "subject": line.order_code or line.subject,
        "path": f"/admin/orders/{line.order_code}" if line.order_code else "",
        "details": [(name, _value(value)) for name, value in plain.items()],
        "changes": _changes(before, after),
    }


def _changes(before: Any, after: Any) -> list[tuple[str, str, str]]:
    """Each fact with what it was and what it is."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [(name, _value(before.get(name)), _value(after.get(name))) for name in {**before, **after}]
    return [] if before is None and after is None else [("", _value(before), _value(after))]


def _value(value: Any) -> str:
    return str(value if value is not None else "–")[:LONGEST_VALUE]


def _who(visit: Visit, actor: str, names: dict[int, str]) -> str:
    found = Actor.read(actor)
    if found is None:
        return actor
    if found.kind is ActorKind.STAFF:
        return names.get(found.id or 0, actor)
    if found.kind is ActorKind.CUSTOMER:
        return visit.t("audit-customer", id=found.id or 0)
    return actor


def _pills(visit: Visit, narrowed: Narrowed, names: dict[int, str]) -> list[tuple[str, str]]:
    who = narrowed.who
    shown = {"who": names.get(int(who), who) if who.isascii() and who.isdecimal() else visit.t("audit-staff")}
    return [(shown.get(name, str(value)), narrowed.without(name)) for name, value in narrowed.set_fields.items()]
