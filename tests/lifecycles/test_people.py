"""Who writes to us, also when their number or user id changes (invariant I19, faults F100 and F101)."""

from __future__ import annotations

from typing import Any

import pytest

from core.actor import Role
from core.clock import read_now
from core.customers.actions import set_language, start_marketing, stop_marketing
from core.errors import Refusal
from core.identities.names import Change, Names
from core.recognition.actions import Person, recognise
from core.recognition.changes import follow_change
from core.staff.actions import add_staff
from tests.support.actors import STAFF
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


def change(shelf: Shelf, before: Names, after: Names, *, left_number: bool = False) -> bool:
    return shelf.run(lambda session: follow_change(session, Change(before, after, left_number=left_number)))


def test_a_customer_who_changes_number_takes_the_history_along(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1")
    assert change(shelf, Names(PHONE), Names(OTHER_PHONE, "IN.2"), left_number=True)
    assert names_of(shelf, person) == {OTHER_PHONE, "IN.2"}
    assert hear(shelf, OTHER_PHONE, "IN.2").customer_id == person.customer_id
    assert hear(shelf, PHONE, "IN.3").created, "the old number is free for its next owner"
    shelf.assert_sound()


@pytest.mark.parametrize(
    "before",
    [
        Names(user_id="IN.1"),
        Names(PHONE),
        Names(PHONE, "IN.1"),
        Names(None, "IN.404", "IN.ENT.1"),
        Names(PHONE, "IN.1", "IN.ENT.1"),
    ],
)
def test_any_old_name_finds_the_person_who_changed(shelf: Shelf, before: Names) -> None:
    person = hear(shelf, PHONE, "IN.1", "IN.ENT.1")
    assert change(shelf, before, Names(OTHER_PHONE, "IN.2", "IN.ENT.2"), left_number=True)
    assert names_of(shelf, person) == {OTHER_PHONE, "IN.2", "IN.ENT.2"}
    assert not change(shelf, before, Names(OTHER_PHONE, "IN.2", "IN.ENT.2"), left_number=True), (
        "nobody, the second time"
    )
    assert shelf.read("SELECT count(*) FROM alerts") == 0
    shelf.assert_sound()


def test_a_number_that_was_left_for_a_hidden_one_is_not_written_to_any_more(shelf: Shelf) -> None:
    person = hear(shelf, PHONE, "IN.1")
    assert change(shelf, Names(PHONE, "IN.1"), Names(None, "IN.2"), left_number=True)
    assert names_of(shelf, person) == {"IN.2"}
    only_a_phone = hear(shelf, OTHER_PHONE)
    change(shelf, Names(OTHER_PHONE), Names(), left_number=True)
    assert names_of(shelf, only_a_phone) == {OTHER_PHONE}, "nobody is left without any name"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Names(PHONE), Names(OTHER_PHONE)),  # a number that is somebody's
        (Names(RIDER), Names("910000000213")),  # staff
        (Names("910000000999"), Names("910000000213")),  # a number that we do not know
        (Names(None, "IN.1"), Names(None, "IN.2")),  # a user id that is somebody's
        (Names(PHONE, "IN.2"), Names("910000000213")),  # old names of two people
        (Names(PHONE, "IN.77"), Names("910000000213", "IN.78")),  # a number that another account had in the meantime
    ],
)
def test_nobody_is_taken_over_by_a_change_of_names(shelf: Shelf, before: Names, after: Names) -> None:
    first, second = hear(shelf, PHONE, "IN.1"), hear(shelf, OTHER_PHONE, "IN.2")
    people = shelf.read("SELECT count(*) FROM users")
    assert not change(shelf, before, after, left_number=True)
    assert names_of(shelf, first) == {PHONE, "IN.1"}
    assert names_of(shelf, second) == {OTHER_PHONE, "IN.2"}
    assert shelf.read("SELECT count(*) FROM users") == people
    assert shelf.read("SELECT count(*) FROM alerts") == (before.phone != "910000000999")
    shelf.assert_sound()


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
                add_staff(
                    session, "Kamala", phone, role=Role.PACKER, language="hi", actor=STAFF, now=read_now(session)
                ).id
            )
        )

    staff_id = take_on(OTHER_PHONE)
    assert hear(shelf, OTHER_PHONE).staff_id == staff_id
    with pytest.raises(Refusal) as caught:
        take_on(PHONE)
    assert caught.value.code == "phone-taken"
    shelf.assert_sound()
