"""Who did what to what, and what was there before: in sentences, narrowed by person and by thing."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import pills_of
from admin_web.member import Member
from admin_web.office.audit.facts import Change, changes_of
from admin_web.office.audit.things import KINDS, name_of, path_of
from admin_web.office.orders.events import sentence_of
from admin_web.sheets import say_moment
from core.actor import Actor, ActorKind
from core.db import transaction
from core.staff.actions import everybody_ever
from core.staff.rules import Right
from core.views.audit import AuditLine, audit_lines, order_of_code
from core.views.things import Thing, find_things
from core.views.timeline import Event
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

AUDIT = "/admin/audit"
STAFF = "staff"  # all of them
Seer = Annotated[Member, may(Right.SEE_AUDIT)]


class Narrowed(Filters):
    """By whom (a member's id, or all of the staff), to what kind of thing, to which one (`order:12`, or the code of an
    order in `q`)."""

    who: str = ""
    what: str = ""
    thing: str = ""
    q: str = ""


class Known(NamedTuple):
    """What a page of the log speaks of: the staff by their numbers, things and zones by their subjects."""

    people: dict[int, str]
    things: dict[str, Thing]
    zones: dict[str, Thing]


class Told(NamedTuple):
    """A line as the page shows it; `only` narrows the list to what was done to this thing."""

    when: str
    thing: str
    path: str
    only: str
    sentence: str
    changes: list[Change]


@router.get(AUDIT)
def audit(visit: Visiting, member: Seer) -> Response:
    """The newest first."""
    narrowed = Narrowed.read(visit.request.query_params)
    after = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        people = {each.id: each.name for each in everybody_ever(session)}
        lines = _find(session, narrowed, list(people), after)
        page = PageOf.of(lines, lambda line: Cursor(line.at, line.entry_id))
        things = find_things(session, [*(line.subject for line in page.rows), narrowed.thing])
        zones = find_things(session, [f"zone:{each}" for line in page.rows for each in _zones_in(line.details)])
    known = Known(people, things, zones)
    return visit.page(
        "office/audit.html",
        narrowed=narrowed,
        lines=[_tell(visit, narrowed, line, known) for line in page.rows],
        people=[(STAFF, visit.t("audit-staff"))] + [(str(each), name) for each, name in people.items()],
        kinds=[(kind, visit.t(f"audit-kind-{kind}")) for kind in KINDS],
        chosen=_pills(visit, narrowed, known),
        older=narrowed.query(after=page.older) if page.older else "",
        first=narrowed.query() if after else "",
    )


def _find(session: Session, narrowed: Narrowed, people: list[int], after: Cursor | None) -> list[AuditLine]:
    order_id = order_of_code(session, narrowed.q) if narrowed.q else None
    if narrowed.q and order_id is None:
        return []
    staff = people if narrowed.who == STAFF else [each for each in people if str(each) == narrowed.who]
    if narrowed.odd or (narrowed.who and not staff) or (narrowed.what and narrowed.what not in KINDS):
        return []
    return audit_lines(
        session,
        staff=staff,
        kind=narrowed.what if narrowed.what in KINDS else None,
        subject=f"order:{order_id}" if order_id else narrowed.thing or None,
        before=after.id if after else None,
        most=SIZE + 1,
    )


def _tell(visit: Visit, narrowed: Narrowed, line: AuditLine, known: Known) -> Told:
    actor = Actor.read(line.actor)
    staff = known.people.get(actor.id or 0) if actor is not None and actor.kind is ActorKind.STAFF else None
    thing = known.things.get(line.subject)
    return Told(
        say_moment(visit, line.at),
        name_of(visit, line.subject, thing),
        path_of(line.subject, thing),
        narrowed.query(thing=line.subject, q=None, what=None),
        sentence_of(visit, Event(line.at, line.actor, line.action, line.details, staff)),
        changes_of(visit, line, thing, known.zones),
    )


def _zones_in(details: dict[str, Any]) -> list[int]:
    """The zones that a change names by their number."""
    sides = [details.get(side) for side in ("before", "after")]
    return [side["zone_id"] for side in sides if isinstance(side, dict) and side.get("zone_id")]


def _pills(visit: Visit, narrowed: Narrowed, known: Known) -> list[tuple[str, str]]:
    who = {str(each): name for each, name in known.people.items()} | {STAFF: visit.t("audit-staff")}
    kinds = {kind: visit.t(f"audit-kind-{kind}") for kind in KINDS}
    words = {
        "who": who.get(narrowed.who, visit.t("filter-odd", value=narrowed.who)),
        "what": kinds.get(narrowed.what, visit.t("filter-odd", value=narrowed.what)),
        "thing": name_of(visit, narrowed.thing, known.things.get(narrowed.thing)),
        "q": narrowed.q,
    }
    return pills_of(visit, narrowed, lambda name, _: words[name])
