"""Two hundred guesses at a login code at once: at most five are looked at (RELIABILITY S8)."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import in_transaction, transaction
from core.ids import new_browser_token
from core.logins import codes
from core.logins.code_rules import TRIES, hash_code
from core.query import Statement
from core.sessions.actions import begin_session
from core.sessions.queries import Owner, find_session
from core.sessions.rules import hash_token
from shop_web.area import SHOP

GUESSES = 200
SECRET = "a-secret-of-the-test"


@pytest.fixture
def browser(demo_shop: str) -> int:
    """A session to which a code was sent that none of the guesses is."""
    del demo_shop
    hashed = hash_token(new_browser_token())
    with transaction() as session:
        now = read_now(session)
        begin_session(session, SHOP.name, hashed, Owner(), browser="", now=now, ends_at=now + SHOP.lasts)
        found = find_session(session, hashed, SHOP.name, idle=SHOP.idle, now=now)
        assert found is not None
        values = {"id": found.id, "hash": hash_code(SECRET, found.id, "999999"), "now": now, "ends": now + codes.KEEP}
        session.execute(
            text("INSERT INTO otp_challenges (session_id, phone, code_hash, asked_at, ends_at)"
                 " VALUES (:id, '919876500077', :hash, :now, :ends)"), values)  # fmt: skip
    return found.id


def guess_at_once(browser: int) -> Counter[codes.Checked]:
    def guess(number: int) -> codes.Checked:
        return in_transaction(
            lambda session: codes.check_code(session, browser, f"{number:06}", secret=SECRET, now=read_now(session))
        )[0]

    with ThreadPoolExecutor(16) as hands:
        return Counter(hands.map(guess, range(GUESSES)))


def test_of_two_hundred_guesses_five_are_looked_at(browser: int) -> None:
    assert guess_at_once(browser) == {codes.Checked.WRONG: TRIES, codes.Checked.OVER: GUESSES - TRIES}


def test_control_without_the_condition_all_are_looked_at(browser: int, monkeypatch: pytest.MonkeyPatch) -> None:
    condition = " AND tries < :most"
    assert condition in codes.TRY.sql
    monkeypatch.setattr(codes, "TRY", Statement(codes.TRY.sql.replace(condition, ""), codes.Tried))
    with transaction() as session:
        session.execute(text("ALTER TABLE otp_challenges DROP CONSTRAINT otp_challenges_are_tried_five_times"))
    assert guess_at_once(browser) == {codes.Checked.WRONG: GUESSES}
