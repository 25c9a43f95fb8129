"""Words that want less than they sound like: a note for the rider, a number, a question of how fruit tastes."""

from __future__ import annotations

from tests.chats.orders import orders_for_cash, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says

PARKED = "SELECT count(*) FROM chats WHERE parked_until IS NOT NULL"
NOTE = "SELECT note FROM orders WHERE code = '{code}'"


def test_a_second_note_comes_to_the_first_and_a_note_is_taken_back_by_words(chat: Person) -> None:
    code = orders_for_cash(chat)
    for said, note in (
        ("ring bell twice", "ring bell twice"),
        ("also keep with security", "ring bell twice · keep with security"),
        ("gate code 1234", "ring bell twice · keep with security · gate code 1234"),
        ("gate code 4321", "ring bell twice · keep with security · gate code 4321"),
        ("ok leave it", "ring bell twice · keep with security · gate code 4321"),
        ("note hata do", ""),
        ("can you add a note happy birthday", "happy birthday"),
    ):
        chat.says(said)
        chat.hears_anything()
        assert ask_one(NOTE.format(code=code)) == note, said


def test_at_the_summary_notes_are_kept_together_and_taken_back(chat: Person) -> None:
    reaches_the_summary(chat)
    chat.says("ring bell twice")
    chat.hears("ordering-summary", noted="yes", note="ring bell twice")
    chat.says("also keep with security")
    chat.hears("ordering-summary", noted="yes", note="ring bell twice · keep with security")
    chat.says("remove the note")
    assert "security" not in chat.hears("ordering-summary").text


def test_a_number_among_other_words_counts_no_fruit(chat: Person) -> None:
    reaches_the_summary(chat)
    for said in ("why 40 delivery", "coupon FIRST50", "40 kyu"):
        chat.says(said)
        assert "picks_mix" not in str(chat.hears_anything().choices), said
    chat.says("3")
    assert "3 × 1 dozen" in str(chat.hears("ordering-ask-number").choices)


def test_how_fruit_tastes_is_no_complaint_and_no_call_is_none(chat: Person) -> None:
    for said in ("is langra sour", "is it sour", "will it be bitter", "khatta to nahi hai?", "no call needed actually"):
        chat.says(said)
        chat.hears_anything()
        assert ask_one(PARKED) == 0, said
    chat.says("the mangoes that came are sour")
    chat.hears("talk-complaint")


def test_a_complaint_names_no_order_of_which_nothing_came(chat: Person) -> None:
    reaches_the_summary(chat)
    chat.says("pichli baar aam sade hue the")
    chat.hears("talk-complaint", ordered="no", photo="yes")


def test_who_cancelled_and_wants_some_again_gets_them_and_no_last_order_is_made_up(chat: Person) -> None:
    orders_for_cash(chat)
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled")
    chat.says("again 1 dozen kesar please")
    assert says(chat.hears_anything().text, "en", "ordering-cart-total", {"total": "₹840"})


def test_who_never_ordered_is_told_of_no_last_order(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("theek hai wahi 1 dozen")
    chat.hears("ordering-which-fruit", counted="yes", amount="1 dozen")
    chat.says("same again")
    chat.hears("ordering-nothing-to-repeat", ordered="no")


def test_what_the_summary_offers_may_be_typed(chat: Person) -> None:
    reaches_the_summary(chat)
    for said in ("change", "change something", "kuch badalna hai", "कुछ बदलना है"):
        chat.says(said)
        chat.hears_anything()
        assert chat.heard[-1].choices[-1][0].split(":")[1] == "wants_cancel", said
        chat.says("menu")
        chat.hears_anything()
        chat.says("checkout")
        chat.hears_anything()
    chat.says("time")
    chat.hears("ordering-when")


def test_the_same_address_and_a_time_join_the_line_that_is_being_checked(regular: Person) -> None:
    regular.says("zabardast 2 dozen kesar bhaisahab")
    regular.hears("ordering-read-right")
    regular.says("wahi address, sunday shaam")
    asked = regular.hears("ordering-read-right")
    assert "Sun 16 May, evening" in asked.text


def test_hindi_in_latin_letters_is_answered_in_kind_though_a_word_of_it_looks_english(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.says("do darjan mangaye the, ek hi aaya")
    chat.hears("talk-complaint", ordered="no", photo="yes")


def test_a_friends_refund_rings_nobody(chat: Person) -> None:
    chat.says("my friend ordered from you, where is his order")
    chat.hears("talk-of-others")
    chat.says("1 dozen kesar")
    chat.hears("ordering-where")
    chat.says("mere friend ka refund nahi aaya ab tak")
    heard = chat.hears_anything().text
    assert any(says(heard, language, "talk-of-others", {}) for language in ("en", "hi-Latn"))
    assert ask_one(PARKED) == 0


def test_an_order_of_its_own_does_not_change_the_one_that_stands(chat: Person) -> None:
    orders_for_cash(chat)
    chat.says("2 kg totapuri bhi chahiye alag order")
    heard = chat.hears_anything()
    assert says(heard.text, "en", "ordering-cart-total", {}) or says(heard.text, "hi-Latn", "ordering-cart-total", {})


def test_a_picture_with_words_is_thanked_for_in_their_language(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.sends("image", caption="ye wala hai kya?")
    chat.hears("talk-photo-passed-on")
