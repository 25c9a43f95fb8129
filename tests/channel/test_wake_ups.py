"""A turn whose answer a reply sender takes wakes no sender, so whoever writes to others notifies by PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import takewhile

import psycopg
import pytest

from bot.reply_senders import ReplySenders
from core.inbox import claims
from core.outbox.actions import WAKE_CHANNEL
from jamango import turns
from jamango.turns import take_turn
from tests.support.desk import CUSTOMER, FOUNDER, Desk
from tests.support.patience import PATIENCE_SECONDS


def refuse_to_wake() -> None:
    raise AssertionError("a reply sender was free")


def count_rings(wire: psycopg.Connection) -> int:
    """What was committed is heard in that order, but not at once: up to a ring of our own."""
    wire.execute(f"NOTIFY {WAKE_CHANNEL}, 'ours'".encode())
    return len(list(takewhile(lambda heard: heard.payload != "ours", wire.notifies(timeout=PATIENCE_SECONDS))))


@pytest.fixture
def rings(desk: Desk, database: str) -> Iterator[Callable[[], int]]:
    """How often the senders' bell has rung since it was asked last."""
    with psycopg.connect(database.replace("+psycopg", ""), autocommit=True) as wire:
        wire.execute(f"LISTEN {WAKE_CHANNEL}".encode())
        yield partial(count_rings, wire)


def take_turns(desk: Desk, words: str, who: str = CUSTOMER) -> None:
    """Somebody writes; the answer is sent by a reply sender, and nothing else is sent."""
    reply_senders = ReplySenders(desk.sender, refuse_to_wake, size=1)
    desk.outside.post(f"/sim/phones/{who}/send", json={"type": "text", "text": words}).raise_for_status()
    desk.settle()
    while take_turn(lambda *_: None, reply_senders):
        pass
    reply_senders.close()


def test_an_answer_alone_rings_for_nobody(desk: Desk, rings: Callable[[], int]) -> None:
    desk.meet()
    take_turns(desk, "help")
    assert len(desk.texts()) == 1
    assert rings() == 0


def test_who_asks_for_a_person_has_the_founder_told_at_once(desk: Desk, rings: Callable[[], int]) -> None:
    desk.employ_founder()
    desk.meet()
    take_turns(desk, "talk to us")
    assert len(desk.texts()) == 1
    assert desk.states(FOUNDER) == ["pending"]
    assert rings() == 1


def test_what_the_founder_writes_to_a_customer_goes_at_once(desk: Desk, rings: Callable[[], int]) -> None:
    desk.employ_founder()
    chat = desk.meet()
    take_turns(desk, "talk to us")
    desk.work()
    rings()
    told = desk.screen(FOUNDER)[-1]["id"]
    message = {"type": "text", "text": "Fresh ones come tomorrow.", "reply_to": told}
    desk.outside.post(f"/sim/phones/{FOUNDER}/send", json=message).raise_for_status()
    desk.settle()
    reply_senders = ReplySenders(desk.sender, refuse_to_wake, size=1)
    assert take_turn(lambda *_: None, reply_senders)
    reply_senders.close()
    assert desk.chats[CUSTOMER] == chat
    assert desk.states() == ["done", "pending"]
    assert rings() == 1


def test_the_apology_for_a_message_that_failed_goes_at_once(
    desk: Desk, rings: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bool:
        raise ValueError("this message is poison")

    desk.meet()
    monkeypatch.setattr(turns, "handle_message", fail)
    monkeypatch.setattr(claims, "TRIES", 1)
    take_turns(desk, "help")
    assert desk.states() == ["pending"]
    assert desk.alerts() == {"message-set-aside"}
    assert rings() == 1
