"""What a customer does while a person is wanted reaches the founder's phone whole."""

from __future__ import annotations

from typing import Any

import pytest

from bot.templates import push
from tests.chats.orders import fills_the_cart, orders_for_cash
from tests.support.chat import Person, Said
from tests.support.counter import ask_one
from tests.support.world import World


def ready(founder: Person) -> None:
    founder.says("hi")
    founder.hears("founder-help")


def is_parked(chat: Person, founder: Person) -> None:
    ready(founder)
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")


def payload_of(founder: Person, said: Said) -> dict[str, Any]:
    phones = founder.world.outside.get("/sim/state").json()["phones"]
    messages = next(each["messages"] for each in phones if each["id"] == founder.phone)
    found: dict[str, Any] = next(message["payload"] for message in messages if message["id"] == said.id)
    return found


def test_a_photo_and_a_voice_note_arrive_on_her_phone_and_a_reply_to_one_answers(
    chat: Person, founder: Person, world: World
) -> None:
    ready(founder)
    fills_the_cart(chat)
    chat.sends("audio", voice=True)
    chat.hears("talk-voice-passed-on", buttons=["Checkout", "Add more", "Change"])
    founder.hears("notices-alert-customer-says", kind="voice", name="Meera")
    note = payload_of(founder, founder.hears_anything())
    assert note["type"] == "audio"
    assert note["audio"]["voice"] is True
    chat.sends("image", caption="look at *this*")
    chat.hears("talk-photo-passed-on")
    founder.hears("notices-alert-customer-says", kind="image", words="look at ∗this∗")
    photo = founder.hears_anything()
    assert payload_of(founder, photo)["image"]["caption"] == "Meera · look at *this*"
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    founder.says("They look fine to us.", reply_to=photo)
    chat.hears("talk-from-founder", words="They look fine to us.")
    founder.hears("founder-sent", name="Meera")
    world.assert_sound()


def test_all_that_is_relayed_is_complete(chat: Person, founder: Person, world: World) -> None:
    is_parked(chat, founder)
    chat.sends("location", latitude=12.9352, longitude=77.6245, name="Blue gate", address="5th cross, by the lake")
    founder.hears("notices-alert-customer-says", kind="location",
                  words="Blue gate, 5th cross, by the lake (12.93520, 77.62450)")  # fmt: skip
    pin = payload_of(founder, founder.hears_anything())["location"]
    assert pin == {"latitude": 12.9352, "longitude": 77.6245, "name": "Blue gate", "address": "5th cross, by the lake"}
    card = {"name": {"formatted_name": "Watchman"}, "phones": [{"phone": "098200 12345"}, {"phone": "+91 98200 54321"}]}
    chat.sends("raw", message={"type": "contacts", "contacts": [card]})
    founder.hears("notices-alert-customer-says", kind="contacts", words="Watchman: 098200 12345, +91 98200 54321")
    items = [{"product_retailer_id": "alphonso-dozen", "quantity": 2}, {"product_retailer_id": "kesar", "quantity": 1}]
    chat.sends("order", product_items=items, text="for monday")
    founder.hears("notices-alert-customer-says", kind="order", words="2 × alphonso-dozen · 1 × kesar · for monday")
    form = {"values": {"house_number": "B-1203", "city": "Pune"}, "note": "ring twice", "flow_token": "x"}
    chat.sends("form", name="address_message", response=form)
    founder.hears("notices-alert-customer-says", kind="form")
    for part in ("note: ring twice", "houseˍnumber: B-1203"):
        assert part in founder.heard[-1].text
    first = chat.says("come at 5")
    founder.hears("notices-alert-customer-says", kind="text", words="come at 5")
    for before, after in (("come at 5", "come at 6"), ("come at 6", "come at 7")):
        edit = {"original_message_id": first, "message": {"type": "text", "text": {"body": after}}}
        chat.sends("raw", message={"type": "edit", "edit": edit})
        founder.hears("notices-alert-customer-says", kind="edit", words=f"{before} → {after}")
    founder.hears_nothing()
    world.assert_sound()


