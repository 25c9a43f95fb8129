"""People whom nobody knows are met together, each as if alone (fault F193)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session

from core.clock import read_now
from core.db import transaction
from core.identities.names import Names
from core.recognition import routing
from core.recognition.newcomers import Newcomer, meet_newcomers
from core.recognition.routing import route_unknown_senders
from tests.trouble.letters import LAY, lay, open_chat, turn

FIRST, SECOND, THIRD, KNOWN = "910000000901", "910000000902", "910000000903", "910000000904"

pytestmark = pytest.mark.usefixtures("demo_shop")

WHO = text(
    """
    SELECT n.event_key, u.name FROM inbox n JOIN chats c ON c.id = n.chat_id JOIN users u ON u.id = c.customer_id
     WHERE n.sender_phone = ANY(:phones) ORDER BY n.id
    """
)


def say_hi(phone: str, name: str, key: str = "") -> None:
    """A stored message of somebody who says what they are called."""
    contact = {"wa_id": phone, "profile": {"name": name}}
    message = {"from": phone, "id": f"wamid.{phone}{key}", "type": "text", "text": {"body": "hi"}}
    payload = json.dumps({"metadata": None, "contact": contact, "message": message}).encode()
    with transaction() as session:
        sent_at = read_now(session) - timedelta(seconds=5)
        values = {"key": key or phone, "chat_id": None, "phone": phone, "payload": payload, "sent_at": sent_at}
        session.execute(LAY, values)


def route() -> int:
    with transaction() as session:
        return route_unknown_senders(session)


def who_wrote(*phones: str) -> list[str]:
    with transaction() as session:
        return [row.name for row in session.execute(WHO, {"phones": list(phones)})]


def customers() -> int:
    with transaction() as session:
        return int(session.execute(text("SELECT count(*) FROM users")).scalar_one())


def test_everybody_gets_a_chat_of_their_own_under_their_name() -> None:
    before = customers()
    say_hi(FIRST, "Asha")
    say_hi(SECOND, "Bala")
    say_hi(FIRST, "Asha", key="again")
    say_hi(THIRD, "Chitra")
    assert route() == 4
    assert who_wrote(FIRST, SECOND, THIRD) == ["Asha", "Bala", "Asha", "Chitra"]
    assert customers() == before + 3


def test_somebody_known_among_them_stays_who_they_are() -> None:
    """Their message was stored before the door could know the chat."""
    chat = open_chat(KNOWN)
    before = customers()
    row = lay(KNOWN, "help")
    say_hi(FIRST, "Bala")
    route()
    with transaction() as session:
        found = session.execute(text("SELECT chat_id FROM inbox WHERE id = :id"), {"id": row}).scalar_one()
    assert found == chat
    assert customers() == before + 1


def test_two_who_claim_one_name_are_told_apart_one_after_another() -> None:
    """The same number under two accounts: only `recognise` knows what that means, and it is asked."""
    with transaction() as session:
        now = read_now(session)
        people = [Newcomer(Names(FIRST, account), "Asha") for account in ("IN.1", "IN.2")]
        other = Newcomer(Names(SECOND), "Bala")
        assert set(meet_newcomers(session, [*people, other], now)) == {other}


def test_when_they_cannot_be_met_together_each_is_met_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Session, people: Sequence[Newcomer], __: datetime) -> dict[Newcomer, int]:
        raise ValueError("a bug")

    monkeypatch.setattr(routing, "meet_newcomers", stumble)
    say_hi(FIRST, "Asha")
    say_hi(SECOND, "Bala")
    route()
    assert who_wrote(FIRST, SECOND) == ["Asha", "Bala"]


def test_thirty_strangers_are_each_answered_under_their_own_name() -> None:
    for number in range(30):
        say_hi(f"91000000{6000 + number}", f"Buyer {number}")
    while turn():
        pass
    phones = [f"91000000{6000 + number}" for number in range(30)]
    assert who_wrote(*phones) == [f"Buyer {number}" for number in range(30)]
