"""We answer in the language that people write (the rule line by line: rules/test_answering_in_kind)."""

from __future__ import annotations

from tests.chats.orders import reaches_the_summary
from tests.support.chat import Person
from tests.support.world import World


def test_who_goes_over_to_hindi_is_answered_in_it_from_the_second_line_on(chat: Person, world: World) -> None:
    chat.says("I want mangoes")
    chat.hears("ordering-menu-first")
    chat.says("delivery charge kitna hai")
    chat.hears("answers-fee", fee="₹40")
    chat.says("kesar bhej do")
    chat.language = "hi-Latn"
    chat.hears("ordering-variety", name="Kesar")
    chat.says("what is the delivery charge")
    chat.hears("answers-fee", fee="₹40")
    chat.says("do darjan dena")
    chat.hears("ordering-cart-total", total="₹1,600")
    world.assert_sound()


def test_a_language_that_was_asked_for_stays_whatever_is_written(chat: Person) -> None:
    chat.says("kesar ka rate kya hai")
    chat.language = "hi-Latn"
    chat.hears("ordering-variety", name="Kesar")
    chat.says("english me")
    chat.language = "en"
    chat.hears("help-language-chosen")
    for _ in range(3):
        chat.says("delivery charge kitna hai")
        chat.hears("answers-fee", fee="₹40")
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("what is the delivery charge")
    chat.hears("answers-fee", fee="₹40")
    chat.says("when do you deliver")
    chat.hears("answers-windows")


def test_who_writes_marathi_is_answered_in_hindi_and_a_telugu_speaker_in_english(chat: Person, regular: Person) -> None:
    chat.says("नमस्कार, आंबे पाहिजेत")
    chat.language = "hi"
    chat.hears("ordering-menu-first")
    regular.says("namaskaram andi, repu kavali")
    regular.hears("ordering-again")


def test_a_note_for_the_rider_is_not_said_to_us(chat: Person) -> None:
    reaches_the_summary(chat)
    for note in ("guard ko dena, ghar pe koi nahi hai", "ghanti mat bajana, bachcha soya hai"):
        chat.taps("Change something")
        chat.hears("ordering-changes")
        chat.taps("Note for the rider")
        chat.hears("ordering-note")
        chat.says(note)
        chat.hears("ordering-summary")
