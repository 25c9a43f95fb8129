"""What is no order: help, a person, voice notes, stickers, late messages, floods, and the founder's answers."""

from __future__ import annotations

from datetime import timedelta

from core.clock import read_now
from core.db import transaction
from core.payments.reminding import remind_before_hold_ends
from tests.chats.orders import fills_the_cart, orders_for_cash, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.morning import read_shop_time
from tests.support.patience import PATIENCE_SECONDS
from tests.support.world import World

HELP_BUTTONS = ["See mangoes", "Language · भाषा", "Talk to us"]


def test_talk_to_us_parks_the_bot_and_the_founder_answers(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help", buttons=["Who is waiting"])
    chat.says("talk to us")
    chat.hears("talk-parked", hours=12)
    founder.hears("notices-alert-customer-wants-human", name="Meera", buttons=["Hand back"])
    chat.says("two mangoes were bad")
    relayed = founder.hears("notices-alert-customer-says", kind="text", words="two mangoes were bad")
    chat.hears_nothing()
    founder.says("So sorry! Two fresh ones come tomorrow.", reply_to=relayed)
    chat.hears("talk-from-founder", words="So sorry! Two fresh ones come tomorrow.")
    founder.hears("founder-sent", name="Meera", buttons=["Hand back"])
    chat.says("thank you!")
    founder.hears("notices-alert-customer-says", words="thank you!")
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    founder.taps("Hand back")
    founder.hears("founder-handed-back", name="Meera")
    chat.says("hi")
    chat.hears("ordering-menu-again")
    founder.taps("Hand back")
    founder.hears("founder-not-waiting", name="Meera")
    world.assert_sound()


def test_the_bot_returns_by_itself_after_twelve_hours(chat: Person, founder: Person, world: World) -> None:
    founder.says("help")
    founder.hears("founder-help")
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    world.advance(hours=12, minutes=1)
    chat.says("hi")
    chat.hears("ordering-menu-again")
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    founder.taps("Meera")
    founder.hears("founder-customer", name="Meera", buttons=["Hand back"])
    founder.taps("Hand back")
    founder.hears("founder-handed-back", name="Meera")
    founder.says("waiting")
    founder.hears("founder-nobody-waits")


def test_while_a_person_talks_stop_works_and_menu_brings_the_bot_but_keeps_the_place(
    chat: Person, founder: Person
) -> None:
    founder.says("help")
    founder.hears("founder-help")
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    chat.says("stop")
    chat.hears("help-offers", wanted="no")
    chat.says("in the cart?")
    founder.hears("notices-alert-customer-says", words="in the cart?")
    chat.says("menu")
    chat.hears("talk-still-waiting", buttons=None)
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    founder.taps("Meera")
    founder.says("Yes?", reply_to=founder.hears("founder-customer", name="Meera"))
    chat.hears("talk-from-founder", words="Yes?")
    founder.hears("founder-sent", name="Meera", buttons=["Hand back"])
    founder.taps("Hand back")
    founder.hears("founder-handed-back", name="Meera")
    chat.says("menu")
    assert "stands" not in chat.hears("ordering-menu-again").text


def test_while_a_person_talks_the_buttons_of_our_own_notices_work(chat: Person, founder: Person, world: World) -> None:
    founder.says("help")
    founder.hears("founder-help")
    summary = reaches_the_summary(chat)
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    world.advance(minutes=8)
    with transaction() as session:
        assert remind_before_hold_ends(session, read_now(session)) == 1
    chat.hears("notices-hold-ending")
    chat.taps("Cash on delivery")
    confirmed = chat.hears("notices-order-confirmed")
    chat.taps("My order", confirmed)
    chat.hears("my-orders-order")
    founder.hears_nothing()
    chat.taps("Change something", summary)
    chat.hears("talk-still-waiting")
    founder.hears_nothing()
    founder.says("waiting")
    founder.hears("founder-waiting", count=1)
    chat.taps("See mangoes", confirmed)
    chat.hears("ordering-menu-again")
    world.assert_sound()


def test_stickers_reactions_and_strange_things(chat: Person) -> None:
    fills_the_cart(chat)
    chat.sends("sticker")
    chat.hears("talk-sticker")
    chat.sends("reaction", message_id=chat.heard[-1].id, emoji="👍")
    chat.hears_nothing()
    chat.sends("contacts", phone="447700900123")
    chat.hears("talk-cannot-read")
    chat.sends("raw", message={"type": "poll", "poll": {"question": "?"}})
    chat.hears_nothing()
    chat.sends("order", product_items=[{"product_retailer_id": "x", "quantity": 1}])
    chat.hears("talk-native-cart")


def test_a_message_that_comes_hours_late_is_not_carried_out(chat: Person, world: World) -> None:
    summary_buttons = fills_to_summary(chat)
    late = str(int((read_shop_time() - timedelta(hours=7)).timestamp()))
    reply = {"type": "button_reply", "button_reply": {"id": summary_buttons["Cash on delivery"], "title": "x"}}
    chat.sends("raw", message={"type": "interactive", "interactive": reply, "timestamp": late})
    chat.hears("talk-too-late")
    assert ask_one("SELECT count(*) FROM orders WHERE status = 'awaiting_payment'") == 1
    world.assert_sound()


def fills_to_summary(chat: Person) -> dict[str, str]:
    return {title: choice for choice, title in reaches_the_summary(chat).choices}


def test_a_flood_of_nonsense_gets_few_answers(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    world.stop_worker()
    before = len(chat.heard)
    for number in range(20):
        chat.sends("text", text=f"asdf qwer {number}")
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    assert chat.count_heard() - before == 1


def test_help_language_and_consent(chat: Person) -> None:
    chat.says("help")
    chat.hears("help", buttons=HELP_BUTTONS)
    chat.says("stop")
    chat.hears("help-offers", wanted="no")
    chat.says("start")
    chat.hears("help-offers", wanted="yes")
    assert ask_one("SELECT granted FROM consents WHERE purpose = 'marketing' ORDER BY id DESC LIMIT 1") is True
    chat.says("language")
    chat.hears("help-which-language", buttons=["English", "हिन्दी", "Hinglish (Hindi abc)"])
    chat.taps("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")


def test_thanks_after_an_order_are_answered_kindly(chat: Person) -> None:
    orders_for_cash(chat)
    for kind in ("thank you!", "🙏", "ok"):
        chat.says(kind)
        chat.hears("talk-welcome")


def test_a_yes_at_the_cart_checks_out(chat: Person) -> None:
    fills_the_cart(chat)
    chat.says("ok")
    chat.hears("ordering-where")


def test_the_rider_gets_a_friendly_line(world: World) -> None:
    rider = Person(world, "rider", language="hi")
    rider.says("hi")
    rider.hears("rider-help")
