"""One line is enough: what was said is done or kept, and at most one thing is asked."""

from __future__ import annotations

import pytest

from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf
from tests.support.wording_match import says
from tests.support.world import World

PAYING = ["Cash on delivery", "Pay online", "Change something"]


def titles(person: Person) -> list[str]:
    return [title for _, title in person.heard[-1].choices]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "1 dozen kesar tomorrow evening Palm Grove B-1203 cash"),
        ("hi-Latn", "ek darjan kesar kal shaam Palm Grove B-1203 cod bhaiya"),
        ("hi", "एक दर्जन केसर कल शाम Palm Grove B-1203 नकद"),
        (
            "hi-Latn",
            "namaste, mujhe ek darjan kesar chahiye kal shaam tak Palm Grove B-1203 par bhej dena, paise nakad dungi",
        ),
        ("hi", "मुझे एक दर्जन केसर कल शाम Palm Grove B-1203 पर भेज देना, पैसे नकद दूँगी"),
    ],
)
def test_a_line_that_says_all_leads_to_the_summary_and_one_tap_confirms(
    chat: Person, world: World, language: str, line: str
) -> None:
    """Cash is the first button; it does not confirm by having been said in a longer line."""
    chat.language = language
    chat.says(line)
    chat.hears("ordering-summary", home="B-1203", total="₹840")
    assert ask_one("SELECT count(*) FROM orders WHERE status = 'awaiting_payment'") == 1
    chat.taps(titles(chat)[0])
    chat.hears("notices-order-confirmed")
    assert chat.count_heard() == 2
    world.assert_sound()


def test_what_is_missing_is_asked_once_in_the_order_of_the_checkout(chat: Person, world: World) -> None:
    """A window is said before the home is known, and a way to pay before the summary: neither is asked again."""
    chat.says("2 dozen kesar tomorrow evening cod")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,600"})
    chat.says("B-1203")
    chat.hears("ordering-which-apartment", said="yes", line="B-1203")
    chat.taps("Palm Grove")
    summary = chat.hears("ordering-summary", home="B-1203", slot="Tomorrow, 5–7 pm")
    assert says(summary.text, "en", "ordering-cheaper", {"packs": "Peti (2 dozen)", "saved": "₹100"})
    assert titles(chat) == ["Cash on delivery", "Pay online", "Save ₹100"]
    chat.taps("Save ₹100")
    chat.hears("ordering-summary", total="₹1,500", buttons=PAYING)
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_two_things_said_at_one_question_are_both_answers(chat: Person) -> None:
    chat.says("1 dozen kesar")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203 tomorrow morning")
    chat.hears("ordering-which-window-of-day", day="Tomorrow", buttons=["7–9 am", "10 am–12 pm"])
    chat.says("10 am, cash")
    chat.hears("ordering-summary", slot="Tomorrow, 10 am–12 pm", buttons=PAYING)


def test_what_no_pack_divides_is_asked_with_the_two_nearest_mixes(chat: Person, world: World) -> None:
    chat.says("18 pieces kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-ask-mix", name="Kesar", amount="18 pieces")
    offered = [title.split(" | ")[0] for title in titles(chat)]
    assert offered == ["1 dozen + Half dozen", "Peti (2 dozen)", "See mangoes"]
    chat.taps("1 dozen + Half dozen")
    chat.hears("ordering-summary", total="₹1,270", slot="Tomorrow, 5–7 pm")
    chat.says("dedh darjan hapus bhi")
    chat.hears("ordering-ask-mix", name="Alphonso · Hapus", amount="1½ dozen")
    world.assert_sound()


def test_more_than_there_is_becomes_what_is_left(chat: Person, demo_shop: str) -> None:
    Shelf().leave(40, "kesar")
    chat.says("5 dozen kesar tomorrow evening")
    chat.hears("ordering-ask-left", name="Kesar", amount="5 dozen", first="3 × 1 dozen", price="₹2,400")
    chat.says("haan")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,400"})


