"""A login code on its way: the template that Meta knows, the code on the phone, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from bot import login_codes
from bot.login_codes import CodeTemplate, message_of, send_next_code
from bot.templates import push, status
from core.db import transaction
from core.logins.code_rules import code_of
from core.outbox.codes import enqueue_code
from tests.support.clusters import current_settings
from tests.support.desk import PHONES, Desk

SEED = "a-seed"


@pytest.fixture
def coding(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A shop whose account may send codes."""
    monkeypatch.setenv("JAMANGO_LOGIN_CODES_A_DAY", "20")
    desk.settings = current_settings()
    assert [(line.name, line.status) for line in status(desk.settings).lines if line.name == "login_code"] == [
        ("login_code", "NOT HANDED IN")
    ] * 2
    push(desk.settings)
    lines = [line for line in push(desk.settings).lines if line.name == "login_code"]
    assert {(line.done, line.status) for line in lines} == {("kept", "APPROVED")}
    return desk


def ask(phone: str, language: str = "en") -> None:
    with transaction() as session:
        enqueue_code(session, phone=phone, seed=SEED, language=language)


def row() -> Any:
    with transaction() as session:
        return session.execute(text("SELECT status, body, error_code FROM outbox WHERE kind = 'login_code'")).one()


def messages(desk: Desk) -> list[dict[str, Any]]:
    return [each for each in desk.outside.get("/sim/books").json()["messages"] if each["type"] == "template"]


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_the_code_is_on_the_phone_and_nothing_of_it_stays_here(coding: Desk, language: str) -> None:
    code = code_of(coding.settings.secret_key.get_secret_value(), SEED)
    ask(PHONES["new-customer"], language)
    assert send_next_code(coding.settings, coding.sender.api)
    assert not send_next_code(coding.settings, coding.sender.api)
    assert code in str(messages(coding)[-1])
    assert (row().status, row().body) == ("done", {})


def test_a_code_that_is_too_late_or_goes_to_nobody_is_let_go(coding: Desk) -> None:
    ask(PHONES["new-customer"])
    with transaction() as session:
        session.execute(text("UPDATE outbox SET created_at = created_at - interval '11 minutes'"))
    before = len(messages(coding))
    assert send_next_code(coding.settings, coding.sender.api)
    assert (row().status, row().body, len(messages(coding))) == ("dropped", {}, before)


def test_without_the_template_it_is_given_up_and_the_founder_hears_of_it(coding: Desk) -> None:
    coding.outside.post("/sim/templates/login_code/status", json={"status": "PAUSED"}).raise_for_status()
    ask(PHONES["new-customer"])
    assert send_next_code(coding.settings, coding.sender.api)
    assert (row().status, row().body) == ("dead", {})
    with transaction() as session:
        assert session.execute(text("SELECT code FROM alerts")).scalars().all() == ["template-missing"]


def test_meta_refuses_what_is_no_code(coding: Desk) -> None:
    api = coding.sender.api
    wrong = message_of("123456", "en")
    wrong["template"]["components"][0] = {"type": "body", "parameters": [{"type": "text", "text": "654321"}]}
    long = message_of("1234567890123456", "en")
    without = message_of("123456", "en")
    del without["template"]["components"][1]
    for message in (wrong, long, without):
        with pytest.raises(login_codes.SendFailed):
            api.send(PHONES["new-customer"], None, login_codes.json.dumps(message), "x")
    with pytest.raises(login_codes.SendFailed) as refused:
        api.send(None, "IN.1a2b3c", login_codes.json.dumps(message_of("123456", "en")), "x")
    assert refused.value.code == 131062
    graph = CodeTemplate().to_graph("en") | {"name": "another_code"}
    for broken in (
        graph["components"][:2],
        [*graph["components"][:2], {"type": "BUTTONS", "buttons": [{"type": "OTP"}]}],
    ):
        with pytest.raises(login_codes.SendFailed):
            api.create_template({**graph, "components": broken})
