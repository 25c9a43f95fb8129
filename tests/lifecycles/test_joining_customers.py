"""Two customers who are one person: what becomes of orders, homes, numbers, notes and what they agreed to."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from core.actor import Actor, Role
from core.clock import read_now
from core.customers.actions import start_marketing, stop_marketing, wants_marketing
from core.customers.notes import write_note_about
from core.errors import Refusal
from core.logins.merging import merge_customers
from core.orders.actions import confirm_cash_order
from core.privacy.erasing import erase, have_erased, is_to_be_erased
from core.views.file import read_file
from core.views.people import list_customers, read_person
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

MANAGER, PACKER = Actor.staff(2, Role.MANAGER), Actor.staff(3, Role.PACKER)


def buyer(shelf: Shelf) -> tuple[int, int]:
    """A customer with a confirmed order."""
    customer_id = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(customer_id)
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session), actor=STAFF))
    return customer_id, order_id


def join(shelf: Shelf, gone: int, kept: int, actor: Actor = STAFF) -> None:
    shelf.run(lambda session: merge_customers(session, gone, kept, actor=actor, now=read_now(session)))


def note(shelf: Shelf, customer_id: int, words: str, actor: Actor = STAFF) -> None:
    shelf.run(lambda session: write_note_about(session, customer_id, words, actor=actor, now=read_now(session)))


def names(shelf: Shelf, customer_id: int) -> list[str]:
    def read(session: Any) -> list[str]:
        query = text("SELECT value FROM identities WHERE customer_id = :id ORDER BY value")
        return list(session.execute(query, {"id": customer_id}).scalars())

    return shelf.run(read)


def test_everything_of_the_one_becomes_the_others(shelf: Shelf) -> None:
    (gone, order_id), (kept, _) = buyer(shelf), buyer(shelf)
    own, theirs = names(shelf, kept), names(shelf, gone)
    shelf.change(f"INSERT INTO identities (kind, value, customer_id) VALUES ('user_id', 'IN.77', {gone})")
    note(shelf, gone, "Rings   twice")
    for customer_id in (gone, kept):
        shelf.run(lambda session, each=customer_id: start_marketing(session, each))
    shelf.run(lambda session: stop_marketing(session, gone))
    join(shelf, gone, kept)
    assert shelf.order(order_id).customer_id == kept
    assert names(shelf, kept) == sorted([*own, "IN.77"])
    assert names(shelf, gone) == []
    assert theirs[0] not in names(shelf, kept), "of two phones hers stays"
    person = shelf.run(lambda session: read_person(session, kept))
    assert person is not None
    assert (len(person.homes), [each[1] for each in person.notes]) == (2, ["Rings twice"])
    assert not shelf.run(lambda session: wants_marketing(session, kept)), "a stop of either holds"
    listed = shelf.run(lambda session: list_customers(session, "", before=None, most=100))
    assert gone not in {each.id for each in listed}
    shelf.assert_sound()


def test_what_cannot_be_joined_is_said_and_left_as_it_was(shelf: Shelf) -> None:
    (gone, _), (kept, _) = buyer(shelf), buyer(shelf)
    unpaid = shelf.fill_cart(shelf.meet())
    shelf.place(unpaid)
    for first, second, actor, code in (
        (kept, kept, STAFF, "same-customer"), (10**9, kept, STAFF, "customer-unknown"),
        (unpaid, kept, STAFF, "unpaid-order-open"), (gone, kept, PACKER, "not-allowed"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=code):
            join(shelf, first, second, actor)
    join(shelf, gone, kept)
    with pytest.raises(Refusal, match="customer-unknown"):
        join(shelf, gone, kept)
    shelf.assert_sound()


def test_notes_are_short_and_in_their_file_and_gone_when_they_are_erased(shelf: Shelf) -> None:
    customer_id = shelf.meet()
    note(shelf, customer_id, "Likes them ripe")
    held = shelf.run(lambda session: read_file(session, customer_id))
    assert [each["text"] for each in held["notes_of_the_shop"]] == ["Likes them ripe"]
    for words, actor, code in (
        ("x" * 501, STAFF, "note-too-long"),
        (" ", STAFF, "note-missing"),
        ("x", PACKER, "not-allowed"),
    ):
        with pytest.raises(Refusal, match=code):
            note(shelf, customer_id, words, actor)
    shelf.run(lambda session: erase(session, customer_id, read_now(session)))
    assert shelf.read("SELECT count(*) FROM customer_notes") == 0


def test_only_the_founder_has_somebody_erased(shelf: Shelf) -> None:
    customer_id = shelf.meet()
    with pytest.raises(Refusal, match="not-allowed"):
        shelf.run(lambda session: have_erased(session, customer_id, actor=MANAGER, now=read_now(session)))
    shelf.run(lambda session: have_erased(session, customer_id, actor=STAFF, now=read_now(session)))
    assert shelf.run(lambda session: is_to_be_erased(session, customer_id))
