"""Who bargains is told kindly what it costs, and the fruit that they named is not lost (fault F510)."""

from __future__ import annotations

import pytest

from jamango.teaching import write_answer
from tests.chats.orders import HOME, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World

SUM_OF_CART = "SELECT coalesce(sum(quantity), 0) FROM cart_items"


def test_a_sum_beside_the_fruit_is_asked_about_and_all_that_was_said_goes_on(chat: Person, world: World) -> None:
    chat.language = "hi-Latn"
    chat.says(f"kesar 1 dozen 600 me doge? kal shaam {HOME}")
    asked = chat.hears("ordering-ask-price", price="₹800", rupees="₹600")
    assert says(asked.text, "hi-Latn", "answers-fixed-price", {})
    assert ask_one(SUM_OF_CART) == 0
    chat.says("haan")
    chat.hears("ordering-summary", home="B-1203", total="₹840")
    world.assert_sound()


@pytest.mark.parametrize(
    "line", ["chalo 700 final", "bahut mehnga hai", "2 lunga to 650?", "last price?", "kuch kam karo na"]
)
def test_on_the_page_of_a_fruit_it_is_said_above_its_prices(chat: Person, line: str) -> None:
    chat.says("kesar")
    chat.hears("ordering-variety")
    chat.says(line)
    said = chat.hears_anything().text
    assert any(says(said, language, "answers-fixed-price", {}) for language in ("en", "hi-Latn")), said
    assert "₹800" in said
    assert ask_one(SUM_OF_CART) == 0


def test_at_the_summary_nothing_changes_and_what_the_founder_wrote_goes_before(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.says("700 final")
    assert says(chat.hears("ordering-summary", total="₹1,240").text, "en", "answers-fixed-price", {})
    write_answer("discount", "Five percent on Sundays.", "en", [])
    chat.says("any discount?")
    assert "Five percent" in chat.hears("ordering-summary", total="₹1,240").text
    world.assert_sound()
