"""What the shop sells: varieties with their stories, names, picture, packs and prices, as chat and page show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.fields import Day, Whole, Yes, by_language
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.sheets import Ask, Link, Part, ask, sheet
from core.catalog.editing import ProductFacts, add_product, change_product
from core.catalog.queries import find_packs, find_product, list_products
from core.catalog.tables import BaseUnit, Pack, Product
from core.clock import business_day
from core.db import transaction
from core.formats import format_calendar_day, format_ripeness, format_units
from core.money import format_rupees
from core.staff.rules import Right
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line, Paragraph
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/products"
MOST_DAYS = 60  # until a mango is ripe
USES = ("pickle", "juice", "salad")
Editor = Annotated[Member, may(Right.MANAGE_CATALOG)]


class Variety(Form):
    """All that is said of a variety."""

    name: Line
    name_hi: Line = ""
    story: Paragraph = ""
    story_hi: Paragraph = ""
    grade: Line = ""
    ripe_after: Annotated[Whole, Field(le=MOST_DAYS)]
    ripe_until: Annotated[Whole, Field(le=MOST_DAYS)]
    begins: Day
    ends: Day
    good_for: list[Literal["pickle", "juice", "salad"]] = Field(default_factory=list)
    position: Whole = 0
    active: Yes = ""

    beside: ClassVar = {
        "name-missing": "name",
        "words-taken": "name",
        "season-out-of-order": "ends",
        "ripeness-out-of-order": "ripe_until",
        "story-too-long": "story",
    }

    def facts(self) -> ProductFacts:
        return ProductFacts(
            names=by_language(self.name, self.name_hi),
            stories=by_language(self.story, self.story_hi),
            grade=self.grade,
            ripe_after_days=self.ripe_after,
            ripe_until_days=self.ripe_until,
            season_begins_on=self.begins,
            season_ends_on=self.ends,
            good_for=list(self.good_for),
            position=self.position,
            active=bool(self.active),
        )


class NewVariety(Variety):
    """And what it is counted in, for ever."""

    counted: Literal["piece", "gram"] = "piece"


@router.get(HERE)
def products(visit: Visiting, member: Editor) -> Response:
    """Every variety, on sale or not."""
    with transaction() as session:
        found = [(each, find_packs(session, each.id)) for each in list_products(session)]
    today = business_day(visit.moment, visit.settings.zone)
    columns = [Column(visit.t(f"variety-{name}")) for name in ("name", "packs", "season")]
    rows = [
        Row(
            each.id,
            f"{HERE}/{each.id}",
            [
                pick(each.names, visit.language),
                _say_prices(visit, packs),
                _say_season(visit, each),
                _state(visit, each, packs, today),
            ],
        )
        for each, packs in found
    ]
    add = Link(visit.t("variety-new-title"), f"{HERE}/new", "main", "plus")
    part = Part(
        "", visit.t("variety-none"), [*columns, Column(visit.t("stock-state"), "pill")], rows, () if rows else [add]
    )
    return sheet(visit, visit.t("office-menu-products"), [part], lead=visit.t("variety-lead"), links=[add])


def _state(visit: Visit, each: Product, packs: Sequence[Pack], today: date) -> tuple[str, str]:
    if not each.active:
        return visit.t("variety-hidden"), "plain"
    if not packs:
        return visit.t("variety-no-pack"), "problem"
    in_season = each.season_begins_on <= today <= each.season_ends_on
    return (visit.t("variety-in-season"), "done") if in_season else (visit.t("variety-out-of-season"), "wait")


def _say_prices(visit: Visit, packs: Sequence[Pack]) -> str:
    return " · ".join(f"{pick(each.labels, visit.language)} {format_rupees(each.price_paise)}" for each in packs) or "–"


def _say_season(visit: Visit, each: Product) -> str:
    days = (format_calendar_day(visit.language, day) for day in (each.season_begins_on, each.season_ends_on))
    return " – ".join(days)


@router.get(f"{HERE}/new")
def new(visit: Visiting, member: Editor) -> Response:
    """The form, for a variety that is in season from today on."""
    today = business_day(visit.moment, visit.settings.zone)
    known = {
        "begins": today.isoformat(),
        "ends": today.replace(month=12, day=31).isoformat(),
        "active": "yes",
        "ripe_after": "1",
        "ripe_until": "3",
        "counted": "piece",
    }
    return show_new(visit, visit.empty_form(**known))


@router.post(f"{HERE}/new")
def add(visit: Visiting, member: Editor) -> Response:
    """Add it, and go on to its packs."""

    def deed(visit: Visit, session: Session, form: NewVariety) -> str:
        product = add_product(session, form.facts(), BaseUnit(form.counted), actor=visit.actor())
        visit.tell_next("variety-added")
        return f"{HERE}/{product.id}"

    return visit.apply(NewVariety, deed, show_new)


def show_new(visit: Visit, form: Filled) -> Response:
    counted = Ask("counted", "select", [(unit, visit.t(f"variety-counted-{unit}")) for unit in ("piece", "gram")])
    return ask(
        visit, form, "variety", f"{HERE}/new", [*_asks(visit), counted], back=HERE, title=visit.t("variety-new-title")
    )


def _asks(visit: Visit) -> list[Ask]:
    uses = [(use, visit.t(f"variety-use-{use}"), "") for use in USES]
    return [
        Ask("name"),
        Ask("name_hi", optional=True),
        Ask("story", "lines", optional=True),
        Ask("story_hi", "lines", optional=True),
        Ask("grade", optional=True),
        Ask("ripe_after", "number"),
        Ask("ripe_until", "number"),
        Ask("begins", "day"),
        Ask("ends", "day"),
        Ask("good_for", "many", uses),
        Ask("position", "number", optional=True),
        Ask("active", "tick"),
    ]


@router.get(f"{HERE}/{{product_id}}")
def product(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """One variety: how it is shown, its packs, its other names."""
    return show(visit, visit.empty_form(), product_id)


def show(visit: Visit, form: Filled, product_id: int) -> Response:
    with transaction() as session:
        each = find_variety(session, product_id)
        packs = find_packs(session, product_id, also_unsold=True)
    path = f"{HERE}/{product_id}"
    links = [
        Link(visit.t("variety-edit"), f"{path}/edit", "main"),
        Link(visit.t("pack-new-title"), f"{path}/packs/new"),
        Link(visit.t("picture-title"), f"{path}/picture"),
        Link(visit.t("receive-title"), f"/admin/inventory/receive?product={product_id}"),
        Link(visit.t("variety-see"), f"/mangoes/{each.slug}"),
    ]
    parts = [_preview(visit, each, packs), _packs(visit, each, packs), _aliases(visit, each)]
    return sheet(visit, pick(each.names, visit.language), parts, lead=_say_season(visit, each), links=links, form=form)


def _preview(visit: Visit, each: Product, packs: Sequence[Pack]) -> Part:
    """What the chat says when a customer taps it."""
    lines = [
        pick(each.names, visit.language),
        pick(each.stories, visit.language),
        "",
        *(f"{pick(pack.labels, visit.language)}: {format_rupees(pack.price_paise)}" for pack in packs if pack.active),
        format_ripeness(visit.language, each.ripe_after_days, each.ripe_until_days),
    ]
    return Part(visit.t("variety-preview"), "\n".join(lines))


def _packs(visit: Visit, each: Product, packs: Sequence[Pack]) -> Part:
    columns = [
        Column(visit.t("pack-label")),
        Column(visit.t("pack-size")),
        Column(visit.t("pack-price"), "money"),
        Column(visit.t("stock-state"), "pill"),
    ]
    rows = [
        Row(
            pack.id,
            f"{HERE}/{each.id}/packs/{pack.id}",
            [
                pick(pack.labels, visit.language),
                format_units(visit.language, each.base_unit, pack.base_units),
                pack.price_paise,
                (visit.t("pack-sold"), "done") if pack.active else (visit.t("variety-hidden"), "plain"),
            ],
        )
        for pack in packs
    ]
    add = Link(visit.t("pack-new-title"), f"{HERE}/{each.id}/packs/new")
    return Part(visit.t("variety-packs"), visit.t("variety-no-packs"), columns, rows, [add])


def _aliases(visit: Visit, each: Product) -> Part:
    path = f"{HERE}/{each.id}/aliases"
    rows = [Row(place, f"{path}/{place}", [alias]) for place, alias in enumerate(each.aliases)]
    add = Link(visit.t("alias-title"), f"{path}/new")
    return Part(
        visit.t("variety-aliases"), visit.t("variety-no-aliases"), [Column(visit.t("alias-words"))], rows, [add]
    )


@router.get(f"{HERE}/{{product_id}}/edit")
def edit(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """The form, with what is there."""
    with transaction() as session:
        each = find_variety(session, product_id)
    known = {
        "name": each.names["en"],
        "name_hi": each.names.get("hi", ""),
        "story": each.stories["en"],
        "story_hi": each.stories.get("hi", ""),
        "grade": each.grade,
        "ripe_after": str(each.ripe_after_days),
        "ripe_until": str(each.ripe_until_days),
        "begins": each.season_begins_on.isoformat(),
        "ends": each.season_ends_on.isoformat(),
        "position": str(each.position),
        "active": "yes" if each.active else "",
    }
    form = visit.empty_form(**known)
    return show_edit(visit, Filled(form.once, {**form.typed, "good_for": each.good_for}), product_id)


@router.post(f"{HERE}/{{product_id}}/edit")
def change(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """Change it."""

    def deed(visit: Visit, session: Session, form: Variety) -> str:
        change_product(session, product_id, form.facts(), actor=visit.actor())
        visit.tell_next("saved")
        return f"{HERE}/{product_id}"

    return visit.apply(Variety, deed, lambda visit, form: show_edit(visit, form, product_id))


def show_edit(visit: Visit, form: Filled, product_id: int) -> Response:
    with transaction() as session:
        each = find_variety(session, product_id)
    path = f"{HERE}/{product_id}"
    return ask(visit, form, "variety", f"{path}/edit", _asks(visit), back=path, title=pick(each.names, visit.language))


def find_variety(session: Session, product_id: int) -> Product:
    """Answers 404 for what is not there."""
    found = find_product(session, product_id)
    if found is None:
        raise HTTPException(404)
    return found
