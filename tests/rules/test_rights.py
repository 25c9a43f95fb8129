"""Who may do what: the whole table, drawn, and what an actor looks like in rows."""

from __future__ import annotations

import pytest

from core.actor import META, RAZORPAY, Actor, ActorKind, Role
from core.errors import Refusal
from core.staff.rules import Right, may, require

# One line a right: founder, manager, packer, rider, stall keeper.
TABLE = """
    see-orders        F M P . .
    place-orders      F M . . .
    change-orders     F M . . .
    cancel-orders     F M . . .
    pack-orders       F M P . .
    see-stock         F M P . .
    receive-fruit     F M . . .
    correct-stock     F M . . .
    manage-catalog    F M . . .
    manage-slots      F M . . .
    manage-zones      F M . . .
    see-customers     F M . . .
    change-customers  F M . . .
    erase-customers   F . . . .
    see-chats         F M . . .
    answer-chats      F M . . .
    teach-answers     F M . . .
    send-broadcasts   F M . . .
    see-money         F M . . .
    refund            F M . . .
    settle-parked     F M . . .
    count-cash        F M . . .
    manage-offers     F M . . .
    see-reports       F M . . .
    export            F M . . .
    plan-runs         F M . . .
    deliver           F M . R .
    release-codes     F . . . .
    sell-at-stall     F M . . S
    close-stall       F M . . S
    manage-stalls     F M . . .
    resolve-alerts    F M . . .
    see-health        F M . . .
    see-audit         F . . . .
    manage-templates  F M . . .
    manage-staff      F . . . .
    change-settings   F . . . .
"""
DRAWN = {Right(name): marks for name, *marks in (line.split() for line in TABLE.strip().splitlines())}
CUSTOMER = 7


def test_every_right_is_in_the_table() -> None:
    assert list(DRAWN) == list(Right)


@pytest.mark.parametrize("right", Right)
def test_every_role_has_the_rights_of_the_table_and_no_other(right: Right) -> None:
    for role, mark in zip(Role, DRAWN[right], strict=True):
        actor = Actor.staff(1, role)
        assert may(actor, right) == (mark != "."), role
        if mark == ".":
            with pytest.raises(Refusal) as refused:
                require(actor, right)
            assert (refused.value.code, refused.value.values) == ("not-allowed", {"right": right.value})
        else:
            require(actor, right)


@pytest.mark.parametrize("right", Right)
def test_a_customer_does_a_few_things_and_only_with_what_is_their_own(right: Right) -> None:
    own = right in {Right.PLACE_ORDERS, Right.CHANGE_ORDERS, Right.CANCEL_ORDERS}
    assert may(Actor.customer(CUSTOMER), right, owner=CUSTOMER) == own
    assert not may(Actor.customer(CUSTOMER), right, owner=CUSTOMER + 1)
    assert not may(Actor.customer(CUSTOMER), right)


def test_platforms_and_jobs_have_next_to_no_rights_and_the_operator_has_all() -> None:
    assert [right for right in Right if may(RAZORPAY, right)] == [Right.REFUND]
    assert [right for right in Right if may(Actor.job("weekly-box"), right)] == [Right.PLACE_ORDERS]
    assert not [right for right in Right if may(META, right)]
    assert all(may(Actor.system("command-line"), right) for right in Right)


ACTORS = {
    "customer:7": Actor.customer(7),
    "staff:2:stall_keeper": Actor.staff(2, Role.STALL_KEEPER),
    "razorpay": RAZORPAY,
    "meta": META,
    "job:hold-end": Actor.job("hold-end"),
    "system:seed": Actor.system("seed"),
}


@pytest.mark.parametrize("text", ACTORS)
def test_an_actor_is_written_and_read_in_one_form(text: str) -> None:
    assert str(ACTORS[text]) == text
    assert Actor.read(text) == ACTORS[text]


@pytest.mark.parametrize("text", ["shop", "staff:1", "staff:1:king", "customer:", "job:", "meta:1", "customer:7\n", ""])
def test_what_rows_of_before_hold_names_nobody(text: str) -> None:
    assert Actor.read(text) is None


def test_nobody_acts_without_a_number_or_name() -> None:
    for wrong in ({"kind": ActorKind.STAFF, "id": 1}, {"kind": ActorKind.CUSTOMER}, {"kind": ActorKind.JOB}):
        with pytest.raises(ValueError, match="nobody who acts"):
            Actor(**wrong)