def test_a_range_and_a_price_beside_the_quantity_are_asked(chat: Person) -> None:
    chat.says("2-3 dozen kesar")
    buttons = ["2 × 1 dozen · ₹1,600", "3 × 1 dozen · ₹2,400", "See mangoes"]
    chat.hears("ordering-ask-range", name="Kesar", buttons=buttons)
    chat.taps("3 × 1 dozen")
    chat.hears("ordering-where")
    chat.says("hapus 900 wala 2 dozen")
    chat.hears("ordering-ask-price", name="Alphonso · Hapus", first="2 × 1 dozen", price="₹2,400", rupees="₹900")
    chat.taps("2 × 1 dozen")
    chat.hears("ordering-where")


def test_a_mango_that_we_do_not_have_is_said_with_those_we_have(chat: Person) -> None:
    chat.says("2 dozen himsagar tomorrow evening")
    chat.hears("ordering-stranger", name="Himsagar")
    chat.taps("Kesar")
    chat.hears("ordering-variety")
    chat.taps("1 dozen")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm")


def test_a_number_without_a_name_waits_for_the_name(chat: Person) -> None:
    chat.says("2 dozen please, tomorrow evening")
    chat.hears("ordering-which-fruit", counted="yes", amount="2 dozen")
    chat.taps("Kesar")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,600"})


def test_one_quantity_for_two_fruits_is_asked_for_the_second(chat: Person) -> None:
    chat.says("1 dozen alphonso and kesar also, tomorrow evening")
    chat.hears("ordering-variety", name="Kesar")
    chat.taps("1 dozen")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,000"})
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm")


def test_words_that_nobody_knows_stop_the_line_and_one_yes_takes_it(chat: Person, world: World) -> None:
    chat.says("1 dozen kesar tomorrow evening Palm Grove B-1203 zzyzx blorp")
    asked = chat.hears("ordering-read-right", buttons=["Yes, that is right", "See mangoes", "Talk to us"])
    assert "1 dozen Kesar" in asked.text
    assert ask_one("SELECT count(*) FROM cart_items") == 0
    chat.says("haan")
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm", home="B-1203")
    world.assert_sound()


def test_messages_in_a_row_are_one_thought_with_one_answer(chat: Person, world: World) -> None:
    """Also what was told on the way is not lost: the mango that we do not have (fault F210)."""
    world.stop_worker()
    for said in ("1 dozen himsagar", "2 dozen kesar", "tomorrow evening", "Palm Grove B-1203"):
        chat.says(said)
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    answer = chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm", home="B-1203")
    assert says(answer.text, "en", "ordering-stranger", {"name": "Himsagar"})
    assert chat.count_heard() == 1
    world.assert_sound()


def test_a_greeting_and_a_line_right_after_it_get_one_answer(chat: Person, world: World) -> None:
    world.stop_worker()
    for said in ("hi", "1 dozen kesar"):
        chat.says(said)
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    assert chat.hears("ordering-where").footer, "the privacy notice is under our first message"
    assert chat.count_heard() == 1


def edits(chat: Person, message: str, after: str) -> None:
    edit = {"original_message_id": message, "message": {"type": "text", "text": {"body": after}}}
    chat.sends("raw", message={"type": "edit", "edit": edit})


def test_an_edit_is_read_instead_while_nobody_acted_on_the_line(chat: Person, world: World) -> None:
    first = chat.says("2 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹1,600")
    edits(chat, first, "1 dozen hapus tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹1,240")
    edits(chat, first, "3 dozen hapus tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹3,600")
    chat.taps("Pay online")
    chat.hears("notices-pay-here", total="₹3,600")
    edits(chat, first, "1 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("talk-edited", known="yes")
    world.assert_sound()


def test_an_edit_that_comes_with_its_message_is_what_the_message_says(chat: Person, world: World) -> None:
    """`cash` is never heard: the person meant something else before anybody read it (fault F211)."""
    chat.says("1 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary")
    world.stop_worker()
    first = chat.says("cash")
    edits(chat, first, "make it 2")
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    chat.hears("ordering-summary", total="₹1,600")
    chat.hears_nothing()
    world.assert_sound()
