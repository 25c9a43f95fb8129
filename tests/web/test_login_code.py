"""Signing in by a six-digit code: who has the phone and the browser gets in, and nobody learns or spends anything."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.logins.code_rules import SAMPLE, code_of
from core.settings import get_settings
from jamango.doctor.accounts import check_login_codes
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.visitor import Visitor, form_on
from tests.web.conftest import rows
from tests.web.shopping import Buyer, has_form, one

UNUSED = """
    INSERT INTO otp_challenges (session_id, phone, code_hash, status, asked_at, ends_at)
    SELECT s.id, '919876500077', repeat('0', 64), 'dropped', :asked, :ends
      FROM sessions s, generate_series(1, :many)
"""
ASHAS, STRANGERS = "98765 00077", "98765 00099"


@pytest.fixture
def app(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A shop that may send codes, and pays for twenty a day."""
    del demo_shop
    monkeypatch.setenv("JAMANGO_LOGIN_CODES_A_DAY", "20")
    current_settings()
    does("INSERT INTO templates (name, language, status) VALUES ('login_code', 'en', 'APPROVED')")
    return open_doors()


def does(sql: str, **values: Any) -> None:
    with transaction() as session:
        session.execute(text(sql), values)


def asks(buyer: Buyer, phone: str, after: str = "/my/orders") -> httpx.Response:
    return buyer.sends(buyer.goes(f"/login?next={after}"), "/login/code", phone=phone)


def sent() -> str:
    """The newest code, as the phone would show it."""
    seed = one("SELECT body ->> 'seed' AS seed FROM outbox WHERE kind = 'login_code' ORDER BY id DESC LIMIT 1").seed
    return code_of(get_settings().secret_key.get_secret_value(), seed)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def types(buyer: Buyer, page: httpx.Response, code: str) -> httpx.Response:
    return buyer.sends(page, "/login/code/check", code=code)


def is_in(buyer: Buyer) -> bool:
    return "Sign in" not in buyer.goes("/my/orders").text


