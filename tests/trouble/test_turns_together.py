"""Customers who write at the same time have their turns in one transaction, and nobody pays for it (fault F190)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.reply_senders import ReplySenders
from bot.sender import Sender
from bot.whatsapp_api import WhatsAppApi
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.db import get_engine, transaction, undone_if_refused
from core.errors import Refusal
from core.inbox.turns import CLAIM_CHATS
from core.settings import get_settings
from flows.conversation import Answer, handle_message
from jamango import turns
from jamango.turns import take_turns
from jamango.worker_pool import Done
from tests.trouble.letters import answered, lay, open_chat, state_of, turn

FIRST, SECOND, THIRD = "910000000901", "910000000902", "910000000903"
FOUNDER = "910000000904"

pytestmark = pytest.mark.usefixtures("demo_shop")


def all_at_once() -> Done:
    """One visit of the worker."""
    return take_turns(lambda *_: None)


def write(*people: str, words: str = "help") -> list[int]:
    """Everybody says something, in this order; returns the messages."""
    chats = [open_chat(phone) for phone in people]
    return [lay(phone, words, chat_id=chat, seconds_ago=9) for phone, chat in zip(people, chats, strict=True)]


def employ_founder() -> int:
    with transaction() as session:
        staff = session.execute(text("INSERT INTO staff (name, role) VALUES ('Lakshmi', 'founder') RETURNING id"))
        chat = "INSERT INTO chats (staff_id, script, step) VALUES (:staff, 'staff', 'menu') RETURNING id"
        return int(session.execute(text(chat), {"staff": staff.scalar_one()}).scalar_one())


def when_somebody_says(words: str, does: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch) -> None:
    def handle(session: Any, chat: Any, inbound: Any, **facts: Any) -> Any:
        if inbound.text == words:
            does(session)
        return handle_message(session, chat, inbound, **facts)

    monkeypatch.setattr(turns, "handle_message", handle)


def test_three_who_write_at_once_are_answered_in_one_commit_in_the_order_of_the_line() -> None:
    rows = write(SECOND, FIRST, THIRD)
    commits: list[object] = []

    def count(connection: object) -> None:
        commits.append(connection)

    event.listen(get_engine(), "commit", count)
    assert all_at_once() is Done.LAST
    event.remove(get_engine(), "commit", count)
    assert len(commits) == 1
    assert answered() == rows
    assert [state_of(row) for row in rows] == ["handled"] * 3


def test_what_arrives_while_turns_are_taken_comes_after_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """One who was read at the claim has not overtaken what came later, however long the other's turn took."""
    came: list[object] = []

    def write_down_the_moment(session: Any) -> None:
        came.append(session.execute(text("SELECT jamango_now()")).scalar_one())

    when_somebody_says("later", write_down_the_moment, monkeypatch)
    (first,), (second,) = write(FIRST), write(SECOND, words="later")
    all_at_once()
    with transaction() as session:
        moments = session.execute(text("SELECT handled_at FROM inbox WHERE id IN (:a, :b)"), {"a": first, "b": second})
        assert all(moment < came[0] for (moment,) in moments)


def test_each_goes_on_where_they_were() -> None:
    """Two are at different places, and each hears the answer to their own words."""
    first, second = (open_chat(phone) for phone in (FIRST, SECOND))
    for words in ("hi", "help"):
        lay(FIRST, words, chat_id=first)
    lay(SECOND, "hi", chat_id=second)
    all_at_once()
    with transaction() as session:
        places = dict(session.execute(text("SELECT id, step FROM chats")).all())
    assert places[first] == "help"
    assert places[second] == "menu"


def test_one_message_that_fails_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Any) -> None:
        raise ValueError("a bug")

    when_somebody_says("poison", fail, monkeypatch)
    (before,) = write(FIRST)
    (poison,) = write(SECOND, words="poison")
    (after,) = write(THIRD)
    all_at_once()
    assert answered() == [before, after]
    with transaction() as session:
        tries = session.execute(text("SELECT id, attempts FROM inbox ORDER BY id")).all()
    assert tries == [(before, 0), (poison, 1), (after, 0)]
    assert state_of(poison) == "pending"


