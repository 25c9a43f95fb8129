"""What is a person's matter, or looks like it and is asked about: much for an office, little for a party, money, and
being forgotten."""

from __future__ import annotations

from core.wording import say
from tests.chats.orders import fills_the_cart, orders_and_pays
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.world import World

WISHES = "SELECT count(*) FROM erasures WHERE erased_at IS NULL"
PARKED = "SELECT count(*) FROM chats WHERE parked_until IS NOT NULL"


def test_much_for_an_office_is_the_founders_in_hinglish_too(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    chat.language = "hi-Latn"
    chat.says("office ke liye 20 darjan kesar chahiye, rate kam kijiye")
    chat.hears("talk-bulk", summed="yes", total="₹15,000")
    founder.hears("notices-alert-customer-bulk", has_items="yes", total="₹15,000",
                  words="office ke liye 20 darjan kesar chahiye, rate kam kijiye")  # fmt: skip
    world.assert_sound()


def test_little_for_a_party_is_asked_about_and_is_an_order_like_any_other(chat: Person, world: World) -> None:
    """A word alone does not silence the bot (fault F261)."""
    chat.language = "hi-Latn"
    chat.says("party hai bhaiya, 2 darjan kesar kal shaam chahiye")
    chat.hears("talk-if-bulk")
    assert ask_one(PARKED) == 0
    chat.taps(say("hi-Latn", "talk-bulk-no-button"))
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-summary", total="₹1,600", home="B-1203")
    world.assert_sound()


def test_who_does_mean_a_party_reaches_the_founder_with_their_words(
    chat: Person, founder: Person, world: World
) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    chat.says("2 dozen kesar for the office party")
    chat.hears("talk-if-bulk")
    chat.taps("Yes, ask the owner")
    chat.hears("talk-bulk", summed="yes", total="₹1,500")
    founder.hears("notices-alert-customer-bulk", words="2 dozen kesar for the office party")
    assert ask_one(PARKED) == 1
    world.assert_sound()


def test_of_money_on_its_way_back_in_hinglish(chat: Person, world: World) -> None:
    world.outside.put("/sim/switches", json={"refund_outcome": "pending"}).raise_for_status()
    code = orders_and_pays(chat)
    chat.says("hinglish")
    chat.hears_anything()
    chat.language = "hi-Latn"
    chat.says("cancel kar dijiye")
    chat.hears("my-orders-really-cancel")
    chat.taps(say("hi-Latn", "my-orders-yes-cancel-button"))
    chat.hears("my-orders-cancelled", paid="yes")
    world.settle()
    chat.says("bhaiya paise kab wapas aayenge")
    chat.hears("answers-refund", amount="₹1,240", code=code, status="going")
    world.assert_sound()


def test_who_wants_to_be_forgotten_is_asked_first_and_may_take_it_back(chat: Person, world: World) -> None:
    """Words alone erase nobody (fault F262), and `yes` with the word for it takes no fruit out of the cart."""
    fills_the_cart(chat)
    chat.says("delete my data")
    chat.hears("help-erase")
    chat.says("ok bye")
    chat.hears("talk-welcome")
    chat.says("delete my data")
    chat.hears("help-erase")
    assert ask_one(WISHES) == 0
    chat.taps("Keep my data")
    chat.hears("help-kept")
    chat.says("delete my data")
    chat.hears("help-erase")
    chat.taps("Delete my data")
    chat.hears("help-erased", waits="no")
    assert ask_one(WISHES) == 1
    chat.taps("Keep my data")
    chat.hears("help-kept")
    assert ask_one(WISHES) == 0
    chat.says("delete my data")
    chat.hears("help-erase")
    chat.says("yes, delete")
    chat.hears("help-erased")
    assert ask_one(WISHES) == 1
    world.assert_sound()
