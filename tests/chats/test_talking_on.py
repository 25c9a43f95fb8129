"""Talking on: what was chosen is corrected in the words of every day, and nothing else is lost."""

from __future__ import annotations

from tests.support.chat import Person
from tests.support.counter import ask_one, leave_pieces
from tests.support.wording_match import says
from tests.support.world import World

LINE = "2 dozen alphonso, 1 dozen kesar tomorrow evening Palm Grove B-1203"
CONFIRMED = "SELECT count(*) FROM orders WHERE status = 'confirmed'"
HELD = "SELECT count(*) FROM orders WHERE status = 'awaiting_payment'"


def stands_at_the_summary(chat: Person) -> None:
    chat.says(LINE)
    chat.hears("ordering-summary", total="₹3,200", slot="Tomorrow, 5–7 pm")


def test_the_summary_is_corrected_with_a_new_hold_each_time(chat: Person, world: World) -> None:
    chat.language = "hi-Latn"
    chat.says("2 dozen hapus, 1 dozen kesar kal shaam Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹3,200")
    for said, total in (
        ("nahi kesar 2 kar do", "₹4,000"),
        ("usse ek zyada", "₹4,800"),
        ("kesar hata do", "₹2,400"),
        ("3 kar do", "₹3,600"),
        ("hapus nahi kesar 1 dozen", "₹840"),
    ):
        chat.says(said)
        chat.hears("ordering-summary", total=total)
        assert ask_one(HELD) == 1, said
    chat.says("gate code 4321 bol dena")
    chat.hears("ordering-summary", noted="yes", note="gate code 4321 bol dena")
    chat.says("COD kar do")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_corrections_in_english(chat: Person, world: World) -> None:
    stands_at_the_summary(chat)
    for said, total in (
        ("no, make it 2 dozen kesar", "₹4,000"),
        ("one more", "₹4,800"),
        ("remove the kesar", "₹2,400"),
    ):
        chat.says(said)
        chat.hears("ordering-summary", total=total)
    world.assert_sound()


def test_corrections_in_hindi_of_its_own_letters(chat: Person, world: World) -> None:
    chat.language = "hi"
    chat.says("दो दर्जन हापुस, एक दर्जन केसर कल शाम Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹3,200")
    for said, total in (("केसर तीन दर्जन कर दो", "₹4,800"), ("हापुस हटा दो", "₹2,400"), ("एक और", "₹3,200")):
        chat.says(said)
        chat.hears("ordering-summary", total=total)
    world.assert_sound()


def test_another_day_keeps_the_hours_and_another_hour_the_day(chat: Person, world: World) -> None:
    stands_at_the_summary(chat)
    chat.says("not tomorrow, day after tomorrow")
    heard = chat.hears("ordering-summary")
    assert "5–7 pm" in heard.text
    assert "Tomorrow" not in heard.text
    chat.says("7 am please")
    heard = chat.hears("ordering-summary")
    assert "7–9 am" in heard.text
    assert "Tomorrow" not in heard.text
    world.assert_sound()


def test_the_last_fruit_of_a_kept_order_is_a_cancellation_and_asked(chat: Person, world: World) -> None:
    chat.says("1 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary")
    chat.says("kesar hata do")
    chat.hears("my-orders-really-cancel")
    assert ask_one(HELD) == 1
    world.assert_sound()


def test_fruit_of_which_the_own_order_keeps_the_last_can_be_corrected(chat: Person, world: World) -> None:
    leave_pieces("kesar", 24)
    chat.says("2 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹1,600")
    chat.says("make it 1")
    chat.hears("ordering-summary", total="₹840")
    chat.says("make it 2")
    chat.hears("ordering-summary", total="₹1,600")
    chat.says("make it 3")
    chat.hears("ordering-ask-left", first="2 × 1 dozen")
    world.assert_sound()


def test_a_question_in_the_middle_loses_no_place(chat: Person) -> None:
    chat.says("2 dozen kesar tomorrow evening cod")
    chat.hears("ordering-where")
    chat.says("what is the delivery charge?")
    assert says(chat.hears("answers-fee").text, "en", "ordering-where", {})
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm", total="₹1,600")


def test_a_payment_in_a_longer_line_never_confirms(chat: Person, world: World) -> None:
    stands_at_the_summary(chat)
    for said, answered_in in (("kesar 2 kar do, cash", "en"), ("cash, aur gate code 99 bol dena", "hi-Latn")):
        chat.says(said)
        chat.language = answered_in
        heard = chat.hears("ordering-summary")
        assert ask_one(CONFIRMED) == 0
    assert "gate code 99 bol dena" in heard.text and "aur gate" not in heard.text
    world.assert_sound()


def test_the_cart_is_corrected_before_a_home_is_known(chat: Person) -> None:
    chat.says("1 dozen alphonso please")
    chat.hears("ordering-where")
    chat.says("nahi 2 kar do")
    assert says(chat.hears("ordering-where").text, "en", "ordering-cart-total", {"total": "₹2,400"})
    chat.says("kesar bhi ek dozen")
    chat.language = "hi-Latn"  # written twice in a row
    assert says(chat.hears("ordering-where").text, "hi-Latn", "ordering-cart-total", {"total": "₹3,200"})
    chat.says("make it 3")
    assert says(chat.hears("ordering-where").text, "hi-Latn", "ordering-cart-total", {"total": "₹4,800"})
    chat.says("langra")
    chat.hears("ordering-variety", name="Langra")
