"""While a person was called and has not answered, what we know is said, and nobody talks into silence (fault F511)."""

from __future__ import annotations

from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World

PARKED = "SELECT count(*) FROM chats WHERE parked_until > jamango_now() AND waits_since IS NOT NULL"


def test_a_question_is_answered_and_a_wish_gets_a_word(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears_anything()
    for typed, key in (
        ("how much for 10 peti only?", "answers-rate"),
        ("where's the delivery guy", "answers-no-order-coming"),
        ("do you deliver to lotus court?", "answers-area-yes"),
    ):
        chat.says(typed)
        chat.hears(key)
        founder.hears_anything()
    assert ask_one(PARKED) == 1
    chat.says("hmm, my aunt xyzzy")
    chat.hears_nothing()
    founder.hears_anything()
    world.assert_sound()


def test_a_wish_that_is_not_clear_gets_a_word_now_and_then(chat: Person, world: World) -> None:
    chat.says("office ke liye 50 dozen hapus")
    chat.hears_anything()
    chat.language = "hi-Latn"
    chat.says("is it sweet, uncle told me so")
    chat.hears_nothing()
    chat.says("ruko zork 1 dozen aur kar do")
    assert says(chat.hears_anything().text, "hi-Latn", "talk-still-waiting", {})
    chat.says("aur 2 dozen langra zork bhi")
    chat.hears_nothing()
    world.advance(minutes=11)
    chat.says("20 peti kesar bhi zork lagega party ko")
    assert says(chat.hears_anything().text, "hi-Latn", "talk-still-waiting", {})