def test_the_code_signs_in_the_browser_that_asked_and_the_cart_comes_along(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    before = dict(guest.visitor.cookies)
    page = asks(guest, ASHAS, after="/cart")
    code = sent()
    assert "+91 98xxx xxx77" in page.text
    cart = types(guest, page, f"{code[:3]} {code[3:]}")
    assert "Kesar" in cart.text
    assert one("SELECT customer_id FROM carts c JOIN cart_items i ON i.cart_id = c.id").customer_id == asha
    assert dict(guest.visitor.cookies) != before, "another secret than before"
    kept = " ".join(str(row) for table in ("otp_challenges", "outbox", "form_submissions", "sessions")
                    for row in rows(f"SELECT to_jsonb(t) FROM {table} t"))  # fmt: skip
    assert code not in kept, "no table holds it"


def test_known_and_unknown_numbers_are_answered_alike(app: Any, asha: int) -> None:
    del asha
    answers = []
    for phone in (ASHAS, STRANGERS):
        buyer = Buyer(Visitor(app))
        answers.append(asks(buyer, phone).text.replace(f"xxx{phone[-2:]}", "xxx"))
    keys = re.compile(r'value="[^"]+"')
    assert keys.sub("", answers[0]) == keys.sub("", answers[1])
    newcomer = Buyer(Visitor(app, address="203.0.113.8"))
    does("UPDATE request_counts SET hits = 1, began_at = began_at - interval '1 day'")
    page = asks(newcomer, STRANGERS)
    types(newcomer, page, sent())
    assert is_in(newcomer)
    assert one("SELECT count(*) AS found FROM identities WHERE value = '919876500099'").found == 1


def test_five_tries_are_looked_at_and_the_sixth_is_not_even_when_it_is_right(guest: Buyer, asha: int) -> None:
    del asha
    page = asks(guest, ASHAS)
    code = sent()
    for left in (4, 3, 2):
        page = types(guest, page, other_than(code))
        assert f"{left} tries are left" in page.text
        assert 'aria-invalid="true"' in page.text
    unreadable = types(guest, page, "12a")
    assert "Please type the six digits" in unreadable.text
    assert 'value="12a"' in unreadable.text, "what was typed stays, and costs no try"
    page = types(guest, page, other_than(code))
    assert "One try is left" in page.text
    assert "This code is over" in types(guest, page, other_than(code)).text
    late = guest.visitor.post("/login/code/check", {**_fields(page), "code": code, "_once": "again"})
    assert "/login/code" in late.headers["location"]
    assert not is_in(guest)


def _fields(page: httpx.Response) -> dict[str, str]:
    return form_on(page, "/login/code/check").fields


def test_a_code_is_of_one_browser_one_time_and_ten_minutes(app: Any, asha: int) -> None:
    del asha
    guest, thief = Buyer(Visitor(app)), Buyer(Visitor(app, address="203.0.113.9"))
    page = asks(guest, ASHAS)
    code = sent()
    other = asks(thief, STRANGERS)
    types(thief, other, code)
    assert not is_in(thief), "the code of another browser"
    does("UPDATE otp_challenges SET ends_at = ends_at - interval '11 minutes', asked_at = asked_at - interval '1 hour'")
    assert "This code is over" in types(guest, page, code).text
    does("UPDATE otp_challenges SET ends_at = ends_at + interval '11 minutes'")
    types(guest, guest.goes("/login/code"), code)
    assert is_in(guest)
    guest.sends(guest.goes("/my/profile"), "/logout")
    assert "This code is over" in guest.goes("/login/code").text, "used once, and the session has another secret"


def test_codes_have_budgets_of_the_number_the_address_and_the_shop(app: Any) -> None:
    def answer_to(phone: str, address: str) -> str:
        return asks(Buyer(Visitor(app, address=address)), phone).text

    assert "six digits are on their way" in answer_to(ASHAS, "203.0.113.20")
    refused = answer_to(ASHAS, "203.0.113.21")
    assert "No code can be sent just now" in refused, "the number, within its minute"
    assert 'value="98765 00077"' in refused, "what was typed stays"
    assert "Sign in with WhatsApp" in refused, "and the word is there"
    ways = [answer_to(f"98765 {number:05}", "203.0.113.22") for number in range(300, 312)]
    assert ["No code" in way for way in ways] == [False] * 10 + [True] * 2, "the address, within its hour"
    ways = [answer_to(f"98765 {number:05}", f"203.0.113.{number - 300}") for number in range(400, 412)]
    assert ["No code" in way for way in ways] == [False] * 9 + [True] * 3, "the shop, within its day"
    assert one("SELECT count(*) AS sent FROM outbox WHERE kind = 'login_code'").sent == 20


def test_only_indian_numbers_are_sent_codes(guest: Buyer) -> None:
    page = asks(guest, "+49 1511 2345678")
    assert page.status_code == 422
    assert "Indian numbers only" in page.text
    assert one("SELECT count(*) AS sent FROM outbox WHERE kind = 'login_code'").sent == 0


def test_a_shop_without_codes_offers_the_word_alone(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    buyer = Buyer(Visitor(app))
    page = buyer.goes("/login")
    assert has_form(page, "/login/code")
    with transaction() as session:
        ends = read_now(session) - timedelta(minutes=1)
    buyer.puts("kesar")  # which begins a session
    does(UNUSED, asked=ends - timedelta(minutes=10), ends=ends, many=SAMPLE)
    assert not has_form(buyer.goes("/login"), "/login/code"), "few of the last ones were used"
    answer = buyer.visitor.fills(page, "/login/code", phone=ASHAS)
    assert "No code can be sent just now" in answer.text, "a page that was open before"
    monkeypatch.setenv("JAMANGO_WHATSAPP_ACCESS_TOKEN", "pretend-access-token")
    assert "0 of the last 40 were used" in str(check_login_codes(current_settings())[0])
    does("DELETE FROM otp_challenges")
    assert "✓ Login codes: offered, at most 20 a day" in str(check_login_codes(current_settings())[0])
    does("UPDATE templates SET status = 'PAUSED'")
    assert not has_form(buyer.goes("/login"), "/login/code")
    assert "✗ Login codes: Meta has not approved" in str(check_login_codes(current_settings())[0])
    monkeypatch.setenv("JAMANGO_LOGIN_CODES_A_DAY", "0")
    does("UPDATE templates SET status = 'APPROVED'")
    assert "✓ Login codes: none are offered" in str(check_login_codes(current_settings())[0])
    assert not has_form(buyer.goes("/login"), "/login/code")
