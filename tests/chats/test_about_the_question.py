"""An answer that leaves out what we asked about is of it; nothing that was said before is lost (faults F480–F484)."""

from __future__ import annotations

import pytest

from tests.chats.orders import HOME
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.patience import PATIENCE_SECONDS
from tests.support.wording_match import says
from tests.support.world import World

SUM_OF_CART = "SELECT coalesce(sum(quantity), 0) FROM cart_items"
AND_ALL_ELSE = f"tomorrow evening {HOME}"


@pytest.mark.parametrize(
    ("line", "asked", "answer", "total"),
    [
        ("2-3 dozen alphonso", "range", "3", "₹3,600"),
        ("2-3 dozen alphonso", "range", "two dozen", "₹2,400"),
        ("3 or 5 kg langra", "range", "5", "₹760"),
        ("7 kg langra", "mix", "5 kg please", "₹760"),
    ],
)
def test_a_typed_amount_answers_the_question_about_one_fruit(
    chat: Person, line: str, asked: str, answer: str, total: str
) -> None:
    """Day and home that came with the line are used, as they would be after a tap."""
    chat.says(f"{line} {AND_ALL_ELSE}")
    chat.hears(f"ordering-ask-{asked}")
    chat.says(answer)
    chat.hears("ordering-summary", home="B-1203", total=total)


def test_the_place_of_a_button_is_no_amount(chat: Person) -> None:
    chat.says(f"7 kg langra {AND_ALL_ELSE}")
    chat.hears("ordering-ask-mix")
    chat.says("2")
    chat.hears("ordering-which-pack", name="Langra", count=2)
    assert ask_one(SUM_OF_CART) == 0


def test_on_the_page_of_a_fruit_all_that_is_said_is_of_it(chat: Person, world: World) -> None:
    chat.says("do you have alphonso?")
    chat.hears("ordering-variety")
    chat.says("great, i'll take 2")
    chat.hears("ordering-which-pack", count=2)
    chat.says("2 dozen i mean, tomorrow evening")
    chat.hears("ordering-where")
    chat.says(HOME)
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm", total="₹2,400")
    world.assert_sound()


def test_what_is_said_at_is_that_right_goes_along_and_acts_only_by_the_yes(chat: Person, world: World) -> None:
    chat.says(f"1 box kesar zork blorp, tomorrow evening, {HOME}")
    chat.hears("ordering-read-right")
    for typed, shown in (
        ("2 dozen kesar", "2 dozen Kesar"),
        ("1 dozen", "1 dozen Kesar"),
        ("cash", "cash on delivery"),
        ("her name is Kamala, phone 98765 43210", "98765 43210"),
    ):
        chat.says(typed)
        assert shown in chat.hears_anything().text, typed
        assert ask_one(SUM_OF_CART) == 0
    chat.taps("Yes, that is right")
    chat.hears("ordering-summary", home="B-1203", total="₹840")
    assert chat.heard[-1].choices[0][1] == "Cash on delivery"
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_another_flat_is_in_the_society_that_was_said(chat: Person, world: World) -> None:
    chat.says(f"1 dozen kesar tomorrow morning {HOME}")
    chat.hears("ordering-which-window-of-day")
    chat.says("change address to A-101")
    chat.hears("ordering-brought-there", line="A-101", apartment="Palm Grove")
    chat.says("leave at the gate please")
    chat.hears("ordering-which-window-of-day")
    chat.taps("7–9 am")
    chat.hears("ordering-summary", home="A-101", note="leave at the gate please")
    chat.says("no, C-102")
    chat.hears("ordering-summary", home="C-102")
    chat.says("tower B")
    chat.hears("ordering-flat")
    chat.says("call before coming")
    chat.hears("ordering-flat")
    chat.says("7")
    chat.hears("ordering-summary", home="B-7", apartment="Palm Grove", note="call before coming")
    world.assert_sound()


def test_a_flat_whose_society_is_asked_for_waits_through_other_words(chat: Person) -> None:
    chat.says(f"1 dozen kesar {AND_ALL_ELSE}")
    chat.hears("ordering-summary")
    chat.says("2-304")
    chat.hears("ordering-which-apartment", said="yes", line="2-304")
    chat.says("cash")
    assert says(chat.hears("ordering-way-noted", way="cash").text, "en", "ordering-which-apartment",
                {"said": "yes", "line": "2-304"})  # fmt: skip
    chat.taps("Lotus Court")
    chat.hears("ordering-summary", home="2-304", apartment="Lotus Court")


def test_an_hour_at_which_nobody_comes_keeps_its_day(chat: Person) -> None:
    chat.says(f"1 dozen kesar tomorrow night 11 pm {HOME}")
    asked = chat.hears("ordering-no-such-window")
    assert says(asked.text, "en", "ordering-which-window-of-day", {"day": "Tomorrow"})


def test_cash_is_not_offered_in_words_where_it_is_not_possible(chat: Person) -> None:
    chat.says(f"3 dozen alphonso {AND_ALL_ELSE}")
    chat.hears("ordering-summary", total="₹3,600")
    chat.says("yes")
    chat.hears("ordering-online-only")
    chat.says("cash, and ring the bell")
    assert not says(chat.hears("ordering-summary").text, "en", "ordering-way-noted", {"way": "cash"})


def test_whether_it_could_come_at_another_time_instead_is_proposed(chat: Person, world: World) -> None:
    chat.says(f"1 dozen kesar day after tomorrow 10 am {HOME}")
    chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    for asked in ("can you deliver in the evening instead", "is the evening possible instead?"):
        chat.says(asked)
        chat.hears("my-orders-which-window")
    chat.says("yes")
    chat.hears("my-orders-which-window")
    world.assert_sound()


def test_a_question_that_the_next_message_answers_is_not_said(chat: Person, world: World) -> None:
    world.stop_worker()
    for typed in ("2 dozen", "kesar"):
        chat.says(typed)
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,600"})
    assert not says(asked.text, "en", "ordering-which-fruit", {})
    assert chat.count_heard() == 1
