"""Who gets the next turn: strangers, floods, poison, and what belongs together (faults F3, F21, F24, F51)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from core.db import transaction
from core.inbox.turns import CLAIM_CHAT
from core.invariants import find_violations
from core.recognition import routing
from core.recognition.actions import recognise
from core.recognition.newcomers import meet_newcomers
from flows.conversation import handle_message
from jamango import turns
from tests.trouble.letters import answered, lay, open_chat, state_of, turn, turns_until_handled

FLOODER, NEIGHBOUR, STRANGER = "910000000901", "910000000902", "910000000903"

pytestmark = pytest.mark.usefixtures("demo_shop")


def alerts() -> set[str]:
    with transaction() as session:
        return set(session.execute(text("SELECT code FROM alerts WHERE resolved_at IS NULL")).scalars())


def flood(phone: str, messages: int, words: str = "help") -> list[int]:
    chat = open_chat(phone)
    return [lay(phone, f"{words}#{number}", chat_id=chat, seconds_ago=60) for number in range(messages)]


def test_a_stranger_is_not_kept_waiting_by_those_we_know() -> None:
    flood(FLOODER, 100)
    stranger = lay(STRANGER, "hi")
    assert turns_until_handled(stranger) <= 3


def test_a_flood_of_five_hundred_keeps_nobody_else_waiting() -> None:
    flood(FLOODER, 500)
    neighbours = [f"91000000{number}" for number in range(2000, 2010)]
    rows = [lay(phone, "help", chat_id=open_chat(phone)) for phone in neighbours]
    assert turns_until_handled(rows[-1]) <= 2 * len(rows) + 2


def test_several_floods_at_once_take_turns_with_everybody() -> None:
    for number in range(4):
        flood(f"91000000{3000 + number}", 100)
    row = lay(NEIGHBOUR, "help", chat_id=open_chat(NEIGHBOUR))
    assert turns_until_handled(row) <= 10


def test_a_message_stored_before_its_chat_was_known_is_not_overtaken() -> None:
    """The first came before its sender had a chat, the second just after."""
    first = lay(NEIGHBOUR, "help#1", seconds_ago=2)
    second = lay(NEIGHBOUR, "help#2", chat_id=open_chat(NEIGHBOUR), seconds_ago=1)
    turns_until_handled(second)
    assert answered() == [first, second]


def test_a_stranger_whose_chat_cannot_be_opened_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(session: Any, *, phone: str | None, **facts: Any) -> Any:
        if phone == STRANGER:
            raise ValueError("a bug")
        return recognise(session, phone=phone, **facts)

    def stumble_over_all(session: Any, people: Any, now: Any) -> Any:
        if any(person.names.phone == STRANGER for person in people):
            raise ValueError("a bug")
        return meet_newcomers(session, people, now)

    monkeypatch.setattr(routing, "recognise", stumble)
    monkeypatch.setattr(routing, "meet_newcomers", stumble_over_all)
    poison = lay(STRANGER, "hi", seconds_ago=5)
    other = lay(NEIGHBOUR, "hi", seconds_ago=4)
    assert turns_until_handled(other) <= 3
    make_due_until_dead(poison)
    assert "message-without-sender" in alerts()


def test_a_message_that_always_fails_is_set_aside_told_once_and_the_chat_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stumble_over_poison(monkeypatch)
    chat = open_chat(NEIGHBOUR)
    before = lay(NEIGHBOUR, "help#1", chat_id=chat, seconds_ago=3)
    poison = lay(NEIGHBOUR, "poison", chat_id=chat, seconds_ago=2)
    after = lay(NEIGHBOUR, "help#2", chat_id=chat, seconds_ago=1)
    make_due_until_dead(poison)
    turns_until_handled(after)
    assert answered() == [before, poison, after]
    assert alerts() == {"message-set-aside"}
    with transaction() as session:
        facts = session.execute(text("SELECT attempts, error FROM inbox WHERE id = :id"), {"id": poison}).one()
    assert facts == (5, "ValueError")


def test_who_stands_behind_a_poison_is_in_line_once_it_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    stumble_over_poison(monkeypatch)
    chat = open_chat(NEIGHBOUR)
    poison = lay(NEIGHBOUR, "poison", chat_id=chat, seconds_ago=2)
    after = lay(NEIGHBOUR, "help", chat_id=chat)
    while turn():  # it fails, and its chat is claimed for the other one, which has to wait for it
        pass
    assert (state_of(poison), state_of(after)) == ("pending", "pending")
    make_due_until_dead(poison)
    turns_until_handled(after, most=3)


def test_no_chat_is_left_behind_whatever_fails_and_comes_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """Floods, a poison that holds its chat up, messages that come while it does: each turn leaves all in line."""
    stumble_over_poison(monkeypatch)
    chats = {phone: open_chat(phone) for phone in (FLOODER, NEIGHBOUR)}
    lay(NEIGHBOUR, "poison", chat_id=chats[NEIGHBOUR], seconds_ago=90)
    flood(FLOODER, 12)
    rows = [lay(NEIGHBOUR, f"help#{number}", chat_id=chats[NEIGHBOUR]) for number in range(12)]
    for number in range(30):
        with transaction() as session:
            session.execute(text("UPDATE inbox SET next_attempt_at = NULL WHERE status = 'pending'"))
        turn()
        if number in {3, 9}:
            rows.append(lay(FLOODER, f"menu#{number}", chat_id=chats[FLOODER]))
        with transaction() as session:
            assert [found.rule for found in find_violations(session)] == []
    assert [state_of(row) for row in rows] == ["handled"] * len(rows)


def test_a_chat_is_claimed_from_the_head_of_the_line_however_many_wait() -> None:
    """The claim goes along one index and sorts nothing, so ten thousand chats cost what ten do (docs/bench.md)."""
    for number in range(30):
        lay(f"91000000{4000 + number}", "help", chat_id=open_chat(f"91000000{4000 + number}"))
    with transaction() as session:
        session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(session.execute(text(f"EXPLAIN {CLAIM_CHAT.sql}")).scalars())
    assert "Index Scan using inbox_line" in plan
    assert "Sort" not in plan
    assert "Hash" not in plan


def test_the_leftovers_of_one_chat_stand_in_line_once() -> None:
    flood(FLOODER, 100)
    turn()
    with transaction() as session:
        in_line = session.execute(text("SELECT count(queued_at) FROM inbox WHERE status = 'pending'")).scalar_one()
    assert in_line == 1


def stumble_over_poison(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(session: Any, chat: Any, inbound: Any, **facts: Any) -> bool:
        if inbound.text == "poison":
            raise ValueError("a bug")
        return handle_message(session, chat, inbound, **facts)

    monkeypatch.setattr(turns, "handle_message", stumble)


def make_due_until_dead(row: int) -> None:
    """Take turns while the clock of the tries is pushed on."""
    for _ in range(30):
        while turn():
            pass
        if state_of(row) == "dead":
            return
        with transaction() as session:
            session.execute(text("UPDATE inbox SET next_attempt_at = NULL WHERE id = :id"), {"id": row})
    raise AssertionError("it is tried for ever")
