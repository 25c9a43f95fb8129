"""Webhooks on their way: retried, doubled, batched, in another order, late."""

import json
from collections import Counter
from collections.abc import Callable

import httpx

from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import text


def test_meta_tries_until_200_and_nothing_else_counts(outside: Outside, shop: Shop) -> None:
    shop.answers.extend([503, 500, 201, 204, 302])
    sent = outside.says()
    outside.settle()
    assert [message["id"] for message in shop.messages()] == [sent] * 6
    assert len({post.body for post in shop.received}) == 1
    [arrived] = outside.books()["inbound"]
    assert (arrived["attempts"], arrived["deliveries"]) == (6, 1)


def test_a_shop_that_is_away_gets_everything_when_it_is_back(start: Callable[..., Outside], shop: Shop) -> None:
    outside = start(app_url="http://127.0.0.1:9")
    sent = [outside.says(f"message {number}") for number in range(5)]
    assert outside.sim("POST", "settle", timeout_seconds=0.05) == {"pending": 5}
    assert outside.books()["inbound"] == []
    outside.sim("PUT", "configuration", app_url=shop.url)
    outside.settle()
    assert {message["id"] for message in shop.messages()} == set(sent)


def test_messages_of_one_person_come_in_their_order(outside: Outside, shop: Shop) -> None:
    sent = [outside.says(f"message {number}") for number in range(20)]
    outside.settle()
    assert [message["id"] for message in shop.messages()] == sent


def test_reordered(outside: Outside, shop: Shop) -> None:
    outside.switch(reorder_webhooks=True)
    sent = [outside.says(f"message {number}") for number in range(4)]
    outside.settle()
    came = [message["id"] for message in shop.messages()]
    assert sorted(came) == sorted(sent)
    assert came != sent


def test_doubled(outside: Outside, shop: Shop) -> None:
    outside.switch(duplicate_webhooks=1, duplicate_copies=3)
    sent = [outside.says(f"message {number}") for number in range(3)]
    outside.settle()
    assert Counter(message["id"] for message in shop.messages()) == dict.fromkeys(sent, 3)
    assert [message["deliveries"] for message in outside.books()["inbound"]] == [3, 3, 3]


def test_batched(outside: Outside, shop: Shop) -> None:
    outside.switch(batch_webhooks=6)
    sent = [
        outside.says(f"message {number}", phone) for number in range(2) for phone in ("regular", "rider", "founder")
    ]
    outside.settle()
    [post] = shop.received
    assert len(post.json["entry"]) == 2
    assert {message["id"] for message in shop.messages()} == set(sent)
    outside.switch(batch_webhooks=0)
    outside.says()
    outside.settle()
    assert len(shop.received) == 2


def test_neighbours_of_one_person_share_a_value(outside: Outside, shop: Shop) -> None:
    outside.switch(batch_webhooks=4)
    for number in range(4):
        outside.says(f"message {number}")
    outside.settle()
    [value] = shop.changes()
    assert len(value["messages"]) == 4


def test_late(outside: Outside, shop: Shop) -> None:
    outside.switch(webhook_delay_seconds=60)
    outside.says()
    assert outside.sim("POST", "settle", timeout_seconds=0.05) == {"pending": 1}
    assert shop.received == []
    outside.sim("POST", "reset")
    outside.settle()
    assert shop.received == []


def test_statuses_can_be_kept_from_the_shop_but_failures_cannot(chat: Outside, shop: Shop) -> None:
    chat.switch(statuses=False)
    chat.send(text())
    chat.send(text(), to="+910000009999")
    chat.settle()
    assert [status["status"] for status in shop.statuses()] == ["failed"]


def test_metas_handshake(outside: Outside, shop: Shop) -> None:
    def door(path: str) -> tuple[int, bytes]:
        assert "hub.mode=subscribe" in path
        assert f"hub.verify_token={outside.configuration.verify_token}" in path
        return 200, path.partition("hub.challenge=")[2].encode()

    assert outside.sim("POST", "verify-webhook")["ok"] is False
    shop.says_to_get = door
    assert outside.sim("POST", "verify-webhook")["ok"] is True
    shop.says_to_get = lambda _path: (404, b"")


def test_the_clock_of_both_worlds(outside: Outside, shop: Shop) -> None:
    moved = outside.sim("POST", "clock", advance_seconds=90)
    assert (moved["offset_seconds"], moved["shop"]) == (90, "moved")
    [post] = shop.received
    assert (post.path, post.json) == ("/dev/clock", {"offset_seconds": 90})
    shop.answers.append(404)
    assert outside.sim("POST", "clock", offset_seconds=0)["shop"] == "not moved: HTTP 404"
    assert outside.sim("GET", "clock")["offset_seconds"] == 0


def test_a_world_may_begin_at_another_time_and_a_new_one_begins_there_again(start: Callable[..., Outside]) -> None:
    outside = start(clock_offset_seconds=3600)
    assert outside.sim("GET", "clock")["offset_seconds"] == 3600
    outside.sim("POST", "clock", advance_seconds=90, shop=False)
    outside.sim("POST", "reset")
    assert outside.sim("GET", "clock")["offset_seconds"] == 3600


def test_the_page_hears_of_everything_and_can_resume(outside: Outside) -> None:
    with outside.client.stream("GET", "/sim/events") as stream:
        lines = stream.iter_lines()
        assert next(lines) == ": connected"
        httpx.post(f"{outside.url}/sim/phones/regular/send", json={"type": "text", "text": "नमस्ते"})
        number, event = 0, ""
        for line in lines:
            key, _, value = line.partition(": ")
            number = int(value) if key == "id" else number
            event = value if key == "event" else event
            if key == "data" and event == "message":
                assert json.loads(value)["message"]["payload"]["text"]["body"] == "नमस्ते"
                break
    with outside.client.stream("GET", "/sim/events", headers={"Last-Event-ID": str(number - 1)}) as stream:
        assert next(line for line in stream.iter_lines() if line.startswith("id: ")) == f"id: {number}"
