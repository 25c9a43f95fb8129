"""Who works here, what each role may do, taking somebody on and letting them go."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from core.actor import Role
from core.credentials.rules import OF_THE_OFFICE
from core.credentials.setup_links import make_setup_link
from core.db import transaction
from core.hiring import hire
from core.reading.phones import show_phone
from core.staff.actions import Colleague, members, retire
from core.staff.rules import GRANTED, Right
from pages.cookies import Cookie
from pages.door import Visiting, new_door
from pages.fields import Id, Line, WholePhone
from pages.forms import Filled, Form
from pages.visit import BRIEFLY, Visit
from pages.wording import PAGES

router = new_door(OFFICE)

STAFF = "/admin/staff"
Founder = Annotated[Member, may(Right.MANAGE_STAFF)]
LINK = "office-link"  # the cookie with the link that was made just now: only its hash is kept


class NewColleague(Form):
    """Somebody to be taken on."""

    name: Annotated[Line, Field(max_length=64)]
    phone: WholePhone
    role: Role
    language: Line = "en"

    beside: ClassVar = {"name-missing": "name", "phone-taken": "phone", "phone-under-way": "phone"}


@router.get(STAFF)
def staff(visit: Visiting, member: Founder) -> Response:
    """Everybody, and the table of rights."""
    with transaction() as session:
        everybody = members(session)
    rows = [Row(each.id, f"{STAFF}/{each.id}", _cells(visit, each)) for each in everybody]
    columns = [Column(visit.t(f"staff-column-{name}")) for name in ("name", "role", "phone")]
    columns.append(Column(visit.t("staff-column-signin"), "pill"))
    rights = [(right.value, [right in GRANTED[role] for role in Role]) for right in Right]
    return visit.page("office/staff.html", columns=columns, rows=rows, rights=rights, roles=list(Role))


def _cells(visit: Visit, each: Colleague) -> list[object]:
    if each.role not in OF_THE_OFFICE:
        way = (visit.t("staff-signin-none"), "plain")
    else:
        way = (visit.t("staff-signin-made"), "done") if each.has_password else (visit.t("staff-signin-waits"), "wait")
    return [each.name, visit.t(f"role-{each.role}"), show_phone(each.phone) if each.phone else "", way]


@router.get("/admin/staff/new")
def new(visit: Visiting, member: Founder) -> Response:
    """The form."""
    return show_new(visit, visit.empty_form(role=Role.PACKER.value, language=visit.language))


@router.post("/admin/staff/new")
def take_on(visit: Visiting, member: Founder) -> Response:
    """Take somebody on; whoever works in the office gets a link to make their sign-in."""
    return visit.apply(NewColleague, _take_on, show_new)


def _take_on(visit: Visit, session: Session, form: NewColleague) -> str:
    language = form.language if form.language in PAGES.load() else visit.language
    hired = hire(session, form.name, form.phone, role=form.role, language=language, actor=visit.actor(),
                 now=visit.now(session))  # fmt: skip
    if form.role in OF_THE_OFFICE:
        _make_link(visit, session, hired.id)
    visit.tell_next("staff-added")
    return f"{STAFF}/{hired.id}"


def show_new(visit: Visit, form: Filled) -> Response:
    roles = [(role.value, visit.t(f"role-{role}"), visit.t(f"role-{role}-may")) for role in Role]
    return visit.page("office/staff_new.html", form=form, roles=roles)


@router.get("/admin/staff/{staff_id}")
def colleague(visit: Visiting, member: Founder, staff_id: Id) -> Response:
    """One of them: a link for their sign-in, and the way out."""
    return show(visit, visit.empty_form(), staff_id)


@router.post("/admin/staff/{staff_id}/link")
def make_link(visit: Visiting, member: Founder, staff_id: Id) -> Response:
    """A new link by which they make their sign-in anew; an earlier one opens nothing any more."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        _find(members(session), staff_id)
        _make_link(visit, session, staff_id)
        return f"{STAFF}/{staff_id}"

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, staff_id))


@router.post("/admin/staff/{staff_id}/remove")
def let_go(visit: Visiting, member: Founder, staff_id: Id) -> Response:
    """They are signed out at once, everywhere; what they did stays on record."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        retire(session, staff_id, actor=visit.actor())
        visit.tell_next("staff-removed")
        return STAFF

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, staff_id))


def _make_link(visit: Visit, session: Session, staff_id: int) -> None:
    token = make_setup_link(session, staff_id, actor=visit.actor(), now=visit.now(session))
    visit.set_cookie(Cookie(LINK, f"{staff_id}.{token}", BRIEFLY))


def _find(everybody: list[Colleague], staff_id: int) -> Colleague:
    found = next((each for each in everybody if each.id == staff_id), None)
    if found is None:
        raise HTTPException(404)
    return found


def show(visit: Visit, form: Filled, staff_id: Id) -> Response:
    with transaction() as session:
        found = _find(members(session), staff_id)
    owner, _, token = visit.cookie(LINK).partition(".")
    link = f"{visit.settings.public_url.rstrip('/')}/admin/setup/{token}" if owner == str(staff_id) else ""
    return visit.page("office/colleague.html", form=form, each=found, link=link,
                      has_office=found.role in OF_THE_OFFICE)  # fmt: skip
