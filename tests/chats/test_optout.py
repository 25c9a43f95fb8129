"""No more offers: said in any shape, at any step, heard at once, with its proof; nobody loses their place by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import fills_the_cart, reaches_the_summary
from tests.support.chat import Person
from tests.support.morning import read_shop_time
from tests.support.world import World

MEERAS = """SELECT c.granted, c.said, c.message_id FROM consents c JOIN users u ON u.id = c.customer_id
    WHERE u.name = 'Meera' AND c.purpose = 'marketing' ORDER BY c.id"""


def choices_of_meera() -> list[Any]:
    with transaction() as session:
        return list(session.execute(text(MEERAS)).all())


def test_every_shape_withdraws_consent_and_its_proof_is_kept(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    late = str(int((read_shop_time() - timedelta(hours=30)).timestamp()))
    button = {"type": "button", "button": {"payload": "Stop promotions", "text": "Stop promotions"}}
    shapes: dict[str, dict[str, Any]] = {
        "STOP ALL": {"kind": "text", "text": "STOP ALL"},
        "Stop promotions": {"kind": "raw", "message": button},
        "please stop": {"kind": "image", "caption": "please stop"},
        "offers mat bhejo": {"kind": "raw", "message": {"type": "text", "text": {"body": "offers mat bhejo"},
                                                        "timestamp": late}},
        "ऑफ़र मत भेजो": {"kind": "raw", "message": {"type": "edit", "edit": {
            "original_message_id": "wamid.x", "message": {"type": "text", "text": {"body": "ऑफ़र मत भेजो"}}}}},
        "No more offers": {"kind": "raw", "message": {"type": "button", "button": {
            "payload": "a-payload-of-a-campaign", "text": "No more offers"}}},
    }  # fmt: skip
    for said, shape in shapes.items():
        chat.says("start")
        chat.hears("help-offers", wanted="yes")
        chat.says("cart")
        chat.hears("ordering-cart-total")
        message_id = chat.sends(shape["kind"], **{name: value for name, value in shape.items() if name != "kind"})
        chat.hears("help-offers", wanted="no", buttons=["Checkout", "Add more", "Change"])
        last = choices_of_meera()[-1]
        assert (last.granted, last.message_id) == (False, message_id)
        assert last.said == said
    assert founder.count_heard() == 1
    world.assert_sound()


def test_it_is_heard_while_a_person_talks_and_the_chat_stays_hers(chat: Person, founder: Person) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    reaches_the_summary(chat)
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    chat.sends("image", caption="unsubscribe me")
    assert chat.hears("help-offers", wanted="no").choices == ()
    chat.sends("raw", message={"type": "button", "button": {"payload": "n:stops_offers:", "text": "Stop"}})
    chat.hears("help-offers", wanted="no")
    chat.says("cash")
    founder.hears("notices-alert-customer-says", words="cash")
    assert [choice.granted for choice in choices_of_meera()] == [False]


@pytest.mark.parametrize("words", ["don't stop", "stop at the gate", "no more"])
def test_what_only_sounds_like_it_withdraws_nothing(chat: Person, words: str) -> None:
    fills_the_cart(chat)
    chat.says(words)
    chat.hears_anything()
    assert choices_of_meera() == []


def test_captions_are_heard_like_text(chat: Person, founder: Person) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    chat.sends("image", caption="1 dozen kesar")
    said = chat.hears("ordering-cart-total")
    assert "Kesar" in said.text
    assert "picture" in said.text
    founder.hears("notices-alert-customer-says", kind="image", words="1 dozen kesar")
    founder.hears_anything()  # the picture itself
    chat.sends("document", caption="checkout karo")
    chat.hears("ordering-where")
    founder.hears("notices-alert-customer-says", kind="document")
    founder.hears_anything()
    chat.says("the last ones were rotten")
    chat.hears("talk-complaint", ordered="no")
    founder.hears("notices-alert-customer-complains", words="the last ones were rotten", has_order="no")
