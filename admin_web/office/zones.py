"""Where the shop delivers: zones with what delivery costs, and the apartments in them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Point, Yes, as_rupees, by_language, lines_of
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.sheets import Ask, Link, Part, ask, sheet
from core.db import transaction
from core.staff.rules import Right
from core.wording import pick
from core.zones.editing import ApartmentFacts, ZoneFacts, add_apartment, add_zone, change_apartment, change_zone
from core.zones.queries import all_apartments, all_zones
from core.zones.tables import Apartment, Zone
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paise, Paragraph
from pages.forms import Filled, Form
from pages.security_headers import MAY_ASK_WHERE
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/zones"
Editor = Annotated[Member, may(Right.MANAGE_ZONES)]
SUMS = ("fee", "free_above", "minimum", "cod_cap", "cod_cap_new")


class ZoneForm(Form):
    """What a zone is called and what delivery in it costs."""

    name: Line
    name_hi: Line = ""
    fee: Paise
    free_above: Paise
    minimum: Paise
    cod_cap: Paise
    cod_cap_new: Paise
    active: Yes = ""

    beside: ClassVar = {"name-missing": "name", "zone-name-taken": "name", "caps-out-of-order": "cod_cap_new"}

    def facts(self) -> ZoneFacts:
        return ZoneFacts(
            by_language(self.name, self.name_hi),
            self.fee,
            self.free_above,
            self.minimum,
            self.cod_cap,
            self.cod_cap_new,
            active=bool(self.active),
        )


class ApartmentForm(Form):
    """A society: where it is, what people call it, its towers."""

    name: Line
    name_hi: Line = ""
    zone: Id
    locality: Line = ""
    pincode: Line
    point: Point
    towers: Paragraph = ""
    aliases: Paragraph = ""
    active: Yes = ""

    beside: ClassVar = {
        "name-missing": "name",
        "apartment-name-taken": "name",
        "pincode-unclear": "pincode",
        "point-unclear": "point",
        "zone-unknown": "zone",
        "too-many-names": "aliases",
    }

    def facts(self) -> ApartmentFacts:
        return ApartmentFacts(
            self.zone,
            by_language(self.name, self.name_hi),
            lines_of(self.aliases),
            lines_of(self.towers),
            self.locality,
            self.pincode,
            *self.point,
            active=bool(self.active),
        )


@router.get(HERE)
def zones(visit: Visiting, member: Editor) -> Response:
    """Every zone and every apartment."""
    with transaction() as session:
        found, homes = all_zones(session), all_apartments(session)
    names = {zone.id: pick(zone.names, visit.language) for zone in found}
    new_zone = Link(visit.t("zone-new-title"), f"{HERE}/new", "main", "plus")
    new_home = Link(visit.t("apartment-new-title"), f"{HERE}/apartments/new")
    columns = [Column(visit.t("zone-name")), *(Column(visit.t(f"zone-{name}"), "money") for name in SUMS)]
    rows = [
        Row(
            zone.id,
            f"{HERE}/{zone.id}",
            [names[zone.id], *(getattr(zone, f"{name}_paise") for name in SUMS), _state(visit, zone.active)],
        )
        for zone in found
    ]
    state = Column(visit.t("stock-state"), "pill")
    home_columns = [Column(visit.t(f"apartment-{name}")) for name in ("name", "zone", "pincode", "towers")]
    home_rows = [
        Row(
            home.id,
            f"{HERE}/apartments/{home.id}",
            [
                pick(home.names, visit.language),
                names.get(home.zone_id, ""),
                home.pincode,
                ", ".join(home.towers) or "–",
                _state(visit, home.active),
            ],
        )
        for home in homes
    ]
    parts = [
        Part(visit.t("zone-all"), visit.t("zone-none"), [*columns, state], rows, [] if rows else [new_zone]),
        Part(visit.t("apartment-all"), visit.t("apartment-none"), [*home_columns, state], home_rows, [new_home]),
    ]
    return sheet(visit, visit.t("office-menu-zones"), parts, lead=visit.t("zone-lead"), links=[new_zone, new_home])


def _state(visit: Visit, active: bool) -> tuple[str, str]:
    return (visit.t("zone-open"), "done") if active else (visit.t("zone-closed"), "plain")


@router.get(f"{HERE}/new")
def new_zone(visit: Visiting, member: Editor) -> Response:
    """The form, with sums that many begin with."""
    known = {"fee": "40", "free_above": "1000", "minimum": "300", "cod_cap": "5000", "cod_cap_new": "2000"}
    return show_zone(visit, visit.empty_form(**known, active="yes"), f"{HERE}/new", visit.t("zone-new-title"))


@router.post(f"{HERE}/new")
def open_zone(visit: Visiting, member: Editor) -> Response:
    """Deliver there too; its windows are next."""

    def deed(visit: Visit, session: Session, form: ZoneForm) -> str:
        zone = add_zone(session, form.facts(), actor=visit.actor())
        visit.tell_next("zone-added")
        return f"/admin/slots/weekly/new?zone={zone.id}"

    return visit.apply(
        ZoneForm, deed, lambda visit, form: show_zone(visit, form, f"{HERE}/new", visit.t("zone-new-title"))
    )


@router.get(f"{HERE}/apartments/new")
def new_home(visit: Visiting, member: Editor) -> Response:
    """The form; `?zone=` takes a zone already."""
    zone = visit.request.query_params.get("zone", "")[:20]
    return show_home(visit, visit.empty_form(active="yes", zone=zone), "new", visit.t("apartment-new-title"))


@router.post(f"{HERE}/apartments/new")
def open_home(visit: Visiting, member: Editor) -> Response:
    """Deliver to one more society."""

    def deed(visit: Visit, session: Session, form: ApartmentForm) -> str:
        add_apartment(session, form.facts(), actor=visit.actor())
        visit.tell_next("saved")
        return HERE

    return visit.apply(
        ApartmentForm, deed, lambda visit, form: show_home(visit, form, "new", visit.t("apartment-new-title"))
    )


@router.get(f"{HERE}/apartments/{{apartment_id}}")
def home(visit: Visiting, member: Editor, apartment_id: Id) -> Response:
    """The form, with what is there."""
    with transaction() as session:
        each = _find_home(session, apartment_id)
    known = {
        "name": each.name,
        "name_hi": each.other_names.get("hi", ""),
        "zone": str(each.zone_id),
        "locality": each.locality,
        "pincode": each.pincode,
        "point": f"{each.latitude}, {each.longitude}",
        "towers": "\n".join(each.towers),
        "aliases": "\n".join(each.aliases),
        "active": "yes" if each.active else "",
    }
    return show_home(visit, visit.empty_form(**known), str(apartment_id), each.name)


@router.post(f"{HERE}/apartments/{{apartment_id}}")
def edit_home(visit: Visiting, member: Editor, apartment_id: Id) -> Response:
    """Orders that are placed keep what they have."""

    def deed(visit: Visit, session: Session, form: ApartmentForm) -> str:
        _find_home(session, apartment_id)
        change_apartment(session, apartment_id, form.facts(), actor=visit.actor())
        visit.tell_next("saved")
        return HERE

    return visit.apply(
        ApartmentForm,
        deed,
        lambda visit, form: show_home(
            visit, form, str(apartment_id), form.value("name") or visit.t("office-menu-zones")
        ),
    )


@router.get(f"{HERE}/{{zone_id}}")
def zone(visit: Visiting, member: Editor, zone_id: Id) -> Response:
    """The form, with what is there."""
    with transaction() as session:
        each = _find_zone(session, zone_id)
    known = {name: as_rupees(getattr(each, f"{name}_paise")) for name in SUMS}
    known |= {"name": each.names["en"], "name_hi": each.names.get("hi", ""), "active": "yes" if each.active else ""}
    return show_zone(visit, visit.empty_form(**known), f"{HERE}/{zone_id}", pick(each.names, visit.language))


@router.post(f"{HERE}/{{zone_id}}")
def edit_zone(visit: Visiting, member: Editor, zone_id: Id) -> Response:
    """What delivery costs from the next order on."""

    def deed(visit: Visit, session: Session, form: ZoneForm) -> str:
        _find_zone(session, zone_id)
        change_zone(session, zone_id, form.facts(), actor=visit.actor())
        visit.tell_next("saved")
        return HERE

    return visit.apply(
        ZoneForm,
        deed,
        lambda visit, form: show_zone(
            visit, form, f"{HERE}/{zone_id}", form.value("name") or visit.t("office-menu-zones")
        ),
    )


def show_zone(visit: Visit, form: Filled, action: str, title: str) -> Response:
    asks = [Ask("name"), Ask("name_hi", optional=True), *(Ask(name, "rupees") for name in SUMS), Ask("active", "tick")]
    return ask(visit, form, "zone", action, asks, back=HERE, title=title)


def show_home(visit: Visit, form: Filled, which: str, title: str) -> Response:
    with transaction() as session:
        found = [(str(each.id), pick(each.names, visit.language)) for each in all_zones(session)]
        if which != "new":
            _find_home(session, int(which))
    asks = [
        Ask("name"),
        Ask("name_hi", optional=True),
        Ask("zone", "select", found),
        Ask("locality", optional=True),
        Ask("pincode", "number"),
        Ask("point", "point"),
        Ask("towers", "lines", optional=True),
        Ask("aliases", "lines", optional=True),
        Ask("active", "tick"),
    ]
    answer = ask(visit, form, "apartment", f"{HERE}/apartments/{which}", asks, back=HERE, title=title)
    answer.headers["Permissions-Policy"] = MAY_ASK_WHERE
    return answer


def _find_zone(session: Session, zone_id: int) -> Zone:
    found = next((each for each in all_zones(session) if each.id == zone_id), None)
    if found is None:
        raise HTTPException(404)
    return found


def _find_home(session: Session, apartment_id: int) -> Apartment:
    found = next((each for each in all_apartments(session) if each.id == apartment_id), None)
    if found is None:
        raise HTTPException(404)
    return found
