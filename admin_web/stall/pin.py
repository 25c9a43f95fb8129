"""Signing in at a till by a PIN, which is tried five times in ten minutes on one device; and signing out."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.stall.door import HOME, PIN, AtTill, OnDevice, Till, log, router
from core.actor import Actor, Role
from core.audit.actions import record
from core.db import transaction
from core.errors import Refusal
from core.sessions.queries import Owner
from core.stalls.pins import TRIES_AT_A_KEEPER, TRIES_OF_A_DEVICE, KeeperWithPin, is_pin, keepers
from pages.door import Visiting, seconds_to_wait
from pages.fields import Digits, Id
from pages.forms import Filled, Form, read_form
from pages.signing import sign_in, sign_out
from pages.visit import Visit


class Pin(Form):
    """Who it is, and their PIN."""

    keeper: Id
    pin: Digits

    beside: ClassVar = {"pin-wrong": "pin"}


class Leaving(Form):
    """How many sales the till has not sent yet, as the till itself says."""

    waiting: Annotated[int, Field(ge=0, le=100_000)] = 0


@router.get(PIN)
def ask(visit: Visiting, till: OnDevice) -> Response:
    """Who is it?"""
    return show(visit, visit.empty_form())


@router.post(PIN)
def enter(visit: Visiting, till: OnDevice) -> Response:
    """Sign in. Which of the two was wrong is not said."""
    form, filled = read_form(Pin, visit.posted, visit.language)
    if form is None:
        return visit.apply(Pin, lambda *_: HOME, show)
    with transaction() as session:
        late = _late(session, visit, till, form.keeper)
        keeper = next((each for each in keepers(session) if each.id == form.keeper), None)
    if late is not None:
        answer = show(visit, filled.refused(Refusal("pin-too-many", minutes=late // 60 + 1), Pin, visit.language))
        answer.status_code, answer.headers["Retry-After"] = 429, str(late)
        log.warning("till_refused", reason="pin-too-many", device=till.device.id)
        return answer
    proved = keeper if is_pin(form.pin, keeper) else None
    return visit.apply(Pin, partial(let_in, keeper=proved, till=till), show)


def _late(session: Session, visit: Visit, till: Till, keeper_id: int) -> int | None:
    late = seconds_to_wait(session, visit, TRIES_OF_A_DEVICE, f"device:{till.device.id}")
    return late if late is not None else seconds_to_wait(session, visit, TRIES_AT_A_KEEPER, f"staff:{keeper_id}")


def let_in(visit: Visit, session: Session, _: Pin, *, keeper: KeeperWithPin | None, till: Till) -> str:
    """Sign in whose PIN it is. Raises Refusal `pin-wrong`."""
    if keeper is None:
        log.warning("till_refused", reason="pin-wrong", device=till.device.id)
        raise Refusal("pin-wrong")
    sign_in(visit, session, Owner(staff_id=keeper.id))
    actor = Actor.staff(keeper.id, Role(keeper.role))
    record(session, actor=actor, action="stall-signed-in", subject=f"device:{till.device.id}")
    return HOME


@router.post("/stall/signout")
def leave(visit: Visiting, keeper: AtTill) -> Response:
    """Sign out, once everything is sent: what waits would otherwise wait for nobody."""

    def deed(visit: Visit, session: Session, form: Leaving) -> str:
        if form.waiting:
            raise Refusal("till-waiting", waiting=form.waiting)
        sign_out(visit, session)
        return PIN

    return visit.apply(Leaving, deed, show)


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        people = [(each.id, each.name) for each in keepers(session) if each.pin_hash]
    return visit.page("stall/pin.html", form=form, people=people)
