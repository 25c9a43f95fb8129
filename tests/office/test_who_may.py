"""Every route of the office × every role, from the table of rights; and a route without a guard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from admin_web.area import OFFICE
from admin_web.doors import find_routers, refuse_open_routes
from admin_web.guard import GUARDS, anybody
from admin_web.menu import current_place
from core.actor import Role
from core.credentials.rules import OF_THE_OFFICE
from core.errors import Fault
from core.staff.rules import GRANTED, Right
from pages.door import Visiting, new_door
from tests.office.conftest import Colleague, does
from tests.support.visitor import Visitor

REFUSED = "That is not yours to do"
AT_ONCE = 40


def routes(*, bare: bool = False) -> Iterator[tuple[str, str, Any]]:
    """Method, an address of it (`bare`: as the route has it), and its guard."""
    for router in find_routers():
        for route in router.routes:
            assert isinstance(route, APIRoute)
            guard = next(each.call for each in route.dependant.dependencies if each.call in GUARDS)
            for method in route.methods:
                yield method, route.path if bare else re.sub(r"\{[^}]*\}", "1", route.path), guard


def knock(visitor: Visitor, method: str, path: str) -> tuple[int, bool]:
    """The answer's status, and whether it says that this is not theirs."""
    if method == "GET":
        answer = visitor.get(path)
    else:
        token = re.findall(r'name="_token" value="(\w+)"', visitor.get("/admin/account").text)
        answer = visitor.post(path, {"_token": token[0] if token else "", "_once": "x"})
    return answer.status_code, REFUSED in answer.text


@pytest.mark.parametrize("role", Role)
def test_every_role_is_let_in_where_the_table_says_and_nowhere_else(
    colleague: Callable[[Role], Colleague], role: Role
) -> None:
    them = colleague(role)
    for number, (method, path, guard) in enumerate(routes()):
        if number % AT_ONCE == 0:  # nobody sends so many forms in a minute
            does("DELETE FROM request_counts")
        status, is_refused = knock(them.visitor, method, path)
        place, right = f"{role} {method} {path}", GUARDS[guard]
        assert status < 500, place
        if role not in OF_THE_OFFICE:
            assert status in {303, 401, 403} or guard is anybody, place
        elif right is not None and right not in GRANTED[role]:
            assert (status, is_refused) == (403, True), place
        else:
            assert not is_refused, place
        if path == "/admin/signout":
            them.visitor.is_signed_in(OFFICE, staff_id=them.id)
    if role in OF_THE_OFFICE:
        assert them.goes("/admin/account").status_code == 200, "nobody was signed out by a refusal"


def test_a_stranger_gets_no_further_than_the_sign_in(stranger: Visitor) -> None:
    for method, path, guard in routes():
        if guard is anybody:
            continue
        status, _ = knock(stranger, method, path)
        assert status in {303, 401, 403}, (method, path)
    assert stranger.get("/admin/staff?x=1").headers["location"] == "/admin/signin?next=%2Fadmin%2Fstaff%3Fx%3D1"
    assert stranger.get("/admin/staff", {"HX-Request": "true"}).headers["hx-redirect"] == "/admin/signin"


def test_a_route_without_a_guard_keeps_the_shop_from_starting() -> None:
    careless = new_door(OFFICE)

    @careless.get("/admin/careless")
    def show(visit: Visiting) -> str:
        return "everything"

    with pytest.raises(Fault, match="/admin/careless"):
        refuse_open_routes(list(careless.routes))
    for router in find_routers():
        refuse_open_routes(list(router.routes))


def test_the_menu_shows_what_is_theirs_by_the_same_table(founder: Colleague, packer: Colleague) -> None:
    assert 'href="/admin/staff"' in founder.goes("/admin/account").text
    page = packer.goes("/admin/account").text
    assert 'href="/admin/staff"' not in page
    refused = packer.goes("/admin/staff")
    assert (refused.status_code, REFUSED in refused.text) == (403, True)
    assert 'href="/admin/account"' in refused.text, "within the frame, still signed in"


def test_a_page_belongs_to_the_menus_longest_beginning_and_today_to_itself() -> None:
    assert [current_place(path) for path in ("/admin", "/admin/staff/3", "/admin/account", "/admin/orders/new")] == [
        "/admin", "/admin/staff", "", "/admin/orders/new"]  # fmt: skip


def test_every_right_has_words_in_the_table_of_the_staff_page(founder: Colleague) -> None:
    page = founder.goes("/admin/staff").text
    assert page.count('<th scope="row">') == len(Right)
    assert "Lakshmi" in page


def test_the_address_of_a_form_leads_who_is_signed_in_to_its_page(founder: Colleague) -> None:
    for address, page in (
        ("/admin/orders/ABC/cancel", "/admin/orders/ABC"),
        ("/admin/account/password", "/admin/account"),
    ):
        assert founder.visitor.get(address).headers["location"] == page
    assert founder.visitor.get("/admin/nothing").status_code == 404
