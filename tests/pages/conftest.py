"""Pages in this process, on a database: no server, no worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter
from sqlalchemy import text
from sqlmodel import Session
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from core.db import transaction
from core.errors import Refusal
from core.sessions.queries import Owner
from jamango.app import create_app
from pages.areas import Area
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.signing import remember_guest, sign_in, sign_out
from pages.visit import Visit
from tests.support.clusters import current_settings
from tests.support.visitor import Visitor

COUNTER = Area("counter", layout="shop/layout.html", home="/counter")
OFFICE = Area("office", layout="shop/layout.html", home="/office", same_site="strict")


@pytest.fixture
def app(database: str) -> Any:
    """The shop's doors and, beside them, one that signs in whoever asks: what the next issues' doors do."""
    current_settings()
    made = create_app()
    for area in (COUNTER, OFFICE):
        made.include_router(counter(area))
    return made


@pytest.fixture
def visitor(app: Any) -> Visitor:
    return Visitor(app)


def counter(area: Area) -> Any:
    """A door at which everything the kit offers can be had."""
    door = new_door(area)
    _sign(door, area)
    _ask(door, area)

    @door.get(f"{area.home}/refused")
    def refuse(visit: Visiting) -> Response:
        raise Refusal("sold-out", names={"en": "Kesar", "hi": "केसर"}, left=0)

    @door.get(f"{area.home}/broken")
    def broken(visit: Visiting) -> Response:
        raise ZeroDivisionError

    return door


def _sign(door: APIRouter, area: Area) -> None:
    deeds = {"in": enter, "out": sign_out, "cart": remember_guest}

    @door.get(area.home)
    def show(visit: Visiting) -> Response:
        token = visit.form_token()
        return visit.send(PlainTextResponse(f"{visit.owner.customer_id} {visit.owner.staff_id} {token}"))

    @door.post(f"{area.home}/{{deed}}/now")
    def act(visit: Visiting, deed: str) -> Response:
        with transaction() as session:
            deeds[deed](visit, session)
        return visit.redirect(area.home)


def _ask(door: APIRouter, area: Area) -> None:
    @door.get(f"{area.home}/form")
    def ask(visit: Visiting) -> Response:
        return show_form(visit, visit.empty_form())

    @door.post(f"{area.home}/form")
    def keep(visit: Visiting) -> Response:
        return visit.apply(Guest, welcome, show_form)


def enter(visit: Visit, session: Session) -> None:
    """Sign in whoever says that he is somebody."""
    sign_in(visit, session, Owner(**{name: int(value[0]) for name, value in visit.posted.fields.items()}))


class Guest(Form):
    """A form whose deed can be counted."""

    name: Line


def welcome(visit: Visit, session: Session, guest: Guest) -> str:
    """Write a row. Raises Refusal for whoever is called Nobody, after the row was written."""
    [made] = session.execute(text("INSERT INTO users (name) VALUES (:name) RETURNING id"), {"name": guest.name}).one()
    visit.tell_next("looked")
    if guest.name == "Nobody":
        raise Refusal("phone-taken")
    return f"{visit.area.home}?made={made}"


def show_form(visit: Visit, form: Filled) -> Response:
    """The fields by hand: this form is looked at by tests only."""
    hidden = f'<input name="_token" value="{visit.form_token()}"><input name="_once" value="{form.once}">'
    inner = f'{hidden}<input name="name" value="{form.value("name")}">'
    errors = " ".join(form.errors.values())
    return visit.send(HTMLResponse(f'<form action="{visit.area.home}/form">{inner}</form>{errors}'))


def rows(sql: str, **values: Any) -> list[Any]:
    with transaction() as session:
        return list(session.execute(text(sql), values).all())


@pytest.fixture
def customers(database: str) -> Iterator[tuple[int, int]]:
    """Two customers' ids."""
    with transaction() as session:
        made = session.execute(text("INSERT INTO users (name) VALUES ('Asha'), ('Ravi') RETURNING id")).scalars().all()
    yield made[0], made[1]
