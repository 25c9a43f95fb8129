"""Homes as people write them: in any order, what is missing asked once, and what is no home never kept."""

from __future__ import annotations

import pytest

from tests.chats.orders import fills_the_cart
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.world import World

HOMES = "SELECT count(*) FROM addresses a JOIN identities i USING (customer_id) WHERE i.value = '910000000101'"


@pytest.fixture
def asked(chat: Person) -> Person:
    """Somebody who is asked where to bring it."""
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    return chat


def elsewhere(chat: Person, *, first: bool = False) -> None:
    chat.taps("Another address")
    chat.hears("ordering-where" if first else "ordering-where-known")


def test_towers_and_flats_are_read_in_any_order(asked: Person) -> None:
    for said, line, apartment in (
        ("palm grove B wing 1203", "B wing 1203", "Palm Grove"),
        ("1203 B wing palm grove", "1203 B wing", "Palm Grove"),
        ("silver oak north 12", "north 12", "Silver Oak Residency"),
        ("tamarind west 7", "west 7", "Tamarind Terraces"),
        ("पाम\u200d ग्रोव बी विंग १२०३।", "बी विंग 1203", "Palm Grove"),
        ("Palm Grove Tower B penthouse", "Tower B penthouse", "Palm Grove"),
    ):
        asked.says(said)
        asked.hears("ordering-when", line=line, apartment=apartment)
        elsewhere(asked)


def test_a_tower_that_is_missing_or_is_none_is_one_question(asked: Person) -> None:
    asked.says("Palm Grove, Ground floor flat A")
    asked.hears("ordering-which-tower", said="yes", line="Ground floor flat A", buttons=["A", "B", "C"])
    asked.taps("B")
    asked.hears("ordering-when", line="B, Ground floor flat A", apartment="Palm Grove")
    elsewhere(asked)
    asked.says("banyan heights Z-9 near lift")
    asked.hears("ordering-no-such-tower", tower="Z", buttons=["A", "B", "C", "D"])
    asked.says("tower c")
    asked.hears("ordering-when", line="C-9 near lift", apartment="Banyan Heights")
    elsewhere(asked)
    asked.says("lotus court b wing")
    asked.hears("ordering-no-such-tower", tower="B", buttons=["1", "2"])
    asked.taps("2")
    asked.hears("ordering-flat", asked="flat")
    asked.says("504, gate code 4321")
    asked.hears("ordering-when", line="2-504, gate code 4321", apartment="Lotus Court")


def test_what_is_no_home_is_never_kept_as_one(asked: Person, world: World) -> None:
    asked.says("how much for 2 dozen")
    asked.hears_anything()
    asked.says("do you deliver to palm grove?")
    asked.hears("ordering-which-apartment", said="no", buttons=["Palm Grove | Lakeside"])
    asked.taps("Palm Grove")
    asked.hears("ordering-flat-form")
    asked.says("5 min late ok?")
    asked.hears("talk-understood-in-part")
    asked.says("next to B 1203")
    asked.hears("ordering-this-home", line="B 1203")
    asked.says("no")
    asked.hears("ordering-where")
    asked.says("Palm Grove")
    asked.hears("ordering-flat-form")
    asked.says("B-1203 but not today")
    asked.hears("ordering-this-home", line="B-1203", buttons=["Yes, that is it", "Another address"])
    assert ask_one(HOMES) == 0
    asked.says("haan ji")
    asked.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    assert ask_one(HOMES) == 1
    world.assert_sound()


def test_a_long_home_is_kept_whole_or_refused_with_its_limit(asked: Person) -> None:
    home = "B-1203, opposite the Ganesh temple, ring the bell twice, leave with the guard, gate code 4321"
    asked.says(f"Palm Grove {home}")
    asked.hears("ordering-when", line=home, apartment="Palm Grove")
    elsewhere(asked)
    asked.says(f"Palm Grove {home}, near the big old tree beside the second lift")
    asked.hears("errors-home-too-long", longest=120)
    assert ask_one(HOMES) == 1


def test_a_note_is_kept_whole_or_refused_with_its_limit(asked: Person) -> None:
    asked.says("Palm Grove B-1203")
    asked.hears("ordering-when")
    asked.taps("Tomorrow")
    asked.hears("ordering-summary")
    asked.taps("Change something")
    asked.hears("ordering-changes")
    asked.taps("Note for the rider")
    asked.hears("ordering-note")
    asked.says("ring twice " * 19)
    refused = asked.hears("errors-note-too-long", longest=200, length=208)
    assert "What should the rider know?" in refused.text
    asked.says("ring twice " * 18)
    asked.hears("ordering-summary", noted="yes", note=("ring twice " * 18).strip())
