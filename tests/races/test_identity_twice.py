"""One new person, several first messages at once: one customer (invariant I19)."""

from __future__ import annotations

import threading
from collections.abc import Callable

from sqlalchemy import text
from sqlmodel import Session

from core.clock import read_now
from core.recognition.actions import Person, recognise
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf, race

MESSAGES = 8
PHONE = "910000000201"
USER_ID = "IN.9001"


def say_hi(phone: str | None, user_id: str | None) -> Callable[[Session], Person]:
    return lambda session: recognise(
        session, phone=phone, user_id=user_id, parent_user_id=None, name="Asha", now=read_now(session)
    )


def customers(results: list[Person | Exception]) -> set[int | None]:
    for result in results:
        if isinstance(result, Exception):
            raise result
    return {result.customer_id for result in results if isinstance(result, Person)}


def test_control_look_then_add_makes_a_customer_of_each_message(shelf: Shelf) -> None:
    shelf.change("ALTER TABLE identities DROP CONSTRAINT identities_kind_value_unique")
    everybody_has_looked = threading.Barrier(MESSAGES)

    def look_then_add(session: Session) -> bool:
        known = session.execute(text("SELECT 1 FROM identities WHERE value = :phone"), {"phone": PHONE}).first()
        everybody_has_looked.wait(PATIENCE_SECONDS)
        if known is None:
            session.execute(
                text(
                    "WITH person AS (INSERT INTO users (name) VALUES ('Asha') RETURNING id)"
                    " INSERT INTO identities (kind, value, customer_id) SELECT 'phone', :phone, id FROM person"
                ),
                {"phone": PHONE},
            )
        return known is None

    assert race([look_then_add] * MESSAGES) == [True] * MESSAGES
    assert shelf.read("SELECT count(*) FROM identities WHERE value = :phone", phone=PHONE) == MESSAGES


def test_the_same_first_message_many_times_makes_one_customer(shelf: Shelf) -> None:
    before = shelf.read("SELECT count(*) FROM users")
    results = race([say_hi(PHONE, USER_ID)] * MESSAGES)
    assert len(customers(results)) == 1
    assert sum(result.created for result in results if isinstance(result, Person)) == 1
    assert shelf.read("SELECT count(*) FROM users") == before + 1
    shelf.assert_sound()


def test_phone_alone_and_both_names_at_once_make_one_customer(shelf: Shelf) -> None:
    results = race([say_hi(PHONE, None), say_hi(PHONE, USER_ID)] * (MESSAGES // 2))
    assert len(customers(results)) == 1
    assert shelf.read("SELECT count(*) FROM identities WHERE value IN (:a, :b)", a=PHONE, b=USER_ID) == 2
    shelf.assert_sound()


def test_two_strangers_with_one_phone_stay_two(shelf: Shelf) -> None:
    results = race([say_hi(PHONE, "IN.1"), say_hi(PHONE, "IN.2")])
    assert len(customers(results)) == 2
    shelf.assert_sound()
