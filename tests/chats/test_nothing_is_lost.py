"""What somebody said is kept, wherever the chat stands: beside a line being checked, in pieces, beside a question."""

from __future__ import annotations

import pytest

from tests.chats.orders import reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.patience import PATIENCE_SECONDS
from tests.support.wording_match import says
from tests.support.world import World

QUANTITIES = "SELECT sum(quantity) FROM cart_items"


@pytest.mark.usefixtures("by_day")
def test_home_and_day_that_follow_a_line_being_checked_join_it(chat: Person, world: World) -> None:
    chat.says("1 dozen kesar.. actually no make it half dozen, broke this month lol")
    chat.hears("ordering-read-right")
    chat.says("silver oak north 12")
    chat.hears("ordering-read-right")
    chat.says("tomorrow evening")
    asked = chat.hears("ordering-read-right")
    assert "½ dozen Kesar" in asked.text
    assert "Silver Oak" in asked.text
    chat.says("yes")
    chat.hears("ordering-summary", total="₹470")
    world.assert_sound()


def test_a_correction_right_behind_the_first_words_counts(chat: Person, world: World) -> None:
    world.stop_worker()
    for said in ("2 dz hapus", "no wait 1 dz", "kesar 1 dz too"):
        chat.says(said)
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,000"})
    assert chat.count_heard() == 1


def test_mangoes_that_are_counted_are_pieces_and_a_home_told_meanwhile_is_kept(chat: Person) -> None:
    chat.says("I want ten mangoes hapus")
    chat.hears("ordering-ask-mix", name="Alphonso · Hapus", amount="10 pieces")
    chat.says("banyan heights 702")
    chat.hears("ordering-home-noted")


def test_who_never_ordered_means_what_was_just_spoken_of(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.says("haan wahi totapuri")
    chat.hears("ordering-variety", name="Totapuri")


def test_a_short_number_before_the_society_is_the_flat_where_the_fruit_is_counted(chat: Person) -> None:
    chat.says("1 dozen kesar 98 palm grove")
    asked = chat.hears_anything()
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹800"})


def test_notes_are_what_is_told_the_rider_and_count_no_fruit(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.says("ring the bell twice, cash")
    chat.hears("ordering-summary", noted="yes", note="ring the bell twice")
    assert ask_one(QUANTITIES) == 1
    chat.says("note: kutte se bachke")
    chat.hears("ordering-summary", noted="yes", note="ring the bell twice · kutte se bachke")
    chat.says("my dog ate the note")
    chat.hears_anything()
    chat.says("3 bachche hain")
    chat.hears_anything()
    assert (
        ask_one("SELECT note FROM orders WHERE status = 'awaiting_payment'") == "ring the bell twice · kutte se bachke"
    )
    assert ask_one(QUANTITIES) == 1
    world.assert_sound()


def test_what_is_told_while_it_is_asked_for_whom_it_is_stays_with_the_order(chat: Person) -> None:
    chat.says("I need 2 petis of kesar tomorrow evening for my daughter's wedding")
    chat.hears("talk-if-bulk")
    chat.says("deliver at palm grove B-14")
    chat.hears("talk-if-bulk")
    chat.says("no")
    summary = chat.hears_anything()
    assert says(summary.text, "en", "ordering-summary", {"slot": "Tomorrow, 5–7 pm"})
    assert "B-14" in summary.text


def test_two_homes_in_a_line_are_named_as_such_and_a_flat_is_no_hour(chat: Person) -> None:
    chat.says(
        "I want to send 1 dozen hapus to my mother at Palm Grove A-702 and 2 dozen kesar to my home at Lotus Court 2-11"
    )
    asked = chat.hears("ordering-one-home")
    assert "2–11" not in asked.text


def test_pieces_stay_pieces_and_change_for_a_note_is_no_bargaining(chat: Person) -> None:
    chat.says("I want ten mangoes kesar")
    chat.hears("ordering-ask-mix", amount="10 pieces")
    chat.says("six then")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹430"})
    chat.says("cash only if you bring change for 2000")
    assert not says(chat.hears_anything().text, "en", "answers-fixed-price", {})
