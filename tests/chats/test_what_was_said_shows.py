"""What somebody said is seen in our next words, in their language, and does what it says (faults F512–F515)."""

from __future__ import annotations

from tests.chats.orders import HOME, is_asked_where, orders_for_cash, reaches_the_slots
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.patience import PATIENCE_SECONDS
from tests.support.wording_match import says
from tests.support.world import World


def together(world: World, chat: Person, *lines: str) -> None:
    """Typed one right after the other, before any of it was heard."""
    world.stop_worker()
    for line in lines:
        chat.says(line)
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()


def test_a_time_and_a_word_for_the_rider_are_nodded_at_where_a_home_is_asked_for(chat: Person) -> None:
    is_asked_where(chat)
    chat.says("tomorrow evening")
    assert says(chat.hears("ordering-where").text, "en", "ordering-time-noted", {})
    chat.says("leave at the gate, will pay cash")
    said = chat.hears("ordering-where").text
    assert says(said, "en", "ordering-note-noted", {}) and says(said, "en", "ordering-way-noted", {"way": "cash"})
    chat.says(HOME)
    said = chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm")
    assert "leave at the gate" in said.text and said.choices[0][1] == "Cash on delivery"
    assert not says(said.text, "en", "ordering-note-noted", {})


def test_a_home_and_behind_its_comma_what_becomes_of_the_cart(chat: Person) -> None:
    is_asked_where(chat, "Kesar", "1 dozen")
    chat.says(f"{HOME}, 3 kar do")
    chat.language = "hi-Latn"
    assert "3 × Kesar" in chat.hears_anything().text
    assert ask_one("SELECT quantity FROM cart_items") == 3


def test_in_hindi_societies_lie_in_zones_with_hindi_names(chat: Person) -> None:
    chat.language = "hi"
    chat.says("केसर 1 दर्जन")
    asked = chat.hears("ordering-where")
    assert "पाम ग्रोव | लेकसाइड" in [title for _, title in asked.choices]


def test_a_home_that_is_said_back_names_its_society_once(chat: Person) -> None:
    chat.says("2 dozen kesar zork blorp lotus court 1-101")
    assert chat.hears("ordering-read-right").text.lower().count("lotus court") == 1


def test_is_it_ripe_is_about_the_fruit_that_is_on_its_way(chat: Person) -> None:
    orders_for_cash(chat)
    chat.says("is it ripe?")
    said = chat.hears("answers-ripe").text
    assert "Alphonso" in said and "Langra" not in said
    chat.says("which mangoes are ripe?")
    assert "Langra" in chat.hears_anything().text


def test_as_much_as_there_is_takes_what_is_left(chat: Person) -> None:
    chat.says("4 box himayat")
    chat.hears("ordering-ask-left")
    chat.says("jitna hai utna de do")
    chat.hears("ordering-where")
    assert "3 × Himayat" in chat.heard[-1].text


def test_what_is_said_in_pieces_is_in_the_cart_that_is_shown(chat: Person, world: World) -> None:
    together(world, chat, "kesar 1 dozen", "sorry", "hapus 1 dozen", "not kesar", "tomorrow evening")
    chat.hears("ordering-where")
    said = chat.hears("ordering-where").text
    assert "1 × Alphonso" in said and "Kesar" not in said
    assert says(said, "en", "ordering-time-noted", {})
    assert chat.count_heard() == 2
    world.assert_sound()


def test_a_polite_question_is_an_order_with_all_that_it_says(chat: Person, world: World) -> None:
    asked = (
        "Hi there, could you please send me one dozen Kesar to Palm Grove, tower B, flat 1203, tomorrow between 5 and"
    )
    chat.says(f"{asked} 7 in the evening? I would like to pay cash.")
    said = chat.hears("ordering-summary", home="tower B, flat 1203", total="₹840", slot="Tomorrow, 5–7 pm")
    assert said.choices[0][1] == "Cash on delivery"
    chat.says("can you come to Lotus Court 1-101?")
    chat.hears_anything()
    chat.says("cash")
    chat.hears("notices-order-confirmed", home="tower B, flat 1203")
    world.assert_sound()


def test_on_the_page_of_a_fruit_more_than_a_number_is_read_as_a_whole(chat: Person) -> None:
    chat.says("do you have alphonso?")
    chat.hears("ordering-variety")
    chat.says("Lovely. I'd like a dozen and a half please")
    asked = chat.hears("ordering-ask-mix")
    assert asked.choices[0][1].startswith("1 dozen + Half dozen")


def test_the_fruit_that_is_asked_about_is_dropped_by_a_word(chat: Person) -> None:
    chat.says("1 dozen kesar and langra")
    assert "1 × Kesar" in chat.hears("ordering-variety", name="Langra").text
    chat.says("nahi langra rehne do")
    assert not says(chat.hears("ordering-where").text, "en", "ordering-not-in-cart", {})
    assert ask_one("SELECT count(*) FROM cart_items") == 1


def test_whatever_comes_first_is_greeted(chat: Person) -> None:
    chat.says("🥭")
    chat.hears("ordering-menu-first")
    chat.says("🥭")
    chat.hears("talk-welcome")


def test_of_two_homes_it_is_said_that_an_order_has_one(chat: Person) -> None:
    chat.says("1 dozen kesar to palm grove A-101 and 1 dozen hapus to lotus court 2-304")
    assert says(chat.hears("ordering-where").text, "en", "ordering-one-home", {})


def test_what_comes_in_pieces_is_put_together(chat: Person) -> None:
    is_asked_where(chat)
    chat.says("kal")
    chat.hears_anything()
    chat.says("shaam")
    said = chat.hears_anything().text
    assert "13 May, evening" in said or "13 May, shaam" in said
    for typed in ("palm", "grove"):
        chat.says(typed)
        chat.hears_anything()
        assert chat.heard[-1].form, typed
    chat.says("b")
    chat.hears_anything()
    chat.says("1203")
    assert "B-1203" in chat.hears_anything().text


def test_an_amount_among_strange_words_is_asked_about_where_there_is_a_cart(chat: Person) -> None:
    reaches_the_slots(chat, "Kesar", "1 dozen")
    chat.says("hmm zork 2 dozen kar do")
    assert "2 dozen" in chat.hears("ordering-read-right").text
    assert ask_one("SELECT quantity FROM cart_items") == 1
