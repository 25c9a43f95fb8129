"""Everyday questions: an honest answer and the way on in one message, the place kept; thanks get one friendly line."""

from __future__ import annotations

import re

import pytest

from tests.chats.orders import fills_the_cart, orders_for_cash, reaches_the_summary
from tests.support.chat import Person
from tests.support.wording_match import says
from tests.support.world import World


def asks(chat: Person, typed: str, answer: str, still: str, **values: str) -> str:
    """Ask; the answer and the step's own question come in one message."""
    chat.says(typed)
    said = chat.hears(answer, **values)
    assert says(said.text, chat.language, still, {}), f"{typed}: the place is lost\n{said.text}"
    return said.text


def test_questions_before_anything_is_chosen(chat: Person) -> None:
    text = asks(
        chat, "delivery charge?", "answers-fee", "ordering-menu-first", zone="Lakeside", fee="₹40", free="₹1,500"
    )
    assert "Hill Road" in text
    asks(chat, "do you deliver to Mars", "answers-area", "ordering-menu-again")
    asks(chat, "where are you", "answers-where", "ordering-menu-again", address="1 Orchard Lane, Lakeside 999101")
    text = asks(chat, "any guarantee?", "answers-unknown", "ordering-menu-again")
    assert "talk to us" in text
    asks(chat, "which one is sweetest", "answers-best", "ordering-menu-again")
    text = asks(chat, "neelam", "answers-season-coming", "ordering-menu-again", name="Neelam")
    assert re.search(r"around \*\d{1,2}.[A-Z][a-z]{2}\*", text)
    chat.says("kesar ka rate kya hai")
    chat.hears("ordering-variety", name="Kesar")
    asks(chat, "is it ripe?", "answers-ripe", "ordering-variety")


def test_questions_on_the_way_keep_the_place(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    asks(chat, "what is the total", "ordering-cart-total", "ordering-cart")
    text = asks(chat, "rate of kesar?", "answers-rate", "ordering-cart")
    assert "Kesar" in text and "₹800" in text
    chat.taps("Checkout")
    chat.hears("ordering-where")
    asks(chat, "do you deliver?", "answers-area", "ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    text = asks(chat, "delivery charge?", "answers-fee", "ordering-when", zone="Lakeside")
    assert "Hill Road" not in text
    asks(chat, "when do you deliver", "answers-windows", "ordering-when")
    asks(chat, "chausa", "answers-season-coming", "ordering-when", name="Chausa")
    asks(chat, "kesar ka rate", "answers-rate", "ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    asks(chat, "do you take cash?", "answers-pay", "ordering-summary", first="₹2,000", cap="₹5,000")
    asks(chat, "how can I pay? and is delivery free", "answers-pay", "ordering-summary")
    chat.taps("Change something")
    chat.hears("ordering-changes")
    chat.taps("Note for the rider")
    chat.hears("ordering-note")
    asks(chat, "delivery charge?", "answers-fee", "ordering-note")
    chat.says("raw ones at the gate")
    chat.hears("ordering-summary", note="raw ones at the gate")
    world.assert_sound()


def test_questions_in_hindi(chat: Person) -> None:
    chat.language = "hi"
    asks(chat, "डिलीवरी चार्ज कितना है?", "answers-fee", "ordering-menu-first", fee="₹40")
    asks(chat, "नीलम कब आएगा", "answers-season-coming", "ordering-menu-again", name="नीलम")
    asks(chat, "पेमेंट कैसे करें", "answers-pay", "ordering-menu-again")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("haan", "fine"), ("thank you so much", "thanks"), ("good night", "bye"), ("🙏", "thanks"), ("शुभ रात्रि", "bye")],
)
def test_thanks_at_the_end_get_one_friendly_line(chat: Person, typed: str, kind: str) -> None:
    orders_for_cash(chat)
    chat.says(typed)
    said = chat.hears("talk-welcome", kind=kind)
    assert "\n" not in said.text
    chat.hears_nothing()


def test_thanks_on_the_way_lose_nothing(chat: Person) -> None:
    reaches_the_summary(chat)
    asks(chat, "thank you so much", "talk-with-pleasure", "ordering-summary")
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    asks(chat, "thanks 🙏", "talk-with-pleasure", "ordering-pay-here")
    chat.says("ok")
    chat.hears("ordering-pay-here")


def test_the_fee_is_named_before_the_summary(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-promise", charged="yes", fee="₹40–₹60", free="₹2,000")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-fee-later", fee="₹40–₹60")
    chat.says("checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.says("cart")
    chat.hears("ordering-cart-fee", fee="₹40")
