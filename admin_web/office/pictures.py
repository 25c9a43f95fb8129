"""A picture of one's own for a variety, from a phone: made anew, then shown in the chat and on pages at once."""

from __future__ import annotations

from typing import Annotated

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from core.catalog.editing import set_picture
from core.catalog.queries import find_product
from core.db import transaction
from core.errors import Refusal
from core.media.actions import add_picture
from core.media.pictures import Copies, make_copies
from core.media.queries import find_own_picture, jpeg_path
from core.media.rules import LARGEST_PICTURE
from core.staff.rules import Right
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.templates import asset
from pages.visit import Visit

router = new_door(OFFICE, largest_upload=LARGEST_PICTURE)

PATH = "/admin/products/{product_id}/picture"
FILE = "file"
Editor = Annotated[Member, may(Right.MANAGE_CATALOG)]


@router.get(PATH)
def picture(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """What is shown now, and another."""
    return show(visit, visit.empty_form(), product_id)


@router.post(PATH)
def put_picture(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """Show the photo that was sent; it is read and made anew before the transaction, for that takes a while."""
    copies = _read(visit)

    def deed(visit: Visit, session: Session, _: Form) -> str:
        if isinstance(copies, Refusal):
            raise copies
        kept = add_picture(session, copies, actor=visit.actor())
        set_picture(session, product_id, kept.id, actor=visit.actor())
        visit.tell_next("picture-set")
        return f"/admin/products/{product_id}"

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, product_id))


@router.post("/admin/products/{product_id}/drawing")
def take_picture_off(visit: Visiting, member: Editor, product_id: Id) -> Response:
    """Show the drawing again."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        set_picture(session, product_id, None, actor=visit.actor())
        visit.tell_next("saved")
        return f"/admin/products/{product_id}"

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, product_id))


def _read(visit: Visit) -> Copies | Refusal:
    try:
        return make_copies(visit.posted.files.get(FILE, b""))
    except Refusal as refusal:
        return refusal


def show(visit: Visit, form: Filled, product_id: int) -> Response:
    with transaction() as session:
        each = find_product(session, product_id)
        if each is None:
            raise HTTPException(404)
        shown = find_own_picture(session, each.picture_id)
    photo = jpeg_path(shown) if shown else asset(f"mangoes/{each.photo}.webp")
    return visit.page(
        "office/picture.html",
        form=form,
        name=pick(each.names, visit.language),
        photo=photo,
        has_picture=each.picture_id is not None,
        back=f"/admin/products/{product_id}",
    )
