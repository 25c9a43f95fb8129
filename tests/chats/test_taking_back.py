"""What a customer takes back, or says of what is there already: `undo`, another unit, `make it …`, the same again."""

from __future__ import annotations

from tests.chats.orders import HOME, orders_for_cash
from tests.support.chat import Person, Said
from tests.support.wording_match import says
from tests.support.world import World


def costs(said: Said, total: str, language: str = "en") -> bool:
    return says(said.text, language, "ordering-cart-total", {"total": total})


def test_undo_puts_the_cart_back_once_and_then_says_that_there_is_nothing(chat: Person, world: World) -> None:
    chat.says("1 dozen kesar please")
    chat.hears("ordering-where")
    chat.says("make it 3 dozen")
    assert costs(chat.hears("ordering-where"), "₹2,400")
    chat.says("undo")
    taken_back = chat.hears("ordering-undone")
    assert costs(taken_back, "₹800") and says(taken_back.text, "en", "ordering-where", {})
    chat.says("undo that")
    chat.hears("ordering-nothing-to-undo")
    chat.says(f"{HOME} tomorrow evening")
    chat.hears("ordering-summary", total="₹840")
    chat.says("kesar 2 dozen instead")
    chat.hears("ordering-summary", total="₹1,600")
    chat.says("take it back")
    chat.hears("ordering-undone")
    assert says(chat.heard[-1].text, "en", "ordering-summary", {"total": "₹840"})
    world.assert_sound()


def test_another_unit_counts_as_many_of_the_only_fruit(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.says("2 peti kesar chahiye")
    assert costs(chat.hears("ordering-where"), "₹3,000", "hi-Latn")
    chat.says("peti nahi dozen")
    assert costs(chat.hears("ordering-where"), "₹1,600", "hi-Latn")


def test_a_letter_between_a_number_and_its_unit_makes_no_home(chat: Person) -> None:
    chat.says("1 dozen alphonso please")
    chat.hears("ordering-where")
    chat.says("2k dozen kesar")
    assert costs(chat.hears("ordering-where"), "₹2,800")


def test_who_never_ordered_says_the_same_of_nothing_and_gets_what_is_named(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.says("wahi banganapalli 2 kg bhi add karo")
    assert costs(chat.hears("ordering-where"), "₹280", "hi-Latn")


def test_make_it_speaks_of_the_order_whatever_is_in_it(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("make it 2 kg banganapalli")
    proposed = chat.hears("my-orders-change-total", kind="door", total="₹1,520")
    assert code in proposed.text
    world.assert_sound()


def test_who_writes_english_again_is_answered_in_english(chat: Person) -> None:
    chat.language = "hi-Latn"
    chat.says("bhaiya 1 darjan kesar chahiye")
    chat.hears("ordering-where")
    chat.says("make it 2 dozen")
    chat.hears("ordering-where")
    chat.language = "en"
    chat.says("add 1 kg banganapalli and make it evening")
    assert costs(chat.hears("ordering-where"), "₹1,740")


def test_the_rate_of_a_dozen_is_told(chat: Person) -> None:
    chat.says("how much is kesar per dozen?")
    assert "₹800" in chat.hears("ordering-variety", name="Kesar").text
