"""Sending as the shop does it: answers, whom they reach, statuses, rates."""

import json
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import address_request, buttons, reply, text


def picture(kind: str = "JPEG", mode: str = "RGB") -> bytes:
    written = BytesIO()
    Image.new(mode, (8, 8)).save(written, format=kind)
    return written.getvalue()


def test_a_message_reaches_the_phone_and_its_statuses_the_shop(chat: Outside, shop: Shop) -> None:
    answer = chat.post(text("Hello"), biz_opaque_callback_data="outbox-7").json()
    assert answer["messaging_product"] == "whatsapp"
    assert answer["contacts"] == [{"input": "+910000000102", "wa_id": "910000000102"}]
    [sent] = answer["messages"]
    chat.settle()
    assert [(m["id"], m["payload"]["text"]["body"], m["billable"]) for m in chat.screen()] == [
        (sent["id"], "Hello", True)
    ]
    assert [(s["id"], s["status"]) for s in shop.statuses()] == [(sent["id"], "sent"), (sent["id"], "delivered")]
    for status in shop.statuses():
        assert status["recipient_id"] == "910000000102"
        assert status["recipient_user_id"].startswith("IN.")
        assert status["biz_opaque_callback_data"] == "outbox-7"
        assert status["pricing"] == {
            "billable": True,
            "pricing_model": "PMP",
            "type": "regular",
            "category": "service",
        }
    chat.sim("POST", "phones/regular/read")
    chat.settle()
    assert shop.statuses()[-1]["status"] == "read"
    assert chat.books()["billable"] == 1


@pytest.mark.parametrize("number", ["+91 00000 00102", "910000000102", "+91-(00000)-00102", "0000000102"])
def test_a_number_may_be_written_in_several_ways(chat: Outside, number: str) -> None:
    chat.send(text(), to=number if number != "+91 00000 00102" else "+91 0000000102")
    assert len(chat.books()["messages"]) == 1


def test_somebody_without_a_visible_number_is_reached_by_user_id(outside: Outside, shop: Shop) -> None:
    person = outside.sim(
        "POST", "phones", id="shy", name="Shy", username="shy.one", phone="910000000555", hide_phone=True
    )
    outside.says("hello", "shy")
    outside.settle()
    [value] = shop.changes()
    assert value["contacts"] == [{"profile": {"name": "Shy", "username": "shy.one"}, "user_id": person["user_id"]}]
    assert "from" not in value["messages"][0]
    assert value["messages"][0]["from_user_id"] == person["user_id"]
    answer = outside.post(text("Hi"), to=None, recipient=person["user_id"]).json()
    assert answer["contacts"] == [{"input": person["user_id"], "user_id": person["user_id"]}]
    outside.settle()
    assert len(outside.screen("shy")) == 1
    assert all("recipient_id" not in status for status in shop.statuses())
    assert all(status["recipient_user_id"] == person["user_id"] for status in shop.statuses())


def test_a_number_wins_over_a_user_id(chat: Outside) -> None:
    answer = chat.post(text(), recipient="IN.nobody").json()
    assert answer["contacts"][0]["wa_id"] == "910000000102"


@pytest.mark.parametrize(
    ("to", "code"), [("", 100), ("12", 131009), ("mango", 131009), ("+910000000100", 131021), ("1" * 16, 131009)]
)
def test_a_recipient_who_cannot_be(chat: Outside, to: str, code: int) -> None:
    answer = chat.post(text(), to=to)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


def test_somebody_without_whatsapp_is_accepted_and_fails_later(outside: Outside, shop: Shop) -> None:
    sent = outside.send(text(), to="+910000009999")
    outside.settle()
    [status] = shop.statuses()
    assert (status["id"], status["status"], status["errors"][0]["code"]) == (sent, "failed", 131026)
    assert "contacts" not in shop.changes()[0]
    assert outside.books()["billable"] == 0


def test_outside_the_window_only_templates_go(outside: Outside, shop: Shop) -> None:
    outside.send(text())
    outside.settle()
    [status] = shop.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 131047)
    assert outside.screen() == []
    outside.switch(asynchronous_failures=False)
    answer = outside.post(text())
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 131047)


def test_the_window_closes_after_a_day(chat: Outside) -> None:
    chat.sim("POST", "clock", advance_seconds=24 * 3600 - 60, shop=False)
    chat.send(text("in time"))
    chat.sim("POST", "clock", advance_seconds=120, shop=False)
    chat.send(text("too late"))
    chat.settle()
    assert [m["payload"]["text"]["body"] for m in chat.screen()] == ["in time"]


def test_the_address_form_is_for_indian_numbers(outside: Outside) -> None:
    outside.sim("POST", "phones", id="abroad", phone="447700900123")
    outside.says("hi", "abroad")
    assert outside.post(address_request(), to="+447700900123").json()["error"]["code"] == 131009


def test_who_may_call(outside: Outside) -> None:
    def code(url: str, headers: dict[str, str] | None = None) -> tuple[int, int]:
        body = {"messaging_product": "whatsapp", "to": "+910000000102", **text()}
        answer = outside.client.post(url, headers=headers if headers is not None else outside.token, json=body)
        return answer.status_code, answer.json()["error"]["code"]

    good = f"{outside.number}/messages"
    assert code(good, {}) == (401, 190)
    assert code(good, {"Authorization": "Bearer stolen"}) == (401, 190)
    assert code(good, {"Authorization": f"Basic {outside.configuration.access_token}"}) == (401, 190)
    assert code("/meta/v24.0/42/messages") == (400, 33)
    assert code("/meta/latest/42/messages") == (400, 100)
    assert code("/meta/v24.0/a/b/c/d") == (400, 100)