def test_an_answer_that_cannot_be_written_is_the_fault_of_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers of several chats are written by one statement, after all of their turns."""

    def handle(session: Any, chat: Any, inbound: Any, **facts: Any) -> Any:
        answer = handle_message(session, chat, inbound, **facts)
        return Answer(reply={"text": "\0"}) if inbound.text == "poison" else answer

    monkeypatch.setattr(turns, "handle_message", handle)
    reply_senders = ReplySenders(Sender(get_settings(), Nobody()), lambda: None, size=3)
    (before,) = write(FIRST)
    (poison,) = write(SECOND, words="poison")
    (after,) = write(THIRD)
    take_turns(lambda *_: None, reply_senders)
    reply_senders.close()
    assert answered() == [before, after]
    with transaction() as session:
        tries = session.execute(text("SELECT id, attempts FROM inbox ORDER BY id")).all()
    assert tries == [(before, 0), (poison, 1), (after, 0)]


class Nobody(WhatsAppApi):
    """A Meta that takes everything and tells nobody."""

    def __init__(self) -> None:
        self._sent = count(1)

    def send(self, phone: str | None, user_id: str | None, message: str, opaque: str) -> str:
        return f"wamid.{next(self._sent)}"


def test_who_changes_what_others_change_too_is_the_last_of_a_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks of fruit and places are not held while the next one waits for an order's: that would close circles."""
    when_somebody_says("takes fruit", lambda session: note_change(session, Subject.STOCK, 1), monkeypatch)
    (before,) = write(FIRST)
    (buyer,) = write(SECOND, words="takes fruit")
    (after,) = write(THIRD)
    assert all_at_once() is Done.MORE
    assert [state_of(row) for row in (before, buyer, after)] == ["handled", "handled", "pending"]
    assert all_at_once() is Done.LAST
    assert answered() == [before, buyer, after]


def test_what_is_left_is_read_again_once_somebody_has_changed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same chat and commit: a menu after the order shows what the order left."""

    def sell_out(session: Any) -> None:
        session.execute(text("UPDATE inventory SET held = on_hand"))
        note_change(session, Subject.STOCK, 1)

    when_somebody_says("thanks", sell_out, monkeypatch)
    chat = open_chat(FIRST)
    for words in ("menu", "thanks", "menu#2"):
        lay(FIRST, words, chat_id=chat)
    all_at_once()
    with transaction() as session:
        told = session.execute(text("SELECT body ->> 'message' FROM outbox ORDER BY id")).scalars().all()
    assert "picks_variety" in told[0]
    assert "picks_variety" not in told[-1]


def test_a_member_of_staff_has_a_turn_alone_and_is_not_passed_over() -> None:
    """Their turn may wait for a customer's chat, so it holds none itself."""
    chat = employ_founder()
    (first,) = write(FIRST)
    staff = lay(FOUNDER, "who waits", chat_id=chat, seconds_ago=9)
    rest = write(SECOND, THIRD)
    all_at_once()
    assert [state_of(row) for row in (first, staff, *rest)] == ["handled", "pending", "handled", "handled"]
    lay(FIRST, "help#2", chat_id=open_chat(FIRST))
    all_at_once()
    assert state_of(staff) == "handled"
    assert answered()[-1] == staff


def test_at_most_eight_chats_share_a_commit_and_nobody_is_left_behind() -> None:
    rows = write(*(f"91000000{5000 + number}" for number in range(11)))
    assert all_at_once() is Done.MORE
    assert [state_of(row) for row in rows] == ["handled"] * 8 + ["pending"] * 3
    all_at_once()
    assert answered() == rows


def test_a_chat_that_somebody_has_is_passed_over() -> None:
    rows = write(FIRST, SECOND, THIRD)
    with transaction() as session:
        session.execute(text("SELECT id FROM chats WHERE id = :id FOR NO KEY UPDATE"), {"id": open_chat(SECOND)})
        all_at_once()
        assert [state_of(row) for row in rows] == ["handled", "pending", "handled"]
    while turn():
        pass
    assert [state_of(row) for row in rows] == ["handled"] * 3


def test_the_line_is_read_along_its_index_however_many_wait() -> None:
    with transaction() as session:
        session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(session.execute(text(f"EXPLAIN {CLAIM_CHATS.sql}")).scalars())
    assert plan.count("Index Scan using inbox_line") == 2
    assert "Sort" not in plan
    assert "Hash" not in plan


def test_turns_in_which_somebody_is_refused_without_a_savepoint_are_taken_again_with_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing of the refused deed is left, its message counts no failure, and everybody is answered once (F551)."""
    ways: list[bool] = []

    def be_refused(session: Any) -> None:
        with contextlib.suppress(Refusal), undone_if_refused(session, likely=False):
            ways.append(session.in_nested_transaction())
            session.execute(text("UPDATE users SET name = 'Undone'"))
            raise Refusal("sold-out")

    when_somebody_says("refused", be_refused, monkeypatch)
    rows = [*write(FIRST), *write(SECOND, words="refused"), *write(THIRD)]
    all_at_once()
    assert ways == [False, True]
    assert answered() == rows
    with transaction() as session:
        failures = session.execute(text("SELECT sum(attempts) FROM inbox")).scalar_one()
        undone = session.execute(text("SELECT count(*) FROM users WHERE name = 'Undone'")).scalar_one()
    assert (failures, undone) == (0, 0)
