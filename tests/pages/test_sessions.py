"""Who is signed in where: secrets that change at each step, kept as hashes, and that end."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from core.clock import move_clock, read_now, read_offset
from core.db import transaction
from core.sessions.actions import end_all_sessions, end_one_session, prune_sessions
from core.sessions.queries import Owner, list_sessions
from tests.pages.conftest import rows
from tests.support.clusters import current_settings
from tests.support.visitor import Visitor

COOKIE = "jamango-counter"


def owner_of(visitor: Visitor, path: str = "/counter") -> str:
    return " ".join(visitor.get(path).text.split()[:2])


def does(visitor: Visitor, deed: str, path: str = "/counter", **fields: int) -> None:
    token = visitor.get(path).text.split()[2]
    answer = visitor.post(f"{path}/{deed}/now", {"_token": token, **fields})
    assert answer.status_code == 303, answer.text


def passes(**duration: float) -> None:
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(**duration))


def test_signing_in_changes_the_secret_and_signing_out_ends_it(visitor: Visitor, customers: tuple[int, int]) -> None:
    asha, _ = customers
    assert owner_of(visitor) == "None None"
    planted = visitor.cookies[COOKIE]
    does(visitor, "in", customer_id=asha)
    own = visitor.cookies[COOKIE]
    assert own != planted
    assert owner_of(visitor) == f"{asha} None"
    fixed = Visitor(visitor.app)
    fixed.cookies.set(COOKIE, planted, domain="127.0.0.1")
    assert owner_of(fixed) == "None None"
    does(visitor, "out")
    assert COOKIE not in visitor.cookies
    stolen = Visitor(visitor.app)
    stolen.cookies.set(COOKIE, own, domain="127.0.0.1")
    assert owner_of(stolen) == "None None"


def test_the_table_holds_no_secret(visitor: Visitor, customers: tuple[int, int]) -> None:
    does(visitor, "in", customer_id=customers[0])
    secret = visitor.cookies[COOKIE]
    [row] = rows("SELECT * FROM sessions")
    assert row.token_hash == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(row)


def test_what_a_guest_had_is_hers_after_signing_in_and_nobody_elses_after_that(
    visitor: Visitor, customers: tuple[int, int]
) -> None:
    asha, ravi = customers
    does(visitor, "cart")
    [guest] = rows("SELECT id, customer_id FROM sessions")
    does(visitor, "in", customer_id=asha)
    assert rows("SELECT id, customer_id FROM sessions") == [(guest.id, asha)]
    does(visitor, "in", customer_id=ravi)
    assert rows("SELECT customer_id, ended_at IS NULL AS live FROM sessions ORDER BY id") == [
        (asha, False),
        (ravi, True),
    ]


def test_one_doors_session_is_nothing_to_another(visitor: Visitor, customers: tuple[int, int]) -> None:
    does(visitor, "in", customer_id=customers[0])
    visitor.cookies.set("jamango-office", visitor.cookies[COOKIE], domain="127.0.0.1")
    assert owner_of(visitor, "/office") == "None None"


@pytest.mark.parametrize(("away", "owner"), [({"days": 89}, True), ({"days": 91}, False)])
def test_a_session_ends_when_nobody_was_seen_for_long(
    visitor: Visitor, customers: tuple[int, int], away: dict[str, float], owner: bool
) -> None:
    does(visitor, "in", customer_id=customers[0])
    passes(**away)
    assert (owner_of(visitor) != "None None") is owner


def test_a_session_ends_after_a_year_however_often_it_is_used(visitor: Visitor, customers: tuple[int, int]) -> None:
    does(visitor, "in", customer_id=customers[0])
    for _ in range(4):
        passes(days=80)
        assert owner_of(visitor) != "None None"
    passes(days=80)
    assert owner_of(visitor) == "None None"


def test_a_cart_leaves_the_forms_of_other_tabs_as_they_are(visitor: Visitor) -> None:
    other_tab = visitor.get("/counter/form")
    does(visitor, "cart")
    does(visitor, "cart")
    assert len(rows("SELECT FROM sessions")) == 1
    assert visitor.fills(other_tab, "/counter/form", name="Asha").status_code == 303


def test_a_guest_who_comes_back_after_her_session_ended_begins_anew(visitor: Visitor) -> None:
    does(visitor, "cart")
    passes(days=91)
    does(visitor, "cart")
    assert len(rows("SELECT FROM sessions")) == 2


def test_whoever_leaves_the_shop_is_signed_out_by_that(visitor: Visitor) -> None:
    with transaction() as session:
        session.connection().exec_driver_sql("INSERT INTO staff (name, role) VALUES ('Meena', 'packer')")
    [meena] = rows("SELECT id FROM staff")
    does(visitor, "in", "/office", staff_id=meena.id)
    assert owner_of(visitor, "/office") == f"None {meena.id}"
    with transaction() as session:
        session.connection().exec_driver_sql("UPDATE staff SET active = false")
    assert owner_of(visitor, "/office") == "None None"


def test_she_sees_where_she_is_signed_in_and_ends_it_there(app: object, customers: tuple[int, int]) -> None:
    asha, ravi = customers
    phone = Visitor(app, **{"User-Agent": "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36"})
    desk, others = Visitor(app, **{"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0"}), Visitor(app)
    for browser, owner in ((phone, asha), (desk, asha), (others, ravi)):
        does(browser, "in", customer_id=owner)
    with transaction() as session:
        now = read_now(session)
        listed = {each.browser: each.id for each in list_sessions(session, Owner(asha), now)}
        assert set(listed) == {"Chrome, Android", "Firefox, Linux"}
        assert not end_one_session(session, Owner(ravi), listed["Chrome, Android"], now), "it is not his"
        assert end_one_session(session, Owner(asha), listed["Chrome, Android"], now)
    assert (owner_of(phone), owner_of(desk)) == ("None None", f"{asha} None")
    with transaction() as session:
        assert end_all_sessions(session, Owner(asha), read_now(session)) == 1
    assert (owner_of(desk), owner_of(others)) == ("None None", f"{ravi} None")


def test_in_production_cookies_are_bound_to_this_host_and_https(
    database: str, app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMANGO_PUBLIC_URL", "https://shop.example")
    current_settings()
    visitor = Visitor(app, origin="https://shop.example")
    for path, same_site in (("/counter", "lax"), ("/office", "strict")):
        cookie = visitor.get(path).headers["set-cookie"]
        assert cookie.startswith(f"__Host-{path[1:]}=")
        assert {"HttpOnly", "Secure", "Path=/", f"SameSite={same_site}"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


def test_ended_sessions_are_forgotten_after_a_month(visitor: Visitor, customers: tuple[int, int]) -> None:
    does(visitor, "in", customer_id=customers[0])
    does(visitor, "out")
    with transaction() as session:
        assert prune_sessions(session, read_now(session), limit=10) == 0
        assert prune_sessions(session, read_now(session) + timedelta(days=31), limit=10) == 1
