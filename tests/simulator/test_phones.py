"""What people do on their phones, as the shop hears of it."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import buttons, card, carousel, listing, reply, row, section
from tests.support.patience import PATIENCE_SECONDS


def test_a_text_arrives_signed_and_whole(outside: Outside, shop: Shop) -> None:
    sent = outside.says("2 dozen hapus kal subah")
    outside.settle()
    [post] = shop.received
    secret = outside.configuration.app_secret.encode()
    digest = hmac.new(secret, post.body, hashlib.sha256).hexdigest()
    assert post.path == "/webhooks/whatsapp"
    assert post.headers["X-Hub-Signature-256"] == f"sha256={digest}"
    envelope = post.json
    assert envelope["object"] == "whatsapp_business_account"
    [entry] = envelope["entry"]
    assert entry["id"] == outside.configuration.business_account_id
    [change] = entry["changes"]
    value = change["value"]
    assert (change["field"], value["messaging_product"]) == ("messages", "whatsapp")
    assert value["metadata"]["phone_number_id"] == outside.configuration.phone_number_id
    [contact], [message] = value["contacts"], value["messages"]
    assert contact["wa_id"] == message["from"] == "910000000102"
    assert contact["user_id"] == message["from_user_id"]
    assert contact["profile"] == {"name": "Arjun", "username": "arjun.eats.mangoes"}
    assert (message["id"], message["type"], message["text"]) == (sent, "text", {"body": "2 dozen hapus kal subah"})
    assert message["timestamp"].isdecimal()
    [arrived] = outside.books()["inbound"]
    assert (arrived["id"], arrived["status"], arrived["deliveries"]) == (sent, "delivered", 1)


PLACE = {"latitude": 18.55, "longitude": 73.78}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"type": "location", **PLACE, "name": "Palm Grove"}, {"location": PLACE | {"name": "Palm Grove"}}),
        (
            {"type": "reaction", "message_id": "wamid.1", "emoji": "👍"},
            {"reaction": {"message_id": "wamid.1", "emoji": "👍"}},
        ),
        ({"type": "reaction", "message_id": "wamid.1", "emoji": ""}, {"reaction": {"message_id": "wamid.1"}}),
        (
            {"type": "form", "name": "address_message", "response": {"city": "Pune"}},
            {
                "interactive": {
                    "type": "nfm_reply",
                    "nfm_reply": {"name": "address_message", "body": "Sent", "response_json": '{"city": "Pune"}'},
                }
            },
        ),
        ({"type": "unsupported", "what": "poll"}, {"unsupported": {"type": "poll"}}),
    ],
    ids=["location", "reaction", "reaction-taken-back", "form", "unsupported"],
)
def test_other_messages(outside: Outside, shop: Shop, wanted: dict[str, Any], expected: dict[str, Any]) -> None:
    outside.sim("POST", "phones/regular/send", **wanted)
    outside.settle()
    [message] = shop.messages()
    [(kind, content)] = expected.items()
    assert (message["type"], message[kind]) == (kind, content)


def test_what_whatsapp_cannot_carry_comes_with_an_error(outside: Outside, shop: Shop) -> None:
    outside.sim("POST", "phones/regular/send", type="unsupported", what="poll")
    outside.settle()
    assert shop.messages()[0]["errors"][0]["code"] == 131051


def test_a_shared_contact(outside: Outside, shop: Shop) -> None:
    outside.sim("POST", "phones/regular/send", type="contacts")
    outside.settle()
    [contact] = shop.messages()[0]["contacts"]
    assert contact["phones"] == [{"phone": "+910000000102", "wa_id": "910000000102", "type": "CELL"}]


@pytest.mark.parametrize("kind", ["image", "audio", "video", "document", "sticker"])
def test_pictures_and_files_can_be_fetched_with_the_token(outside: Outside, shop: Shop, kind: str) -> None:
    content = base64.b64encode(b"bytes of it").decode()
    outside.sim("POST", "phones/regular/send", type=kind, data=content, caption="bad fruit")
    outside.settle()
    [message] = shop.messages()
    sent = message[kind]
    assert ("caption" in sent) == (kind in {"image", "video", "document"})
    shown = outside.client.get(f"/meta/v24.0/{sent['id']}", headers=outside.token).json()
    assert outside.client.get(shown["url"], headers=outside.token).content == b"bytes of it"
    assert outside.client.get(f"/sim/media/{sent['id']}").content == b"bytes of it"


def test_taps_on_buttons_rows_and_cards(chat: Outside, shop: Shop) -> None:
    ask = chat.send(buttons(reply("yes", "Yes"), reply("no", "No")))
    choose = chat.send(listing(section(row("kesar", "Kesar", description="₹850"), row("hapus", "Hapus"))))
    quick = {"buttons": [{"type": "quick_reply", "quick_reply": {"id": "add:1", "title": "Add"}}]}
    cards = [card(0, action=quick), card(1, action={"buttons": [quick["buttons"][0]]})]
    for one in cards:
        one["header"] = {"type": "image", "image": {"link": f"{shop.url}/a.jpg"}}
    chat.settle()
    chat.sim("POST", "phones/regular/tap", message_id=ask, id="no")
    chat.sim("POST", "phones/regular/tap", message_id=choose, id="kesar")
    chat.sim("POST", "phones/regular/tap", message_id=choose, id="hapus")
    chat.settle()
    tapped = [message["interactive"] for message in shop.messages()]
    assert tapped[0] == {"type": "button_reply", "button_reply": {"id": "no", "title": "No"}}
    assert tapped[1]["list_reply"] == {"id": "kesar", "title": "Kesar", "description": "₹850"}
    assert tapped[2]["list_reply"] == {"id": "hapus", "title": "Hapus"}
    assert [message["context"]["id"] for message in shop.messages()] == [ask, choose, choose]
    assert chat.post(carousel(*cards)).status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("phones/nobody/send", {"type": "text", "text": "hi"}, 404),
        ("phones/regular/send", {"type": "text"}, 400),
        ("phones/regular/send", {"type": "fax"}, 400),
        ("phones/regular/send", {"type": "location"}, 400),
        ("phones/regular/send", {"type": "image", "data": "%%%"}, 400),
        ("phones/regular/send", {"type": "raw"}, 400),
        ("phones/regular/tap", {"message_id": "wamid.none", "id": "x"}, 400),
        ("phones/regular/change-number", {"phone": "mango"}, 400),
        ("phones/regular/change-number", {"phone": "910000000101"}, 400),
        ("phones", {"id": "regular"}, 400),
        ("phones", {"role": "king"}, 400),
        ("links/plink_none/pay", {"outcome": "paid"}, 404),
        ("clock", {"advance_seconds": "soon"}, 400),
        ("clock", {"advance_seconds": 1e300}, 400),
    ],
)
def test_what_people_cannot_do_is_said_in_a_sentence(
    outside: Outside, path: str, body: dict[str, Any], status: int
) -> None:
    answer = outside.client.post(f"/sim/{path}", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_hostile_messages_go_out_as_they_are(outside: Outside, shop: Shop) -> None:
    hostile = '{"type": "raw", "message": {"type": "text", "text": {"body": "a\\ud800b\\u0000"}, "from": null}}'
    answer = outside.client.post("/sim/phones/regular/send", content=hostile)
    assert answer.status_code == 200
    outside.settle()
    [message] = shop.messages()
    assert message["text"]["body"] == "a\ud800b\0"
    assert "from" not in message
    assert outside.client.get("/sim/state").status_code == 200


def test_a_new_number_is_a_new_identity(outside: Outside, shop: Shop) -> None:
    before = outside.sim("GET", "phones/regular")
    outside.sim("POST", "phones/regular/change-number", phone="910000000777")
    outside.settle()
    [value] = shop.changes()
    [message] = value["messages"]
    assert "contacts" not in value
    assert (message["type"], message["from"]) == ("system", "910000000102")
    assert message["system"]["type"] == "user_changed_number"
    assert message["system"]["wa_id"] == "910000000777"
    assert message["system"]["user_id"] != before["user_id"]
    outside.says("it is me")
    outside.settle()
    assert shop.messages()[-1]["from"] == "910000000777"


def test_waiting_for_a_message_ends_when_one_comes(outside: Outside) -> None:
    first = outside.sim("POST", "phones/regular/send", type="text", text="hi")
    assert outside.sim("GET", f"phones/regular/messages?after={first['seq']}") == []
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(outside.sim, "GET", f"phones/regular/messages?after={first['seq']}&wait_seconds=20")
        outside.send({"type": "text", "text": {"body": "hello"}})
        found = waiting.result(timeout=PATIENCE_SECONDS)
    assert [message["payload"]["text"]["body"] for message in found] == ["hello"]


def test_several_phones_at_once(outside: Outside) -> None:
    wanted = [{"id": f"buyer-{number}"} for number in range(60)]
    made = outside.sim("POST", "phones", phones=wanted)["phones"]
    assert len({phone["phone"] for phone in made}) == 60


def test_the_world_lives_on_in_its_file(start: Callable[..., Outside], tmp_path: Any, shop: Shop) -> None:
    file = tmp_path / "world.json"
    outside = start(state_file=file, app_url="http://127.0.0.1:9", meta_retry_seconds=[60], razorpay_retry_seconds=[60])
    sent = outside.says("hi")
    link = outside.link()
    outside.pay(link)
    known = outside.sim("GET", "phones/regular")["user_id"]
    for _ in range(400):
        if file.exists() and '"paid"' in file.read_text():
            break
        outside.client.get("/sim/phones/rider/messages?after=9&wait_seconds=0.01")
    again = start(state_file=file)
    again.settle()
    assert again.sim("GET", "phones/regular")["user_id"] == known
    assert [message["id"] for message in shop.messages()] == [sent]
    assert {event["event"] for event in shop.events()} >= {"payment_link.paid", "payment.captured"}
    assert again.books()["links"][0]["status"] == "paid"
    assert again.razorpay("POST", "payment_links", {"amount": 100, "reference_id": "JMG-1"}).status_code == 400


def test_a_spoiled_file_is_no_end_of_the_world(start: Callable[..., Outside], tmp_path: Any) -> None:
    file = tmp_path / "world.json"
    file.write_text('{"format": 1, "phones": 7}')
    assert [phone["id"] for phone in start(state_file=file).sim("GET", "state")["phones"]]