def test_blue_ticks_and_typing(outside: Outside) -> None:
    first, second = outside.says("one"), outside.says("two")
    mark = {"messaging_product": "whatsapp", "status": "read", "message_id": second}
    answer = outside.client.post(
        f"{outside.number}/messages", headers=outside.token, json=mark | {"typing_indicator": {"type": "text"}}
    )
    assert answer.json() == {"success": True}
    phone = outside.sim("GET", "phones/regular")
    assert phone["typing_until"] is not None
    assert {m["id"]: m["status"] for m in phone["messages"]} == {first: "read", second: "read"}
    outside.send(text())
    assert outside.sim("GET", "phones/regular")["typing_until"] is None
    for wrong in ({"message_id": "wamid.x"}, {"status": "seen"}, {"typing_indicator": {"type": "voice"}}):
        answer = outside.client.post(f"{outside.number}/messages", headers=outside.token, json=mark | wrong)
        assert answer.status_code == 400
    assert outside.books()["read_receipts"] == 1


def test_a_reaction_is_not_billed_and_needs_its_message(chat: Outside, shop: Shop) -> None:
    theirs = chat.sim("GET", "phones/regular/messages")[0]["id"]
    good = chat.send({"type": "reaction", "reaction": {"message_id": theirs, "emoji": "👍"}})
    wrong = chat.send({"type": "reaction", "reaction": {"message_id": "wamid.none", "emoji": "👍"}})
    chat.settle()
    statuses = {(s["id"], s["status"]) for s in shop.statuses()}
    assert statuses == {(good, "sent"), (wrong, "failed")}
    assert chat.books()["billable"] == 0


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (picture(), None),
        (picture("PNG", "RGBA"), None),
        (picture("GIF", "P"), "JPEG or PNG"),
        (picture("PNG", "L"), "8-bit RGB"),
        (b"<html>", "JPEG or PNG"),
        (picture() + b"\0" * 5 * 1024 * 1024, "too big"),
    ],
    ids=["jpeg", "png", "gif", "gray", "html", "large"],
)
def test_linked_pictures_are_fetched_and_looked_at(
    chat: Outside, shop: Shop, request: pytest.FixtureRequest, content: bytes, problem: str | None
) -> None:
    path = f"/{request.node.callspec.id}.jpg"
    shop.files[path] = ("image/jpeg", content)
    sent = chat.send({"type": "image", "image": {"link": shop.url + path}})
    chat.settle()
    last = shop.statuses()[-1]
    assert last["id"] == sent
    if problem is None:
        assert last["status"] == "delivered"
        assert [m["media_url"] for m in chat.screen()] == [shop.url + path]
    else:
        assert (last["status"], last["errors"][0]["code"]) == ("failed", 131053)
        assert problem in last["errors"][0]["error_data"]["details"]
        assert chat.screen() == []


def test_a_link_to_nothing_fails_later(chat: Outside, shop: Shop) -> None:
    picture_of_nothing = {"header": {"type": "image", "image": {"link": f"{shop.url}/none.jpg"}}}
    chat.send(buttons(reply(), **picture_of_nothing))
    chat.send({"type": "document", "document": {"link": "http://127.0.0.1:9/bill.pdf"}})
    chat.settle()
    assert [s["errors"][0]["code"] for s in shop.statuses() if s["status"] == "failed"] == [131053, 131053]


def test_an_uploaded_picture_can_be_sent_and_seen(chat: Outside) -> None:
    def upload(content: bytes, kind: str) -> object:
        form = {"messaging_product": "whatsapp", "type": kind}
        return chat.client.post(
            f"{chat.number}/media", headers=chat.token, data=form, files={"file": ("a.jpg", content, kind)}
        ).json()

    uploaded = upload(picture(), "image/jpeg")
    assert isinstance(uploaded, dict)
    chat.send({"type": "image", "image": {"id": uploaded["id"], "caption": "Kesar"}})
    chat.settle()
    [shown] = chat.screen()
    assert chat.client.get(shown["media_url"]).content == picture()
    described = chat.client.get(f"/meta/v24.0/{uploaded['id']}", headers=chat.token).json()
    assert (described["mime_type"], described["file_size"]) == ("image/jpeg", len(picture()))
    assert chat.client.get(described["url"]).status_code == 401
    assert chat.client.get(described["url"], headers=chat.token).content == picture()
    assert '"error"' in json.dumps(upload(b"MZ", "application/x-msdownload"))


def test_a_burst_of_45_then_one_in_six_seconds(start: Callable[..., Outside]) -> None:
    outside = start(pair_rate_seconds=6, pair_burst=45)
    outside.says()
    assert [outside.post(text()).status_code for _ in range(45)] == [200] * 45
    refused = outside.post(text())
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, 131056)
    outside.says("hi", "rider")
    assert outside.post(text(), to="+910000000103").status_code == 200
    outside.sim("POST", "clock", advance_seconds=6, shop=False)
    assert [outside.post(text()).status_code for _ in range(2)] == [200, 400]


def test_the_number_has_a_rate_of_its_own(start: Callable[..., Outside]) -> None:
    outside = start(throughput_per_second=5)
    answers = [outside.post(text()).json() for _ in range(30)]
    codes = {answer["error"]["code"] for answer in answers if "error" in answer}
    assert codes == {130429}
