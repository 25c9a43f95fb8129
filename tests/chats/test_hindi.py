"""Hindi, in its own letters and in Latin ones."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import orders_for_cash
from tests.support.chat import Person
from tests.support.wording_match import says
from tests.support.world import World

# A day further ahead than tomorrow, which is said by its date.
DAY_WITH_TWO_MORNINGS = """
    SELECT (s.starts_at AT TIME ZONE 'Asia/Kolkata')::date
      FROM delivery_slots s JOIN apartments a ON a.zone_id = s.zone_id
     WHERE a.name = 'Palm Grove' AND s.starts_at > jamango_now() + interval '2 days'
       AND extract(hour FROM s.starts_at AT TIME ZONE 'Asia/Kolkata') < 12
     GROUP BY 1 HAVING count(*) = 2 ORDER BY 1 LIMIT 1
"""


@pytest.mark.parametrize(
    ("greeting", "language"), [("नमस्ते", "hi"), ("aam chahiye bhaiya", "hi-Latn"), ("rate kya hai", "hi-Latn")]
)
def test_the_first_words_choose_hindi_in_their_own_letters(chat: Person, greeting: str, language: str) -> None:
    chat.says(greeting)
    chat.language = language
    chat.hears("ordering-menu-first")


@pytest.mark.usefixtures("by_day")
def test_ordering_in_hindi_of_latin_letters(chat: Person, world: World) -> None:
    chat.language = "hi-Latn"
    chat.says("bhaiya aam chahiye")
    chat.hears("ordering-menu-first")
    chat.says("delivery charge kitna hai")
    chat.hears("answers-fee", fee="₹40")
    chat.says("do darjan kesar bhej do")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "hi-Latn", "ordering-cart-total", {"total": "₹1,600"})
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    chat.says("kal subah 7 baje")
    summary = chat.hears("ordering-summary", buttons=["Online dijiye", "Delivery par cash", "₹100 bachaiye"])
    assert "Kal, subah 7–9 baje" in summary.text
    chat.taps("Delivery par cash")
    chat.hears("notices-order-confirmed", items="2 × Kesar, 1 dozen", payment_method="delivery par cash")
    chat.says("shukriya")
    chat.hears("talk-welcome", kind="thanks")
    world.assert_sound()


def test_an_order_is_moved_in_hindi_with_hindi_names(chat: Person) -> None:
    orders_for_cash(chat)
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("पता बदलिए")
    chat.hears("ordering-move-where", home="B-1203", apartment="पाम ग्रोव")
    chat.says("लोटस कोर्ट 504")
    chat.hears("ordering-which-tower", apartment="लोटस कोर्ट", line="504")
    chat.taps("2")
    chat.hears("my-orders-change-home", home="2-504", apartment="लोटस कोर्ट", old_apartment="पाम ग्रोव")
    chat.says("हाँ")
    chat.hears("my-orders-changed", buttons=["फिर से मँगाइए", "रद्द कीजिए", "ऑर्डर बदलिए"])
    chat.hears_nothing()


def test_an_order_placed_in_english_is_read_in_hindi(chat: Person) -> None:
    """The order keeps what its apartment is called in each language."""
    orders_for_cash(chat)
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("मेरे ऑर्डर")
    chat.hears("my-orders-order", apartment="पाम ग्रोव", home="B-1203")


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
    chat.hears("ordering-where")
    chat.says("टो\u200dकरी।")  # with a joiner and a danda, as keyboards put them
    chat.hears("ordering-cart-total", total="₹1,600", buttons=["ऑर्डर कीजिए", "और जोड़िए", "बदलिए"])
    chat.says("३ कर\u200c दो।")
    chat.hears("ordering-cart-total", total="₹2,400")
    chat.says("2 कर दो")
    chat.hears("ordering-cart-total", total="₹1,600")
    chat.says("पाम ग्रोव B-1203")
    chat.hears("ordering-when", line="B-1203", apartment="पाम ग्रोव")
    chat.taps("कल")
    chat.hears("ordering-summary", buttons=["ऑनलाइन दीजिए", "डिलीवरी पर नकद", "₹100 बचाइए"])
    chat.says("नकद")
    chat.hears("notices-order-confirmed")
    chat.says("order kab aayega")
    chat.hears("my-orders-status", status="confirmed")
    chat.says("cancel kar do")
    chat.language = "hi-Latn"
    chat.hears("my-orders-really-cancel", paid="no")
    chat.says("haan")
    chat.hears("my-orders-cancelled", paid="no")
    world.assert_sound()


def test_the_language_can_be_changed_by_a_word_and_by_a_button(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("language")
    chat.hears("help-which-language", buttons=["English", "हिन्दी", "Hinglish (Hindi abc)"])
    chat.taps("Hinglish")
    chat.language = "hi-Latn"
    chat.hears("help-language-chosen")
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("english")
    chat.language = "en"
    chat.hears("help-language-chosen")


def test_two_windows_of_a_day_with_a_long_name_are_two_buttons(chat: Person) -> None:
    chat.language = "hi"
    chat.says("नमस्ते जी")
    chat.hears("ordering-menu-first")
    chat.says("1 दर्जन केसर")
    chat.hears("ordering-cart-total")
    chat.says("ऑर्डर कीजिए")
    chat.hears("ordering-where")
    chat.says("पाम ग्रोव B-1203")
    chat.hears("ordering-when")
    with transaction() as session:
        day = session.execute(text(DAY_WITH_TWO_MORNINGS)).scalar_one()
    chat.says(f"{day.day}/{day.month} सुबह")
    asked = chat.hears_anything()
    assert len({title for _, title in asked.choices}) == len(asked.choices) == 2
