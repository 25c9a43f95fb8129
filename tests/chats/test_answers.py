"""One honest answer from data for each everyday question, without losing the place; in English, Hindi and Hinglish."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jamango.teaching import learn, miss_lines, take_answer, write_answer
from tests.chats.orders import fills_the_cart, orders_and_pays, orders_for_cash, reaches_the_slots
from tests.support.chat import Person
from tests.support.counter import leave_pieces
from tests.support.wording_match import says
from tests.support.world import World

Asks = Callable[..., str]


@pytest.fixture
def asks(chat: Person) -> Asks:
    """Ask; the answer, and the question of the step where the chat stands, come in one message."""

    def ask(typed: str, *answers: str, still: str = "ordering-menu-again", **values: str) -> str:
        chat.says(typed)
        said = chat.hears(answers[0], **values)
        for key in (*answers[1:], still):
            assert says(said.text, chat.language, key, {}), f"{typed}: {key} is not said\n{said.text}"
        return said.text

    return ask


def test_of_the_fruit(chat: Person, asks: Asks) -> None:
    asks("do you have kesar and hapus today?", "answers-here", still="ordering-menu-first")
    leave_pieces("kesar", 0)
    text = asks("is there any kesar or langra left?", "answers-left", name="Langra", left="60", unit="kilo")
    assert says(text, "en", "ordering-variety-gone", {})
    asks("rate of chausa and langra?", "answers-rate-line", "answers-season-coming", name="Langra")
    asks("do you have payri?", "answers-not-ours", name="payri")
    text = asks("which mango is good for pickle?", "answers-suits", use="pickle", names="Totapuri")
    text = asks("what's good today?", "answers-best")
    assert text.index("Langra") < text.index("Mallika"), "the soonest ripe first"
    assert ", picked " in text
    text = asks("kaccha wala kaunsa hai", "answers-ripe")
    assert text.index("Totapuri") < text.index("Langra"), "the greenest first"
    text = asks("how much for 30 pieces of alphonso", "answers-sum", still="ordering-variety", total="₹2,950")
    assert "Peti (2 dozen)" in text and "Half dozen" in text
    chat.says("kesar available?")
    chat.hears("ordering-variety-gone")


def test_of_bringing(chat: Person, asks: Asks) -> None:
    asks("do you come to banyan heights?", "answers-area-yes", "answers-fee", still="ordering-menu-first",
         place="Banyan Heights")  # fmt: skip
    text = asks("hill road pe delivery karte ho kya", "answers-area")
    assert "Gulmohar" in text and "Lakeside:" not in text
    asks("do you deliver to Mars", "answers-area-unknown", "answers-area", place="mars")
    text = asks("when do you deliver tomorrow?", "answers-windows", then="yes")
    assert "• Tomorrow" in text and "• Today" not in text
    asks("do you deliver on the 24 december", "answers-windows", then="no")
    asks("how can I pay, is delivery free and where are you?", "answers-pay", "answers-fee", "answers-where")


def test_what_only_the_founder_can_answer(chat: Person, asks: Asks) -> None:
    text = asks("are they organic?", "ordering-menu-first", still="ordering-menu-first")
    assert "We have no organic certificate." in text
    assert "two days or put them in the fridge" in asks("how do I store them", "ordering-menu-again")
    text = asks("any discount? and which farm", "answers-fixed-price")
    assert "family orchards" in text, "what is known is said, and that the rest is not"
    write_answer("discount", "Two petis or more: type *talk to us*.", "en", [])
    assert "Two petis or more" in asks("any discount?", "ordering-menu-again")
    take_answer("discount", None, None)
    asks("any discount?", "answers-fixed-price")
    assert [line.rpartition("  ")[2] for line in miss_lines(9)] == ["any discount?", "any discount? and which farm"]


def test_in_hindi(chat: Person, asks: Asks) -> None:
    chat.language = "hi"
    asks("केसर है क्या?", "ordering-variety", still="ordering-variety")
    assert "ऑर्गेनिक सर्टिफ़िकेट हमारे पास नहीं" in asks("ऑर्गेनिक हैं क्या", "ordering-variety", still="ordering-variety")
    asks("अचार के लिए कौन सा?", "answers-suits", still="ordering-variety", use="pickle", names="तोतापुरी")
    asks("बिल भेज दीजिए", "answers-no-order", still="ordering-variety")
    asks("रिफ़ंड कब आएगा", "answers-no-order", still="ordering-variety")
    asks("शादी के लिए 20 दर्जन केसर चाहिए", "talk-bulk", still="talk-bulk", summed="yes", total="₹15,000")


def test_in_hinglish(chat: Person, asks: Asks) -> None:
    chat.language = "hi-Latn"
    asks("kesar aur hapus dono hai kya aaj", "answers-here", still="ordering-menu-first")
    asks("bhaiya kitna bacha hai hapus", "ordering-variety", still="ordering-variety")
    asks("delivery charge kitna hai aur payment kaise kare", "answers-fee", "answers-pay", still="ordering-variety")
    asks("kacche hai ya pake", "answers-ripe", still="ordering-variety")
    asks(
        "banyan heights me delivery karte ho kya", "answers-area-yes", still="ordering-variety", place="Banyan Heights"
    )
    assert "certificate hamare paas nahi" in asks("organic hai kya", "ordering-variety", still="ordering-variety")
    asks("bill bhejo", "answers-no-order", still="ordering-variety")


def test_of_an_order_on_its_way_while_the_next_one_is_chosen(chat: Person, asks: Asks, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("where is my order")
    chat.hears("my-orders-order", code=code)
    chat.says("2 dozen kesar")
    chat.hears("ordering-cart-total")
    asks("where is my order", "answers-track", still="ordering-cart", code=code)
    asks("what is the total so far", "ordering-cart-total", still="ordering-cart", total="₹1,600")
    text = asks("send the bill", "answers-bill", still="ordering-cart", code=code, total="₹1,240", fee="₹40")
    assert "to be paid at the door" in text
    chat.says("checkout")
    chat.hears("ordering-when")
    asks("when will it come", "answers-track", still="ordering-when", code=code)
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", total="₹1,600")
    asks("bhaiya mera order kahan tak pahucha", "answers-track", still="ordering-summary", code=code)
    world.assert_sound()


def test_of_money_on_its_way_back(chat: Person, asks: Asks, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    world.outside.put("/sim/switches", json={"refund_outcome": "pending"}).raise_for_status()
    code = orders_and_pays(chat)
    asks("where is my refund?", "answers-refund-none")
    founder.hears("notices-alert-customer-says", words="where is my refund?")
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled")
    world.settle()
    text = asks("when will I get my refund", "answers-refund", amount="₹1,240", code=code, status="going")
    assert "should be there by" in text
    chat.says("the last mangoes were rotten, refund please")
    chat.hears("talk-complaint")
    founder.hears("notices-alert-customer-complains", has_order="yes", order=code)
    world.assert_sound()


def test_an_order_for_an_office_is_the_founders_with_its_sum(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    chat.says("20 dozen kesar for office")
    chat.hears("talk-bulk", summed="yes", total="₹15,000")
    told = founder.hears("notices-alert-customer-bulk", words="20 dozen kesar for office", has_items="yes",
                         total="₹15,000")  # fmt: skip
    assert "10 × Kesar, Peti (2 dozen)" in told.text
    chat.says("gst bill needed")
    founder.hears("notices-alert-customer-says", words="gst bill needed")
    founder.taps("Hand back", told)
    founder.hears_anything()
    chat.says("cart")
    chat.hears("ordering-cart-total", total="₹1,200")
    world.assert_sound()


def test_what_was_not_understood_is_taught_and_understood_by_the_next_message(chat: Person, world: World) -> None:
    reaches_the_slots(chat)
    for typed in ("menu", "2 dozen ratnaraja bhejo, Meera 98765 43210"):
        chat.says(typed)
        chat.hears_anything()
    chat.says("straw ya paper me pack karte")
    chat.hears_anything()
    lines = miss_lines(9)
    assert [line.rpartition("  ")[2] for line in lines] == [
        "straw ya paper me pack karte", "2 dozen ratnaraja bhejo, 👤 📞",
    ]  # fmt: skip
    assert "at unsure" in lines[0]
    assert learn("ratnaraja", "alphonso", None) == "'ratnaraja' names alphonso from now on."
    write_answer("packing", "In straw.", "en", [])
    learn("straw ya paper me pack karte", None, "packing")
    assert [line.rpartition("  ")[2] for line in miss_lines(9)] == ["2 dozen ratnaraja bhejo, 👤 📞"]
    chat.says("straw ya paper me pack karte bhaiya?")
    assert "In straw." in chat.hears_anything().text
    chat.says("2 dozen ratnaraja")
    chat.hears("ordering-read-right")
    chat.taps("Yes, that is right")
    chat.hears("ordering-cart-total")
    world.assert_sound()


def test_what_a_line_is_for_is_heard_where_its_words_are_no_command(
    chat: Person, founder: Person, world: World
) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    code = orders_for_cash(chat)
    chat.says("lovely mangoes, the kids were so happy, thank you")
    chat.hears("talk-welcome", kind="thanks")
    chat.says("rider nikla ki nahi mera order leke")
    chat.hears("my-orders-order", code=code)
    chat.says("order cancel mat karna")
    chat.hears_anything()
    chat.language = "hi-Latn"  # as they write by now
    chat.says("kisi insaan se baat karni hai bhai")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    world.assert_sound()