def test_a_complaint_reaches_her_with_the_last_order_named(chat: Person, founder: Person, world: World) -> None:
    ready(founder)
    code = orders_for_cash(chat)
    for words in ("mangoes were rotten", "kesar kharab nikle", "i want refund", "ग़लत आम आया"):
        chat.says(words)
        said = chat.hears("talk-complaint", ordered="yes", code=code)
        assert ("A photo helps" in said.text) == (words == "mangoes were rotten"), "a photo is asked for once"
        founder.hears("notices-alert-customer-complains", kind="text", words=words, has_order="yes", order=code,
                      order_status="confirmed", buttons=["Hand back"])  # fmt: skip
        founder.taps("Hand back")
        founder.hears("founder-handed-back")
    chat.sends("image", caption="see, wrong item")
    chat.hears("talk-complaint", ordered="yes", code=code)
    founder.hears("notices-alert-customer-complains", kind="image", words="see, wrong item")
    assert payload_of(founder, founder.hears_anything())["type"] == "image"
    chat.says("menu")
    chat.hears("talk-still-waiting")
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    world.assert_sound()


@pytest.mark.parametrize(
    ("words", "language"),
    [("do darjan mangaye the, ek hi aaya", "hi-Latn"), ("ordered alphonso but the box has kesar in it", "en")],
)
def test_a_complaint_of_somebody_we_do_not_know_reaches_her_as_well(
    chat: Person, founder: Person, words: str, language: str
) -> None:
    """They may have bought at a stall, or by another number."""
    ready(founder)
    chat.language = language
    chat.says(words)
    chat.hears("talk-complaint", ordered="no")
    founder.hears("notices-alert-customer-complains", words=words, has_order="no")


def test_a_file_waits_for_her_window_and_one_that_is_gone_is_told(chat: Person, founder: Person, world: World) -> None:
    """No template holds a photo: she reads of it in the alert, and it comes as soon as she writes."""
    push(world.settings)
    ready(founder)
    fills_the_cart(chat)
    world.advance(hours=25)
    chat.sends("image", caption="hello?")
    chat.hears("talk-photo-passed-on")
    assert "a photo" in founder.hears_anything().text
    founder.hears_nothing()
    founder.says("yes?")
    founder.hears("founder-whom", count=1, buttons=["Send to Meera"])
    assert payload_of(founder, founder.hears_anything())["type"] == "image"
    chat.sends("raw", message={"type": "audio", "audio": {"id": "../../secrets", "mime_type": "audio/ogg"}})
    chat.hears("talk-voice-passed-on")
    founder.hears("notices-alert-customer-says", kind="voice")
    founder.hears("notices-alert-customer-file-lost", kind="voice", name="Meera")
    world.assert_sound()


def test_what_was_edited_after_we_acted_is_told_as_it_stands(chat: Person) -> None:
    fills_the_cart(chat)
    first = chat.says("3 dozen alphonso")
    assert "3 ×" in chat.hears("ordering-cart-total").text
    chat.says("cart")
    chat.hears("ordering-cart-total")
    for before, after in (("3 dozen alphonso", "2 dozen alphonso"), ("2 dozen alphonso", "1 dozen alphonso")):
        edit = {"original_message_id": first, "message": {"type": "text", "text": {"body": after}}}
        chat.sends("raw", message={"type": "edit", "edit": edit})
        said = chat.hears("talk-edited", known="yes", before=before, after=after)
        assert "3 ×" in said.text
    assert ask_one("SELECT quantity FROM cart_items ORDER BY id DESC LIMIT 1") == 3


def test_words_that_are_no_reply_go_to_nobody_but_are_one_tap_away(chat: Person, founder: Person, world: World) -> None:
    is_parked(chat, founder)
    founder.says("We bring them at six")
    founder.hears("founder-whom", count=1, words="We bring them at six", buttons=["Send to Meera"])
    chat.hears_nothing()
    earlier = founder.heard[-1]
    founder.says("At seven, sorry")
    founder.hears("founder-whom", count=1)
    founder.taps("Send to Meera", earlier)
    founder.hears("founder-draft-gone")
    founder.taps_twice("Send to Meera")
    chat.hears("talk-from-founder", words="At seven, sorry")
    founder.hears("founder-sent", name="Meera")
    founder.hears("founder-draft-gone")
    founder.taps("Hand back", founder.heard[-2])
    founder.hears("founder-handed-back")
    chat.hears_nothing()
    world.assert_sound()
