"""What is not said to us in this chat, or does not reach us: groups, calls, opened chats, messages kept back."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from tests.chats.orders import fills_the_cart, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.morning import read_shop_time
from tests.support.world import World

KEPT_BACK = {"type": "unsupported", "errors": [{"code": 131060, "title": "This message is unavailable"}]}
MEERA = "910000000101"


def meta_tells(world: World, field: str, **value: Any) -> None:
    """News of Meta that no phone of the simulator makes."""
    metadata = {"phone_number_id": world.settings.whatsapp_phone_number_id}
    change = {"field": field, "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]}).encode()
    secret = world.settings.whatsapp_app_secret.get_secret_value().encode()
    signature = {"X-Hub-Signature-256": "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()}
    world.shop.post("/webhooks/whatsapp", content=body, headers=signature).raise_for_status()


def call(number: int, event: str, **more: Any) -> dict[str, Any]:
    now = str(int(read_shop_time().timestamp()))
    return {"id": f"wacid.{number}", "from": MEERA, "event": event, "timestamp": now, **more}


def test_words_in_a_group_get_one_line_and_change_nothing(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    for words in ("cancel", "ok bye", "2 dozen kesar", "cash on delivery"):
        text = {"type": "text", "text": {"body": words}, "group_id": "G.1"}
        chat.sends("raw", message=text)
        if words == "cancel":
            chat.hears("talk-group", buttons=[])
    chat.hears_nothing()
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    assert ask_one("SELECT count(*) FROM orders WHERE customer_id IN (SELECT customer_id FROM identities "
                   f"WHERE value = '{MEERA}')") == 1  # fmt: skip
    world.assert_sound()


def test_a_call_gets_one_line_and_the_founder_hears_who_called(chat: Person, founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    meta_tells(world, "calls", calls=[call(1, "connect")])
    chat.hears("talk-call", buttons=[])
    missed = founder.hears("notices-alert-missed-call", name="Meera", phone=f"+{MEERA}")
    meta_tells(world, "calls", calls=[call(1, "terminate", status=["FAILED"]), call(2, "connect")])
    chat.hears_nothing()
    founder.says("What can I do for you?", reply_to=missed)
    chat.hears("talk-from-founder", words="What can I do for you?")
    founder.hears("founder-sent")
    world.assert_sound()


def test_an_opened_chat_is_greeted_and_nothing_else(chat: Person) -> None:
    chat.sends("raw", message={"type": "request_welcome"})
    chat.hears("ordering-menu-first")
    assert "I can read" not in chat.heard[-1].text


def test_a_message_that_whatsapp_kept_back_is_asked_for_again_each_time(chat: Person) -> None:
    chat.sends("raw", message=KEPT_BACK)
    chat.hears("talk-write-again")
    for _ in range(4):
        chat.sends("raw", message=KEPT_BACK)
        chat.hears("talk-write-again")
    chat.sends("raw", message=KEPT_BACK)
    chat.hears_nothing()
    chat.says("kesar")
    chat.hears("ordering-variety")


def test_the_shop_answering_from_its_app_rings_and_does_not_disturb(founder: Person, world: World) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    echo = {"from": "910000000100", "to": MEERA, "id": "wamid.echo", "type": "text", "text": {"body": "On its way"}}
    meta_tells(world, "smb_message_echoes", message_echoes=[echo])
    founder.hears("notices-alert-coexistence")
    meta_tells(world, "smb_message_echoes", message_echoes=[{**echo, "id": "wamid.echo2"}])
    founder.hears_nothing()
