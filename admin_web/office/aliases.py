"""Other words that name a variety: taught and taken back."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.office.products import HERE, Editor, find_variety
from admin_web.sheets import Ask, Deed, Link, Part, ask, sheet
from core.catalog.editing import remove_alias
from core.catalog.names import add_alias
from core.catalog.tables import Product
from core.db import transaction
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)


class Alias(Form):
    """Words that name it."""

    words: Annotated[Line, Field(max_length=100)]

    beside: ClassVar = {"words-known": "words", "words-taken": "words", "words-unclear": "words"}


@router.get(f"{HERE}/{{product_id}}/aliases/new")
def new_alias(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """The form."""
    return show_alias(visit, visit.empty_form(), product_id)


@router.post(f"{HERE}/{{product_id}}/aliases/new")
def learn_alias(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """From the next message on these words name it."""

    def deed(visit: Visit, session: Session, form: Alias) -> str:
        add_alias(session, find_variety(session, product_id).slug, form.words, actor=visit.actor())
        visit.tell_next("saved")
        return f"{HERE}/{product_id}"

    return visit.apply(Alias, deed, lambda visit, form: show_alias(visit, form, product_id))


def show_alias(visit: Visit, form: Filled, product_id: int) -> Response:
    with transaction() as session:
        each = find_variety(session, product_id)
    path = f"{HERE}/{product_id}"
    return ask(
        visit, form, "alias", f"{path}/aliases/new", [Ask("words")], back=path, lead=pick(each.names, visit.language)
    )


@router.get(f"{HERE}/{{product_id}}/aliases/{{place}}")
def alias(visit: Visiting, member: Editor, product_id: Id, place: int) -> Response:
    """Other words that name it, and the way to take them back."""
    return show_taking(visit, visit.empty_form(), product_id, place)


@router.post(f"{HERE}/{{product_id}}/aliases/{{place}}")
def forget_alias(visit: Visiting, member: Editor, product_id: Id, place: int) -> Response:
    """These words no longer name it."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        remove_alias(session, product_id, _alias_at(find_variety(session, product_id), place), actor=visit.actor())
        visit.tell_next("saved")
        return f"{HERE}/{product_id}"

    return visit.apply(Form, deed, lambda visit, form: show_taking(visit, form, product_id, place))


def show_taking(visit: Visit, form: Filled, product_id: int, place: int) -> Response:
    with transaction() as session:
        each = find_variety(session, product_id)
    words = _alias_at(each, place)
    path = f"{HERE}/{product_id}"
    part = Part(
        "",
        visit.t("alias-names", words=words, name=pick(each.names, visit.language)),
        links=[Link(visit.t("office-back"), path)],
        deeds=[Deed(visit.t("alias-remove"), f"{path}/aliases/{place}", "alarm")],
    )
    return sheet(visit, words, [part], form=form)


def _alias_at(each: Product, place: int) -> str:
    if not 0 <= place < len(each.aliases):
        raise HTTPException(404)
    return each.aliases[place]
