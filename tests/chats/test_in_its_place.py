"""Fruit that is meant in the place of other fruit, a home told to the one society that is offered, cash at once."""

from __future__ import annotations

from tests.chats.test_the_question_stays import somebody
from tests.support.chat import Person
from tests.support.wording_match import says
from tests.support.world import World


def test_a_no_and_other_fruit_than_in_the_cart_is_asked_about(world: World) -> None:
    for said in ("nahi kesar", "no kesar", "nahi, kesar chahiye", "arre nahi yaar kesar", "i meant kesar",
                 "oh no i meant kesar", "sorry kesar", "नहीं केसर"):  # fmt: skip
        chat = somebody(world)
        chat.says("1 dozen hapus")
        chat.hears("ordering-where")
        chat.says(said)
        asked = chat.hears_anything()
        assert any(says(asked.text, language, "ordering-ask-instead", {}) for language in ("en", "hi", "hi-Latn")), (
            said,
            asked.text,
        )
        chat.taps(asked.choices[0][1])
        cart = chat.hears_anything().text
        assert "₹800" in cart, said
        assert "₹1,200" not in cart, said


def test_a_no_behind_fruit_and_a_no_to_what_is_there_ask_for_nothing_in_its_place(world: World) -> None:
    for said in ("kesar nahi", "nahi hapus", "not kesar", "no kesar tomorrow", "is it kesar"):
        chat = somebody(world)
        chat.says("1 dozen hapus")
        chat.hears("ordering-where")
        chat.says(said)
        assert not says(chat.hears_anything().text, "en", "ordering-ask-instead", {}), said


def test_a_home_is_of_the_only_society_that_is_offered(world: World) -> None:
    for lines in (("tower b", "330"), ("b 330",)):
        chat = somebody(world)
        chat.says("1 dozen kesar")
        chat.hears("ordering-where")
        chat.says("palm grove nahi hai kya")
        chat.hears_anything()
        for line in lines:
            chat.says(line)
            heard = chat.hears_anything().text
        assert "330, Palm Grove" in heard, lines


def test_a_picture_beside_a_home_says_nothing(world: World) -> None:
    for said in ("🏠 palm grove b-336", "palm grove 🏡 b-336", "📍 palm grove b-336"):
        chat = somebody(world)
        chat.says("1 dozen kesar")
        chat.hears("ordering-where")
        chat.says(said)
        assert "336, Palm Grove" in chat.hears("ordering-when").text, said


def test_cash_for_more_than_may_be_paid_at_a_door_is_refused_at_once(chat: Person) -> None:
    chat.says("4 dozen hapus")
    chat.hears("ordering-where")
    chat.says("cod")
    told = chat.hears_anything().text
    assert says(told, "en", "errors-cod-cap", {"has_open": "no"})
    assert "Noted: cash" not in told
    chat.says("palm grove b-336")
    assert "cod" not in chat.hears("ordering-when").text.lower()


def test_what_is_left_is_said_with_its_pack(chat: Person) -> None:
    chat.says("himayat")
    assert "Only 18 × 1 kg left!" in chat.hears("ordering-variety", name="Himayat").text
