"""Only pages of ours, in this very browser, change anything; and not without end."""

from __future__ import annotations

import pytest

from core.requests.rules import Limit, network_of
from pages import door
from tests.pages.conftest import rows
from tests.support.visitor import ORIGIN, Visitor

FORM = "/counter/form"


def test_control_a_page_of_ours_may(visitor: Visitor) -> None:
    assert visitor.fills(visitor.get(FORM), FORM, name="Asha").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN},
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
    ],
)
def test_another_site_may_not_though_it_has_the_token(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.fills(visitor.get(FORM), FORM, headers, name="Mallory")
    assert (answer.status_code, rows("SELECT FROM users")) == (403, [])
    assert "Nothing was changed." in answer.text


@pytest.mark.parametrize(("origin", "status"), [(ORIGIN, 303), ("null", 303), ("", 303), ("https://evil.example", 403)])
def test_a_browser_that_does_not_name_the_site_names_the_origin(visitor: Visitor, origin: str, status: int) -> None:
    """`null` is what our own pages send, which carry no referrer; the token decides then."""
    from tests.support.visitor import form_on  # noqa: PLC0415

    fields = {**form_on(visitor.get(FORM), FORM).fields, "name": "Asha"}
    headers = {"Origin": origin} if origin else {}
    assert visitor.ask("POST", FORM, headers, data=fields).status_code == status


def test_without_the_token_of_this_browser_nothing_is_done(app: object, visitor: Visitor) -> None:
    page, others = visitor.get(FORM), Visitor(app).get(FORM)
    from tests.support.visitor import form_on  # noqa: PLC0415

    for token in ("", "0" * 64, "é", form_on(others, FORM).fields["_token"]):
        answer = visitor.fills(page, FORM, name="Mallory", _token=token)
        assert answer.status_code == 403
        assert "This form was open for too long" in answer.text
    assert rows("SELECT FROM users") == []
    assert rows("SELECT FROM request_counts") == [], "nothing was asked of the database"


def test_nothing_is_changed_by_get(visitor: Visitor) -> None:
    visitor.get(FORM)
    assert visitor.get("/counter/cart/now").headers["location"] == "/counter"
    assert rows("SELECT FROM sessions") == []


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test can reach."""
    for name in ("OF_A_SESSION", "OF_AN_ADDRESS"):
        limit = getattr(door, name)
        monkeypatch.setattr(door, name, Limit(limit.name, 3, limit.period))


def posts(visitor: Visitor, times: int = 1) -> int:
    page = visitor.get(FORM)
    return [visitor.fills(page, FORM, name="Asha") for _ in range(times)][-1].status_code


@pytest.mark.usefixtures("few")
def test_too_much_is_a_page_that_says_when_to_go_on(visitor: Visitor) -> None:
    assert posts(visitor, 3) == 303
    answer = visitor.fills(visitor.get(FORM), FORM, name="Asha")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert "Slow down, please" in answer.text


@pytest.mark.usefixtures("few")
def test_whoever_floods_locks_out_strangers_of_his_own_network_and_nobody_else(app: object) -> None:
    known, elsewhere = Visitor(app), Visitor(app, address="198.51.100.9")
    token = known.get("/counter").text.split()[2]
    assert known.post("/counter/cart/now", {"_token": token}).status_code == 303
    mallory = Visitor(app, **{"X-Forwarded-For": "192.0.2.1"})
    assert posts(mallory, 9) == 429
    assert posts(Visitor(app)) == 429, "a new browser is no new address"
    assert posts(known) == 303, "she has a session and shares his address"
    assert posts(elsewhere) == 303


def test_one_customer_of_ipv6_is_one_asker() -> None:
    assert network_of("2001:db8:1:2:3::4") == network_of("2001:db8:1:2:ffff::1") != network_of("2001:db8:1:3::1")
    assert (network_of("203.0.113.7"), network_of("no:address")) == ("203.0.113.7", "no:address")
