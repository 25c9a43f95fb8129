"""The office in this process, on the demo shop's database: no server, no worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from admin_web.area import OFFICE
from core.actor import Actor, Role
from core.changes.feed import ChangeFeed
from core.clock import read_now
from core.credentials.signing import set_sign_in
from core.db import transaction
from core.staff.actions import add_staff
from tests.office.browsing import EMAIL, PASSWORD
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.servers import serving
from tests.support.visitor import Visitor

PHONES = {Role.FOUNDER: "910000000105", Role.MANAGER: "910000000106", Role.PACKER: "910000000107",
          Role.RIDER: "910000000108", Role.STALL_KEEPER: "910000000109"}  # fmt: skip


class Colleague:
    """Somebody of the staff at a browser, signed in just now; their verbs follow where they are led."""

    def __init__(self, visitor: Visitor, staff_id: int, role: Role) -> None:
        self.visitor, self.id, self.role = visitor, staff_id, role
        self.actor = Actor.staff(staff_id, role)

    def goes(self, path: str) -> httpx.Response:
        answer = self.visitor.get(path)
        while answer.status_code == 303:
            answer = self.visitor.follows(answer)
        return answer

    def sends(self, page: httpx.Response, action: str, **typed: Any) -> httpx.Response:
        answer = self.visitor.fills(page, action, **typed)
        while answer.status_code == 303:
            answer = self.visitor.follows(answer)
        return answer

    def fills(self, path: str, action: str = "", **typed: Any) -> httpx.Response:
        """Go to a page, fill in its form and send it."""
        return self.sends(self.goes(path), action or path, **typed)

    def grows_stale(self) -> None:
        """Eleven minutes pass since they proved who they are."""
        does("UPDATE sessions SET began_at = began_at - interval '11 minutes', proved_at = NULL WHERE staff_id = :id",
             id=self.id)  # fmt: skip


@pytest.fixture
def app(demo_shop: str) -> Any:
    current_settings()
    made = open_doors()
    made.state.changes = ChangeFeed(current_settings())  # which a running server opens by itself
    return made


@pytest.fixture
def stranger(app: Any) -> Visitor:
    """Somebody with a browser, whom nobody knows."""
    return Visitor(app)


@pytest.fixture
def colleague(app: Any) -> Callable[[Role], Colleague]:
    """Somebody new of a role, signed in."""

    def take_on(role: Role) -> Colleague:
        with transaction() as session:
            staff = add_staff(session, f"Tester {role}", PHONES[role], role=role, language="en",
                              actor=Actor.system("test"), now=read_now(session))  # fmt: skip
        visitor = Visitor(app)
        visitor.is_signed_in(OFFICE, staff_id=staff.id)
        return Colleague(visitor, staff.id, role)

    return take_on


@pytest.fixture
def served_office(demo_shop: str) -> Iterator[str]:
    """The office served to browsers; its founder signs in with a password (tests/office/browsing.py)."""
    current_settings()
    [founder] = rows("SELECT id FROM staff WHERE role = 'founder'")
    with transaction() as session:
        set_sign_in(session, founder.id, password=PASSWORD, email=EMAIL, now=read_now(session))
    with serving(open_doors()) as address:
        yield address


@pytest.fixture
def founder(colleague: Callable[[Role], Colleague]) -> Colleague:
    return colleague(Role.FOUNDER)


@pytest.fixture
def manager(colleague: Callable[[Role], Colleague]) -> Colleague:
    return colleague(Role.MANAGER)


@pytest.fixture
def packer(colleague: Callable[[Role], Colleague]) -> Colleague:
    return colleague(Role.PACKER)


def rows(sql: str, **values: Any) -> list[Any]:
    with transaction() as session:
        return list(session.execute(text(sql), values).all())


def does(sql: str, **values: Any) -> None:
    with transaction() as session:
        session.execute(text(sql), values)
