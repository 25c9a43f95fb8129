"""Trouble between the shop and Meta, on demand."""

from typing import Any

import httpx
import pytest

from tests.simulator.conftest import Outside, Shop
from tests.simulator.examples import text


@pytest.mark.parametrize(
    ("mode", "status", "code"),
    [
        ("429", 429, 4),
        ("130429", 400, 130429),
        ("131056", 400, 131056),
        ("500", 500, 131000),
        ("190", 401, 190),
        ("131016", 500, 131016),
        ("132001", 404, 132001),
        ("132015", 400, 132015),
        ("368", 403, 368),
        ("2", 503, 2),
    ],
)
def test_a_refusal_asked_for(chat: Outside, mode: str, status: int, code: int) -> None:
    chat.switch(fail_sends={"mode": mode, "next": 1})
    answer = chat.post(text())
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert chat.post(text()).status_code == 200
    assert chat.sim("GET", "switches")["fail_sends"] == []
    books = chat.books()
    assert [refusal["injected"] for refusal in books["refused"]] == [True]
    assert len(books["messages"]) == 1


@pytest.mark.parametrize("code", [131026, 131047, 131049, 131050, 130472])
def test_what_meta_finds_out_later_is_told_later(chat: Outside, shop: Shop, code: int) -> None:
    chat.switch(fail_sends={"mode": str(code), "next": 1})
    chat.send(text())
    chat.settle()
    [status] = shop.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", code)
    chat.switch(fail_sends={"mode": str(code), "next": 1, "asynchronous": False})
    assert chat.post(text()).json()["error"]["code"] == code


@pytest.mark.parametrize(
    ("mode", "status", "body"), [("502_html", 502, "<html>"), ("empty", 200, ""), ("no_messages", 200, '{"messaging')]
)
def test_answers_that_are_none(chat: Outside, mode: str, status: int, body: str) -> None:
    chat.switch(fail_sends={"mode": mode, "next": 1})
    answer = chat.post(text())
    assert answer.status_code == status
    assert answer.text.startswith(body)
    assert chat.books()["messages"] == []


@pytest.mark.parametrize(
    ("trouble", "accepted"),
    [
        ({"mode": "timeout"}, 0),
        ({"mode": "disconnect"}, 0),
        ({"mode": "timeout_after_acceptance"}, 1),
        ({"mode": "disconnect_after_acceptance"}, 1),
    ],
)
def test_answers_that_never_come(chat: Outside, trouble: dict[str, Any], accepted: int) -> None:
    chat.switch(fail_sends={**trouble, "next": 1, "hang_seconds": 0.05})
    with pytest.raises(httpx.RemoteProtocolError):
        chat.post(text())
    chat.settle()
    assert len(chat.screen()) == accepted
    assert len(chat.books()["messages"]) == accepted


def test_an_empty_answer_after_acceptance(chat: Outside) -> None:
    chat.switch(fail_sends={"mode": "empty_after_acceptance", "next": 1})
    assert chat.post(text()).content == b""
    assert len(chat.books()["messages"]) == 1


def test_trouble_for_one_person_or_one_type_only(chat: Outside) -> None:
    chat.says("hi", "rider")
    chat.switch(fail_sends=[{"mode": "500", "phone_id": "rider", "next": 9}, {"mode": "429", "types": ["audio"]}])
    assert chat.post(text()).status_code == 200
    assert chat.post(text(), to="+910000000103").status_code == 500


def test_trouble_by_chance(chat: Outside) -> None:
    chat.switch(fail_sends={"mode": "500", "probability": 0.5})
    assert {chat.post(text()).status_code for _ in range(60)} == {200, 500}


def test_the_window_closed_by_a_switch(chat: Outside, shop: Shop) -> None:
    chat.switch(window_closed=True)
    chat.send(text())
    chat.settle()
    assert [status["errors"][0]["code"] for status in shop.statuses()] == [131047]


@pytest.mark.parametrize(
    "switches",
    [
        {"no_such_switch": 1},
        {"fail_sends": {"next": 1}},
        {"fail_sends": {"mode": "500", "nxt": 1}},
        {"fail_sends": "500"},
        {"fail_sends": {"mode": "bad luck"}},
        {"fail_calls": {"mode": "130429"}},
        {"duplicate_webhooks": "often"},
        {"batch_webhooks": -1},
        {"refund_outcome": "lost"},
    ],
)
def test_wrong_switches_are_refused_in_a_sentence(outside: Outside, switches: dict[str, Any]) -> None:
    answer = outside.client.put("/sim/switches", json=switches)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_switches_merge_and_reset(outside: Outside) -> None:
    outside.switch(duplicate_webhooks=0.3)
    outside.switch(batch_webhooks=5)
    switches = outside.sim("GET", "switches")
    assert (switches["duplicate_webhooks"], switches["batch_webhooks"]) == (0.3, 5)
    outside.sim("POST", "reset")
    assert outside.sim("GET", "switches")["batch_webhooks"] == 0
