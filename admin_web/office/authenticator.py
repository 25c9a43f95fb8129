"""Setting up an authenticator app, its recovery codes, and taking it away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import segno
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import HOME, OFFICE
from admin_web.guard import AUTHENTICATOR, MemberAgain
from core.credentials.authenticators import (
    begin_authenticator,
    confirm_authenticator,
    drop_authenticator,
    find_authenticator,
    renew_recovery_codes,
)
from core.credentials.rules import address_for_app, recovery_codes
from core.db import transaction
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.frame import SHOP_NAME
from pages.visit import Visit

router = new_door(OFFICE)


class Code(Form):
    """A code that the app shows."""

    code: Line

    beside: ClassVar = {"code-wrong": "code"}


@router.get(AUTHENTICATOR)
def look(visit: Visiting, member: MemberAgain) -> Response:
    """The picture for the app until a code of it was typed; then what stands in for a lost phone."""
    return show(visit, visit.empty_form())


@router.post("/admin/account/authenticator/begin")
def begin(visit: Visiting, member: MemberAgain) -> Response:
    """Make the picture."""
    return _do(visit, begin_authenticator)


@router.post("/admin/account/authenticator/confirm")
def confirm(visit: Visiting, member: MemberAgain) -> Response:
    """Type a first code: from now on, signing in asks for one."""
    return visit.apply(Code, _confirm, show)


@router.post("/admin/account/authenticator/codes")
def renew(visit: Visiting, member: MemberAgain) -> Response:
    """New recovery codes in place of the old ones."""
    return _do(visit, renew_recovery_codes)


@router.post("/admin/account/authenticator/drop")
def drop(visit: Visiting, member: MemberAgain) -> Response:
    """Take the app away, to set up another."""
    return _do(visit, drop_authenticator)


def _do(visit: Visit, verb: Callable[[Session, int], object]) -> Response:
    def deed(visit: Visit, session: Session, _: Form) -> str:
        verb(session, visit.actor().id or 0)
        return AUTHENTICATOR

    return visit.apply(Form, deed, show)


def _confirm(visit: Visit, session: Session, form: Code) -> str:
    confirm_authenticator(session, visit.actor().id or 0, form.code)
    visit.tell_next("authenticator-set-up")
    return AUTHENTICATOR


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        held = find_authenticator(session, visit.actor().id or 0)
    name = visit.session.name if visit.session else ""
    code, letters = "", ""
    codes: list[tuple[str, bool]] = []
    if held is not None and not held.is_confirmed:
        address = address_for_app(held.secret, name=name, shop=SHOP_NAME)
        code = segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#3b2413", light="#fffdf8")
        letters = " ".join(held.secret[at : at + 4] for at in range(0, len(held.secret), 4))
    elif held is not None:
        every = enumerate(recovery_codes(held.secret, held.edition))
        codes = [(f"{each[:5]}-{each[5:]}", number in held.used_codes) for number, each in every]
    return visit.page("office/authenticator.html", form=form, held=held, code=code, letters=letters, codes=codes,
                      home=HOME)  # fmt: skip
