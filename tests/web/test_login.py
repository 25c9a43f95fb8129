"""Signing in by a word: who sees the number gets in, once, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.logins.guests import prune_guests
from core.recognition.actions import recognise
from tests.support.visitor import Visitor
from tests.web.conftest import rows
from tests.web.shopping import Buyer, one, sends_the_word


def is_in(buyer: Buyer) -> bool:
    return "Sign in" not in buyer.goes("/my/orders").text


def test_the_right_number_signs_the_waiting_browser_in(guest: Buyer, asha: int) -> None:
    assert not is_in(guest)
    guest.signs_in(asha)
    assert is_in(guest)
    assert one("SELECT status FROM login_words").status == "used"


@pytest.mark.parametrize("tapped", ["another", "nobody"])
def test_a_forwarded_word_signs_nobody_in(app: Any, asha: int, tapped: str) -> None:
    """The stranger's browser shows the word; Asha is talked into sending it, and does not see that browser."""
    stranger = Buyer(Visitor(app))
    word, number = stranger.asks_to_sign_in()
    others = one("SELECT array_remove(numbers, shown_number) AS numbers FROM login_words").numbers
    assert number not in others
    assert sends_the_word(asha, word, others[0] if tapped == "another" else None) is False
    assert "Nobody was signed in" in stranger.goes("/login/word").text
    assert sends_the_word(asha, word, number) is None, "one try"
    assert not is_in(stranger)


def test_a_word_works_once_in_the_browser_that_shows_it_and_for_five_minutes(app: Any, asha: int) -> None:
    guest, other = Buyer(Visitor(app)), Buyer(Visitor(app))
    word, number = guest.asks_to_sign_in()
    other.asks_to_sign_in()
    assert sends_the_word(asha, word, number) is True
    page = other.goes("/login/word")
    assert "That was you" not in page.text
    assert not is_in(other)
    later = guest.goes("/login")
    guest.sends(later, "/login")
    assert not is_in(guest), "a new word ends the one before, confirmed or not"


def test_what_a_guest_had_is_the_customers_and_of_one_pack_the_larger_number_stays(app: Any, asha: int) -> None:
    first, second = Buyer(Visitor(app)), Buyer(Visitor(app))
    first.puts("alphonso", 3, pack=1)
    first.puts("kesar", 1, pack=1)
    first.signs_in(asha)
    second.puts("alphonso", 2, pack=1)
    second.lives_at("lotus", "504", "1")
    second.signs_in(asha)
    lines = [row.quantity for row in rows("SELECT quantity FROM cart_items ORDER BY id")]
    assert lines == [3, 1]
    assert "Lotus Court" in second.goes("/checkout/home").text
    assert [row.customer_id for row in rows("SELECT customer_id FROM addresses WHERE line LIKE '%504%' ORDER BY id")][
        -1
    ] == asha


def test_guests_who_left_nothing_behind_are_forgotten(app: Any, asha: int) -> None:
    for buyer in (Buyer(Visitor(app)), Buyer(Visitor(app))):
        buyer.puts("kesar")
    payer = Buyer(Visitor(app))
    payer.fills_everything()
    payer.pays("online")
    with transaction() as session:
        session.execute(
            text("UPDATE sessions SET guest_id = NULL WHERE guest_id IN (SELECT min(guest_id) FROM sessions)")
        )
        assert prune_guests(session, read_now(session) + timedelta(days=40), limit=10) == 1
    assert one("SELECT count(*) AS left FROM users u WHERE NOT EXISTS "
               "(SELECT FROM identities i WHERE i.customer_id = u.id)").left == 2  # fmt: skip


def test_who_is_new_by_signing_in_speaks_as_the_guest_did(app: Any, asha: int) -> None:
    hindi = {"Accept-Language": "hi"}
    newcomer, known = Buyer(Visitor(app, **hindi)), Buyer(Visitor(app, **hindi))
    newcomer.puts("kesar")
    known.puts("kesar")
    with transaction() as session:
        now = read_now(session)
        meena = recognise(session, phone="919876500079", user_id=None, parent_user_id=None, name="Meena", now=now)
    assert meena.customer_id is not None
    newcomer.signs_in(meena.customer_id)
    known.signs_in(asha)
    spoken = {row.id: row.language for row in rows("SELECT id, language FROM users")}
    assert (spoken[meena.customer_id], spoken[asha]) == ("hi", "en")


def test_what_a_guest_said_they_are_called_is_kept_by_signing_in(app: Any, guest: Buyer, asha: int) -> None:
    guest.fills_everything()
    guest.signs_in(asha, after="/checkout")
    assert "Kiran" in guest.goes("/checkout").text
    nameless = Buyer(Visitor(app))
    nameless.puts("kesar")
    nameless.signs_in(asha)
    assert one("SELECT name FROM users WHERE id = :id", id=asha).name == "Kiran", "who said nothing changes nothing"
