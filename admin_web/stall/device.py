"""A phone or tablet opens the link that the office made for it, and is the stall's from then on."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.door import DEVICE, PIN, STALL, log, router
from core.actor import Actor
from core.db import transaction
from core.stalls.devices import find_link, register_device
from pages.browsers import name_browser
from pages.cookies import Cookie
from pages.door import Visiting
from pages.forms import Filled, Form
from pages.visit import Visit

BY_LINK = Actor.system("device-link")
TWO_SEASONS = timedelta(days=400)  # browsers keep no cookie longer


@router.get("/stall/device/{token}")
def ask(visit: Visiting, token: str) -> Response:
    """What the link does, and a button: a program that only looks at links uses none up."""
    return show(visit, visit.empty_form(), token)


@router.post("/stall/device/{token}")
def register(visit: Visiting, token: str) -> Response:
    """Make this browser the stall's; the link opens nothing any more."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        browser = name_browser(visit.request.headers.get("user-agent", ""))
        secret = register_device(session, token, browser=browser, actor=BY_LINK, now=visit.now(session))
        visit.set_cookie(Cookie(DEVICE, secret, TWO_SEASONS, STALL.same_site))
        return PIN

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, token))


def show(visit: Visit, form: Filled, token: str) -> Response:
    with transaction() as session:
        link = find_link(session, token[:100], visit.now(session))
    if link is None and not form.errors:
        log.warning("till_refused", reason="device-link-over", route="/stall/device/{token}")
        raise HTTPException(404)
    visit.is_private = True
    return visit.page("stall/device.html", form=form, link=link, token=token)
