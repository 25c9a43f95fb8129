"""Who writes to us, also when their number or user id changes (invariant I19, faults F100 and F101)."""

from __future__ import annotations

from typing import Any

import pytest

from core.clock import read_now
from core.customers.actions import (
    Person,
    change_number,
    change_user_id,
    recognise,
    set_language,
    start_marketing,
    stop_marketing,
)
from core.errors import Refusal
from core.staff.actions import add_staff
from core.staff.tables import Role
from tests.support.shelf import Shelf

PHONE, OTHER_PHONE = "910000000211", "910000000212"
RIDER = "910000000103"


def hear(shelf: Shelf, phone: str | None = None, user_id: str | None = None, parent: str | None = None) -> Person:
    return shelf.run(
        lambda session: recognise(
            session, phone=phone, user_id=user_id, parent_user_id=parent, name="Asha", now=read_now(session)
        )
    )


def names_of(shelf: Shelf, person: Person) -> set[str]:
    query = "SELECT coalesce(string_agg(value, ' '), '') FROM identities WHERE customer_id = :id"
    return set(str(shelf.read(query, id=person.customer_id)).split())


def test_a_stranger_becomes_a_customer_who_agreed_to_service_messages(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1")
    assert person.created
    assert names_of(shelf, person) == {PHONE, "IN.1"}
    query = "SELECT purpose FROM consents WHERE customer_id = :id"
    assert shelf.read(query, id=person.customer_id) == "service"
    assert hear(shelf, PHONE, "IN.1") == Person(person.customer_id, None, person.chat_id)
    shelf.assert_sound()


def test_a_user_without_a_phone_is_a_customer_and_the_phone_comes_later(shelf: Shelf) -> None:
    person = hear(shelf, None, "IN.1")
    assert names_of(shelf, person) == {"IN.1"}
    assert hear(shelf, PHONE, "IN.1").customer_id == person.customer_id
    assert names_of(shelf, person) == {PHONE, "IN.1"}
    assert hear(shelf, PHONE).customer_id == person.customer_id


def test_a_phone_that_comes_back_with_another_user_id_is_somebody_new(shelf: Shelf) -> None:
    before = hear(shelf, PHONE, "IN.1")
    after = hear(shelf, PHONE, "IN.2")
    assert after.created
    assert after.customer_id != before.customer_id
    assert (names_of(shelf, before), names_of(shelf, after)) == ({"IN.1"}, {PHONE, "IN.2"})
    assert shelf.read("SELECT count(*) FROM audit_log WHERE action = 'phone-moved'") == 1
    assert hear(shelf, None, "IN.1").customer_id == before.customer_id
    shelf.assert_sound()


def test_a_riders_recycled_phone_gives_no_powers_and_rings_the_founder(shelf: Shelf) -> None:
    rider = hear(shelf, RIDER, "IN.7")
    assert rider.staff_id is not None
    assert hear(shelf, RIDER, "IN.7").staff_id == rider.staff_id
    stranger = hear(shelf, RIDER, "IN.8")
    assert (stranger.staff_id, stranger.created) == (None, True)
    assert shelf.read("SELECT code FROM alerts") == "staff-phone-changed-hands"
    shelf.assert_sound()


def test_a_phone_in_dispute_stays_where_it_is(shelf: Shelf) -> None:
    owner, other = hear(shelf, PHONE, "IN.1"), hear(shelf, OTHER_PHONE, "IN.2")
    assert hear(shelf, PHONE, "IN.2").customer_id == other.customer_id
    assert PHONE in names_of(shelf, owner)
    assert shelf.read("SELECT code FROM alerts") == "identity-disputed"


def test_known_by_the_parent_id_alone_the_user_id_is_replaced(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1", "IN.ENT.1")
    assert hear(shelf, None, "IN.2", "IN.ENT.1").customer_id == person.customer_id
    assert names_of(shelf, person) == {PHONE, "IN.2", "IN.ENT.1"}
    shelf.assert_sound()


def test_a_message_from_nobody_is_our_fault(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="no sender"):
        hear(shelf)


def test_a_customer_who_changes_number_takes_the_history_along(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1")
    assert shelf.run(lambda session: change_number(session, PHONE, OTHER_PHONE, "IN.2")) is True
    assert names_of(shelf, person) == {OTHER_PHONE, "IN.2"}
    assert hear(shelf, OTHER_PHONE, "IN.2").customer_id == person.customer_id
    assert hear(shelf, PHONE, "IN.3").created, "the old number is free for its next owner"
    shelf.assert_sound()


@pytest.mark.parametrize(("old", "new"), [(PHONE, OTHER_PHONE), (RIDER, PHONE), ("910000000999", PHONE)])
def test_nobody_is_taken_over_by_a_change_of_number(shelf: Shelf, old: str, new: str) -> None:
    first, second = hear(shelf, PHONE, "IN.1"), hear(shelf, OTHER_PHONE, "IN.2")
    assert shelf.run(lambda session: change_number(session, old, new, None)) is False
    assert names_of(shelf, first) == {PHONE, "IN.1"}
    assert names_of(shelf, second) == {OTHER_PHONE, "IN.2"}


def test_a_changed_user_id_is_followed_unless_it_is_somebodys(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1")
    change = lambda old, new: shelf.run(lambda session: change_user_id(session, old, new))  # noqa: E731
    assert change("IN.1", "IN.2") is True
    assert names_of(shelf, person) == {PHONE, "IN.2"}
    assert change("IN.404", "IN.5") is False
    hear(shelf, OTHER_PHONE, "IN.3")
    assert change("IN.2", "IN.3") is False


def test_stopping_and_starting_marketing_is_remembered_for_ever(shelf: Shelf) -> None:
    customer = hear(shelf, PHONE).customer_id
    assert customer is not None

    def choose(session: Any) -> None:
        start_marketing(session, customer)
        start_marketing(session, customer)
        stop_marketing(session, customer, "office")
        set_language(session, customer, "hi")

    shelf.run(choose)
    query = "SELECT string_agg(granted::text, ' ' ORDER BY id) FROM consents WHERE purpose = 'marketing'"
    assert shelf.read(query) == "true false"
    assert shelf.read("SELECT language FROM users WHERE id = :id", id=customer) == "hi"


def test_staff_have_a_phone_of_their_own(shelf: Shelf) -> None:
    hear(shelf, PHONE)

    def take_on(phone: str) -> int:
        return shelf.run(
            lambda session: (
                add_staff(session, "Kamala", phone, role=Role.PACKER, language="hi", now=read_now(session)).id
            )
        )

    staff_id = take_on(OTHER_PHONE)
    assert hear(shelf, OTHER_PHONE).staff_id == staff_id
    with pytest.raises(Refusal) as caught:
        take_on(PHONE)
    assert caught.value.code == "phone-taken"
    shelf.assert_sound()
