"""Two senders never hold messages of one chat, and nothing overtakes; without the guard it would."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

from core.checkpoints import Checkpoint, install_hook
from core.clock import move_clock, read_now, read_offset
from core.db import transaction
from core.outbox import leases, messages
from core.outbox.actions import enqueue
from core.outbox.leases import drop, give_up, put_back
from core.outbox.messages import LeasedMessage, lease_message, mark_sent
from core.outbox.tables import OutboxKind
from core.query import Query
from core.recognition.actions import recognise
from tests.support.desk import Desk

GUARD_BEGINS, GUARD_ENDS = "AND item.id = (", "ORDER BY"


def without_the_guard() -> Query:
    """The lease as SKIP LOCKED alone would do it: any due row, not only the first of its chat."""
    statement = messages.LEASE_ANY[False].sql
    begins, ends = statement.index(GUARD_BEGINS), statement.index(GUARD_ENDS)
    return Query(statement[:begins] + statement[ends:])


def fill(chats: int, messages: int) -> None:
    with transaction() as session:
        now = read_now(session)
        for number in range(chats):
            phone = f"91000001{number:04d}"
            person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="A", now=now)
            for place in range(messages):
                enqueue(session, OutboxKind.MESSAGE, {"message": {"place": place}}, chat_id=person.chat_id)


def take() -> LeasedMessage | None:
    with transaction() as session:
        return lease_message(session, 0)


def send_all(senders: int) -> dict[int, list[int]]:
    """Several senders at once; returns, for each chat, the ids in the order in which they were sent."""
    sent: dict[int, list[int]] = defaultdict(list)
    together = threading.Barrier(senders)

    def work() -> None:
        together.wait()
        lease = take()
        while lease is not None:
            sent[lease.chat_id].append(lease.id)
            with transaction() as session:
                mark_sent(session, lease, f"wamid.{lease.id}", None)
                lease = lease_message(session, 0)

    threads = [threading.Thread(target=work) for _ in range(senders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sent


@pytest.mark.usefixtures("database")
def test_control_without_the_guard_the_second_message_is_leased_while_the_first_is_under_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(chats=1, messages=2)
    monkeypatch.setitem(messages.LEASE_ANY, False, without_the_guard())
    first, second = take(), take()
    assert first is not None
    assert second is not None, "the race has gone, so the test below proves nothing"
    assert second.id > first.id


@pytest.mark.usefixtures("database")
def test_the_second_message_waits_until_the_first_is_sent() -> None:
    fill(chats=1, messages=2)
    first = take()
    assert first is not None
    assert take() is None
    with transaction() as session:
        mark_sent(session, first, "wamid.1", None)
        second = lease_message(session, 0)
    assert second is not None
    assert second.id > first.id


@pytest.mark.usefixtures("database")
def test_a_sender_does_not_wait_for_another_ones_open_transaction() -> None:
    fill(chats=2, messages=2)
    with transaction() as session:
        first = lease_message(session, 0)
        other = take()
        assert take() is None
    assert first is not None
    assert other is not None
    assert other.chat_id != first.chat_id


@pytest.mark.usefixtures("database")
def test_eight_senders_keep_the_order_of_every_chat_and_send_nothing_twice() -> None:
    fill(chats=12, messages=8)
    sent = send_all(senders=8)
    assert len(sent) == 12
    assert all(len(ids) == 8 and ids == sorted(set(ids)) for ids in sent.values())


@pytest.mark.usefixtures("database")
def test_a_lease_that_ran_out_is_taken_over_and_counts_as_unsure() -> None:
    fill(chats=1, messages=2)
    first = take()
    assert first is not None
    assert first.unsure_tries == 0
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(seconds=leases.LEASE_SECONDS + 1))
    again = take()
    assert again is not None
    assert (again.id, again.attempts, again.unsure_tries) == (first.id, 2, 1)


@pytest.mark.usefixtures("database")
def test_who_comes_back_after_the_lease_ran_out_ends_nobody_elses() -> None:
    fill(chats=1, messages=1)
    first = take()
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(seconds=leases.LEASE_SECONDS + 1))
    again = take()
    assert first is not None
    assert again is not None
    with transaction() as session:
        put_back(session, first, wait=0, code=None, error="", burn=False)
        drop(session, first, "late")
        give_up(session, first, "late")
        state = session.execute(text("SELECT status, attempts FROM outbox")).one()
    assert tuple(state) == ("leased", 2)
    assert take() is None


@pytest.mark.usefixtures("database")
def test_an_id_that_meta_gives_twice_does_not_send_the_message_again() -> None:
    fill(chats=2, messages=1)
    for _ in range(2):
        lease = take()
        assert lease is not None
        with transaction() as session:
            mark_sent(session, lease, "wamid.same", None)
    assert take() is None


class Killed(BaseException):
    """Stands for the end of the process at a checkpoint."""


@contextmanager
def killed_at(checkpoint: Checkpoint) -> Iterator[None]:
    def kill(reached: Checkpoint) -> None:
        if reached is checkpoint:
            raise Killed

    forget = install_hook(kill)
    try:
        with pytest.raises(Killed):
            yield
    finally:
        forget()


@pytest.mark.parametrize(
    ("checkpoint", "copies"),
    [
        (Checkpoint.MESSAGE_LEASED, 1),
        (Checkpoint.BEFORE_SEND, 1),
        (Checkpoint.AFTER_META_ACCEPTED, 2),
        (Checkpoint.SENT_NOT_COMMITTED, 2),
    ],
)
def test_a_sender_that_is_killed_loses_nothing_and_doubles_at_most_once(
    desk: Desk, checkpoint: Checkpoint, copies: int
) -> None:
    desk.meet()
    desk.switch(statuses=False)
    desk.say("first")
    desk.say("second")
    with killed_at(checkpoint):
        desk.sender.send_next()
    desk.advance(seconds=11)
    desk.work()
    assert desk.texts() == ["first"] * copies + ["second"]


def test_a_sender_that_is_killed_after_acceptance_doubles_nothing_when_the_news_comes(desk: Desk) -> None:
    desk.meet()
    desk.say("first")
    with killed_at(Checkpoint.AFTER_META_ACCEPTED):
        desk.sender.send_next()
    desk.work()
    desk.advance(seconds=11)
    desk.work()
    assert desk.texts() == ["first"]
    assert desk.states() == ["done"]
