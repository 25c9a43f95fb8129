"""What customers decide of themselves: consent, browsers, all that we hold, and its end."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.orders.repeating import refill_from_order
from core.privacy.erasing import erase_due
from core.recognition.actions import recognise
from tests.support.visitor import Visitor
from tests.web.conftest import rows
from tests.web.shopping import Buyer, one


def test_a_profile_is_its_owners_alone(guest: Buyer, asha: int) -> None:
    for path in ("/my/profile", "/my/orders", "/my/profile/everything.json"):
        assert "Sign in" in guest.goes(path).text, path
    guest.signs_in(asha)
    assert "Signed in on" in guest.goes("/my/profile").text


def test_consent_is_given_and_withdrawn_with_its_proof(guest: Buyer, asha: int) -> None:
    guest.signs_in(asha)
    guest.sends(guest.goes("/my/profile"), "/my/profile/offers")
    guest.sends(guest.goes("/my/profile"), "/my/profile/offers")
    kept = rows("SELECT granted, source, said <> '' AS said FROM consents WHERE purpose = 'marketing' ORDER BY id")
    assert [tuple(row) for row in kept] == [(True, "web", True), (False, "web", True)]


def test_signing_out_elsewhere_leaves_this_browser(app: Any, asha: int) -> None:
    here, there = Buyer(Visitor(app)), Buyer(Visitor(app))
    there.signs_in(asha)
    here.signs_in(asha)
    here.sends(here.goes("/my/profile"), "/my/profile/leave")
    assert "Sign in" in there.goes("/my/orders").text
    assert "Sign in" not in here.goes("/my/orders").text
    here.sends(here.goes("/my/profile"), "/logout")
    assert "Sign in" in here.goes("/my/orders").text


def test_everything_is_taken_away_by_who_signed_in_just_now(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.picks_a_window()
    guest.signs_in(asha, after="/checkout")
    guest.pays("cash")
    held = json.loads(guest.goes("/my/profile/everything.json").text)
    assert held["names_on_whatsapp"] == [{"kind": "phone", "value": "919876500077"}]
    assert held["orders"][0]["items"][0]["names"]["en"] == "Kesar"
    with transaction() as session:
        session.execute(text("UPDATE sessions SET began_at = began_at - interval '20 minutes'"))
    assert "Sign in" in guest.goes("/my/profile/everything.json").text


def test_erasing_waits_for_what_is_under_way_and_leaves_nothing_that_names(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.picks_a_window()
    guest.signs_in(asha, after="/checkout")
    guest.pays("cash")
    guest.sends(guest.goes("/my/profile"), "/my/profile/end", wish="erase")
    assert "It is being erased" in guest.goes("/my/profile").text
    assert erased(hours=2) == 0, "the order is under way"
    with transaction() as session:
        session.execute(text("UPDATE orders SET status = 'cancelled', ended_at = jamango_now() WHERE channel = 'web'"))
        session.execute(text("UPDATE outbox SET status = 'sent' WHERE status = 'pending'"))
    assert erased(hours=0) == 0, "the answer must reach them first"
    assert erased(hours=2) == 1
    everything = " ".join(
        str(row) for table in ("users", "identities", "addresses", "orders", "outbox", "inbox", "chats", "cart_items")
        for row in rows(f"SELECT to_jsonb(t) FROM {table} t")
    )  # fmt: skip
    for trace in ("919876500077", "Asha Rao", "4477"):
        assert trace not in everything, trace
    assert "Sign in" in guest.goes("/my/orders").text
    with transaction() as session:
        again = recognise(
            session, phone="919876500077", user_id=None, parent_user_id=None, name="Asha", now=read_now(session)
        )
    assert again.customer_id != asha, "whoever writes again is somebody new"


def erased(*, hours: int) -> int:
    with transaction() as session:
        return erase_due(session, read_now(session) + timedelta(hours=hours), limit=10)


def test_a_wish_to_be_erased_can_be_taken_back(guest: Buyer, asha: int) -> None:
    guest.signs_in(asha)
    guest.sends(guest.goes("/my/profile"), "/my/profile/end", wish="erase")
    guest.sends(guest.goes("/my/profile"), "/my/profile/end", wish="keep")
    assert erased(hours=48) == 0
    assert one("SELECT count(*) AS left FROM erasures").left == 0


def test_a_home_is_removed_when_nothing_is_to_be_brought_there(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.picks_a_window()
    guest.signs_in(asha, after="/checkout")
    guest.pays("cash")
    stays = guest.sends(guest.goes("/my/profile"), "/my/profile/homes", address=str(home_of(asha)))
    assert "is still to be brought there" in stays.text
    assert "4477" in stays.text
    with transaction() as session:
        session.execute(text("UPDATE orders SET status = 'cancelled', ended_at = jamango_now() WHERE channel = 'web'"))
    home_id = home_of(asha)
    guest.puts("kesar", 1, pack=1)
    guest.sends(guest.goes("/checkout/home"), "/checkout/home", address=str(home_id))
    gone = guest.sends(guest.goes("/my/profile"), "/my/profile/homes", address=str(home_id))
    assert "The home is removed" in gone.text
    for path in ("/my/profile", "/checkout/home", "/my/profile/everything.json"):
        assert f"– {home_id}" not in guest.goes(path).text, path
    assert "Where shall we bring it?" in guest.goes("/checkout").text, "the cart asks anew"
    with transaction() as session:
        [code] = session.scalars(text("SELECT id FROM orders WHERE channel = 'web'")).all()
        refill_from_order(session, asha, code, read_now(session))
    assert "Where shall we bring it?" in guest.goes("/checkout").text, "the same again as well"
    assert rows("SELECT address ->> 'flat' AS flat FROM orders WHERE channel = 'web'")[0].flat == "4477", (
        "what was brought"
    )


def home_of(customer_id: int) -> int:
    return int(one("SELECT max(id) AS id FROM addresses WHERE customer_id = :id", id=customer_id).id)


def test_nobody_removes_the_home_of_somebody_else(guest: Buyer, asha: int) -> None:
    guest.puts("kesar", 1, pack=1)
    guest.lives_at("palm", "4477", "B")
    guest.signs_in(asha, after="/checkout")
    other = one("SELECT id FROM addresses WHERE customer_id <> :id AND line LIKE '%-%' ORDER BY id LIMIT 1", id=asha).id
    refused = guest.sends(guest.goes("/my/profile"), "/my/profile/homes", address=str(other))
    assert "We could not find that address" in refused.text
    assert one("SELECT flat <> '' AS kept FROM addresses WHERE id = :id", id=other).kept
