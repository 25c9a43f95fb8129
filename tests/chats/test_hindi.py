"""Hindi, in its own letters and in Latin ones."""

from __future__ import annotations

import pytest

from tests.support.chat import Person
from tests.support.world import World


@pytest.mark.parametrize("greeting", ["नमस्ते", "aam chahiye bhaiya", "rate kya hai"])
def test_the_first_words_choose_hindi(chat: Person, greeting: str) -> None:
    chat.says(greeting)
    chat.language = "hi"
    chat.hears("ordering-menu-first")


def test_english_stays_english(chat: Person) -> None:
    chat.says("hello, mangoes please")
    chat.hears("ordering-menu-first")


def test_ordering_in_hindi_letters(chat: Person, world: World) -> None:
    chat.language = "hi"
    chat.says("नमस्ते जी")
    chat.hears("ordering-menu-first")
    chat.says("केसर")
    chat.hears("ordering-variety", name="केसर")
    chat.says("दो दर्जन")
    chat.hears("ordering-cart-total", total="₹1,600", buttons=["ऑर्डर कीजिए", "और जोड़िए", "बदलिए"])
    chat.says("3 कर दो")
    chat.hears("ordering-cart-total", total="₹2,400")
    chat.says("2")
    chat.hears("ordering-cart-total", total="₹1,600")
    chat.says("ऑर्डर करें")
    chat.hears("ordering-where")
    chat.says("पाम ग्रोव B-1203")
    chat.hears("ordering-when", line="B-1203", apartment="पाम ग्रोव")
    chat.taps("कल")
    chat.hears("ordering-summary", buttons=["ऑनलाइन दीजिए", "डिलीवरी पर नकद", "कुछ बदलिए"])
    chat.says("नकद")
    chat.hears("notices-order-confirmed")
    chat.says("order kab aayega")
    chat.hears("my-orders-status", status="confirmed")
    chat.says("cancel kar do")
    chat.hears("my-orders-really-cancel", paid="no")
    chat.says("haan")
    chat.hears("my-orders-cancelled", paid="no")
    world.assert_sound()


def test_the_language_can_be_changed_by_a_word(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("english")
    chat.language = "en"
    chat.hears("help-language-chosen")
