"""Signing in at the office: passwords, codes, links, limits, sessions, and saying once more who is there."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest

from core.actor import Actor, Role
from core.clock import read_now, read_real_now
from core.credentials.authenticators import begin_authenticator, confirm_authenticator
from core.credentials.rules import find_step, fits, recovery_codes
from core.credentials.setup_links import make_first_link, make_setup_link
from core.credentials.signing import set_sign_in
from core.db import transaction
from core.logins.rules import find_word
from core.logins.words import hear_word, tap_number
from core.sessions.queries import Owner
from jamango.demo.office import founder_sign_in
from tests.office.conftest import Colleague, does, rows
from tests.support.clusters import current_settings
from tests.support.visitor import Visitor

PASSWORD = "ripe mangoes in june"
WRONG = "That did not match"


def has_password(staff_id: int, password: str = PASSWORD) -> None:
    with transaction() as session:
        set_sign_in(session, staff_id, password=password, email=f"tester{staff_id}@example.com",
                    now=read_now(session))  # fmt: skip


def code_of(staff_id: int, steps: int = 0) -> str:
    [held] = rows("SELECT secret FROM authenticators WHERE staff_id = :id", id=staff_id)
    with transaction() as session:
        return pyotp.TOTP(held.secret).at(read_real_now(session) + timedelta(seconds=30 * steps))


def has_authenticator(staff_id: int) -> None:
    with transaction() as session:
        begin_authenticator(session, staff_id)
    with transaction() as session:
        confirm_authenticator(session, staff_id, code_of(staff_id, -1))


def signs_in(visitor: Visitor, login: str, password: str = PASSWORD, code: str = "") -> Any:
    page = visitor.get("/admin/signin?next=/admin/account")
    return visitor.fills(page, "/admin/signin", login=login, password=password, code=code)


def test_by_e_mail_or_phone_and_a_password(packer: Colleague, app: Any) -> None:
    has_password(packer.id)
    for login in (f"TESTER{packer.id}@example.com", "+91 00000 00107"):
        visitor = Visitor(app)
        assert visitor.follows(signs_in(visitor, login)).status_code == 200, login
    for login, password in ((f"tester{packer.id}@example.com", "something else"), ("nobody@example.com", PASSWORD)):
        wrong = signs_in(Visitor(app), login, password)
        assert (wrong.status_code, WRONG in wrong.text, login in wrong.text) == (409, True, True)
        assert password not in wrong.text
    assert rows("SELECT count(*) FROM audit_log WHERE action = 'signed-in'")[0][0] == 2


def test_a_code_counts_once_and_a_recovery_code_stands_in_once(founder: Colleague, app: Any) -> None:
    has_password(founder.id)
    has_authenticator(founder.id)
    login = f"tester{founder.id}@example.com"
    assert WRONG in signs_in(Visitor(app), login).text, "without a code"
    assert WRONG in signs_in(Visitor(app), login, code=code_of(founder.id, -1)).text, "the code of setting up"
    code = code_of(founder.id)
    assert signs_in(Visitor(app), login, code=f"{code[:3]} {code[3:]}").status_code == 303
    assert WRONG in signs_in(Visitor(app), login, code=code).text, "the same code once more"
    [held] = rows("SELECT secret FROM authenticators")
    spare = recovery_codes(held.secret, 1)[3].lower()
    assert signs_in(Visitor(app), login, code=f"{spare[:5]}-{spare[5:]}").status_code == 303
    assert WRONG in signs_in(Visitor(app), login, code=spare).text


def test_a_word_from_her_whatsapp_is_the_second_way_in_and_opens_no_other_door(founder: Colleague, app: Any) -> None:
    visitor, shopper = Visitor(app), Visitor(app)
    word, number = asks_for_a_word(visitor, "/admin/signin")
    assert taps(Owner(customer_id=1), word, number) is None, "a customer's phone opens no office"
    assert taps(Owner(staff_id=founder.id), word, number) is True
    done = visitor.fills(visitor.get("/admin/signin/word"), "/admin/signin/word/go")
    assert visitor.follows(done).status_code == 200
    word, number = asks_for_a_word(shopper, "/login")
    assert taps(Owner(staff_id=founder.id), word, number) is None, "nor hers the shop"
    word, number = asks_for_a_word(shopper, "/admin/signin")
    assert taps(Owner(staff_id=founder.id), word, 100 - number) is False
    assert shopper.get("/admin/account").status_code == 303


def asks_for_a_word(visitor: Visitor, start: str) -> tuple[str, int]:
    action = "/login" if start == "/login" else "/admin/signin/word"
    page = visitor.follows(visitor.fills(visitor.get(start), action))
    found = re.findall(r'class="login-(?:word|big)">([A-Z0-9-]+)<', page.text)
    assert len(found) == 2, page.text[:500]
    return found[0], int(found[1])


def taps(owner: Owner, word: str, number: int) -> bool | None:
    """What the chat does when somebody sends the word and taps a number."""
    typed = find_word(f"LOGIN {word}")
    assert typed is not None
    with transaction() as session:
        now = read_now(session)
        heard = hear_word(session, typed, owner, now)
        return tap_number(session, heard.word_id, owner, number, now) if heard else None


def test_guessing_from_everywhere_locks_nobody_out(founder: Colleague, app: Any) -> None:
    has_password(founder.id)
    login = f"tester{founder.id}@example.com"
    hers = Visitor(app, address="198.51.100.9")
    assert signs_in(hers, login).status_code == 303
    does("INSERT INTO request_counts (key, began_at, hits) SELECT 'office-signin-strangers:' || "
         "encode(sha256(convert_to(:asker, 'UTF8')), 'hex'), date_trunc('hour', jamango_now()), 60 "
         "ON CONFLICT (key) DO UPDATE SET hits = 60",
         asker=f"staff:{founder.id}")  # fmt: skip
    kept_out = signs_in(Visitor(app, address="192.0.2.1"), login)
    assert (kept_out.status_code, "Too many tries" in kept_out.text) == (429, True)
    again = signs_in(hers, login)
    assert again.status_code == 303, "her own browser is counted apart"


def test_one_network_guesses_twenty_times(founder: Colleague, app: Any) -> None:
    has_password(founder.id)
    does("INSERT INTO request_counts (key, began_at, hits) SELECT 'office-signin-network:' || "
         "encode(sha256(convert_to('203.0.113.7', 'UTF8')), 'hex'), "
         "to_timestamp(floor(extract(epoch FROM jamango_now()) / 600) * 600), 20")  # fmt: skip
    late = signs_in(Visitor(app), f"tester{founder.id}@example.com")
    assert (late.status_code, int(late.headers["retry-after"]) > 0) == (429, True)
    assert signs_in(Visitor(app, address="198.51.100.1"), f"tester{founder.id}@example.com").status_code == 303


def test_the_first_link_makes_the_founder_and_opens_once(app: Any) -> None:
    does("UPDATE staff SET active = false")
    does("DELETE FROM identities WHERE staff_id IS NOT NULL")
    with transaction() as session:
        token = make_first_link(session, actor=Actor.system("test"), now=read_now(session))
    path, visitor = f"/admin/setup/{token}", Visitor(app)
    weak = visitor.fills(visitor.get(path), path, name="Meera", phone="98765 43210", password="mango")
    assert "10 to 200" in weak.text
    made = visitor.fills(weak, path, name="Meera", phone="98765 43210", email="Meera@Example.com", password=PASSWORD)
    shown = visitor.follows(made)
    assert "Scan this with the app" in shown.text
    [staff] = rows("SELECT id, role, email FROM staff WHERE active")
    assert (staff.role, staff.email) == ("founder", "meera@example.com")
    done = visitor.follows(visitor.fills(shown, "/admin/account/authenticator/confirm", code=code_of(staff.id)))
    assert len(re.findall(r"<li>[0-9A-Z]{5}-[0-9A-Z]{5}</li>", done.text)) == 10
    assert Visitor(app).get(path).status_code == 404, "used"
    with transaction() as session:
        assert make_first_link(session, actor=Actor.system("test"), now=read_now(session)) is None


def test_a_link_for_somebody_opens_once_within_a_day_and_only_the_newest(packer: Colleague, app: Any) -> None:
    old, new = (made_link(packer.id) for _ in range(2))
    assert [Visitor(app).get(path).status_code for path in (old, new)] == [404, 200]
    visitor = Visitor(app)
    assert visitor.fills(visitor.get(new), new, password=PASSWORD).status_code == 303
    assert Visitor(app).get(new).status_code == 404, "used"
    late = made_link(packer.id)
    does("UPDATE setup_links SET asked_at = asked_at - interval '25 hours', ends_at = ends_at - interval '25 hours'")
    assert Visitor(app).get(late).status_code == 404


def made_link(staff_id: int) -> str:
    with transaction() as session:
        token = make_setup_link(session, staff_id, actor=Actor.system("test"), now=read_now(session))
    return f"/admin/setup/{token}"


def test_a_password_changed_elsewhere_ends_the_session_here(founder: Colleague, app: Any) -> None:
    has_password(founder.id)
    assert founder.goes("/admin/staff").url.path == "/admin/signin"
    visitor = Visitor(app)
    signs_in(visitor, f"tester{founder.id}@example.com")
    here, there = Colleague(visitor, founder.id, Role.FOUNDER), Visitor(app)
    signs_in(there, f"tester{founder.id}@example.com")
    kept = here.fills("/admin/account", "/admin/account/password", password="quite another one")
    assert "Saved." in kept.text
    assert there.get("/admin/account").status_code == 303


def test_a_browser_is_signed_out_from_another_and_nobody_elses(founder: Colleague, manager: Colleague) -> None:
    mine, theirs = (rows("SELECT id FROM sessions WHERE staff_id = :id", id=each.id)[0].id
                    for each in (founder, manager))  # fmt: skip
    page = founder.goes("/admin/account")
    token = re.findall(r'name="_token" value="(\w+)"', page.text)[0]
    founder.visitor.post("/admin/account/browsers", {"_token": token, "_once": "a", "browser": str(theirs)})
    assert rows("SELECT ended_at FROM sessions WHERE id = :id", id=theirs)[0].ended_at is None
    founder.visitor.post("/admin/account/browsers", {"_token": token, "_once": "b", "browser": str(mine)})
    assert founder.visitor.get("/admin/account").status_code == 303


def test_who_left_is_out_at_once_and_a_form_says_so(founder: Colleague, manager: Colleague) -> None:
    page = manager.goes("/admin/account")
    gone = founder.fills(f"/admin/staff/{manager.id}", f"/admin/staff/{manager.id}/remove")
    assert "Removed, and signed out everywhere." in gone.text
    late = manager.visitor.fills(page, "/admin/account/language", language="hi")
    assert (late.status_code, "You are signed out" in late.text) == (401, True)
    assert manager.visitor.get("/admin/account").status_code == 303


def test_a_stolen_cookie_of_the_shop_or_of_another_browser_opens_nothing(founder: Colleague, app: Any) -> None:
    secret = next(value for name, value in founder.visitor.cookies.items() if name.endswith("office"))
    thief = Visitor(app)
    thief.cookies.set("jamango-shop", secret, domain="127.0.0.1")
    assert thief.get("/admin/account").status_code == 303
    stolen = founder.visitor.post("/admin/signout", {"_token": "0" * 64, "_once": "x"})
    assert stolen.status_code == 403
    assert founder.goes("/admin/account").status_code == 200, "another site's form signs nobody out"


def test_what_matters_asks_once_more_and_loses_nothing_typed(founder: Colleague) -> None:
    has_password(founder.id)
    does("UPDATE sessions SET ended_at = NULL WHERE staff_id = :id", id=founder.id)
    founder.grows_stale()
    page = founder.goes("/admin/staff/new")
    assert 'name="proof"' in page.text
    typed = {"name": "Gopal", "phone": "98765 11111", "role": "packer"}
    missing = founder.sends(page, "/admin/staff/new", **typed)
    assert (missing.status_code, "add your password or a code" in missing.text) == (403, True)
    assert 'value="Gopal"' in missing.text
    wrong = founder.sends(missing, "/admin/staff/new", **typed, proof="not it at all")
    assert (wrong.status_code, "neither your password" in wrong.text) == (403, True)
    assert rows("SELECT count(*) FROM staff WHERE name = 'Gopal'")[0][0] == 0
    done = founder.sends(wrong, "/admin/staff/new", **typed, proof=PASSWORD)
    assert "/admin/setup/" in done.text, "with the link for the new colleague"
    assert 'name="proof"' not in founder.goes("/admin/staff/new").text, "for ten minutes"


def test_ten_wrong_proofs_are_enough(founder: Colleague) -> None:
    has_password(founder.id)
    does("UPDATE sessions SET ended_at = NULL WHERE staff_id = :id", id=founder.id)
    founder.grows_stale()
    page = founder.goes("/admin/prove?next=/admin/staff")
    for _ in range(10):
        assert founder.sends(page, "/admin/prove", proof="no").status_code == 422
    assert founder.sends(page, "/admin/prove", proof=PASSWORD).status_code == 422
    assert founder.goes("/admin/account").status_code == 200, "she is still signed in"


@pytest.mark.parametrize(
    "password",
    ["short", "aaaaaaaaaaaaaaaa", "x" * 201, "password12", "Password123!", "P@ssw0rd2027", "jamango2027",
     "J4mang0-shop!", "mangomango12", "1234567890", "9876500077", "01011990 2027", "qwertyuiop12", "abcdefghijkl",
     "welcome@12345", "iloveyou2027", "aaaabbbbccccdddd", "jaimatadi108"],
)  # fmt: skip
def test_a_password_that_does_not_fit(password: str) -> None:
    assert not fits(password)


@pytest.mark.parametrize(
    "password",
    ["ripe mangoes in june", "quite another one", "correct horse battery", "mango-h4kd-7wpx", "आम के पेड़ के नीचे"],
)
def test_a_password_that_does(password: str) -> None:
    assert fits(password)


def test_a_code_of_another_half_minute_is_none() -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    now = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
    code = pyotp.TOTP(secret).at(now)
    seen = {seconds: find_step(secret, code, now + timedelta(seconds=seconds)) is not None
            for seconds in (-60, -30, 0, 30, 60)}  # fmt: skip
    assert seen == {-60: False, -30: True, 0: True, 30: True, 60: False}


def test_the_founder_of_the_demo_shop_is_let_in_with_what_it_prints(
    app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMANGO_DATA_DIR", str(tmp_path))
    phone, password = founder_sign_in(current_settings())
    assert signs_in(Visitor(app), phone, password).status_code == 303
    assert founder_sign_in(current_settings()) == (phone, password), "and again at the next start"
    assert (tmp_path / "office-password").stat().st_mode & 0o077 == 0
